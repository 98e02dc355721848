"""Sheets that are one object: a column of items, a column of values, perhaps a column of sources.

Rules: design.md section 3 (`limits`, `policy`; the head of a folder is read the same way).
Change this when a card is laid out in another way.
"""

from __future__ import annotations

from collections.abc import Mapping

from scenarios.reading.grid import Grid, Notes, Values
from scenarios.reading.headers import known_headers, place_header
from scenarios.reading.rows import Model, build, fill
from scenarios.schema import fault_kinds
from scenarios.schema.columns import Frozen, columns_of
from scenarios.schema.faults import CellTrouble, Spot
from scenarios.schema.figure import Figure
from scenarios.schema.nearness import NEAR_KEY, meant
from scenarios.schema.persons import is_person_header, plain_header
from scenarios.schema.texts import source_trouble, tidy_name, tidy_text

ITEM, VALUE, SOURCE = "item", "value", "source"


def read_card(grid: Grid, model: type[Model], notes: Notes) -> Model | None:
    """Return the one object of a sheet of items and values; None when it could not be made.

    Args:
        grid: the sheet, with the columns item, value and perhaps source.
        model: the object it makes.
        notes: receives faults, doubts and items not read.
    """
    columns = _columns(grid, notes)
    if columns is None:
        return None
    values: Values = {}
    seen: set[str] = set()
    for number, cells in enumerate(grid.rows, start=2):
        item = tidy_name(cells[columns[ITEM]])
        text = cells[columns[VALUE]].strip()
        spot = grid.spot(number, item)
        if not item and not text:
            continue
        if plain_header(item) in seen:
            notes.fault(spot, item, fault_kinds.twice_in_header(item))
            continue
        seen.add(plain_header(item))
        field = read_item(values, item, text, spot=spot, model=model, notes=notes)
        if field is not None and SOURCE in columns:
            _add_source(values, field, cells[columns[SOURCE]], spot=spot, notes=notes)
    return build(model, values, grid.spot(), notes)


def _columns(grid: Grid, notes: Notes) -> dict[str, int] | None:
    """Return where item, value and source stand, or None with a fault."""
    columns: dict[str, int] = {}
    for index, text in enumerate(grid.header):
        header = plain_header(text)
        if header in columns:
            notes.fault(grid.spot(1, header), header, fault_kinds.twice_in_header(header))
        elif header in (ITEM, VALUE, SOURCE):
            columns[header] = index
        elif is_person_header(header):
            notes.fault(grid.spot(1, header), header, fault_kinds.person_column(header))
        elif near := meant(header, (ITEM, VALUE, SOURCE), least=NEAR_KEY):
            notes.fault(grid.spot(1, header), header, fault_kinds.near_key(header, near))
        elif header:
            notes.not_read.append(f"{grid.label}: {header}")
    missing = [header for header in (ITEM, VALUE) if header not in columns]
    for header in missing:
        notes.fault(grid.spot(1, header), "", fault_kinds.column_needed(header))
    return None if missing else columns


def read_item(values: Values, item: str, text: str, *, spot: Spot, model: type[Frozen], notes: Notes) -> str | None:
    """Read one item into the values of its card.

    Args:
        values: what the card says so far; grows by this item.
        item: what the item is called.
        text: its value as text.
        spot: its place.
        model: the object the card makes.
        notes: receives faults, doubts and items not read.

    Returns:
        The field that was filled, or None.
    """
    place = place_header(item, model)
    if place is None:
        near = meant(plain_header(item), known_headers(model), least=NEAR_KEY)
        if near is not None:
            notes.fault(spot, item, fault_kinds.near_key(item, near))
        elif is_person_header(item):
            notes.fault(spot, item, fault_kinds.person_column(item))
        else:
            notes.not_read.append(str(spot))
        return None
    try:
        cell = fill(values, text, place, model=model)
    except CellTrouble as trouble:
        notes.fault(spot, text, trouble.words)
        return None
    for words in cell.odd if cell is not None else ():
        notes.doubt(spot, text, words)
    return place.field if cell is not None and place.name is None else None


def _add_source(values: Values, field: str, text: str, *, spot: Spot, notes: Notes) -> None:
    """Give the figure an item holds the source that stands beside it."""
    source = tidy_text(text)
    figure = values[field]
    if not source or not isinstance(figure, Figure) or figure.source is not None:
        return
    if trouble := source_trouble(source):
        notes.fault(spot, source, fault_kinds.not_a_text(trouble))
    else:
        values[field] = figure.model_copy(update={"source": source})


def read_mapping(items: Mapping[str, str], model: type[Model], label: str, notes: Notes) -> Model | None:
    """Return the object that items and values make, wherever they stand.

    Args:
        items: values as text, by item.
        model: the object they make.
        label: what a planner calls the place.
        notes: receives faults, doubts and items not read.
    """
    values: Values = {}
    for item, text in items.items():
        read_item(values, item, text.strip(), spot=Spot(label, None, item), model=model, notes=notes)
    lacking = [
        column.header
        for field, column in columns_of(model).items()
        if model.model_fields[field].is_required() and field not in values
    ]
    given = {plain_header(item) for item, text in items.items() if text.strip()}
    for header in lacking:
        if plain_header(header) not in given:
            notes.fault(Spot(label, None, header), "", fault_kinds.needed(header))
    return None if lacking else build(model, values, Spot(label), notes)
