"""Trade-offs: every point of two or three goals that no other structure within the rules beats.

A point is what the goals come to. Take the exact non-dominated vectors in ascending order of all goals but the last; a
vector is left out where a point taken already is no higher on those and at most the last goal's tolerance higher on the
last (cost, where it is asked about: £1,000). So every structure has a point beside it that displaces no more and costs
at most £1,000 more; with two goals a step is always worth more than that. The other goals count in whole units.

Goals that the planner's order puts before the first one asked about are settled first and held at that value and their
tolerance: with displaced and cost, work uncovered stays at its least. All other goals are free, and choose between
structures at the same point (shown.py), for which they may use the tolerance, as in every order: pennies
displace nobody.

Two goals: the epsilon-constraint method of Haimes, Lasdon and Wismer (1971), the least of the last goal under a limit
on the other, with limits chosen by halving (few values) or from the last point up (many). On problems for HiGHS with
few values each limit is looked at little by little (sweeps.py), in the end only to within the tolerance: a point may
then cost up to that much more than its bound, is not called settled, and still has the same said of it.

Three goals: rectangles over the two limits, each left as soon as it is empty or attained, after Kirlik and Sayin (2014,
EJOR 232). What one solve says of tighter and wider limits is used (least.py).
Change this when a point, or the goals that are held, are to mean something else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from solver.counting import reasons_nothing_fits
from solver.engine import Engine
from solver.outcome import Designed, Infeasible, Stage, Undecided
from solver.problem import Problem
from solver.search import PEOPLE_FIRST, Order, StageReport, Watch
from solver.tradeoffs.least import Axes, Each, Least, NothingFitsError, NotSettledError, Vector, points_taken
from solver.tradeoffs.share import Box, open_share
from solver.tradeoffs.shown import At, shown_at
from solver.tradeoffs.walk import three_goals, two_goals

LAST = ("cost", "uncovered")
"""Goals with many values, which are measured; the others are limited, as they take fewer values."""


@dataclass(frozen=True, kw_only=True)
class Point:
    """What the goals come to, in the order asked, and a structure there.

    No structure within these values of the other goals has less of the measured one than `bound`; `settled` says that
    the point meets it. `outcome` holds the structure shown, within the tolerance on the measured goal, and says whether
    it was chosen among its equals.
    """

    values: tuple[tuple[str, int], ...]
    bound: int
    settled: bool
    outcome: Designed | Undecided


@dataclass(frozen=True, kw_only=True)
class Frontier:
    """Points in ascending order of the goals but the last, and how much of the box around them is not settled.

    `axes` are the goals as they were walked, the measured one last; `low` and `high` are the box's corners in that
    order, from the least of each goal (ideal) to the most that a point takes (nadir). `open_share` is how many whole
    vectors are neither shown empty nor attained, against those of the box: 0 when every point is known, and closed to
    within the tolerance.
    """

    axes: tuple[str, ...]
    tolerance: int
    held: tuple[Stage, ...]
    points: tuple[Point, ...]
    low: Vector
    high: Vector
    open_share: Fraction
    why: str = ""

    @property
    def complete(self) -> bool:
        """Whether every point is known, and closed to within the tolerance."""
        return self.open_share == 0


def axes_of(goals: tuple[str, ...], order: Order) -> Axes:
    """The goals as they are walked: the one with many values last, with its tolerance.

    Raises ValueError unless two or three different goals of the order are named.
    """
    if len(goals) not in (2, 3) or len({*goals}) < len(goals) or not {*goals} <= {*dict(order)}:
        raise ValueError("name two or three different goals of the order")
    last = next((name for name in LAST if name in goals), goals[-1])
    rest = tuple(name for name in goals if name != last)
    return Axes((*rest, last), dict(order)[last])


def held_before(goals: tuple[str, ...], order: Order) -> Order:
    """The goals that the order puts before the first one asked about."""
    first = min(n for n, (name, _) in enumerate(order) if name in goals)
    return order[:first]


def frontier(
    problem: Problem,
    goals: tuple[str, ...],
    *,
    order: Order = PEOPLE_FIRST,
    watch: Watch | None = None,
    each: Each = map,
) -> Frontier | Infeasible | Undecided:
    """Every point of two or three goals within the rules, each closed and with a judged structure.

    Args: the problem; names of the goals; the planner's order, which says what is held, with tolerances; how searches
    run (`watch.tie_break` False shows the structures as they were found); `each` is `map`, or one that does the same on
    several processes: it changes the time that large problems take, and nothing else.
    Returns: a Frontier, complete or with the share left open; Infeasible where nothing keeps the rules; Undecided where
    a goal to be held, or any structure at all, was not found within the limits.
    Raises ValueError for other numbers of goals, DesignDefectError when the checker refuses a structure of ours.
    """
    watch, axes = watch or Watch(), axes_of(goals, order)
    least = Least(problem, axes, watch, each=each)
    held = held_before(goals, order)
    try:
        least.hold(held)
        low = two_goals(least) if len(goals) == 2 else three_goals(least)
    except NothingFitsError:
        return Infeasible(reasons=tuple(reasons_nothing_fits(problem)))
    except NotSettledError as unsettled:
        return Undecided(structure=None, stages=tuple(least.held), why=str(unsettled))
    rest = tuple(row for row in order if row not in held and row[0] not in goals)
    return _put_together(least, low, goals, rest=rest)


def _put_together(least: Least, low: Vector, goals: tuple[str, ...], *, rest: Order) -> Frontier:
    axes = least.axes
    taken = points_taken(least.found, axes.tolerance)
    high = tuple(max(v[n] for v in _unmatched(least.found)) for n in range(len(low)))
    share = open_share(Box(low, high), least.evidence, taken, widest=least.widest, tolerance=axes.tolerance)
    why = "" if share == 0 else least.settings.why_unsettled
    points = []
    for number, vector in enumerate(taken, 1):
        if least.watch.report is not None:
            least.watch.report(StageReport(f"structure of point {number} of {len(taken)}", 0, 0))
        points.append(_point(least, vector, goals, rest=rest))
    return Frontier(
        axes=axes.names,
        tolerance=axes.tolerance,
        held=tuple(least.held),
        points=tuple(points),
        low=low,
        high=high,
        open_share=share,
        why=why,
    )


def _unmatched(found: Iterable[Vector]) -> list[Vector]:
    """What was found that nothing else found matches or beats on every goal: a tolerance of none."""
    return points_taken(found, 0)


def _point(least: Least, vector: Vector, goals: tuple[str, ...], *, rest: Order) -> Point:
    reached, bound = dict(zip(least.axes.names, vector, strict=True)), least.bound(vector[:-1])
    values = {name: reached[name] for name in goals}
    last, tolerance = least.axes.names[-1], least.axes.tolerance
    own = tuple(
        Stage(goal=name, value=value, bound=bound, settled=bound >= value, kept=value + tolerance)
        if name == last
        else Stage(goal=name, value=value, bound=value, settled=True, kept=value)
        for name, value in values.items()
    )
    at = At(least.problem, (*least.held, *own), least.posts(vector), rest, least.settings)
    choose = least.watch.tie_break and least.settings.engine is Engine.CP_SAT and not least.settings.stop.asked
    return Point(
        values=tuple(values.items()),
        bound=bound,
        settled=bound >= vector[-1],
        outcome=shown_at(at, choose=choose),
    )
