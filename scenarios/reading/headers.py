"""Which column of a grid fills which field, and which columns are refused or not read.

Rules: design.md section 3: columns not known are listed as not read; one that nearly matches a known name is a fault;
person columns are refused.
Change this when headers may be written in another way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scenarios.reading.grid import Grid, Notes
from scenarios.schema import fault_kinds
from scenarios.schema.columns import Column, Frozen, Kind, columns_of
from scenarios.schema.nearness import NEAR_KEY, meant
from scenarios.schema.persons import is_person_header, plain_header
from scenarios.schema.texts import name_trouble, tidy_name

_PARTED = re.compile(r"\s*([:;=])\s*")
"""What may stand between a prefix and its name where the colon was meant."""


@dataclass(frozen=True)
class Place:
    """Where the cells of a column go: a field and, for numbers by name, the name."""

    field: str
    column: Column
    name: str | None = None

    @property
    def header(self) -> str:
        """The column as a fault about its figure names it."""
        return self.column.header if self.name is None else f"{self.column.prefix} {self.name}"


def place_header(text: str, model: type[Frozen]) -> Place | None:
    """Return where a header's cells go, or None when no field of the model takes it."""
    plain = plain_header(text)
    columns = columns_of(model)
    for field, column in columns.items():
        if column.kind is not Kind.PERCENTS_BY_NAME and plain_header(column.header) == plain:
            return Place(field, column)
    for field, column in columns.items():
        if column.kind is Kind.PERCENTS_BY_NAME and text.strip().casefold().startswith(column.prefix):
            return Place(field, column, tidy_name(text.strip()[len(column.prefix) :]))
    return None


def _open_field(model: type[Frozen]) -> Place | None:
    """Return the field that takes any other column as a name of work, if the sheet has one."""
    return next((Place(field, c) for field, c in columns_of(model).items() if c.prefix == "work:"), None)


def known_headers(model: type[Frozen]) -> list[str]:
    """Return the headers a sheet knows, as a planner writes them."""
    return [c.prefix or c.header for c in columns_of(model).values()]


def _meant_header(header: str, model: type[Frozen]) -> str | None:
    """Return the header that one not known was probably meant to be, prefix and name included, or None."""
    before, *rest = _PARTED.split(header, maxsplit=1)
    prefixes = {c.prefix.rstrip(":"): c.prefix for c in columns_of(model).values() if c.prefix}
    if rest and rest[1] and (near := meant(plain_header(before), prefixes, least=NEAR_KEY)) is not None:
        return f"{prefixes[near]} {rest[1]}"
    return meant(plain_header(header), known_headers(model), least=NEAR_KEY)


def place_columns(grid: Grid, model: type[Frozen], notes: Notes) -> dict[int, Place]:
    """Return the place of each column that is read, by its index; the rest goes to the notes.

    Args:
        grid: the sheet.
        model: the object one of its rows makes.
        notes: receives faults about headers and the columns not read.
    """
    places: dict[int, Place] = {}
    taken: set[tuple[str, str | None]] = set()
    rest = _open_field(model)
    for index, text in enumerate(grid.header):
        header = tidy_name(text)
        if not header:
            if any(index < len(row) and row[index].strip() for row in grid.rows):
                notes.fault(grid.spot(1, f"column {index + 1}"), "", fault_kinds.no_header())
            continue
        place = place_header(text, model)
        if place is None and is_person_header(header):
            notes.fault(grid.spot(1, header), header, fault_kinds.person_column(header))
            continue
        if place is None and (near := _meant_header(header, model)) is not None:
            notes.fault(grid.spot(1, header), header, fault_kinds.near_key(header, near))
            continue
        if place is None and rest is not None:
            place = Place(rest.field, rest.column, header)
        if place is None:
            notes.not_read.append(f"{grid.label}: {header}")
        elif (place.field, place.name) in taken:
            notes.fault(grid.spot(1, header), header, fault_kinds.twice_in_header(header))
        elif place.name is not None and (trouble := name_trouble(place.name)):
            notes.fault(grid.spot(1, header), header, fault_kinds.not_a_name(trouble))
        else:
            taken.add((place.field, place.name))
            places[index] = place
    return places
