"""Copies with comments: what was found stands at its cell, what was the planner's stays, and what is lost is said.

Change this when something found is shown in another way.
"""

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from scenarios.reading.load import load_case
from scenarios.reading.workbook_layout import RESULTS_SHEET
from scenarios.schema.faults import CellTrouble, Doubt, Fault, ScenarioFaults, Trouble
from scenarios.workbooks.annotating import MARK, annotated_copy
from tests.scenarios.reading.messy_workbooks import HEAD, POSTS, Messy, hostile, plain, posts_with
from tests.scenarios.reading.spreadsheets import parts_of, with_part, workbook_of, zip_of

HARMLESS = ("one far cell", "a merged block that hides its place", "a vast merged block", "entities that grow")


def _troubles(content: bytes, folder: Path) -> tuple[Trouble, ...]:
    path = folder / "case.xlsx"
    path.write_bytes(content)
    try:
        return load_case(path).doubts
    except ScenarioFaults as found:
        return (*found.faults, *found.doubts)


def _opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def _notes(book: Workbook, sheet: str) -> dict[str, str]:
    return {cell.coordinate: cell.comment.text for row in book[sheet].iter_rows() for cell in row if cell.comment}


def _planners() -> bytes:
    """Return a workbook as a planner keeps it, with looks and notes of its own."""
    book = _opened(plain(posts=posts_with(2, 4, "abc")))
    sheet = book["posts"]
    sheet["A2"].font = Font(bold=True, color="FF0000")
    sheet["E3"].comment = Comment("ask finance", "planner")
    sheet["A3"].comment = Comment("keep", "planner")
    sheet.merge_cells("B2:B3")
    sheet.column_dimensions["A"].width = 33
    sheet["H2"] = "=E2*2"
    offer = DataValidation(type="list", formula1='"PO2,PO4"')
    offer.add("C2:C9")
    sheet.add_data_validation(offer)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_what_was_found_stands_at_its_cell(tmp_path: Path) -> None:
    """A fault and a doubt are comments at their cells, below a note that was there; other notes stay as they are."""
    content = _planners()
    notes = _notes(_opened(annotated_copy(content, _troubles(content, tmp_path)).content), "posts")
    assert notes["A3"] == "keep"
    assert notes["E3"].startswith(f"ask finance\n\n{MARK}\nFAULT: 'abc' is not a number")
    assert notes["B2"].startswith(f"{MARK}\nDOUBT: 'North' is merged over B2:B3")
    assert {*notes} == {"A3", "B2", "E3"}


def test_the_planners_own_is_kept() -> None:
    """Values, formulas, fonts, widths, merged cells and drop-downs are those of the workbook."""
    content = _planners()
    before, after = (_opened(each)["posts"] for each in (content, annotated_copy(content, ()).content))
    assert [[cell.value for cell in row] for row in after] == [[cell.value for cell in row] for row in before]
    assert (after["A2"].font.b, after["A2"].font.color.rgb) == (True, "00FF0000")
    assert after.column_dimensions["A"].width == 33
    assert str(after.merged_cells) == "B2:B3"
    assert [str(rule.sqref) for rule in after.data_validations.dataValidation] == ["C2:C9"]


def test_everything_is_listed_in_front(tmp_path: Path) -> None:
    """The first sheet lists every trouble with place, value and words, and leads to its cell."""
    content = _planners()
    troubles = _troubles(content, tmp_path)
    book = _opened(annotated_copy(content, troubles).content)
    assert book.sheetnames == [RESULTS_SHEET, "case", "posts"]
    sheet = book[RESULTS_SHEET]
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert rows == [
        [
            "fault" if isinstance(trouble, Fault) else "doubt",
            trouble.sheet if trouble.cell is None else f"{trouble.sheet}!{trouble.cell}",
            trouble.column or "",
            trouble.value,
            trouble.message,
        ]
        for trouble in troubles
    ]
    assert sheet["B5"].hyperlink.location == f"'posts'!{troubles[0].cell}"


