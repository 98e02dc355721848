"""The sheet that tells a planner how to fill in a blank workbook: steps, marks of cells, and what to look out for.

Rules: design.md section 3 (cells). The guide docs/guides/workbooks.md says the same at length.
Change this when a cell may be marked in another way.
"""

from __future__ import annotations

from collections.abc import Iterable

from scenarios.checking.questions import Question
from scenarios.reading.workbook_layout import CASE_SHEET, EXAMPLE, GUIDE_SHEET
from scenarios.workbooks.book import Book

MARKS: tuple[tuple[str, str], ...] = (
    ("12", "As the source gives it."),
    ("~12", "Assumed: a guess. It stays marked as one wherever it bears on an answer."),
    ("~12 (10..14)", "Assumed, between 10 and 14. The comparison says where in this range the answer changes."),
    ("12 (10..14)", "Given, with a range."),
    ("?", "Not known. It is never taken as nought, and what rests on it is not known either."),
    ("(blank)", "Not given: what a blank means stands in the note on each header."),
    ("12 [report, page 3]", "A source for this one figure; otherwise the source of its row, or of its sheet, holds."),
    ("22.2/37", "FTE as hours over full-time hours. Type it as text, or a spreadsheet may make a date of it."),
    ("~Grade 6", "A name, date or choice that is a guess is marked in the same way."),
    ("A; B", "A list of names: ; between."),
)

HABITS: tuple[str, ...] = (
    "Row 1 of every sheet is its header. A note on each header says what to type and what a blank means.",
    f"Rows that start with {EXAMPLE} are examples. They are never read: overwrite them or delete them.",
    "Columns and rows you do not need may stay blank or be deleted. Columns of your own are left alone, and said.",
    "The lists that open in cells are an offer. Anything may be typed, for instance ~ before a word.",
    "Formulas are read by the value they show. An error such as #REF!, or a formula without a value, is a fault.",
    "A hidden sheet is not read. A hidden row or column is read, and said.",
    "No names of people, no payroll numbers, no dates of birth: numbers of people only.",
)


def put_guide(book: Book, questions: Iterable[Question]) -> None:
    """Write the sheet that tells how to fill in the others.

    Args:
        book: the workbook.
        questions: what each of its sheets answers.
    """
    sheet = book.sheet(GUIDE_SHEET)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    rows: list[tuple[str, str, bool]] = [("How to fill in this workbook", "", True)]
    rows += [("", habit, False) for habit in HABITS]
    rows += [("", "", False), ("Sheet", "What it answers", True), (CASE_SHEET, "What is it about? (Needed.)", False)]
    rows += [(question.sheet, f"Step {question.step}. {question.opens}", False) for question in questions]
    rows += [("", "", False), ("In a cell", "What it says", True)]
    rows += [(mark, meaning, False) for mark, meaning in MARKS]
    rows += [("", "", False), ("When it is filled in", "", True)]
    rows += [("", "restructure check FILE.xlsx -o looked-at.xlsx  (faults and doubts as comments in a copy)", False)]
    for row, (left, right, is_heading) in enumerate(rows):
        if left:
            sheet.write_string(row, 0, left, book.strong if is_heading else book.top)
        if right:
            sheet.write_string(row, 1, right, book.strong if is_heading else book.wrapped)
    sheet.hide_gridlines(2)
