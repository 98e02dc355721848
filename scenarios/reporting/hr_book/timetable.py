"""Sheet `timetable`: the days from the decision to the first saving, as `restructure timetable` lays them out.

Change this when a timetable says something more.
"""

from __future__ import annotations

from scenarios.reporting.hr_book.form import TIMETABLE, to_write
from scenarios.schema.case import Case
from scenarios.timetable.days import CALENDAR_DAYS
from scenarios.timetable.of_case import Asked, NoDecision, timetables
from scenarios.timetable.plan import Timetable
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet

_HEADINGS = ("option", "step", "from", "to, at the earliest", "to, at the latest", "why")
_NOTES = (
    "Each step follows the one before. What nobody has stated counts as no days: dates are then 'not before'.",
    "'?': the latest day is not known. HR1 is to reach the Secretary of State by the day named.",
    CALENDAR_DAYS,
)


def put_timetable(book: Book, case: Case) -> None:
    """Write the sheet: the timetable of every given structure.

    Args:
        book: the workbook.
        case: the case.
    """
    sheet = FigureSheet(book, TIMETABLE, (36, 30, 14, 18, 18, 70))
    row = sheet.header(sheet.head("Timetable", _NOTES), _HEADINGS, frozen=2)
    try:
        found = timetables(case, Asked(reads_sealed=True))
    except NoDecision:
        sheet.text((row, 1), to_write("the day of the decision to consult"))
        return
    for option, each in found:
        row = _put_steps(sheet, row, option=option, found=each) + 1


def _put_steps(sheet: FigureSheet, row: int, *, option: str, found: Timetable) -> int:
    sheet.text((row, 0), option)
    sheet.text((row, 1), "decision to consult")
    sheet.day((row, 2), found.decided_on)
    row += 1
    for step in found.laid:
        sheet.text((row, 0), option)
        sheet.text((row, 1), step.period.name)
        if step.last >= step.first:
            sheet.day((row, 2), step.first)
            sheet.day((row, 3), step.last)
        sheet.day((row, 4), step.latest)
        sheet.text((row, 5), step.period.why)
        row += 1
    if found.hr1_by is not None:
        sheet.text((row, 0), option)
        sheet.text((row, 1), "form HR1, by")
        sheet.day((row, 3), found.hr1_by)
        row += 1
    sheet.text((row, 0), option)
    sheet.text((row, 1), "first saving", strong=True)
    sheet.day((row, 3), found.earliest_saving)
    sheet.day((row, 4), found.latest_saving)
    sheet.text((row, 5), f"{found.months} whole months of {found.year.label} at most")
    return row + 1
