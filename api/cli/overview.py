"""The head of a comparison and its table: one row a structure.

Words: design.md section 6; a planner reads what no structure within these figures could do, and never more.
Change this when the table has to show another figure.
"""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table

from api.cli.amounts import count_text, fte_text, pounds_text, range_text
from api.cli.same_posts import Shown
from api.cli.screen import words
from scenarios.comparing.result import Comparison, StructureResult

NO_JUDGEMENT = "None of this makes a structure fair or lawful; that is the authority's judgement."
ILLUSTRATION = (
    "Illustration: some figures are assumed to show the method. Nothing here says what the authority could have done."
)
LEGEND = (
    "Displaced: people without a place, at the least and at the most. Uncovered: FTE of work left undone. "
    "Findings: what the checker found against the rules. Others: whether other posts do as well on every goal. "
    "?: not known, or rests on something not known."
)
COLUMNS = (
    *("Posts", "FTE", "Cost a year", "Saving", "At risk"),
    *("Displaced", "Uncovered", "Findings", "Others"),
)


def header(comparison: Comparison, authority: str) -> Iterator[RenderableType]:
    """Yield the head: title, prices, notices, and what these figures are not."""
    yield words(f"{comparison.title} ({comparison.case})", "bold")
    yield words(authority)
    bases = sorted({answer.price_base for answer in comparison.structures if answer.price_base})
    yield words(
        f"Prices: {'; '.join(bases) or 'not stated'}. Costs are for a full year; a saving is against no change."
    )
    if comparison.illustration:
        yield words(ILLUSTRATION, "bold")
    if comparison.note:
        yield words(comparison.note)
    yield words(NO_JUDGEMENT, "bold")


def overview(shown: Sequence[Shown]) -> Iterator[RenderableType]:
    """Yield the table of all structures and what its columns mean."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    table.add_column("", justify="right")
    table.add_column("Structure", min_width=24, overflow="fold")
    for heading in COLUMNS:
        table.add_column(heading, justify="right", no_wrap=True)
    for each in shown:
        table.add_row(str(each.number), words(each.title), *_cells(each.first))
    yield table
    yield words(LEGEND, "dim")


def _cells(answer: StructureResult) -> tuple[str, ...]:
    if answer.posts is None:
        return (_none(answer), *[""] * (len(COLUMNS) - 1))
    people = answer.people
    return (
        count_text(answer.posts),
        fte_text(answer.fte),
        pounds_text(answer.annual_cost),
        "" if answer.status == "as_is" else pounds_text(answer.saving),
        "?" if people is None else count_text(people.at_risk),
        "?" if people is None else range_text(people.displaced_at_least, people.displaced_at_most),
        fte_text(answer.uncovered_fte),
        "" if answer.verdict is None else str(len(answer.verdict.findings)),
        _others(answer),
    )


def _none(answer: StructureResult) -> str:
    """Say in a word why there is no structure."""
    if answer.status == "undecided":
        return "not settled"
    return "none better" if answer.anchor == "improved" else "none fits"


def _others(answer: StructureResult) -> str:
    match answer.status:
        case "designed":
            return "yes" if answer.ties else "no"
        case "undecided":
            return "not settled"
        case _:
            return ""
