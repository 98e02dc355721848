"""Trade-offs on the screen: for each option and branch a table of points, each with what its step costs.

Change this when the table has to show another figure.
"""

from collections.abc import Iterable, Iterator

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table

from api.cli.screen import indented, words
from scenarios.exploring.frontier_result import TradeOffs, TradePoint
from scenarios.exploring.result import Explored
from scenarios.reporting.amounts import GOAL_WORDS, fte_text, pounds_text
from scenarios.reporting.trade_offs import (
    WEIGHTED,
    beside_text,
    displaced_text,
    heading,
    nothing_to_trade,
    open_text,
    step_text,
    value_text,
)
from solver.standing import MAIN_GOALS

LEGEND = (
    "Each line is a point: where it is settled, no structure within these figures betters it on one of these goals "
    "without being worse on another, but for the difference said above. A step says what a point has against the point "
    "named: its price is of posts, not of people. People "
    "displaced stand at the least, if every claim succeeds (what the goal counts), to at the most."
)


def trade_off_words(found: Explored[TradeOffs]) -> Iterable[RenderableType]:
    """Yield the trade-offs of each option and branch."""
    for answer in found.answers:
        yield words("")
        yield words(answer.option + (f" ({answer.branch})" if answer.branch else ""), "bold")
        yield from (indented(reason) for reason in answer.reasons)
        if answer.points:
            yield from _told(answer)
    yield words("")
    yield words(LEGEND, "dim")


def _told(answer: TradeOffs) -> Iterator[RenderableType]:
    if answer.held:
        held = "; ".join(f"{GOAL_WORDS[value.goal]} at {value_text(value)} at most" for value in answer.held)
        yield indented(f"Held, as it comes first: {held}.")
    yield _table(answer)
    if answer.weighted:
        yield indented(WEIGHTED)
    yield from (indented(said) for said in (nothing_to_trade(answer), open_text(answer)) if said)
    yield from (indented(beside_text(beside, weighted=answer.weighted)) for beside in answer.beside)
    if answer.rests_on:
        yield indented(f"On these assumed figures: {'; '.join(answer.rests_on)}.")


def _table(answer: TradeOffs) -> Table:
    """Every point with the goals asked about first and the rest of the main goals after them."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    table.add_column("Point", justify="right")
    goals = (*answer.goals, *(goal for goal in reversed(MAIN_GOALS) if goal not in answer.goals))
    for name in (name for goal in goals for name in _headings(goal, weighted=answer.weighted)):
        table.add_column(name, justify="right")
    table.add_column("Step", overflow="fold")
    steps = {step.point: step for step in answer.steps}
    for number, point in enumerate(answer.points):
        step = steps.get(number)
        told = "" if step is None else f"against {step.against + 1}: {step_text(step)}"
        open_end = "" if point.settled else f" (not settled: {value_text(point.least)} at least)"
        cells = (cell for goal in goals for cell in _cells(point, goal, weighted=answer.weighted))
        table.add_row(str(number + 1), *cells, words(told + open_end))
    return table


def _headings(goal: str, *, weighted: bool) -> tuple[str, ...]:
    return (heading(goal), "Weighted FTE") if goal == "uncovered" and weighted else (heading(goal),)


def _cells(point: TradePoint, goal: str, *, weighted: bool) -> tuple[str, ...]:
    match goal:
        case "cost":
            return (pounds_text(point.main.annual_cost),)
        case "displaced":
            return (displaced_text(point.main),)
        case "uncovered":
            real = f"{fte_text(point.main.uncovered_fte)} FTE"
            return (real, fte_text(point.main.uncovered_weighted_fte)) if weighted else (real,)
        case _:
            return tuple(value_text(value) for value in point.values if value.goal == goal)
