"""The HR workbook of a case: what each structure means for people, as numbers, and what the authority still has to say.

Same case, same bytes. No sheet holds a person or anything about one.
Change this when a sheet is added: one file, one line here.
"""

from __future__ import annotations

from scenarios.reporting.hr_book import form
from scenarios.reporting.hr_book.contests import put_ring_fences, put_slot_ins
from scenarios.reporting.hr_book.evaluation import put_evaluation
from scenarios.reporting.hr_book.groups import put_groups
from scenarios.reporting.hr_book.particulars import put_particulars
from scenarios.reporting.hr_book.timetable import put_timetable
from scenarios.reporting.worked import Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet

_SHEETS = (
    (
        form.PARTICULARS,
        "The particulars of section 188(4) of the 1992 Act, with marked blanks for what the case does not state.",
    ),
    (form.GROUPS, "Each staff group: people, at risk, displaced at least and at most."),
    (form.RING_FENCES, "n people for k posts, in the order in which posts are filled."),
    (form.SLOT_INS, "Groups that may be slotted in, and how many are certain of it."),
    (form.EVALUATION, "Posts that need a grade, and matches that nobody has evaluated."),
    (form.TIMETABLE, "The days from the decision to consult to the first saving."),
)


def people_workbook_of(worked: Worked) -> bytes:
    """Return the HR workbook of a case that is worked out."""
    book = Book(f"HR workbook: {worked.scenario.header.title}")
    _put_contents(book, worked)
    put_particulars(book, worked)
    put_groups(book, worked)
    put_ring_fences(book, worked)
    put_slot_ins(book, worked)
    put_evaluation(book, worked)
    put_timetable(book, worked.case)
    return book.content()


def _put_contents(book: Book, worked: Worked) -> None:
    header = worked.scenario.header
    sheet = FigureSheet(book, form.CONTENTS, (24, 120))
    row = sheet.head(f"HR workbook: {header.title}")
    lines = [
        ("case", f"{header.name}, {header.authority}"),
        ("for", "Officers of human resources. Not for publication: numbers of small groups stand in it."),
        (
            "people",
            "Numbers of people by staff group, as ranges. Nobody in particular; who is appointed is never worked out.",
        ),
        (
            "what it is not",
            "Not legal advice. None of this makes a structure fair or lawful; that is the authority's judgement.",
        ),
        *([("note", header.note)] if header.note else []),
        ("", ""),
        *_SHEETS,
        ("", ""),
        *((f"structure {costed.number}", costed.title) for costed in form.proposals(worked)),
        ("not in it", "Options that are set aside."),
    ]
    for left, right in lines:
        sheet.text((row, 0), left, strong=True)
        sheet.text((row, 1), right)
        row += 1
