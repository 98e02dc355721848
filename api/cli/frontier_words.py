"""Trade-offs on the screen: for each option and branch a table of points, each with what its step costs.

Change this when the table has to show another figure.
"""

from collections.abc import Iterable, Iterator

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table

from api.cli.screen import indented, words
from scenarios.exploring.frontier_result import TradeOffs
from scenarios.exploring.result import Explored
from scenarios.reporting.amounts import GOAL_WORDS
from scenarios.reporting.trade_offs import beside_text, heading, open_text, step_text, value_text

LEGEND = (
    "Each line is a point: no structure within these figures betters it on one of these goals without being worse on "
    "another. A step says what a point has against the point named: its price is of posts, not of people."
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
    yield indented(open_text(answer))
    yield from (indented(beside_text(beside)) for beside in answer.beside)
    if answer.rests_on:
        yield indented(f"On these assumed figures: {'; '.join(answer.rests_on)}.")


def _table(answer: TradeOffs) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    table.add_column("Point", justify="right")
    for goal in answer.goals:
        table.add_column(heading(goal), justify="right")
    table.add_column("Step", overflow="fold")
    steps = {step.point: step for step in answer.steps}
    for number, point in enumerate(answer.points):
        step = steps.get(number)
        told = "" if step is None else f"against {step.against + 1}: {step_text(step)}"
        open_end = "" if point.settled else f" (not settled: {value_text(point.least)} at least)"
        cells = (value_text(value) for value in point.values)
        table.add_row(str(number + 1), *cells, words(told + open_end))
    return table
