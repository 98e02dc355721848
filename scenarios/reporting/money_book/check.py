"""Sheet `check`: every total as the comparison gives it, typed, beside what this workbook works out.

Change this when a comparison gives another total.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.one_off import OneOffCells
from scenarios.reporting.money_book.summary import cost_cells, saving_cells
from scenarios.reporting.money_book.years import YearCells
from scenarios.reporting.worked import Costed, Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Spot, Unit

_WIDTHS = (5, 44, 30, 20, 20, 18, 12)
_HEADINGS = ("no.", "structure", "figure", "as compared", "in this workbook", "difference", "")
_NOTES = (
    "as compared: what restructure compare gives for the same case, to the penny, typed when the workbook was written.",
    "Once you change a blue figure or the pay award, the difference is what your change comes to.",
)
Row = tuple[str, int | None, Spot]


def put_check(book: Book, worked: Worked, *, by_year: YearCells, once: Mapping[int, OneOffCells]) -> None:
    """Write the sheet.

    Args:
        book: the workbook.
        worked: the case.
        by_year: where costs and savings by year stand.
        once: where one-off costs stand.
    """
    sheet = FigureSheet(book, names.CHECK, _WIDTHS)
    row = sheet.header(sheet.head("Agreement with the comparison", _NOTES), _HEADINGS, frozen=3)
    for costed in worked.structures:
        for figure, pence, spot in _figures(worked, costed, by_year=by_year, once=once):
            n = row + 1
            sheet.number((row, 0), costed.number)
            sheet.text((row, 1), costed.title)
            sheet.text((row, 2), figure)
            sheet.typed((row, 3), pence, unit=Unit.MONEY)
            sheet.formula((row, 4), f"={spot.there}", shown=Unit.MONEY.shown(pence), unit=Unit.MONEY)
            formula = names.known((f"D{n}", f"E{n}"), f"ROUND(E{n}-D{n},2)")
            gap = Unit.MONEY.shown(None if pence is None else 0)
            sheet.formula((row, 5), f"={formula}", shown=gap, unit=Unit.MONEY)
            sheet.formula((row, 6), f'=IF(D{n}=E{n},"agrees","changed")', shown="agrees", unit=Unit.COUNT)
            row += 1


def _figures(worked: Worked, costed: Costed, *, by_year: YearCells, once: Mapping[int, OneOffCells]) -> Iterator[Row]:
    number, money = costed.number, costed.money
    yield "cost a year", costed.ledgers[worked.years[0]].total().pence, cost_cells(worked)[number]
    yield "saving a year", money.saving_pence, saving_cells(worked)[number]
    for year in worked.years if worked.dated else ():
        label = worked.label(year)
        yield f"cost in {label}", _pence(money.cost_by_year[label]), by_year.cost[number, year]
        yield f"saving in {label}", _pence(money.saving_by_year[label]), by_year.saving[number, year]
    yield "one-off, low", costed.once.low_pence, once[number].low
    yield "one-off, expected", costed.once.expected_pence, once[number].expected
    yield "one-off, high", costed.once.high_pence, once[number].high


def _pence(pounds: float | None) -> int | None:
    return None if pounds is None else round(pounds * 100)
