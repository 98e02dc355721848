"""A scenario as one Excel workbook: the sheet `case` for the head, one sheet for each table.

Rules: design.md section 3 (forms): Excel, folder and JSON load to the same object. Everything after the cells is what
reads a folder. A hidden sheet is never used behind anybody's back: it is said and not read.
Change this when a sheet of a workbook is laid out in another way.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scenarios.reading import workbook_trouble
from scenarios.reading.assemble import Parts, assemble
from scenarios.reading.cards import ITEM, VALUE
from scenarios.reading.disk import read_bytes
from scenarios.reading.grid import Notes
from scenarios.reading.head import take_head, take_shared_policy
from scenarios.reading.sheet_cells import card_cells, grid_of, require_header, row_cells
from scenarios.reading.sheets import ROW_SHEETS, sheet_of, take_grid
from scenarios.reading.table_cells import TableCells
from scenarios.reading.unpack import MAX_WORKBOOK_BYTES
from scenarios.reading.workbook import RawSheet, Workbook, open_workbook
from scenarios.reading.workbook_layout import CASE_SHEET, OWN_SHEETS, POLICY_ITEM, SOURCE_ITEM, is_source_item
from scenarios.schema import fault_kinds
from scenarios.schema.case import Case
from scenarios.schema.faults import CellTrouble, Fault, ScenarioFaults, Spot
from scenarios.schema.header import Header
from scenarios.schema.nearness import NEAR_KEY, meant
from scenarios.schema.persons import plain_header
from scenarios.schema.scenario import CARDS
from scenarios.schema.texts import tidy_name

WORKBOOK_ENDINGS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
"""Endings of files that are looked at as workbooks; what is read is decided by what they hold."""
_KNOWN = (CASE_SHEET, *ROW_SHEETS, *CARDS)


def load_workbook_case(path: Path) -> Case:
    """Return the case a workbook holds.

    Args:
        path: the workbook.

    Raises:
        ScenarioFaults: something is wrong; carries every fault found, with the address of its cell.
    """
    try:
        content = read_bytes(path, MAX_WORKBOOK_BYTES)
    except CellTrouble as trouble:
        raise ScenarioFaults([Fault.at(Spot(path.name), "", trouble.words)]) from trouble
    return workbook_case(content, path.name, path.parent)


def workbook_case(content: bytes, name: str, beside: Path) -> Case:
    """Return the case that the bytes of a workbook hold.

    Args:
        content: the whole file.
        name: what it is called where something is wrong with it.
        beside: the folder in which shared policies are looked for.

    Raises:
        ScenarioFaults: something is wrong; carries every fault found, with the address of its cell.
    """
    notes, parts = Notes(), Parts(header_label=CASE_SHEET)
    try:
        book = open_workbook(content)
        sheets = book.read(_chosen(book, notes))
    except CellTrouble as trouble:
        notes.fault(Spot(name), "", trouble.words)
        raise ScenarioFaults(notes.faults) from trouble
    shared = None
    for raw in sheets:
        if sheet_of(raw.name) == CASE_SHEET:
            shared = _take_case(raw, parts, notes)
        else:
            _take_table(raw, parts, notes)
    take_shared_policy(shared, beside, parts, notes)
    if CASE_SHEET not in {sheet_of(raw.name) for raw in sheets}:
        notes.fault(Spot(name), "", fault_kinds.not_found(f"sheet called {CASE_SHEET!r}"))
    return assemble(parts, notes)


def _chosen(book: Workbook, notes: Notes) -> list[str]:
    """Return the names of the sheets to read; the others are told, not read, or the tool's own."""
    chosen: dict[str, str] = {}
    for name, is_hidden in book.sheets:
        sheet = sheet_of(name)
        if tidy_name(name).casefold() in OWN_SHEETS:
            continue
        if is_hidden:
            if sheet in _KNOWN:
                notes.doubt(Spot(name), "", workbook_trouble.hidden_sheet())
            notes.not_read.append(f"{name} (hidden)")
        elif sheet in chosen:
            notes.fault(Spot(name), name, fault_kinds.twice_in_header(sheet))
        elif sheet in _KNOWN:
            chosen[sheet] = name
        elif near := meant(sheet, _KNOWN, least=NEAR_KEY):
            notes.fault(Spot(name), name, fault_kinds.near_key(name, near))
        else:
            notes.not_read.append(name)
    return list(chosen.values())


def _take_case(raw: RawSheet, parts: Parts, notes: Notes) -> str | None:
    """Read the sheet of the head into the parts, and return the name of a shared policy, if it states one."""
    parts.header_label = raw.name
    cells = card_cells(raw, Header, notes, parts.cells)
    columns = parts.cells.sheets[raw.name].columns
    if ITEM not in columns or VALUE not in columns:
        for header in (ITEM, VALUE):
            if header not in columns:
                notes.fault(Spot(raw.name, 1, header), "", fault_kinds.column_needed(header))
        return None
    stated = _items(cells, columns, notes)
    shared = next((text for item, text in stated.items() if plain_header(item) == POLICY_ITEM), "")
    sources: dict[str, object] = {
        sheet_of(item[len(SOURCE_ITEM) :].strip()): text
        for item, text in stated.items()
        if is_source_item(item) and text
    }
    items = {
        item: text for item, text in stated.items() if plain_header(item) != POLICY_ITEM and not is_source_item(item)
    }
    take_head(items, sources, parts, notes)
    return shared or None


def _items(cells: TableCells, columns: Mapping[str, int], notes: Notes) -> dict[str, str]:
    """Return the items of the head and their values, each once."""
    stated: dict[str, str] = {}
    seen: set[str] = set()
    for number, row in enumerate(cells.rows[1:], start=2):
        item, text = tidy_name(row[columns[ITEM]]), row[columns[VALUE]].strip()
        if not item:
            if text:
                notes.fault(Spot(cells.raw.name, number), text[:80], fault_kinds.needed(ITEM))
        elif plain_header(item) in seen:
            notes.fault(Spot(cells.raw.name, number, item), item, fault_kinds.twice_in_header(item))
        else:
            seen.add(plain_header(item))
            stated[item] = text
    return stated


def _take_table(raw: RawSheet, parts: Parts, notes: Notes) -> None:
    """Read the sheet of a table into the parts."""
    sheet = sheet_of(raw.name)
    try:
        if sheet in CARDS:
            cells = card_cells(raw, CARDS[sheet], notes, parts.cells)
        else:
            require_header(raw, ROW_SHEETS[sheet])
            cells = row_cells(raw, ROW_SHEETS[sheet], notes, parts.cells)
        grid = grid_of(sheet, cells)
    except CellTrouble as trouble:
        notes.fault(Spot(raw.name), "", trouble.words)
        parts.unread.add(sheet)
        return
    if grid is not None:
        take_grid(grid, parts, notes)
    if cells.lost_names:
        parts.unread.add(sheet)
