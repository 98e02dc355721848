"""Sheets of figures: texts stay texts, what is not known is a question mark, and pence are shown as pounds."""

import io

import openpyxl
import pytest

from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Spot, Unit, block


def sheet_of(book: Book) -> openpyxl.worksheet.worksheet.Worksheet:
    """The only sheet of a book, read back."""
    return openpyxl.load_workbook(io.BytesIO(book.content())).worksheets[0]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(1)", "http://somewhere"])
def test_a_text_is_never_run(text: str) -> None:
    """Whatever it starts with, wherever it stands: it is a text, and no link."""
    book = Book("b")
    sheet = FigureSheet(book, "s", (10, 10))
    row = sheet.header(sheet.head(text, (text,)), (text, ""), frozen=1)
    sheet.text((row, 0), text)
    sheet.heading((row + 1, 0), text)
    found = [cell for cells in sheet_of(book).iter_rows() for cell in cells if cell.value is not None]
    assert {(cell.value, cell.data_type, cell.hyperlink) for cell in found} == {(text, "s", None)}
    assert len(found) == 5


def test_figures_in_their_units() -> None:
    """Pence are pounds, thousandths are FTE, basis points are shares; not known is a question mark."""
    book = Book("b")
    sheet = FigureSheet(book, "s", (10,))
    for row, (number, unit) in enumerate(
        ((12_345, Unit.MONEY), (625, Unit.FTE), (250, Unit.PERCENT), (None, Unit.COUNT))
    ):
        assert sheet.fixed((row, 0), number, unit=unit).here == f"A{row + 1}"
    sheet.day((4, 0), None)
    assert [cell.value for cell in sheet_of(book)["A"]] == [123.45, 0.625, 0.025, "?", "?"]


def test_cells_by_name() -> None:
    """On their own sheet, on another, and as a block."""
    assert (Spot("by year", 6, 27).here, Spot("by year", 6, 27).there) == ("AB7", "'by year'!$AB$7")
    assert block("lines", (4, 9), 0) == "'lines'!$A$5:$A$10"


def test_rows_are_high_enough_for_their_texts() -> None:
    """Not every spreadsheet makes room by itself; a longer text in the row goes before a shorter."""
    book = Book("b")
    sheet = FigureSheet(book, "s", (10, 10))
    sheet.text((0, 0), "three words that do not fit in one line")
    sheet.text((0, 1), "short")
    sheet.text((1, 0), "short")
    sheet.text((2, 5), "beyond the columns named")
    heights = {row: sheet.height for row, sheet in sheet_of(book).row_dimensions.items()}
    assert heights[1] == 75
    assert heights.get(2) is None
    assert heights[3] == 60
