"""Workbooks made for tests: cells given as values, and zips whose parts are put together by hand.

Change this when a test needs a workbook of another make.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

Cells = Sequence[Sequence[Any]]


def workbook_of(sheets: Mapping[str, Cells], *, hidden: Sequence[str] = ()) -> bytes:
    """Return a workbook of sheets of plain values, blank where None stands."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        if name in hidden:
            sheet.hide()
    book.close()
    return stream.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zip_of(parts: Mapping[str, bytes], *, packed: bool = True) -> bytes:
    """Return a zip of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_part(content: bytes, name: str, changed: Mapping[bytes, bytes] | bytes) -> bytes:
    """Return a workbook with one part put in place of another, or with words in it replaced.

    Raises:
        KeyError: a word to be replaced does not stand in the part.
    """
    parts = parts_of(content)
    if isinstance(changed, bytes):
        return zip_of({**parts, name: changed})
    part = parts[name]
    for old, new in changed.items():
        if old not in part:
            raise KeyError(f"{old!r} is not in {name}")
        part = part.replace(old, new)
    return zip_of({**parts, name: part})
