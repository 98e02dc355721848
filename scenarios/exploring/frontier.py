"""Trade-offs of an option to design: every point of two or three goals, what each step costs, and where others lie.

What a point is stands in solver/frontier.py. A step sets a point against its neighbour: which posts it keeps or drops,
and what that costs. A price is per post, and only where one role alone differs; there is no price of a person. Given
options and no change are placed beside the points by work uncovered, people displaced and cost, on the figures as they
are: the assumed ones that reach the problem are listed.
Change this when trade-offs have to say something more.
"""

from collections.abc import Sequence
from typing import Literal

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import StructureResult
from scenarios.comparing.stated import StatedOption
from scenarios.exploring.asked import AskedOf, asked_of, explored
from scenarios.exploring.frontier_result import Beside, TradeOffs, TradePoint, amount
from scenarios.exploring.frontier_steps import steps_of
from scenarios.exploring.reaching import rests_on
from scenarios.exploring.result import Explored
from scenarios.schema.case import Case
from solver.checker import judge
from solver.outcome import Infeasible, Undecided
from solver.search import PEOPLE_FIRST, Order
from solver.standing import MAIN_GOALS
from solver.tradeoffs.frontier import Frontier, Point, frontier


def trade_offs(case: Case, asking: Asking, goals: tuple[str, ...]) -> Explored[TradeOffs]:
    """Work out the trade-offs between two or three goals, for the options asked about, branch by branch.

    Args: the case; how to ask; names of goals as the solver has them. Raises ValueError for other numbers of goals,
    KeyError for an option that the case does not have.
    """
    structures: list[StructureResult] = []
    answers = []
    for asked in asked_of(case, asking):
        if asking.say is not None:
            asking.say(asked.arrangement.name)
        answers.append(_answer(asked, asking, goals, structures=structures))
    return explored(case, "frontier", asking, structures=structures, answers=answers)


def _answer(asked: AskedOf, asking: Asking, goals: tuple[str, ...], *, structures: list[StructureResult]) -> TradeOffs:
    if "cost" in goals and not asked.question.priced:
        unknown = "; ".join(asked.question.unknown)
        return _without(asked, goals, "undecided", (f"The cost of every post that may exist is needed: {unknown}.",))
    order = _order_with(goals, asked.question.order)
    match frontier(asked.question.problem, goals, order=order, watch=asking.watch):
        case Infeasible(reasons=reasons):
            told = reasons or ("No structure keeps all the rules; no single sum shows why.",)
            return _without(asked, goals, "infeasible", told)
        case Undecided(why=why):
            return _without(asked, goals, "undecided", (f"Not settled: {why}.",))
        case Frontier() as found:
            return _told(asked, found, goals, structures=structures)


def _order_with(goals: Sequence[str], order: Order) -> Order:
    """The planner's order, with goals asked about that it does not name after all others."""
    usual, named = dict(PEOPLE_FIRST), {*dict(order)}
    return (*order, *((name, usual[name]) for name in goals if name in usual and name not in named))


def _without(
    asked: AskedOf,
    goals: tuple[str, ...],
    status: Literal["infeasible", "undecided"],
    reasons: tuple[str, ...],
) -> TradeOffs:
    return TradeOffs(
        option=asked.arrangement.option.option,
        branch=asked.branch,
        status=status,
        reasons=reasons,
        goals=goals,
        measured=goals[-1],
        tolerance=None,
        held=(),
        points=(),
        steps=(),
        beside=(),
        complete=status == "infeasible",
        open_share=None,
        rests_on=(),
    )


def _told(asked: AskedOf, found: Frontier, goals: tuple[str, ...], *, structures: list[StructureResult]) -> TradeOffs:
    first = len(structures)
    structures.extend(_structure(asked, point) for point in found.points)
    results = structures[first:]
    measured = found.axes[-1]
    points = tuple(_point(asked, point, first + n, measured=measured) for n, point in enumerate(found.points))
    why = () if found.complete else (f"Not settled: {found.why}.",)
    return TradeOffs(
        option=asked.arrangement.option.option,
        branch=asked.branch,
        status="answered" if found.complete else "undecided",
        reasons=why,
        goals=goals,
        measured=measured,
        tolerance=amount(measured, found.tolerance),
        held=tuple(amount(stage.goal, stage.kept) for stage in found.held),
        points=points,
        steps=steps_of(points, results),
        beside=tuple(_beside(asked, found, goals, structures=structures)),
        complete=found.complete,
        open_share=float(found.open_share),
        rests_on=rests_on(asked.laid.scenario, asked.arrangement, asked.question.problem),
    )


def _structure(asked: AskedOf, point: Point) -> StructureResult:
    structure = point.outcome.structure
    if structure is None:
        raise ValueError("a point without a structure")
    return asked.result(structure, point.outcome)


def _point(asked: AskedOf, point: Point, structure: int, *, measured: str) -> TradePoint:
    values = _values(asked, point)
    return TradePoint(
        structure=structure,
        values=tuple(amount(name, values[name]) for name, _ in point.values),
        least=amount(measured, point.bound),
        settled=point.settled,
        chosen=not isinstance(point.outcome, Undecided),
    )


def _beside(
    asked: AskedOf, found: Frontier, goals: tuple[str, ...], *, structures: list[StructureResult]
) -> list[Beside]:
    """No change and the given options of the branch, each with the points that match it."""
    rows = []
    for one in asked.stated():
        values = one.verdict.values
        rows.append(
            Beside(
                option=one.arrangement.option.option,
                structure=len(structures),
                values=tuple(amount(goal, values[goal]) for goal in goals),
                rules_not_kept=len(one.verdict.findings),
                matched_by=_matching(one, asked, found),
            )
        )
        structures.append(asked.stated_result(one))
    return rows


def _matching(one: StatedOption, asked: AskedOf, found: Frontier) -> tuple[int, ...] | None:
    """The points that are no worse than a stated option on each main goal; None where costs are not known."""
    if not (one.question.priced and asked.question.priced):
        return None
    theirs = one.verdict.values
    mine = [_values(asked, point) for point in found.points]
    return tuple(n for n, values in enumerate(mine) if all(values[goal] <= theirs[goal] for goal in MAIN_GOALS))


def _values(asked: AskedOf, point: Point) -> dict[str, int]:
    """Every goal of the structure shown at a point."""
    return {} if point.outcome.structure is None else judge(asked.question.problem, point.outcome.structure).values
