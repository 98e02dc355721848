"""Sheet `saving`: where each structure's saving comes from, split in posts and in what a post costs.

The FTE no longer paid for count at what an FTE cost before and are rounded; the rest is what an FTE costs more or less,
so that the parts add up (scenarios/money/saving.py, whose arithmetic this is).
Change this when a saving is split in another way.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.money.ledger import Ledger
from scenarios.money.saving import saving_by_source
from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.budgets import before_of, put_less
from scenarios.reporting.money_book.figures_of import basis_of, less, prices_of
from scenarios.reporting.money_book.keys import Keys
from scenarios.reporting.worked import Costed, Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Unit

_WIDTHS = (5, 34, 6, 32, 16, 9, 16, 9, 16, 16, 16, 16, 28, 18)
_HEADINGS = (
    "no.", "structure", "key", "source", "cost before", "FTE before", "cost after", "FTE after", "saving",
    "of it: posts", "of it: cost of a post", "of it: neither", "basis", "price base",
)  # fmt: skip
_NOTES = (
    "A full year, at the price base beside it. A source is a family of roles, or what else is paid for.",
    "Posts: FTE no longer paid for, at what one cost before. Cost of a post: what the FTE still paid for cost less.",
)
_PARTS = ("posts", "unit_cost", "whole")


@dataclass(frozen=True)
class _Source:
    """One source of a structure's saving: its lines before and after."""

    name: str
    key: int
    before: Ledger
    after: Ledger


def put_saving(book: Book, worked: Worked, keys: Keys) -> None:
    """Write the sheet.

    Args:
        book: the workbook.
        worked: the case.
        keys: the numbers of sources.
    """
    sheet = FigureSheet(book, names.SAVING, _WIDTHS)
    row = sheet.header(sheet.head("Saving by source", _NOTES), _HEADINGS, frozen=4)
    for costed in worked.structures:
        first = row
        for source in _sources(worked, costed, keys):
            _put_source(sheet, row, worked=worked, costed=costed, source=source)
            row += 1
        _put_sum(sheet, row, first=first, worked=worked, costed=costed)
        row += 2


def _sources(worked: Worked, costed: Costed, keys: Keys) -> list[_Source]:
    year = worked.years[0]
    sides = worked.before(costed, year), costed.ledgers[year]
    found = {keys.source_of(line) for ledger in sides for line in ledger.lines}
    return [
        _Source(
            name, keys.sources[name], *(Ledger(tuple(x for x in s.lines if keys.source_of(x) == name)) for s in sides)
        )
        for name in sorted(found, key=lambda name: keys.sources[name])
    ]


def _put_source(sheet: FigureSheet, row: int, *, worked: Worked, costed: Costed, source: _Source) -> None:
    n, cost = row + 1, names.cost_name(worked.years[0], dated=worked.dated)
    sheet.number((row, 0), costed.number)
    sheet.text((row, 1), costed.title)
    sheet.number((row, 2), source.key)
    sheet.text((row, 3), source.name)
    key = (names.LINE_SOURCE, f"$C{n}")
    for column, ledger, where in (
        (4, source.before, before_of(worked, costed)),
        (6, source.after, ((names.LINE_NO, f"$A{n}"),)),
    ):
        conditions = (*where, key)
        shown = Unit.MONEY.shown(ledger.total().pence)
        sheet.formula((row, column), f"={names.total(cost, conditions)}", shown=shown, unit=Unit.MONEY)
        listed = ",".join(f"{name},{value}" for name, value in conditions)
        size = Unit.FTE.shown(sum(line.milli_fte for line in ledger.lines))
        formula = f"=ROUND(SUMIFS({names.LINE_FTE},{listed}),3)"
        sheet.formula((row, column + 1), formula, shown=size, unit=Unit.FTE)
    put_less(sheet, row, (4, 6, 8), pence=(source.before.total().pence, source.after.total().pence))
    _put_parts(sheet, row, source)
    sheet.text((row, 12), basis_of((*source.before.lines, *source.after.lines)))
    sheet.text((row, 13), prices_of(costed, worked.years[0]))


def _put_parts(sheet: FigureSheet, row: int, source: _Source) -> None:
    n = row + 1
    parts = saving_by_source(source.before, source.after, sources=_one(source)).parts
    known = less(source.before.total().pence, source.after.total().pence) is not None
    found: dict[str, int | None] = {part.effect: part.pence for part in parts}
    both = f"AND(F{n}<>0,H{n}<>0)"
    one = f"OR(AND(F{n}<>0,G{n}=0),AND(H{n}<>0,E{n}=0))"
    formulas = (
        f"IF({both},ROUND(E{n}*(F{n}-H{n})/F{n},2),IF({one},I{n},0))",
        f"IF({both},ROUND(I{n}-J{n},2),0)",
        f"ROUND(I{n}-J{n}-K{n},2)",
    )
    for column, (effect, formula) in enumerate(zip(_PARTS, formulas, strict=True), 9):
        pence = (found.get(effect) or 0) if known else None
        whole = f"={names.known((f'I{n}',), formula)}"
        sheet.formula((row, column), whole, shown=Unit.MONEY.shown(pence), unit=Unit.MONEY)


def _one(source: _Source) -> dict[str, str]:
    """All roles and other costs of a source under one name."""
    return {line.role or line.what: source.name for ledger in (source.before, source.after) for line in ledger.lines}


def _put_sum(sheet: FigureSheet, row: int, *, first: int, worked: Worked, costed: Costed) -> None:
    year = worked.years[0]
    before, after = worked.before(costed, year), costed.ledgers[year]
    sheet.text((row, 1), costed.title, strong=True)
    sheet.text((row, 3), "together", strong=True)
    saved = less(before.total().pence, after.total().pence)
    for letter, column, pence in (("E", 4, before.total().pence), ("G", 6, after.total().pence), ("I", 8, saved)):
        cells = f"{letter}{first + 1}:{letter}{row}"
        formula = f"={names.summed(cells)}"
        sheet.formula((row, column), formula, shown=Unit.MONEY.shown(pence), unit=Unit.MONEY, strong=True)
