"""The cells of one sheet of a workbook, looked at and cut to the table in it.

Rules: design.md section 3. The header is row 1; an example row is told and not read.
Change this when a sheet of a workbook is laid out in another way.
"""

from __future__ import annotations

from scenarios.reading import workbook_trouble
from scenarios.reading.cards import ITEM, SOURCE, VALUE
from scenarios.reading.grid import MAX_COLUMNS, MAX_ROWS, Grid, Notes
from scenarios.reading.headers import place_columns, place_header
from scenarios.reading.sheets import sheet_of
from scenarios.reading.table_cells import TableCells, look_at_cells
from scenarios.reading.workbook import RawSheet
from scenarios.reading.workbook_layout import EXAMPLE, MEANING, SOURCE_ITEM, is_source_item
from scenarios.schema import fault_kinds
from scenarios.schema.cell_places import CellPlaces, SheetPlaces, by_plain_name
from scenarios.schema.columns import Frozen, Kind
from scenarios.schema.faults import CellTrouble
from scenarios.schema.persons import plain_header
from scenarios.schema.texts import tidy_name

_LOOK_FOR_HEADER = 12
"""Rows in which a header is looked for that does not stand in the first one."""
_CARD_KINDS = {ITEM: Kind.NAME, VALUE: Kind.TEXT, SOURCE: Kind.SOURCE}


def require_header(raw: RawSheet, model: type[Frozen]) -> None:
    """Refuse a table with something above its header.

    Raises:
        CellTrouble: the header stands further down.
    """
    known = [sum(place_header(text, model) is not None for text in row) for row in raw.rows[:_LOOK_FOR_HEADER]]
    if known and known[0] == 0 and max(known) > 1:
        raise CellTrouble(workbook_trouble.header_elsewhere(known.index(max(known)) + 1))


def row_cells(raw: RawSheet, model: type[Frozen], notes: Notes, places: CellPlaces) -> TableCells:
    """Return the cells of a sheet with one object a row, looked at.

    Args:
        raw: the sheet.
        model: the object one row makes.
        notes: receives faults, doubts and rows not read.
        places: receives where the columns of the sheet stand.
    """
    header = raw.rows[0] if raw.rows else ()
    columns = place_columns(Grid("", raw.name, header), model, Notes())
    cells = TableCells(raw, [list(row) for row in raw.rows], {i: place.column.kind for i, place in columns.items()})
    names = {i: text if tidy_name(text) else f"column {i + 1}" for i, text in enumerate(header)}
    known = {i: place.header for i, place in columns.items()}
    places.sheets[raw.name] = SheetPlaces(by_plain_name(names) | by_plain_name(known))
    return _looked_at(cells, notes, places)


def card_cells(raw: RawSheet, model: type[Frozen], notes: Notes, places: CellPlaces) -> TableCells:
    """Return the cells of a sheet of items and values, looked at.

    Args:
        raw: the sheet.
        model: the object it makes.
        notes: receives faults, doubts and rows not read.
        places: receives where the items of the sheet stand.
    """
    header = {index: plain_header(text) for index, text in enumerate(raw.rows[0] if raw.rows else ())}
    columns = by_plain_name({index: text for index, text in header.items() if text in _CARD_KINDS})
    kinds = {index: _CARD_KINDS[text] for text, index in columns.items()}
    items = {n: row[columns[ITEM]] for n, row in enumerate(raw.rows) if n > 0} if ITEM in columns else {}
    of_items = {n: place.column.kind for n, item in items.items() if (place := place_header(item, model)) is not None}
    meanings = {index for index, text in header.items() if text == MEANING}
    rows = [["" if index in meanings else text for index, text in enumerate(row)] for row in raw.rows]
    cells = TableCells(raw, rows, kinds, of_items, columns.get(VALUE))
    named = by_plain_name({n: item for n, item in items.items() if tidy_name(item)})
    sources = {sheet_of(item[len(SOURCE_ITEM) :].strip()): n for n, item in items.items() if is_source_item(item)}
    places.sheets[raw.name] = SheetPlaces(columns, named, sources, columns.get(VALUE, 0))
    return _looked_at(cells, notes, places)


def _looked_at(cells: TableCells, notes: Notes, places: CellPlaces) -> TableCells:
    """Take example rows out of a sheet, look at its cells, and keep what was found."""
    name = cells.raw.name
    names = [column for column, kind in cells.kinds.items() if kind is Kind.NAME]
    for number, row in enumerate(cells.rows):
        if number > 0 and any(row[column].lstrip().casefold().startswith(EXAMPLE) for column in names):
            cells.rows[number] = [""] * len(row)
            notes.not_read.append(f"{name}, row {number + 1}: an example")
    look_at_cells(cells)
    notes.faults += cells.faults
    notes.doubts += cells.doubts
    places.first_told |= {*cells.faults, *cells.doubts}
    places.broken |= {(name, cell) for cell in cells.broken_cells}
    return cells


def grid_of(sheet: str, cells: TableCells) -> Grid | None:
    """Return the table of a sheet, without blank columns and rows at its ends; None when there is nothing in it.

    Args:
        sheet: the sheet it fills.
        cells: the cells, looked at.

    Raises:
        CellTrouble: it has no header in its first row, or is larger than is read.
    """
    filled = [number for number, row in enumerate(cells.rows) if any(map(str.strip, row))]
    if not filled:
        return None
    if filled[0] > 0:
        raise CellTrouble(fault_kinds.no_header())
    width = max(index for row in cells.rows for index, text in enumerate(row) if text.strip()) + 1
    if width > MAX_COLUMNS:
        raise CellTrouble(fault_kinds.too_many("columns", MAX_COLUMNS))
    if filled[-1] > MAX_ROWS:
        raise CellTrouble(fault_kinds.too_many("rows", MAX_ROWS))
    header, *rows = (tuple(row[:width]) for row in cells.rows[: filled[-1] + 1])
    return Grid(sheet, cells.raw.name, header, tuple(rows))
