"""What two cases state otherwise: sheet by sheet, row by row, cell by cell, with both values and both places.

Cells are compared as they are written, with their marks, ranges and sources, so that whatever a planner can see is
seen. A source that a whole sheet states is told once, and not again in every cell that has it from there. The order of
rows and sheets, and the form a case is kept in, make no difference. Of a sealed sheet nothing is told but how many rows
differ: a page on two drafts may go to people who may not see its counts.
Change this when a case can differ in something that is no cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from scenarios.differing.matching import matched
from scenarios.differing.names import name_of
from scenarios.reading.printing import printed_cells, printed_head
from scenarios.schema.case import SEALED_SHEETS, Case
from scenarios.schema.columns import Row, columns_of
from scenarios.schema.faults import Spot
from scenarios.schema.options import AbleChange
from scenarios.schema.scenario import CARDS, SHEETS

HEADER = "header"
SOURCE = "source"
Kind = Literal["added", "removed", "changed"]


@dataclass(frozen=True)
class CellChange:
    """One cell that differs: as written on each side (None: blank), and where it stands (None: no such row)."""

    column: str
    before: str | None
    after: str | None
    before_at: str | None
    after_at: str | None


@dataclass(frozen=True)
class RowChange:
    """A row that only one case has, with all its cells, or one that differs, with those that do."""

    sheet: str
    row: str
    change: Kind
    cells: tuple[CellChange, ...]


@dataclass(frozen=True)
class SealedChange:
    """How many rows of a sealed sheet differ: nothing that stands in them."""

    sheet: str
    added: int
    removed: int
    changed: int


@dataclass(frozen=True)
class _Side:
    """One case, and where its cells stand."""

    case: Case

    def source(self, sheet: str) -> str | None:
        """The source that the head states for a sheet."""
        return self.case.scenario.header.sources.get(sheet)

    def at(self, sheet: str, index: int | None, column: str) -> str:
        """A cell's place in words; no index for the head and for a sheet that is one object."""
        places = self.case.places
        if index is None:
            return str(places.cells.placed(Spot(places.labels.get(sheet, sheet), None, column)))
        return str(places.spot(sheet, index, column))


@dataclass(frozen=True)
class _Written:
    """A row's cells as they are written, and as they would be if nothing above the row stated a source."""

    short: Mapping[str, str]
    full: Mapping[str, str]

    def same(self, other: _Written, column: str) -> bool:
        """Whether a cell says the same in two rows: as written, or with the source it has from its sheet."""
        short = self.short.get(column) == other.short.get(column)
        return short or self.full.get(column) == other.full.get(column)


def input_changes(before: Case, after: Case) -> tuple[RowChange, ...]:
    """Return every difference between what two cases state, sealed sheets apart: the head, then sheet by sheet.

    Args:
        before: a case without faults.
        after: another.
    """
    old, new = _Side(before), _Side(after)
    found = list(_one(HEADER, "", (old, _head(before), None), (new, _head(after), None)))
    for sheet in CARDS:
        found.extend(_one(sheet, "", (old, _card(old, sheet), None), (new, _card(new, sheet), None)))
    for sheet in SHEETS:
        found.extend(_rows(sheet, old, new))
    return tuple(found)


def sealed_changes(before: Case, after: Case) -> tuple[SealedChange, ...]:
    """Return how many rows of each sealed sheet differ, for those in which any does.

    Args:
        before: a case without faults.
        after: another.
    """
    found = []
    for sheet in SEALED_SHEETS:
        rows = matched(sheet, getattr(before.sealed, sheet), getattr(after.sealed, sheet))
        if rows.pairs or rows.before or rows.after:
            found.append(SealedChange(sheet, len(rows.after), len(rows.before), len(rows.pairs)))
    return tuple(found)


Placed = tuple[_Side, _Written, int | None]
"""A side, a row of it, and the index of that row; None for the head and for a sheet that is one object."""


def _rows(sheet: str, old: _Side, new: _Side) -> Iterator[RowChange]:
    """Yield the rows of a sheet that differ: changed and removed ones, then those added."""
    befores, afters = getattr(old.case.scenario, sheet), getattr(new.case.scenario, sheet)
    rows = matched(sheet, befores, afters)
    pairs = [(name_of(sheet, befores[i]), i, j) for i, j in rows.pairs]
    for name, i, j in sorted(pairs, key=lambda found: found[0]):
        yield from _one(sheet, name, (old, _row(old, sheet, i), i), (new, _row(new, sheet, j), j))
    for name, i in _by_name(sheet, befores, rows.before):
        yield _alone(sheet, name, "removed", (old, _row(old, sheet, i), i))
    for name, j in _by_name(sheet, afters, rows.after):
        yield _alone(sheet, name, "added", (new, _row(new, sheet, j), j))


def _by_name(sheet: str, rows: Sequence[Row], left: Sequence[int]) -> list[tuple[str, int]]:
    """Return the names and indexes of rows in order of name, those of one name as they came: by what they hold."""
    return sorted(((name_of(sheet, rows[index]), index) for index in left), key=lambda found: found[0])


def _one(sheet: str, name: str, before: Placed, after: Placed) -> Iterator[RowChange]:
    """Yield the change of a row that both cases have, if anything in it differs."""
    (old, was, i), (new, now, j) = before, after
    columns = sorted(dict.fromkeys((*was.short, *now.short)), key=SOURCE.__eq__)
    cells = tuple(
        CellChange(
            column, was.short.get(column), now.short.get(column), old.at(sheet, i, column), new.at(sheet, j, column)
        )
        for column in columns
        if not was.same(now, column)
    )
    if cells:
        yield RowChange(sheet, name, "changed", cells)


def _alone(sheet: str, name: str, change: Literal["added", "removed"], placed: Placed) -> RowChange:
    """Return a row that one case has, with all its cells."""
    side, written, index = placed
    return RowChange(
        sheet,
        name,
        change,
        tuple(
            CellChange(column, text, None, side.at(sheet, index, column), None)
            if change == "removed"
            else CellChange(column, None, text, None, side.at(sheet, index, column))
            for column, text in sorted(written.short.items(), key=lambda cell: cell[0] == SOURCE)
        ),
    )


def _row(side: _Side, sheet: str, index: int) -> _Written:
    return _written(getattr(side.case.scenario, sheet)[index], side.source(sheet))


def _card(side: _Side, sheet: str) -> _Written:
    return _written(getattr(side.case.scenario, sheet), side.source(sheet))


def _head(case: Case) -> _Written:
    """Return the items of a head, with the source that it states for each sheet."""
    header = case.scenario.header
    stated = {f"source of {sheet}": source for sheet, source in sorted(header.sources.items())}
    bare = header.model_copy(update={"sources": {}})
    return _Written({**printed_head(header), **stated}, {**printed_head(bare), **stated})


def _written(row: Row, source: str | None) -> _Written:
    tidy = _in_order(row)
    full = printed_cells(tidy.model_copy(update={SOURCE: None}), None)
    stated = row.source or source
    return _Written(printed_cells(tidy, source), {**full, **({SOURCE: stated} if stated else {})})


def _in_order(row: Row) -> Row:
    """Return a row in which whatever is said by name is in the order of the names."""
    update: dict[str, Any] = {}
    for field in columns_of(type(row)):
        value = getattr(row, field)
        if isinstance(value, Mapping):
            update[field] = dict(sorted(value.items()))
        elif isinstance(value, tuple) and value and isinstance(value[0], AbleChange):
            update[field] = tuple(sorted(value, key=lambda change: (change.role, change.work)))
    return row.model_copy(update=update)
