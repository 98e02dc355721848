"""Sheet `groups`: each staff group with its people as a range, whether at risk, and how many may be displaced.

Change this when more is said about a staff group.
"""

from __future__ import annotations

from scenarios.claims.ground import headcount
from scenarios.reporting.hr_book.form import GROUPS, proposals, put_name
from scenarios.reporting.worked import Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Unit

_WIDTHS = (5, 34, 44, 20, 12, 12, 12, 12, 12, 16)
_HEADINGS = (
    "no.", "structure", "staff group", "grade today", "people, at least", "people, at most", "leaving anyway",
    "at risk", "displaced, at least", "displaced, at most",
)  # fmt: skip
_NOTES = (
    "People, not posts or FTE. '?': the number of people is not known; at most is then one for each post.",
    "Displaced at least: every claim succeeds. At most: only those certain of a place have one. Never who.",
)


def put_groups(book: Book, worked: Worked) -> None:
    """Write the sheet.

    Args:
        book: the workbook.
        worked: the case.
    """
    sheet = FigureSheet(book, GROUPS, _WIDTHS)
    row = sheet.header(sheet.head("Staff groups", _NOTES), _HEADINGS, frozen=3)
    for costed in proposals(worked):
        staff = {each.group.group: each for each in costed.answer.question.people.staff}
        for group in costed.people.groups:
            each, counted = staff[group.group], headcount(staff[group.group])
            put_name(sheet, row, costed)
            sheet.text((row, 2), group.group)
            sheet.text((row, 3), each.job.grade or "not known")
            sheet.fixed((row, 4), counted.least, unit=Unit.COUNT)
            sheet.fixed((row, 5), counted.most, unit=Unit.COUNT)
            sheet.fixed((row, 6), each.leaving, unit=Unit.COUNT)
            sheet.text((row, 7), "yes" if group.at_risk else "no")
            sheet.fixed((row, 8), group.displaced_low, unit=Unit.COUNT)
            sheet.fixed((row, 9), group.displaced_high, unit=Unit.COUNT)
            row += 1
        put_name(sheet, row, costed)
        sheet.text((row, 2), "together", strong=True)
        sheet.text((row, 7), f"{costed.people.at_risk} at risk", strong=True)
        sheet.fixed((row, 8), costed.people.displaced_at_least, unit=Unit.COUNT)
        sheet.fixed((row, 9), costed.people.displaced_at_most, unit=Unit.COUNT)
        row += 2
