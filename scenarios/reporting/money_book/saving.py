"""Sheet `saving`: where each structure's saving comes from, split in posts and in what a post costs.

The FTE no longer paid for count at what an FTE cost before and are rounded; the rest is what an FTE costs more or less,
so that the parts add up (scenarios/money/saving.py, whose arithmetic this is).
Change this when a saving is split in another way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scenarios.money.ledger import Ledger
from scenarios.money.saving import saving_by_source
from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.award_typed import put_award_note
from scenarios.reporting.money_book.budgets import Together, before_of, put_less
from scenarios.reporting.money_book.figures_of import basis_of, less, prices_of
from scenarios.reporting.money_book.keys import Keys
from scenarios.reporting.worked import Costed, Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Spot, Unit

_WIDTHS = (5, 34, 6, 32, 16, 9, 16, 9, 16, 16, 16, 16, 12, 28, 18)
_HEADINGS = (
    "no.", "structure", "key", "source", "cost before", "FTE before", "cost after", "FTE after", "saving",
    "of it: posts", "of it: cost of a post", "of it: neither", "of it: rounding", "basis", "price base",
)  # fmt: skip
_NOTES = (
    (
        "A full year, at the price base beside it. A source is a family of roles, or what else is paid for. Whole "
        "pounds are shown; the pence are in the cells."
    ),
    (
        "Posts: FTE no longer paid for, at what one cost before. Cost of a post: what the FTE still paid for cost "
        "less. Rounding: less than £1 of it, from rounding lines to the penny; no source of saving."
    ),
)
_Parts = tuple[int | None, int | None, int | None, int | None]
"""A saving in posts, in what a post costs, in neither, and what is rounding, in pence; None: not known."""
_POUND = 100


@dataclass(frozen=True)
class _Source:
    """One source of a structure's saving: its lines before and after."""

    name: str
    key: int
    before: Ledger
    after: Ledger


def put_saving(book: Book, worked: Worked, keys: Keys) -> Together:
    """Write the sheet; return where before, after and saving are added up.

    Args:
        book: the workbook.
        worked: the case.
        keys: the numbers of sources.
    """
    sheet = FigureSheet(book, names.SAVING, _WIDTHS)
    head = sheet.head("Saving by source", _NOTES)
    put_award_note(sheet, head)
    row = sheet.header(head, _HEADINGS, frozen=4)
    award = (names.asked_award(worked.years[0], dated=worked.dated),)
    for column in (4, 6, 8):
        sheet.worked_heading((head, column), names.headed(_HEADINGS[column], award), _HEADINGS[column])
    sheet.worked_heading((head, 14), names.based(award), _HEADINGS[14])
    sums, starts = {}, []
    for costed in worked.structures:
        first = row
        starts.append(first)
        sources = _sources(worked, costed, keys)
        parts = []
        for source in sources:
            parts.append(_put_source(sheet, row, worked=worked, costed=costed, source=source))
            row += 1
        sums[costed.number] = _put_sum(sheet, (first, row), worked=worked, costed=costed, parts=parts)
        row += 2
    sheet.pages(starts)
    return sums


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


def _put_source(sheet: FigureSheet, row: int, *, worked: Worked, costed: Costed, source: _Source) -> _Parts:
    """Write a row; return the parts of its saving."""
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
        sheet.formula((row, column), f"={names.total(cost, conditions)}", shown=shown, unit=Unit.POUNDS)
        size = Unit.FTE.shown(sum(line.milli_fte for line in ledger.lines))
        formula = f"={names.total(names.LINE_FTE, conditions, 3)}"
        sheet.formula((row, column + 1), formula, shown=size, unit=Unit.FTE)
    put_less(sheet, row, (4, 6, 8), pence=(source.before.total().pence, source.after.total().pence))
    sheet.text((row, 13), basis_of((*source.before.lines, *source.after.lines)))
    sheet.text((row, 14), prices_of(costed, worked.years[0]))
    return _put_parts(sheet, row, source)


def _put_parts(sheet: FigureSheet, row: int, source: _Source) -> _Parts:
    n = row + 1
    both = f"AND(F{n}<>0,H{n}<>0)"
    one = f"OR(AND(F{n}<>0,G{n}=0),AND(H{n}<>0,E{n}=0))"
    dearer = f"ROUND(I{n}-J{n},2)"
    formulas = (
        f"IF({both},ROUND(E{n}*(F{n}-H{n})/F{n},2),IF({one},I{n},0))",
        f"IF({both},IF(ABS({dearer})<1,0,{dearer}),0)",
        f"IF({both},0,ROUND(I{n}-J{n},2))",
        f"ROUND(I{n}-J{n}-K{n}-L{n},2)",
    )
    parts = _parts(source)
    for column, (pence, formula) in enumerate(zip(parts, formulas, strict=True), 9):
        needed = (f"F{n}", f"H{n}", f"I{n}", *(f"{letter}{n}" for letter in "JKL"[: column - 9]))
        whole = f"={names.known(needed, formula)}"
        sheet.formula(
            (row, column), whole, shown=Unit.MONEY.shown(pence), unit=Unit.POUNDS if column < 12 else Unit.MONEY
        )
    return parts


def _parts(source: _Source) -> _Parts:
    """The parts of a saving: a dearer or cheaper post by less than a pound is rounding."""
    if less(source.before.total().pence, source.after.total().pence) is None:
        return None, None, None, None
    found = {
        part.effect: part.pence or 0
        for part in saving_by_source(source.before, source.after, sources=_one(source)).parts
    }
    dearer = found.get("unit_cost", 0)
    small = abs(dearer) < _POUND
    return found.get("posts", 0), 0 if small else dearer, found.get("whole", 0), dearer if small else 0


def _one(source: _Source) -> dict[str, str]:
    """All roles and other costs of a source under one name."""
    return {line.role or line.what: source.name for ledger in (source.before, source.after) for line in ledger.lines}


def _put_sum(
    sheet: FigureSheet, rows: tuple[int, int], *, worked: Worked, costed: Costed, parts: Sequence[_Parts]
) -> tuple[Spot, Spot, Spot]:
    """Write the sums of a structure, its parts by kind among them.

    Args:
        sheet: the sheet.
        rows: its first row, and that of the sums.
        worked: the case.
        costed: the structure.
        parts: of each of its sources.
    """
    year, (first, row) = worked.years[0], rows
    before, after = (ledger.total().pence for ledger in (worked.before(costed, year), costed.ledgers[year]))
    sheet.text((row, 1), costed.title, strong=True)
    sheet.text((row, 3), "together", strong=True)
    kinds = [_added(each[kind] for each in parts) for kind in range(4)]
    columns = {4: before, 6: after, 8: less(before, after), **dict(enumerate(kinds, 9))}
    spots = {}
    for column, pence in columns.items():
        letter, unit = chr(ord("A") + column), Unit.MONEY if column == 12 else Unit.POUNDS
        formula = f"={names.summed(f'{letter}{first + 1}:{letter}{row}')}"
        spots[column] = sheet.formula((row, column), formula, shown=unit.shown(pence), unit=unit, strong=True)
    return spots[4], spots[6], spots[8]


def _added(parts: Iterable[int | None]) -> int | None:
    """The sum of parts in pence; None while one is not known."""
    found = [*parts]
    known = [pence for pence in found if pence is not None]
    return sum(known) if len(known) == len(found) else None
