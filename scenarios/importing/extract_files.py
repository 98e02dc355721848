"""An extract from whatever file it comes in: CSV in any usual form, or the sheet of a workbook that holds the table.

Rules: design.md section 3. Of a workbook the visible sheet with the most known headers is read; other sheets, and
hidden ones, are told and not read.
Change this when an extract comes in another form of file.
"""

from __future__ import annotations

from pathlib import Path

from scenarios.importing import import_doubts, import_faults
from scenarios.importing.extract import Extract, Rows, header_key, table_of
from scenarios.importing.import_doubts import RowsDoubt
from scenarios.importing.plain_text import (
    MAX_EXTRACT_ROWS,
    SEPARATOR_NAMES,
    delimiter_of,
    read_bytes,
    rows_of,
    text_of,
)
from scenarios.reading.workbook import open_workbook
from scenarios.schema import fault_kinds
from scenarios.schema.faults import CellTrouble, Fault, ScenarioFaults, Spot

_ZIP = b"PK\x03\x04"
_HEADER_WITHIN = 30
Read = tuple[Extract, tuple[RowsDoubt, ...]]


def read_extract(path: Path, known_headers: frozenset[str]) -> Read:
    """Return the extract a file holds, and what is odd about the file.

    Args:
        path: a CSV file in any usual encoding with any usual separator, or an .xlsx workbook.
        known_headers: headers as `header_key` writes them; the row with the most of them is the header.

    Raises:
        ScenarioFaults: the file cannot be read, or a row does not line up; carries every fault found.
    """
    try:
        content = read_bytes(path)
        if content.startswith(_ZIP):
            return _workbook(content, path.name, known_headers)
        text, encoding = text_of(content)
        sign = delimiter_of(text)
        rows = rows_of(text, sign)
    except CellTrouble as trouble:
        raise ScenarioFaults([Fault.at(Spot(path.name), "", trouble.words)]) from trouble
    if rows and rows[0] and rows[0][0].casefold() == "sep=":
        rows[0] = []
    form = f"{encoding.removesuffix('-sig')}, {SEPARATOR_NAMES.get(sign, 'another sign')} between cells"
    return table_of(rows, path.name, form, known_headers), ()


def _workbook(content: bytes, label: str, known_headers: frozenset[str]) -> Read:
    """Return the extract of the sheet that holds the table, and doubts about the other sheets."""
    book = open_workbook(content)
    visible = [name for name, hidden in book.sheets if not hidden]
    sheets = book.read(visible)
    if not sheets:
        raise CellTrouble(import_faults.no_rows())
    chosen = max(sheets, key=lambda sheet: (_headers_known(sheet.rows, known_headers), len(sheet.rows)))
    if len(chosen.rows) > MAX_EXTRACT_ROWS:
        raise CellTrouble(fault_kinds.too_many("rows", MAX_EXTRACT_ROWS))
    doubts = [
        RowsDoubt.at(import_doubts.sheet_not_read(hidden=name not in visible), f"{label}, {name}")
        for name, _ in book.sheets
        if name != chosen.name
    ]
    extract = table_of(chosen.rows, f"{label}, {chosen.name}", f"workbook, sheet {chosen.name}", known_headers)
    return extract, tuple(doubts)


def _headers_known(rows: Rows, known_headers: frozenset[str]) -> int:
    """Return the most known headers that one of the first rows holds."""
    return max((len({header_key(cell) for cell in row} & known_headers) for row in rows[:_HEADER_WITHIN]), default=0)
