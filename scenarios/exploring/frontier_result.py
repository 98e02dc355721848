"""What is said about trade-offs: points, the steps between them, and what lies beside them, in planners' units.

Change this when trade-offs have to say something more; doors outside the project read it, so fields are added only.
"""

from typing import Literal

from scenarios.comparing.result import Frozen
from scenarios.exploring.result import BranchAnswer
from solver.goals import GOALS

SCALES = {"pence": ("pounds", 100), "weighted thousandths of FTE": ("FTE", 1000)}


class GoalValue(Frozen):
    """What a goal comes to, or a difference: pounds a year, FTE (weighted where work is), people or posts."""

    goal: str
    unit: Literal["pounds", "FTE", "people", "posts"]
    value: int | float


class RolePosts(Frozen):
    """Posts of a role more (or, below 0, fewer) than in the structure set against."""

    role: str
    posts: int
    fte: float


class TradePoint(Frozen):
    """One point: by its position the structure there, and what the goals come to in it.

    No structure within these figures and with no more of the other goals has less than `least` of the goal measured,
    from which the structure is off by the goal's tolerance at most where the point is `settled`. `chosen` says whether
    the rest of the goals chose the structure among those at the point.
    """

    structure: int
    values: tuple[GoalValue, ...]
    least: GoalValue
    settled: bool
    chosen: bool


class Step(Frozen):
    """What a point keeps against its neighbour, both by their position: all numbers are the point less the other.

    `price_per_post` is pounds a year for each post kept, where a single role differs; `idle_fte` is FTE without work.
    """

    point: int
    against: int
    values: tuple[GoalValue, ...]
    posts: tuple[RolePosts, ...]
    annual_cost: float | None
    price_per_post: float | None
    idle_fte: float


class Beside(Frozen):
    """No change or a given option beside the points.

    `matched_by` are the points that cost no more, displace no more and cover no less; null where its cost is not known.
    """

    option: str
    structure: int
    values: tuple[GoalValue, ...]
    rules_not_kept: int
    matched_by: tuple[int, ...] | None


class TradeOffs(BranchAnswer):
    """Trade-offs of one option in one branch.

    Points are in ascending order of the goals but the measured one. `tolerance` is how much less of it a further point
    has to bring. `held` are goals settled first and held at most at these values. `open_share` is the part of the box
    between the least of each goal and the most a point takes that is neither shown empty nor attained; null where
    nothing is known.
    """

    goals: tuple[str, ...]
    measured: str
    tolerance: GoalValue | None
    held: tuple[GoalValue, ...]
    points: tuple[TradePoint, ...]
    steps: tuple[Step, ...]
    beside: tuple[Beside, ...]
    complete: bool
    open_share: float | None
    rests_on: tuple[str, ...]


def amount(goal: str, value: int) -> GoalValue:
    """A goal's value in planners' units."""
    unit, scale = SCALES.get(GOALS[goal].unit, (GOALS[goal].unit, 1))
    return GoalValue.model_validate({"goal": goal, "unit": unit, "value": value if scale == 1 else value / scale})
