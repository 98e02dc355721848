"""Sheet `by year`: full year and part year, with the months stated: as today until the structure starts.

The months are the whole months of the financial year that begin on or after the start (scenarios/money/part_year.py);
they may be changed. A year's cost is rounded once, as scenarios/comparing/money.py does.
Change this when a year is shared out in another way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scenarios.money.years import MONTHS_IN_YEAR
from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.award_typed import put_award_note
from scenarios.reporting.money_book.budgets import before_of
from scenarios.reporting.money_book.figures_of import basis_of, less, prices_of
from scenarios.reporting.money_book.one_off import OneOffCells
from scenarios.reporting.worked import Costed, Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Spot, Unit
from scenarios.workbooks.inputs import MONTHS

_WIDTHS = (5, 36, 10, 9, 18, 18, 18, 18, 18, 18, 28, 18)
_HEADINGS = (
    "no.", "structure", "year", "months", "before, if all year", "after, if all year", "cost in the year",
    "saving in the year", "saving so far", "saving so far less one-off", "basis", "price base",
)  # fmt: skip
_NOTES = (
    (
        "months: whole months of the year with the new structure; 12 is a full year. Change them and the year follows. "
        "Whole pounds are shown; the pence are in the cells."
    ),
    (
        "before and after, if all year: 12 months, less what lines lose that are paid for fewer (months on 'lines'). "
        "cost in the year = before x (12 - months) / 12 + after x months / 12, rounded once. Inflation is not added."
    ),
    "saving so far less one-off: less what is paid once, as expected. Below nought until that is paid back.",
)


@dataclass
class YearCells:
    """Where a structure's cost and saving in each year stand, by its number and the year."""

    cost: dict[tuple[int, int], Spot] = field(default_factory=dict)
    saving: dict[tuple[int, int], Spot] = field(default_factory=dict)


def put_years(book: Book, worked: Worked, once: Mapping[int, OneOffCells]) -> YearCells:
    """Write the sheet; without a dated year it says so.

    Args:
        book: the workbook.
        worked: the case.
        once: where the one-off costs of each structure stand.
    """
    cells = YearCells()
    sheet = FigureSheet(book, names.YEARS, _WIDTHS)
    row = sheet.head("By financial year", _NOTES)
    if not worked.dated:
        sheet.text((row, 0), "The case states no year, start or date: nothing can be shown by year.")
        return cells
    put_award_note(sheet, row)
    head = row
    row = sheet.header(row, _HEADINGS, frozen=3)
    awards = tuple(names.asked_award(year, dated=True) for year in worked.years)
    for column in range(4, 10):
        sheet.worked_heading((head, column), names.headed(_HEADINGS[column], awards), _HEADINGS[column])
    sheet.worked_heading((head, 11), names.based(awards), _HEADINGS[11])
    starts = []
    for costed in worked.structures:
        so_far: int | None = 0
        starts.append(row)
        for year in worked.years:
            saved = _pence(costed.money.saving_by_year[worked.label(year)])
            so_far = None if so_far is None or saved is None else so_far + saved
            _put_year(sheet, row, worked=worked, costed=costed, year=year, cells=cells)
            first = row - worked.years.index(year)
            span = f"H{first + 1}:H{row + 1}"
            formula = f"={names.summed(span)}"
            sheet.formula((row, 8), formula, shown=Unit.MONEY.shown(so_far), unit=Unit.POUNDS)
            spent, net = once[costed.number].expected.there, less(so_far, costed.once.expected_pence)
            formula = f"={names.known((f'I{row + 1}', spent), f'ROUND(I{row + 1}-{spent},2)')}"
            sheet.formula((row, 9), formula, shown=Unit.MONEY.shown(net), unit=Unit.POUNDS)
            row += 1
        row += 1
    sheet.pages(starts)
    return cells


def _put_year(sheet: FigureSheet, row: int, *, worked: Worked, costed: Costed, year: int, cells: YearCells) -> None:
    n, label = row + 1, worked.label(year)
    sheet.number((row, 0), costed.number)
    sheet.text((row, 1), costed.title)
    sheet.text((row, 2), label)
    months = MONTHS_IN_YEAR if costed.is_today else costed.money.months_by_year[label]
    sheet.typed((row, 3), months, unit=Unit.COUNT, allowed=MONTHS, change=True)
    before, after = worked.before(costed, year), costed.ledgers[year]
    cost = names.spent_name(year)
    sides = ((before_of(worked, costed), before), (((names.LINE_NO, f"$A{n}"),), after))
    for column, (conditions, ledger) in enumerate(sides, 4):
        shown = Unit.MONEY.shown(ledger.total().pence)
        sheet.formula((row, column), f"={names.total(cost, conditions)}", shown=shown, unit=Unit.POUNDS)
    mixed = names.known((f"E{n}", f"F{n}"), f"ROUND((E{n}*(12-D{n})+F{n}*D{n})/12,2)")
    mixed = names.known((f"D{n}",), f"IF(D{n}=0,E{n},IF(D{n}=12,F{n},{mixed}))")
    spent = Unit.MONEY.shown(_pence(costed.money.cost_by_year[label]))
    cells.cost[costed.number, year] = sheet.formula((row, 6), f"={mixed}", shown=spent, unit=Unit.POUNDS)
    saved = Unit.MONEY.shown(_pence(costed.money.saving_by_year[label]))
    formula = f"={names.known((f'E{n}', f'G{n}'), f'ROUND(E{n}-G{n},2)')}"
    cells.saving[costed.number, year] = sheet.formula((row, 7), formula, shown=saved, unit=Unit.POUNDS)
    sheet.text((row, 10), basis_of((*before.lines, *after.lines)))
    sheet.text((row, 11), prices_of(costed, year))


def _pence(pounds: float | None) -> int | None:
    """Pounds as results have them, exact to the penny, as pence."""
    return None if pounds is None else round(pounds * 100)
