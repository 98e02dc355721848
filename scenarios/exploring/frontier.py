"""Trade-offs of an option to design: every point of two or three goals, what each step costs, and where others lie.

What a point is stands in solver/tradeoffs/frontier.py. A step sets a point against its neighbour: which posts it keeps
or drops, and what that costs. A price is per post, and only where one role alone differs; there is no price of a
person. Given options and no change are placed beside the points by work uncovered, people displaced and cost, on the
figures as they are: the assumed ones that reach the problem are listed.
Change this when trade-offs have to say something more.
"""

from collections.abc import Sequence
from typing import Literal

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import StructureResult
from scenarios.comparing.stated import StatedOption
from scenarios.exploring.asked import AskedOf, asked_of, explored
from scenarios.exploring.frontier_result import Beside, TradeOffs, TradePoint, amount, main_figures
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
    match frontier(asked.question.problem, goals, order=order, watch=asking.watch, each=asking.each):
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
        weighted=_weighted(asked),
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
    points = tuple(_point(asked, point, (first + n, results[n]), measured) for n, point in enumerate(found.points))
    weighted = _weighted(asked)
    why = () if found.complete else (f"Not settled: {found.why}.",)
    return TradeOffs(
        option=asked.arrangement.option.option,
        branch=asked.branch,
        status="answered" if found.complete else "undecided",
        reasons=why,
        goals=goals,
        weighted=weighted,
        measured=measured,
        tolerance=amount(measured, found.tolerance, weighted=weighted),
        held=tuple(amount(stage.goal, stage.kept, weighted=weighted) for stage in found.held),
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


def _weighted(asked: AskedOf) -> bool:
    """Whether any work counts for more or less than its time."""
    return any(work.weight != 1 for work in asked.question.problem.works)


def _point(asked: AskedOf, point: Point, shown: tuple[int, StructureResult], measured: str) -> TradePoint:
    values, weighted = _values(asked, point), _weighted(asked)
    structure, result = shown
    return TradePoint(
        structure=structure,
        values=tuple(amount(name, values[name], weighted=weighted) for name, _ in point.values),
        main=main_figures(result, values),
        least=amount(measured, point.bound, weighted=weighted),
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
        worse = _worse(one, asked, found)
        result = asked.stated_result(one)
        rows.append(
            Beside(
                option=one.arrangement.option.option,
                structure=len(structures),
                values=tuple(amount(goal, values[goal], weighted=_weighted(asked)) for goal in goals),
                main=main_figures(result, values),
                rules_not_kept=len(one.verdict.findings),
                matched_by=None if worse is None else tuple(n for n, on in enumerate(worse) if not on),
                matched_but_for={
                    goal: points
                    for goal in MAIN_GOALS
                    if (points := tuple(n for n, on in enumerate(worse or ()) if on == (goal,)))
                },
            )
        )
        structures.append(result)
    return rows


def _worse(one: StatedOption, asked: AskedOf, found: Frontier) -> list[tuple[str, ...]] | None:
    """For each point the main goals on which it is worse than a stated option; None where costs are not known."""
    if not (one.question.priced and asked.question.priced):
        return None
    theirs = one.verdict.values
    mine = [_values(asked, point) for point in found.points]
    return [tuple(goal for goal in MAIN_GOALS if values[goal] > theirs[goal]) for values in mine]


def _values(asked: AskedOf, point: Point) -> dict[str, int]:
    """Every goal of the structure shown at a point."""
    return {} if point.outcome.structure is None else judge(asked.question.problem, point.outcome.structure).values
