"""The cells in which a further pay award is typed, year by year, and what each year's costs are worked out with.

An award of a year holds from that year on, on top of those before it. A blank is no award; a word leaves every cost of
pay not known. Each year has its name: award_2015_16 for all awards up to then, prices_2015_16 for the words.
Change this when an award starts on another day than a financial year.
"""

from __future__ import annotations

from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.lines import prices_of_lines
from scenarios.reporting.worked import Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Spot, Unit
from scenarios.workbooks.inputs import AWARD, UNKNOWN

_HEADINGS = ("", "financial year", "award typed", "in all by then", "costs as stated", "costs as they are now")
_NONE = "No further pay award is typed on the sheet 'pay award'."
_TYPED = (
    "A further pay award is typed on the sheet 'pay award': pay is after it from its year on, published figures too."
)


def put_asked(sheet: FigureSheet, book: Book, *, row: int, worked: Worked) -> int:
    """Write the cell of each year and name what follows from it; return the row after them, which has a note.

    Args:
        sheet: the sheet.
        book: the workbook.
        row: the row of the headings, from 0.
        worked: the case.
    """
    row = first = sheet.header(row, _HEADINGS)
    prices = prices_of_lines(worked)
    for year in worked.years:
        sheet.text((row, 1), worked.label(year), strong=True)
        typed = sheet.typed((row, 2), 0, unit=Unit.PERCENT, allowed=AWARD, change=True).here
        before = "" if row == first else f"(1+{Spot(names.AWARD, row - 1, 3).here})*"
        needed = f"COUNT({typed})+COUNTBLANK({typed})=1"
        if before:
            needed = f"AND({needed},ISNUMBER({Spot(names.AWARD, row - 1, 3).here}))"
        formula = f'=IF({needed},ROUND({before}(1+N({typed}))-1,8),"{UNKNOWN}")'
        now = sheet.formula((row, 3), formula, shown=0.0, unit=Unit.PERCENT)
        sheet.text((row, 4), prices)
        stated = Spot(names.AWARD, row, 4).here
        words = f'=IF({now.here}=0,{stated},{stated}&", after the award typed")'
        sheet.worked_text((row, 5), words, prices)
        said = Spot(names.AWARD, row, 5).there
        book.file.define_name(names.asked_award(year, dated=worked.dated).cell, f"={now.there}")
        book.file.define_name(names.prices_name(year, dated=worked.dated), f"={said}")
        row += 1
    awards = tuple(names.asked_award(year, dated=worked.dated) for year in worked.years)
    sheet.said((row, 1), names.where_raised(awards, otherwise=_NONE, raised=_TYPED), _NONE)
    book.file.define_name(names.AWARD_NOTE, f"={Spot(names.AWARD, row, 1).there}")
    return row + 1


def put_award_note(sheet: FigureSheet, row: int) -> None:
    """Say under the notes of a sheet whether its costs are after an award.

    Args:
        sheet: the sheet.
        row: the row after its notes, from 0, as `FigureSheet.head` gives it: the free one before it is taken.
    """
    sheet.said((row - 1, 0), f"={names.AWARD_NOTE}", _NONE)
