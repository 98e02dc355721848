"""From the cells of a grid to the objects of a sheet.

Rules: design.md section 3. A cell that cannot be read is a fault; a number in it counts as not known, anything else as
blank, so that the rest of its row is still looked at and one slip is one fault. A row that lacks what it cannot do
without makes no object.
Change this when a sheet is laid out in another way.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from scenarios.reading.cells import read_cell
from scenarios.reading.grid import Grid, Notes, Rows, Values
from scenarios.reading.headers import Place, place_columns
from scenarios.reading.marks import Cell
from scenarios.reading.phrases import read_ability
from scenarios.schema import fault_kinds
from scenarios.schema.columns import MARKED_KINDS, NUMBER_KINDS, Column, Frozen, Kind, Row, columns_of
from scenarios.schema.faults import CellTrouble, Spot
from scenarios.schema.figure import UNKNOWN
from scenarios.schema.texts import MAX_CELL_CHARACTERS, text_trouble

ASSUMED = "~"
Model = TypeVar("Model", bound=Frozen)


@cache
def choices_of(model: type[BaseModel], field: str) -> tuple[str, ...]:
    """Return the words a CHOICE field allows."""
    return tuple(_words(model.model_fields[field].annotation))


def _words(annotation: Any) -> Iterable[str]:
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        elif get_origin(part) is not None:
            yield from _words(part)


def read_into(values: Values, place: Place, cell: Cell) -> None:
    """Put what a cell says into the values of its row."""
    if place.name is None:
        values[place.field] = cell.value
    else:
        values.setdefault(place.field, {})[place.name] = cell.value


def read_value(text: str, place: Place, model: type[BaseModel]) -> Cell:
    """Return what a cell that is not blank holds, or raise CellTrouble."""
    if len(text) > MAX_CELL_CHARACTERS:
        raise CellTrouble(fault_kinds.not_a_text(text_trouble(text) or ""))
    if place.column.kind is Kind.PERCENTS_BY_NAME:
        return read_ability(text) if place.column.prefix == "work:" else read_cell(text, Kind.PERCENT)
    return read_cell(text, place.column.kind, choices_of(model, place.field))


def fill(values: Values, text: str, place: Place, *, model: type[BaseModel]) -> Cell | None:
    """Read one cell into the values of its row, its mark included.

    Args:
        values: what the row says so far; grows by this cell.
        text: the cell, without blanks at its ends.
        place: where it goes.
        model: the object the row makes.

    Returns:
        What was read, or None when the cell is blank.

    Raises:
        CellTrouble: the cell cannot be read.
    """
    if not text:
        return None
    marked = place.column.kind in MARKED_KINDS and issubclass(model, Row)
    if marked and text == "?":
        if model.model_fields[place.field].is_required():
            raise CellTrouble(fault_kinds.needed(place.column.header))
        values.setdefault("unknown", []).append(place.field)
        return None
    if marked and text.startswith(ASSUMED):
        cell = read_value(text[1:].strip(), place, model)
        values.setdefault("assumed", []).append(place.field)
    else:
        cell = read_value(text, place, model)
    read_into(values, place, cell)
    return cell


def build(model: type[Model], values: Values, spot: Spot, notes: Notes) -> Model | None:
    """Return the object that values make, or None with faults in the notes."""
    try:
        return model.model_validate(values)
    except ValidationError as refused:
        for trouble in refused.errors(include_url=False):
            column = ".".join(str(part) for part in trouble["loc"]) or spot.column
            words = fault_kinds.does_not_fit(trouble["msg"].removeprefix("Value error, "))
            if trouble["type"] == "missing":
                words = fault_kinds.needed(str(trouble["loc"][-1]))
            notes.fault(Spot(spot.sheet, spot.row, column), str(trouble["input"])[:80], words)
        return None


@cache
def _needed(model: type[Frozen]) -> dict[str, Column]:
    return {field: c for field, c in columns_of(model).items() if model.model_fields[field].is_required()}


def read_rows(grid: Grid, model: type[Row], notes: Notes) -> Rows:
    """Return the objects of a sheet with one object a row.

    Args:
        grid: the sheet.
        model: the object one row makes.
        notes: receives faults, doubts and columns not read.
    """
    places = place_columns(grid, model, notes)
    missing = [c.header for field, c in _needed(model).items() if field not in {p.field for p in places.values()}]
    for header in missing:
        notes.fault(grid.spot(1, header), "", fault_kinds.column_needed(header))
    objects: list[Row] = []
    numbers: list[int] = []
    typed: list[dict[str, str]] = []
    headers = [(index, place.header) for index, place in places.items()]
    known: Known = {index: {} for index in places}
    for number, cells in enumerate(grid.rows, start=2):
        if any(cell.strip() for cell in cells):
            made = _read_row(grid, number, places, known=known, model=model, notes=notes)
            if made is not None:
                objects.append(made)
                numbers.append(number)
                typed.append({header: cells[index].strip() for index, header in headers if index < len(cells)})
    return Rows(grid.label, tuple(objects), tuple(numbers), tuple(typed))


Known = dict[int, dict[str, Cell]]
"""What was read from the cells of each column so far, by their text; of cells that bear no mark."""


def _read_row(
    grid: Grid, number: int, places: dict[int, Place], *, known: Known, model: type[Row], notes: Notes
) -> Row | None:
    """Return the object of one row, or None when it lacks what it cannot do without."""
    values: Values = {}
    refused: set[str] = set()
    cells = grid.rows[number - 2]
    for index, place in places.items():
        text = cells[index].strip() if index < len(cells) else ""
        if not text:
            continue
        cell = known[index].get(text)
        if cell is not None:
            read_into(values, place, cell)
            continue
        try:
            cell = fill(values, text, place, model=model)
        except CellTrouble as trouble:
            notes.fault(grid.spot(number, grid.header[index].strip()), text[:MAX_CELL_CHARACTERS], trouble.words)
            refused.add(place.field)
            if place.column.kind in NUMBER_KINDS:
                values[place.field] = UNKNOWN
        else:
            for words in cell.odd if cell is not None else ():
                notes.doubt(grid.spot(number, grid.header[index].strip()), text, words)
            if cell is not None and not cell.odd and text[0] != ASSUMED:
                known[index][text] = cell
    lacking = {field: c for field, c in _needed(model).items() if field not in values}
    here = {place.field for place in places.values()} - refused if lacking else refused
    for column in (c for field, c in lacking.items() if field in here):
        notes.fault(grid.spot(number, column.header), "", fault_kinds.needed(column.header))
    return None if lacking else build(model, values, grid.spot(number), notes)
