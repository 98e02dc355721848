"""The goals in their turn: which are settled, and how far off those may be that are not.

Words: design.md section 6: what no structure within these figures could do, or that this is not settled.
Change this when a goal's turn is told in another way.
"""

from collections.abc import Iterator

from rich.console import RenderableType

from api.cli.screen import indented, words
from scenarios.comparing.result import Bound, StructureResult
from scenarios.reporting.amounts import goal_amount, goal_words, stage_text


def goals(answer: StructureResult) -> Iterator[RenderableType]:
    """Yield how each goal came out, in the order the planner gave them, and whether other posts do as well."""
    if not answer.bounds:
        return
    yield words("Goals in their turn", "bold")
    settled = [bound for bound in answer.bounds if bound.settled]
    if settled:
        reached = "; ".join(f"{_name(b, answer)} {goal_amount(b.unit, b.value)}" for b in settled)
        yield indented(f"No structure within these figures and the goals before does better: {reached}.")
    yield from (indented(f"Not settled: {_open(bound, answer)}.") for bound in answer.bounds if not bound.settled)
    if answer.status == "designed" and answer.ties:
        yield indented("Other posts do as well on every goal: this structure is one of several.")
    elif answer.status == "designed":
        yield indented("No other posts do as well on every goal.")


def _open(bound: Bound, answer: StructureResult) -> str:
    return stage_text(bound.goal, bound.value, bound.bound, _name(bound, answer))


def _name(bound: Bound, answer: StructureResult) -> str:
    return goal_words(bound.goal, answer.changed_from)
