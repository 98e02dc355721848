"""A planner's own workbook with what was found in it: faults and doubts as comments, and a sheet that lists them all.

openpyxl is used in this file only. It keeps values, formulas, formats, widths, merged cells, notes and drop-downs; it
cannot keep pictures, shapes, threaded comments, slicers, macros or the values that formulas last showed. What a
workbook lost is said. It opens the parts that unpack.py has looked at, all of them, and never the file itself.
Rules: design.md section 2 (a fault at its place, with what to do).
Change this when something found is shown in another way.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from scenarios.reading import workbook_trouble
from scenarios.reading.sheet_marks import require_near
from scenarios.reading.unpack import open_package
from scenarios.reading.workbook_layout import RESULTS_SHEET
from scenarios.reading.workbook_parts import contents_of
from scenarios.schema.faults import CellTrouble, Fault, Trouble
from scenarios.workbooks.book import MADE_BY

MARK = "Found by restructure check:"
"""Opens what is added to a note, so that a later check can take it out again."""
_FILLS = {"fault": "F8CBAD", "doubt": "FFE699"}
_COLUMNS = (("kind", 9), ("place", 22), ("column", 26), ("there", 28), ("what it is, and what to do", 100))
_LOST = {
    "xl/drawings/drawing": "shapes and pictures",
    "xl/media/": "shapes and pictures",
    "xl/threadedComments": "threads of comments (they stay as plain notes)",
    "xl/slicers": "slicers",
    "xl/timelines": "timelines",
    "xl/ctrlProps": "buttons and other controls",
    "xl/activeX": "buttons and other controls",
    "xl/embeddings": "embedded files",
    "xl/vbaProject": "macros",
    "xl/queryTables": "links to other data",
    "xl/connections": "links to other data",
    "xl/diagrams": "diagrams",
}
_NOT_SUPPORTED = re.compile(r"(.+) extension is not supported", re.IGNORECASE)
_FORMULA = re.compile(rb"<(?:[^\s<>/!?:]+:)?f[\s/>]")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_FIXED = b"2000-01-01T00:00:00Z"
_ODD_FILE = (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, SyntaxError, OverflowError)
"""What openpyxl raises about a workbook that other programs read."""


@dataclass(frozen=True)
class AnnotatedCopy:
    """A copy of a workbook with comments: its bytes, and in words what of the planner's own it does not have."""

    content: bytes
    lost: tuple[str, ...]


def annotated_copy(content: bytes, troubles: Sequence[Trouble]) -> AnnotatedCopy:
    """Return a copy of a workbook with every trouble at its cell, and a sheet in front that lists them.

    Args:
        content: the planner's workbook.
        troubles: faults and doubts, in the order they are to be listed.

    Raises:
        CellTrouble: the workbook cannot be opened, or not so that it can be written anew.
    """
    package = open_package(content)
    for sheet in contents_of(package).sheets:
        require_near(package.part(sheet.part))
    stream = io.BytesIO()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            book = openpyxl.load_workbook(package.repacked(package.infos))
            _forget_earlier(book)
            for trouble in troubles:
                if trouble.cell is not None and trouble.sheet in book.sheetnames:
                    _put_comment(book[trouble.sheet], trouble.cell, trouble)
            _put_results(book, troubles)
            book.save(stream)
        except _ODD_FILE as odd:
            why = f"a copy with comments cannot be made of it: {type(odd).__name__}"
            raise CellTrouble(workbook_trouble.damaged(why)) from odd
    parts = _parts(stream)
    lost = {*_lost(package.infos, parts), *_unsupported(str(each.message) for each in caught)}
    if any(_FORMULA.search(part) for name, part in parts.items() if name.startswith("xl/worksheets/")):
        lost.add("the values of formulas (they come back when the copy is opened in a spreadsheet and saved)")
    return AnnotatedCopy(_packed(parts), tuple(sorted(lost)))


def _lost(before: Iterable[str], after: Iterable[str]) -> set[str]:
    """Return what of a workbook has no counterpart in its copy, in words."""
    names = {True: tuple(before), False: tuple(after)}
    count = {was: {start: sum(each.startswith(start) for each in names[was]) for start in _LOST} for was in names}
    return {words for start, words in _LOST.items() if count[True][start] > count[False][start]}


