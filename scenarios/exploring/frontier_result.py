"""What is said about trade-offs: points, the steps between them, and what lies beside them, in planners' units.

Change this when trade-offs have to say something more; doors outside the project read it, so fields are added only.
"""

from collections.abc import Mapping
from typing import Literal

from scenarios.comparing.result import Frozen, StructureResult
from scenarios.exploring.result import BranchAnswer
from solver.goals import GOALS

SCALES = {"pence": ("pounds", 100), "weighted thousandths of FTE": ("FTE", 1000)}


class GoalValue(Frozen):
    """What a goal comes to, or a difference; FTE as the goal counts it: each weighted where some work has a weight."""

    goal: str
    unit: Literal["pounds", "FTE", "weighted FTE", "people", "posts"]
    value: int | float


class RolePosts(Frozen):
    """Posts of a role more (or, below 0, fewer) than in the structure set against."""

    role: str
    posts: int
    fte: float


class MainFigures(Frozen):
    """The three main goals of a structure, whichever goals were asked about.

    `uncovered_fte` is work left undone in FTE of time; `uncovered_weighted_fte` is how the goal counts it.
    """

    annual_cost: float | None
    displaced_at_least: int
    displaced_at_most: int | None
    uncovered_fte: float
    uncovered_weighted_fte: float


class TradePoint(Frozen):
    """One point: by its position the structure there, and what the goals come to in it.

    No structure within these figures and with no more of the other goals has less than `least` of the goal measured,
    from which the structure is off by the goal's tolerance at most where the point is `settled`. `chosen` says whether
    the rest of the goals chose the structure among those at the point.
    """

    structure: int
    values: tuple[GoalValue, ...]
    main: MainFigures
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
    `matched_but_for` are by main goal the points that are worse on that one alone.
    """

    option: str
    structure: int
    values: tuple[GoalValue, ...]
    main: MainFigures
    rules_not_kept: int
    matched_by: tuple[int, ...] | None
    matched_but_for: dict[str, tuple[int, ...]]


class TradeOffs(BranchAnswer):
    """Trade-offs of one option in one branch.

    Points are in ascending order of the goals but the measured one. `tolerance` is how much less of it a further point
    has to bring. `held` are goals settled first and held at most at these values. `open_share` is the part of the box
    between the least of each goal and the most a point takes that is neither shown empty nor attained; null where
    nothing is known. `weighted` says that some work has a weight other than 1.
    """

    goals: tuple[str, ...]
    weighted: bool
    measured: str
    tolerance: GoalValue | None
    held: tuple[GoalValue, ...]
    points: tuple[TradePoint, ...]
    steps: tuple[Step, ...]
    beside: tuple[Beside, ...]
    complete: bool
    open_share: float | None
    rests_on: tuple[str, ...]


def amount(goal: str, value: int, *, weighted: bool) -> GoalValue:
    """A goal's value in planners' units; `weighted` says whether any work has a weight other than 1."""
    unit, scale = SCALES.get(GOALS[goal].unit, (GOALS[goal].unit, 1))
    shown = f"weighted {unit}" if weighted and unit == "FTE" else unit
    return GoalValue.model_validate({"goal": goal, "unit": shown, "value": value if scale == 1 else value / scale})


def main_figures(result: StructureResult, values: Mapping[str, int]) -> MainFigures:
    """The main goals of a structure.

    Args: the structure in full; what its goals come to, in their own units.
    """
    people = result.people
    return MainFigures(
        annual_cost=result.annual_cost,
        displaced_at_least=values["displaced"],
        displaced_at_most=None if people is None else people.displaced_at_most,
        uncovered_fte=result.uncovered_fte or 0.0,
        uncovered_weighted_fte=values["uncovered"] / 1000,
    )
