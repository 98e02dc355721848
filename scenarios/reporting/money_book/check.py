"""Sheet `check`: every total as the comparison gives it beside what this workbook works out; a verdict on top.

What is not as compared is listed first; sheets that add up the same costs in another way are held to the same totals.
Change this when a comparison gives another total, or a sheet adds up the costs once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.budgets import Together
from scenarios.reporting.money_book.one_off import OneOffCells
from scenarios.reporting.money_book.summary import cost_cells, saving_cells
from scenarios.reporting.money_book.years import YearCells
from scenarios.reporting.worked import Costed, Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Spot, Unit

_WIDTHS = (5, 60, 34, 20, 20, 18, 16, 8)
_HEADINGS = ("no.", "structure", "figure", "as compared", "in this workbook", "difference", "", "not so")
_LISTED = 12
_NOTES = (
    "",
    "as compared: what restructure compare gives for the same case, to the penny, written when the workbook was.",
    "Once you change a blue figure or type a pay award, the difference is what your change comes to.",
)
Row = tuple[str, int | None, Spot]


@dataclass(frozen=True)
class Checked:
    """Where the figures to be checked stand: by year, paid once, and each sheet's sums by the name of the sheet."""

    by_year: YearCells
    once: Mapping[int, OneOffCells]
    sums: Mapping[str, Together]


def put_check(book: Book, worked: Worked, checked: Checked) -> None:
    """Write the sheet.

    Args:
        book: the workbook.
        worked: the case.
        checked: where the figures to be checked stand.
    """
    sheet = FigureSheet(book, names.CHECK, _WIDTHS)
    top = sheet.head("Agreement with the comparison", _NOTES)
    sheet.heading((top, 0), f"Not as compared, the first {_LISTED}")
    listed = sheet.header(top + 1, _HEADINGS[:-1])
    sheet.heading((listed + _LISTED + 1, 0), "Every figure")
    row = first = sheet.header(listed + _LISTED + 2, _HEADINGS, repeated=True)
    starts = [top]
    for costed in worked.structures:
        starts.append(row)
        for found in _figures(worked, costed, checked):
            _put_figure(sheet, row, costed=costed, found=found)
            row += 1
    _put_listed(sheet, listed, first=first, last=row - 1)
    _put_verdict(sheet, first=first, last=row - 1)
    sheet.pages(starts)


def _put_figure(sheet: FigureSheet, row: int, *, costed: Costed, found: Row) -> None:
    figure, pence, spot = found
    n = row + 1
    sheet.number((row, 0), costed.number)
    sheet.text((row, 1), costed.title)
    sheet.text((row, 2), figure)
    sheet.fixed((row, 3), pence, unit=Unit.MONEY)
    sheet.formula((row, 4), f"={spot.there}", shown=Unit.MONEY.shown(pence), unit=Unit.MONEY)
    formula = names.known((f"D{n}", f"E{n}"), f"ROUND(E{n}-D{n},2)")
    gap = Unit.MONEY.shown(None if pence is None else 0)
    sheet.formula((row, 5), f"={formula}", shown=gap, unit=Unit.MONEY)
    verdict = f'=IF(D{n}=E{n},"agrees",IF(ISNUMBER(E{n}),"changed","not known now"))'
    sheet.worked_text((row, 6), verdict, "agrees")
    sheet.formula((row, 7), f'=N(H{n - 1})+IF(G{n}="agrees",0,1)', shown=0.0, unit=Unit.COUNT)


def _put_listed(sheet: FigureSheet, row: int, *, first: int, last: int) -> None:
    """List what is not as compared: rows that stay empty while all agrees."""
    for place in range(1, _LISTED + 1):
        for column, letter in enumerate("ABCDEFG"):
            cells, counted = (f"${name}${first + 1}:${name}${last + 1}" for name in (letter, "H"))
            formula = f'=IFERROR(INDEX({cells},MATCH({place},{counted},0)),"")'
            at = (row + place - 1, column)
            if letter in "DEF":
                sheet.formula(at, formula, shown="", unit=Unit.MONEY)
            else:
                sheet.worked_text(at, formula, "")


def _put_verdict(sheet: FigureSheet, *, first: int, last: int) -> None:
    """Say in one line whether everything agrees."""
    count, apart = last - first + 1, f"H{last + 1}"
    unknown = f'COUNTIF(G{first + 1}:G{last + 1},"not known now")'
    said = f"All {count} figures of this workbook are as compared."
    formula = (
        f'=IF({apart}=0,"{said}",{apart}&" of {count} figures are not as compared"&IF({unknown}>0,", "&{unknown}&" of '
        f'them ? now: a cell that they need is blank or is no number","")&".")'
    )
    sheet.said((1, 0), formula, said, strong=True)


def _figures(worked: Worked, costed: Costed, checked: Checked) -> Iterator[Row]:
    number, money, year = costed.number, costed.money, worked.years[0]
    before, after = worked.before(costed, year).total().pence, costed.ledgers[year].total().pence
    yield "cost a year", after, cost_cells(worked)[number]
    yield "saving a year", money.saving_pence, saving_cells(worked)[number]
    for each in worked.years if worked.dated else ():
        label = worked.label(each)
        yield f"cost in {label}", _pence(money.cost_by_year[label]), checked.by_year.cost[number, each]
        yield f"saving in {label}", _pence(money.saving_by_year[label]), checked.by_year.saving[number, each]
    yield "one-off, low", costed.once.low_pence, checked.once[number].low
    yield "one-off, expected", costed.once.expected_pence, checked.once[number].expected
    yield "one-off, high", costed.once.high_pence, checked.once[number].high
    for sheet, sums in checked.sums.items():
        wanted = (before, after, money.saving_pence)
        for what, pence, spot in zip(("before", "after", "saving"), wanted, sums[number], strict=True):
            yield f"{sheet}, together: {what}", pence, spot


def _pence(pounds: float | None) -> int | None:
    return None if pounds is None else round(pounds * 100)
