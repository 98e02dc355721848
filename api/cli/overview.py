"""The head of a comparison and its table: one row a structure.

Words: design.md section 6; a planner reads what no structure within these figures could do, and never more.
Change this when the table has to show another figure.
"""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table

from api.cli.screen import words
from api.shown import NO_JUDGEMENT
from scenarios.comparing.result import Comparison, StructureResult
from scenarios.reporting.amounts import NOT_KNOWN, count_text, fte_text, pounds_text, range_text
from scenarios.reporting.same_posts import Shown
from solver.wording import some

ILLUSTRATION = (
    "Illustration: some figures are assumed to show the method. Nothing here says what the authority could have done."
)
LEGEND = (
    "People first, money first: which of the two goals comes first. Improved: no worse than the given structure on "
    "work, people and cost, and better on one. "
    "Displaced: people without a place, at the least and at the most. FTE not covered: work left undone. "
    "Rules not kept: how many breaches the checker found. "
    "Others as well: whether other posts do as well on every goal. "
    "?: not known, or rests on something not known."
)
COLUMNS = (
    *("Posts", "FTE", "Cost a\nyear", "Saving", "At\nrisk"),
    *("Displaced", "FTE not\ncovered", "Rules\nnot kept", "Others\nas well"),
)


def header(comparison: Comparison, authority: str) -> Iterator[RenderableType]:
    """Yield the head: title, prices, notices, and what these figures are not."""
    yield words(f"{comparison.title} ({comparison.case})", "bold")
    yield words(authority)
    bases = sorted({answer.price_base for answer in comparison.structures if answer.price_base})
    prices = f"Prices: {'; '.join(bases) or 'not stated'}."
    yield words(f"{prices} Costs are for a full year, to the pound; savings are against no change.")
    if comparison.illustration:
        yield words(ILLUSTRATION, "bold")
    if comparison.note:
        yield words(comparison.note)
    yield words(NO_JUDGEMENT, "bold")
    if comparison.doubts:
        doubts = some(comparison.doubts, "doubt")
        yield words(f"The data have {doubts}, which may change these answers: restructure check CASE", "bold")


def overview(shown: Sequence[Shown]) -> Iterator[RenderableType]:
    """Yield the table of all structures and what its columns mean."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, collapse_padding=True)
    table.add_column("", justify="right")
    table.add_column("Structure", min_width=20, overflow="fold")
    for heading in COLUMNS:
        table.add_column(heading, justify="right", no_wrap=True)
    for each in shown:
        table.add_row(str(each.number), words(each.title + _ending(each.first)), *_cells(each.first))
    yield table
    yield words(LEGEND, "dim")


def _cells(answer: StructureResult) -> tuple[str, ...]:
    if answer.posts is None:
        return ()
    people, first = answer.people, answer.status == "as_is"
    return (
        count_text(answer.posts),
        fte_text(answer.fte),
        pounds_text(answer.annual_cost),
        "" if first else pounds_text(answer.saving),
        NOT_KNOWN if people is None else count_text(people.at_risk),
        NOT_KNOWN if people is None else range_text(people.displaced_at_least, people.displaced_at_most),
        fte_text(answer.uncovered_fte) if answer.coverage else NOT_KNOWN,
        NOT_KNOWN if answer.verdict is None else str(len(answer.verdict.findings)),
        _others(answer),
    )


def _ending(answer: StructureResult) -> str:
    """Say behind a title how the search ended, where it did not come to a settled structure."""
    match answer.status:
        case "undecided":
            return ": not settled"
        case "infeasible":
            return ": no structure does better" if answer.anchor == "improved" else ": no structure fits"
        case _:
            return ""


def _others(answer: StructureResult) -> str:
    match answer.status:
        case "designed":
            return "yes" if answer.ties else "no"
        case "undecided":
            return NOT_KNOWN
        case _:
            return ""
