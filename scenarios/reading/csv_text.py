"""CSV text to a grid and back.

Rules: design.md section 3. The header is row 1, so the first row of data is row 2.
Change this when another dialect of CSV has to be read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from scenarios.reading.grid import MAX_COLUMNS, MAX_ROWS, Grid, Notes
from scenarios.schema import fault_kinds
from scenarios.schema.faults import CellTrouble

MAX_FIELD_CHARACTERS = 20_000
"""Beyond this a cell is not even looked at: a quote was opened and never closed."""


def read_csv(text: str, sheet: str, label: str, notes: Notes) -> Grid:
    """Return the grid of a CSV text.

    Args:
        text: the whole file.
        sheet: the sheet it fills.
        label: what a planner calls it.
        notes: receives a fault for every row that does not line up; such a row is left blank in the grid.

    Raises:
        CellTrouble: the text is no table at all, or larger than is read.
    """
    rows = _split(text)
    header = rows[0]
    while header and not header[-1].strip() and all(len(row) < len(header) or not row[-1].strip() for row in rows[1:]):
        header = header[:-1]
    if len(header) > MAX_COLUMNS:
        raise CellTrouble(fault_kinds.too_many("columns", MAX_COLUMNS))
    if len(rows) - 1 > MAX_ROWS:
        raise CellTrouble(fault_kinds.too_many("rows", MAX_ROWS))
    lined_up: list[tuple[str, ...]] = []
    for number, row in enumerate(rows[1:], start=2):
        cells = row
        while len(cells) > len(header) and not cells[-1].strip():
            cells = cells[:-1]
        if not any(cell.strip() for cell in cells):
            cells = [""] * len(header)
        elif len(cells) != len(header):
            spot = Grid(sheet, label, ()).spot(number)
            notes.fault(spot, "", fault_kinds.ragged_row(len(cells), len(header)))
            cells = [""] * len(header)
        lined_up.append(tuple(cells))
    return Grid(sheet, label, tuple(header), tuple(lined_up))


def _split(text: str) -> list[list[str]]:
    """Return the cells of a text, row by row, the header first."""
    before = csv.field_size_limit(MAX_FIELD_CHARACTERS)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as unreadable:
        raise CellTrouble(fault_kinds.not_csv(str(unreadable))) from unreadable
    finally:
        csv.field_size_limit(before)
    if not any(cell.strip() for cell in rows[0]):
        raise CellTrouble(fault_kinds.no_header())
    return rows


def write_csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a header and rows as CSV text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()
