"""The text of a cell as a value of a spreadsheet: numbers and dates as such wherever they read back as the same text.

Rules: design.md section 3 (a workbook loads to the same object); a spreadsheet keeps 15 digits, and no day before 1900.
Change this when a kind of cell is better kept as another type of value.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from scenarios.reading.cell_text import cell_text
from scenarios.schema.columns import NUMBER_KINDS, Kind
from scenarios.workbooks.book import Book

Position = tuple[int, int]
"""Row and column of a cell, from 0."""
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9})?")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = frozenset({Kind.WHOLE})
FIRST_YEAR = 1901


def put_cell(book: Book, sheet: Worksheet, at: Position, *, text: str, kind: Kind) -> None:
    """Write the text of a cell as the value it is; a blank is not written.

    Args:
        book: the workbook.
        sheet: the sheet.
        at: the place of the cell.
        text: the cell as it is written in a CSV file.
        kind: its kind.
    """
    if not text:
        return
    value = value_of(text, kind)
    if isinstance(value, datetime):
        sheet.write_datetime(*at, value, book.look(Kind.DATE))
    elif isinstance(value, float):
        is_percent = text.endswith("%")
        look = book.look(Kind.PERCENT if is_percent else kind, decimals="." in text)
        sheet.write_number(*at, value, look)
    else:
        sheet.write_string(*at, text, book.wrapped if "\n" in text else book.look(Kind.TEXT))


def value_of(text: str, kind: Kind) -> str | float | datetime:
    """Return what a cell holds: a number or a day where that reads back as the same text, else the text.

    Args:
        text: the cell as it is written in a CSV file.
        kind: its kind.
    """
    if kind is Kind.DATE and _ISO.fullmatch(text) and int(text[:4]) >= FIRST_YEAR:
        return datetime.combine(date.fromisoformat(text), datetime.min.time())
    is_percent = text.endswith("%")
    if kind not in NUMBER_KINDS | _WHOLE | {Kind.PERCENTS_BY_NAME, Kind.HAPPENS}:
        return text
    if not _NUMBER.fullmatch(text.removesuffix("%")) or (kind in (Kind.PERCENTS_BY_NAME, Kind.HAPPENS)) > is_percent:
        return text
    value = float(Decimal(text.removesuffix("%")) / (100 if is_percent else 1))
    return value if cell_text(value, is_percent=is_percent) == text else text