def test_a_later_check_starts_anew(tmp_path: Path) -> None:
    """A copy that is checked again reads as the same case, and what is mended is told no more."""
    content = _planners()
    first = annotated_copy(content, _troubles(content, tmp_path)).content
    again = _troubles(first, tmp_path)
    assert [str(trouble) for trouble in again] == [str(trouble) for trouble in _troubles(content, tmp_path)]
    clean = _opened(annotated_copy(first, ()).content)
    assert _notes(clean, "posts") == {"A3": "keep", "E3": "ask finance"}
    assert clean.sheetnames.count(RESULTS_SHEET) == 1


def test_a_value_is_shown_and_never_run(tmp_path: Path) -> None:
    """What starts like a formula is listed as text, and signs that no workbook holds are replaced."""
    doubt = Doubt("posts", 2, "title", "=cmd|' /C calc'!A0", "\x07 odd", "code", cell="A2")
    book = _opened(annotated_copy(plain(), [doubt]).content)
    assert (book[RESULTS_SHEET]["D5"].value, book[RESULTS_SHEET]["D5"].data_type) == (doubt.value, "s")
    assert _notes(book, "posts")["A2"] == f"{MARK}\nDOUBT: \N{REPLACEMENT CHARACTER} odd"


def test_a_block_takes_the_note_at_its_first_cell() -> None:
    """A trouble within a merged block, and two at one cell, are all told."""
    at = [Doubt("posts", 3, "team", "", words, "code", cell=cell) for words, cell in (("one", "B3"), ("two", "B2"))]
    notes = _notes(_opened(annotated_copy(_planners(), at).content), "posts")
    assert notes["B2"] == f"{MARK}\nDOUBT: one\nDOUBT: two"


def test_what_is_lost_is_said() -> None:
    """Pictures, macros, newer formats and the values of formulas are named; a plain workbook loses nothing."""
    parts = parts_of(plain())
    extension = (
        b'<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" '
        b'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings/></ext>'
        b"</extLst></worksheet>"
    )
    rich = zip_of({**parts, "xl/media/image1.png": b"x", "xl/vbaProject.bin": b"x"})
    rich = with_part(rich, "xl/worksheets/sheet2.xml", {b"</worksheet>": extension})
    rich = with_part(rich, "xl/worksheets/sheet2.xml", {b'<c r="F3"><v>': b'<c r="F3"><f>E3*42000</f><v>'})
    assert annotated_copy(plain(), ()).lost == ()
    assert annotated_copy(rich, ()).lost == (
        "conditional formatting of newer kinds",
        "macros",
        "shapes and pictures",
        "the values of formulas (they come back when the copy is opened in a spreadsheet and saved)",
    )


def test_the_same_workbook_gives_the_same_bytes() -> None:
    """No clock is written into a copy."""
    doubt = Doubt("posts", 2, "title", "x", "odd", "code", cell="A2")
    content = workbook_of({"case": HEAD, "posts": POSTS})
    assert annotated_copy(content, [doubt]).content == annotated_copy(content, [doubt]).content
    assert b"2000-01-01T00:00:00Z" in parts_of(annotated_copy(content, [doubt]).content)["docProps/core.xml"]


@pytest.mark.parametrize("each", [h for h in hostile() if h.name in HARMLESS], ids=lambda each: each.name)
def test_hostile_workbooks_are_not_opened(each: Messy) -> None:
    """What the reader refuses is refused here as well, before openpyxl makes room for it."""
    with pytest.raises(CellTrouble):
        annotated_copy(each.content, ())


def test_what_openpyxl_cannot_open_is_said() -> None:
    """A workbook that only other programs read gives words and no traceback."""
    styles = with_part(plain(), "xl/styles.xml", {b"<fonts": b"<fants", b"</fonts": b"</fants"})
    links = with_part(plain(), "xl/worksheets/sheet2.xml", {b"<sheetFormatPr": b'<sheetFormatPr x="1"'})
    for odd in (styles, links):
        with pytest.raises(CellTrouble) as refused:
            annotated_copy(odd, ())
        assert refused.value.words.code == "damaged"
