"""Grids to sheets: which object a sheet makes, whatever file the grid comes from.

Rules: design.md section 3 (a folder, a workbook and a test all give grids).
Change this when a sheet is neither rows nor one object.
"""

from __future__ import annotations

from scenarios.reading.assemble import Parts
from scenarios.reading.cards import read_card
from scenarios.reading.grid import Grid, Notes
from scenarios.reading.rows import read_rows
from scenarios.schema.case import SEALED_SHEETS
from scenarios.schema.persons import plain_header
from scenarios.schema.scenario import CARDS, SHEETS

ROW_SHEETS = {**SHEETS, **SEALED_SHEETS}


def sheet_of(name: str) -> str:
    """Return the sheet that the name of a file or of a sheet of a workbook means, whether there is such a one or not.

    Args:
        name: the name, without the ending of a file.
    """
    return plain_header(name).replace(" ", "_")


def take_grid(grid: Grid, parts: Parts, notes: Notes) -> None:
    """Read one grid into the parts, whatever file it comes from.

    Args:
        grid: the grid of a known sheet.
        parts: what was read so far; grows by this sheet.
        notes: receives faults, doubts and columns not read.
    """
    if grid.sheet in CARDS:
        parts.card_labels[grid.sheet] = grid.label
        card = read_card(grid, CARDS[grid.sheet], notes)
        if card is not None:
            parts.cards[grid.sheet] = card
        return
    told = len(notes.faults)
    parts.rows[grid.sheet] = rows = read_rows(grid, ROW_SHEETS[grid.sheet], notes)
    filled = sum(any(cell.strip() for cell in row) for row in grid.rows)
    if len(notes.faults) > told and len(rows.objects) < filled:
        parts.unread.add(grid.sheet)
