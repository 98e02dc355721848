"""What "explain" answers: ways out and a conflict where nothing fits; what binds, and its worth, where something does.

Change this when the explanation has to say something more; doors outside the project read it, so fields are added.
"""

from scenarios.comparing.result import Frozen
from scenarios.exploring.amounts import GoalDifference
from scenarios.exploring.ladder import Rung
from scenarios.exploring.result import BranchAnswer


class Asked(Frozen):
    """One demand: its rule, place and side, the number asked and in what (pounds, FTE, posts ...), and where it stands.

    `unit` is what it gives in, which is another only where a rule gives in another: months of payback give in pounds.
    `may_give`: it may be offered as part of a way out; structure and statute never are.
    """

    rule: str
    place: str
    side: str
    asked: float
    asked_unit: str
    unit: str
    sentence: str
    source: str
    may_give: bool


class Gives(Frozen):
    """One demand giving by so much of its unit; pounds are rounded up to 100, and the way out was tried with that."""

    demand: Asked
    by: float
    sentence: str


class WayOutFound(Frozen):
    """Demands that would have to give, all together, for something to fit, and what the cheapest structure then is.

    `structure` is its position in `structures`; `annual_cost` its cost in pounds (null where costs are not known)
    and `over_ceiling` how much that is above the ceiling as it stands (below 0: under it; null without one), in the
    year where it is most. `displaced` people at the least, where every claim succeeds. `cheapest`: settled that no
    other demands as open to negotiation would do for less. `settled`: settled that no structure after this way out
    covers more work, or as much for less money.
    """

    gives: tuple[Gives, ...]
    level: int
    cheapest: bool
    structure: int
    annual_cost: float | None
    over_ceiling: float | None
    uncovered_fte: float
    displaced: int
    displaced_at_most: int | None
    settled: bool
    avoidance: tuple[Rung, ...]
    sentence: str


class ConflictFound(Frozen):
    """Demands that cannot hold together, each of them needed for that.

    `smallest`: no conflict has fewer; `at_least`: how many every conflict has, as far as it is known.
    """

    demands: tuple[Asked, ...]
    smallest: bool
    at_least: int


class Binds(Frozen):
    """A demand without which a main goal would be better, and what giving `by` of its unit changes, by searching again.

    `goals`: values without and with it giving, in their order; empty where a limit came first (`settled` false).
    `least`: it was searched again with a step less (£100, or one of its unit), and nothing changed. `structure` is the
    position of one with the values with it giving; null where none was searched for.
    """

    demand: Asked
    goal: str
    by: float
    goals: tuple[GoalDifference, ...]
    settled: bool
    least: bool
    structure: int | None
    sentence: str


class ExplainAnswer(BranchAnswer):
    """Why nothing fits one option in one branch, and what would let something fit; or what binds where something does.

    `reasons` hold counting arguments first. `ways_out` share no demand with each other. `notes` say how much the design
    leaves undone, where that is much.
    """

    ways_out: tuple[WayOutFound, ...] = ()
    conflict: ConflictFound | None = None
    design: int | None = None
    binding: tuple[Binds, ...] = ()
    notes: tuple[str, ...] = ()
