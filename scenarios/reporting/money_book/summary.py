"""Sheet `summary`: the structures side by side, each figure added up from the lines.

Change this when a finance partner looks for another figure first.
"""

from __future__ import annotations

from collections.abc import Mapping

from scenarios.money.payback import PaysBack, payback
from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.award_typed import put_award_note
from scenarios.reporting.money_book.budgets import before_of, put_less
from scenarios.reporting.money_book.figures_of import basis_of, prices_of
from scenarios.reporting.money_book.one_off import OneOffCells
from scenarios.reporting.worked import Costed, Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Spot, Unit
from scenarios.workbooks.inputs import UNKNOWN

_WIDTHS = (5, 44, 13, 8, 9, 17, 17, 17, 17, 10, 16, 16, 16, 10, 30, 20)
_HEADINGS = (
    "no.", "structure", "standing", "posts", "FTE", "cost a year", "set against", "saving a year",
    "known part of the cost", "lines not known", "one-off, low", "one-off, expected", "one-off, high",
    "payback, years", "basis", "price base",
)  # fmt: skip
_NOTES = (
    (
        "A full year of 12 months, at the price base beside it and the rates of the first year. Whole pounds are "
        "shown; the pence are in the cells."
    ),
    (
        "set against: today's cost without posts that go elsewhere with it. saving a year = set against - cost a year. "
        "standing: live, recommended or set aside; 'contents' says what they mean."
    ),
    (
        "'?': a line is not known, or a cell it needs is blank or a word, so neither is the sum. payback: from the "
        "saving of a full year; months typed leave it."
    ),
)
_FIRST = len(_NOTES) + 3


def cost_cells(worked: Worked) -> dict[int, Spot]:
    """Where the cost a year of each structure stands, by its number."""
    return _column(worked, 5)


def saving_cells(worked: Worked) -> dict[int, Spot]:
    """Where the saving a year of each structure stands, by its number."""
    return _column(worked, 7)


def posts_cells(worked: Worked) -> dict[int, Spot]:
    """Where the posts of each structure stand, by its number."""
    return _column(worked, 3)


def fte_cells(worked: Worked) -> dict[int, Spot]:
    """Where the FTE of each structure stand, by its number."""
    return _column(worked, 4)


def _column(worked: Worked, column: int) -> dict[int, Spot]:
    return {each.number: Spot(names.SUMMARY, row, column) for row, each in enumerate(worked.structures, _FIRST)}


def put_summary(book: Book, worked: Worked, once: Mapping[int, OneOffCells]) -> None:
    """Write the sheet.

    Args:
        book: the workbook.
        worked: the case.
        once: where the one-off costs of each structure stand.
    """
    sheet = FigureSheet(book, names.SUMMARY, _WIDTHS)
    head = sheet.head("Summary", _NOTES)
    put_award_note(sheet, head)
    row = sheet.header(head, _HEADINGS, frozen=2)
    award = (names.asked_award(worked.years[0], dated=worked.dated),)
    for column in range(5, 9):
        sheet.worked_heading((head, column), names.headed(_HEADINGS[column], award), _HEADINGS[column])
    sheet.worked_heading((head, 15), names.based(award), _HEADINGS[15])
    for costed in worked.structures:
        _put_structure(sheet, row, worked=worked, costed=costed)
        _put_once(sheet, row, costed=costed, once=once[costed.number])
        row += 1
    for none in worked.without:
        row += 1
        sheet.number((row, 0), none.number)
        sheet.text((row, 1), none.title)
        sheet.text((row, 2), "none")
        for place, reason in enumerate(none.reasons):
            sheet.sheet.write_string(row + place, 3, reason)
        row += max(0, len(none.reasons) - 1)


def _put_structure(sheet: FigureSheet, row: int, *, worked: Worked, costed: Costed) -> None:
    n, year = row + 1, worked.years[0]
    lines, before = costed.ledgers[year], worked.before(costed, year)
    cost = names.cost_name(year, dated=worked.dated)
    mine = (names.LINE_NO, f"$A{n}")
    where = ",".join(mine)
    sheet.number((row, 0), costed.number)
    sheet.text((row, 1), costed.title, strong=True)
    sheet.text((row, 2), costed.answer.question.arrangement.option.standing)
    posts, size = sum(line.count or 0 for line in lines.lines), sum(line.milli_fte for line in lines.lines)
    for column, name, count, unit in ((3, names.LINE_POSTS, posts, Unit.COUNT), (4, names.LINE_FTE, size, Unit.FTE)):
        sheet.formula((row, column), f"={names.total(name, (mine,), 3)}", shown=unit.shown(count), unit=unit)
    total = lines.total()
    sheet.formula((row, 5), f"={names.total(cost, (mine,))}", shown=Unit.MONEY.shown(total.pence), unit=Unit.POUNDS)
    against = before.total().pence
    formula = f"={names.total(cost, before_of(worked, costed))}"
    sheet.formula((row, 6), formula, shown=Unit.MONEY.shown(against), unit=Unit.POUNDS)
    put_less(sheet, row, (6, 5, 7), pence=(against, total.pence))
    formula = f"=ROUND(SUMIFS({cost},{where}),2)"
    sheet.formula((row, 8), formula, shown=Unit.MONEY.shown(total.known_pence), unit=Unit.POUNDS)
    formula = f"={names.not_known(cost, (mine,))}"
    sheet.formula((row, 9), formula, shown=float(len(total.unknown)), unit=Unit.COUNT)
    sheet.text((row, 14), basis_of((*before.lines, *lines.lines)))
    sheet.text((row, 15), prices_of(costed, year))


def _put_once(sheet: FigureSheet, row: int, *, costed: Costed, once: OneOffCells) -> None:
    found = costed.once
    for column, (spot, pence) in enumerate(
        ((once.low, found.low_pence), (once.expected, found.expected_pence), (once.high, found.high_pence)), 10
    ):
        sheet.formula((row, column), f"={spot.there}", shown=Unit.MONEY.shown(pence), unit=Unit.POUNDS)
    back = payback(found.expected_pence, costed.money.saving_pence)
    shown = float(back.years) if isinstance(back, PaysBack) else UNKNOWN if back is None else "never"
    sheet.formula((row, 13), f"={once.payback.there}", shown=shown, unit=Unit.HUNDREDTHS)
