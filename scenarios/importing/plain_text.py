"""Bytes of any export to text: which encoding, which sign between the cells.

Rules: design.md section 3 (reading what HR systems hand out). UTF-8 is tried first because text in another encoding is
hardly ever valid UTF-8; what is not is taken for Windows text (cp1252), the other encoding spreadsheets write here.
Change this when an export in another encoding, or with another sign between cells, has to be read.
"""

from __future__ import annotations

import csv
import io
import stat
from collections import Counter
from pathlib import Path

from scenarios.importing import import_faults
from scenarios.schema import fault_kinds
from scenarios.schema.faults import CellTrouble

MAX_EXTRACT_BYTES = 64 * 1024 * 1024
MAX_EXTRACT_ROWS = 100_000
MAX_EXTRACT_COLUMNS = 300
MAX_FIELD_CHARACTERS = 20_000
SEPARATOR_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
"""The signs that may stand between cells, and what they are called."""
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_LOOKED_AT_CHARACTERS = 64 * 1024
_LOOKED_AT_ROWS = 30


def read_bytes(path: Path) -> bytes:
    """Return the content of an extract, its size looked at first.

    Args:
        path: the file; a link is followed, a folder or device is refused.

    Raises:
        CellTrouble: it is not there, no file, empty or larger than is read.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise CellTrouble(fault_kinds.not_a_file())
        if status.st_size == 0:
            raise CellTrouble(fault_kinds.empty_file())
        if status.st_size > MAX_EXTRACT_BYTES:
            raise CellTrouble(fault_kinds.too_big(status.st_size, MAX_EXTRACT_BYTES))
        return path.read_bytes()
    except (OSError, ValueError) as missing:
        raise CellTrouble(fault_kinds.not_found("such file")) from missing


def text_of(content: bytes) -> tuple[str, str]:
    """Return bytes as text, and the name of the encoding they were read in.

    Raises:
        CellTrouble: they are text in none of the encodings that are read.
    """
    if content.startswith(_OLD_WORKBOOK):
        raise CellTrouble(import_faults.old_workbook())
    for encoding in _candidates(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            raise CellTrouble(fault_kinds.nul_byte())
        if not text.strip():
            raise CellTrouble(fault_kinds.empty_file())
        return text, encoding
    raise CellTrouble(import_faults.not_text())


def _candidates(content: bytes) -> tuple[str, ...]:
    """Return the encodings to try, in order."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    start = content[:2000]
    if start.count(0) > len(start) // 4:
        return ("utf-16-le",) if start[1::2].count(0) > start[::2].count(0) else ("utf-16-be",)
    return ("utf-8-sig", "cp1252")


def delimiter_of(text: str) -> str:
    """Return the sign that stands between cells: the one that makes the most rows of the same width.

    Args:
        text: the whole file; its first lines are looked at.
    """
    start = text[:_LOOKED_AT_CHARACTERS]
    if start[:4].casefold() == "sep=" and len(start) > 4:
        return start[4]
    lines = start.splitlines()[:_LOOKED_AT_ROWS]

    def evenness(sign: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1)
        width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return rows, width

    return max(SEPARATOR_NAMES, key=evenness)


def rows_of(text: str, delimiter: str) -> list[list[str]]:
    """Return the cells of a text, row by row.

    Raises:
        CellTrouble: it is no table, or has more rows than are read.
    """
    before = csv.field_size_limit(MAX_FIELD_CHARACTERS)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = list(reader)
    except csv.Error as unreadable:
        raise CellTrouble(fault_kinds.not_csv(f"line {reader.line_num}: {unreadable}")) from unreadable
    finally:
        csv.field_size_limit(before)
    if len(rows) > MAX_EXTRACT_ROWS:
        raise CellTrouble(fault_kinds.too_many("rows", MAX_EXTRACT_ROWS))
    return rows