def _unsupported(warned: Iterable[str]) -> set[str]:
    """Return the newer kinds of things that openpyxl says it takes out."""
    found = (_NOT_SUPPORTED.match(text) for text in warned)
    return {f"{each[1].lower()} of newer kinds" for each in found if each is not None}


def _parts(stream: io.BytesIO) -> dict[str, bytes]:
    with ZipFile(stream) as written:
        return {name: written.read(name) for name in written.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    """Return parts as a workbook that holds no clock."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            kept = _MODIFIED.sub(rb"\g<1>" + _FIXED, part) if name == "docProps/core.xml" else part
            packed.writestr(ZipInfo(name), kept, ZIP_DEFLATED)
    return stream.getvalue()


def _forget_earlier(book: Workbook) -> None:
    """Take out what an earlier check has written."""
    if RESULTS_SHEET in book.sheetnames:
        book.remove(book[RESULTS_SHEET])
    for sheet in book.worksheets:
        for cell in tuple(sheet._cells.values()):  # the cells there are: going by rows would make all between them
            if isinstance(cell, Cell) and cell.comment is not None and MARK in cell.comment.text:
                kept = cell.comment.text.partition(MARK)[0].rstrip()
                cell.comment = Comment(kept, cell.comment.author) if kept else None


def _put_comment(sheet: Worksheet, at: str, trouble: Trouble) -> None:
    """Add a trouble to the note on a cell; on a merged block it goes to the first cell."""
    block = next((block for block in sheet.merged_cells.ranges if at in block), None)
    cell = sheet[at] if block is None else sheet.cell(block.min_row, block.min_col)
    earlier = cell.comment.text if cell.comment is not None else ""
    opening = "" if MARK in earlier else f"{earlier}\n\n{MARK}\n" if earlier else f"{MARK}\n"
    text = f"{opening or earlier}\n{_kind(trouble).upper()}: {_plain(trouble.message)}".replace(
        f"{MARK}\n\n", f"{MARK}\n"
    )
    author = MADE_BY if cell.comment is None else cell.comment.author
    cell.comment = Comment(
        text, author, width=320, height=40 + 18 * sum(1 + len(line) // 45 for line in text.split("\n"))
    )


def _put_results(book: Workbook, troubles: Sequence[Trouble]) -> None:
    """Put a sheet in front that lists every trouble, each with the way to its cell."""
    sheet = book.create_sheet(RESULTS_SHEET, 0)
    book.active = sheet
    faults = sum(isinstance(trouble, Fault) for trouble in troubles)
    sheet["A1"] = f"Faults: {faults}. Doubts: {len(troubles) - faults}."
    sheet["A1"].font = Font(bold=True)
    sheet["A2"] = (
        "Faults are to be mended first; doubts are usable data to look at. A later check takes this sheet out again."
    )
    for index, (heading, width) in enumerate(_COLUMNS, start=1):
        cell = sheet.cell(4, index, heading)
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    for number, trouble in enumerate(troubles, start=5):
        place = trouble.sheet if trouble.cell is None else f"{trouble.sheet}!{trouble.cell}"
        texts = (_kind(trouble), place, trouble.column or "", trouble.value, trouble.message)
        for index, text in enumerate(texts, start=1):
            cell = sheet.cell(number, index, _plain(text))
            cell.data_type = "s"  # what stands in a cell is shown, and never run as a formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(number, 1).fill = PatternFill("solid", fgColor=_FILLS[_kind(trouble)])
        if trouble.cell is not None and trouble.sheet in book.sheetnames:
            quoted = trouble.sheet.replace("'", "''")
            sheet.cell(number, 2).hyperlink = Hyperlink(ref=f"B{number}", location=f"'{quoted}'!{trouble.cell}")
            sheet.cell(number, 2).font = Font(underline="single", color="1F3864")
    sheet.freeze_panes = "A5"


def _kind(trouble: Trouble) -> str:
    return "fault" if isinstance(trouble, Fault) else "doubt"


def _plain(text: str) -> str:
    """Return a text without signs that a workbook cannot hold."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "\N{REPLACEMENT CHARACTER}" for sign in text)
