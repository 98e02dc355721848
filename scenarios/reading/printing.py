"""A case as the text of its head and of its tables, before it is known what file they go to.

Rules: design.md section 3: what is written reads back as the same case. A figure's source is written only where it is
not already its row's or its sheet's.
Change this when reading learns a new form of cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scenarios.reading.cards import ITEM, VALUE
from scenarios.reading.cells import print_cell
from scenarios.schema.canonical import with_sources
from scenarios.schema.case import SEALED_SHEETS, Case
from scenarios.schema.columns import Column, Frozen, Kind, Row, columns_of
from scenarios.schema.header import Header
from scenarios.schema.scenario import CARDS, SHEETS


@dataclass(frozen=True)
class Table:
    """The cells of one sheet as they are written: its header and its rows."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class PrintedCase:
    """A case as text: the items of its head, the source of each sheet, and the sheets that hold something."""

    head: Mapping[str, str]
    sources: Mapping[str, str]
    tables: Mapping[str, Table]


def print_case(case: Case) -> PrintedCase:
    """Return a case as the text of its cells.

    Args:
        case: the case; figures without a source get their row's or sheet's.
    """
    scenario = with_sources(case.scenario)
    stated = scenario.header.sources
    tables: dict[str, Table] = {}
    for sheet in SHEETS:
        rows: tuple[Row, ...] = getattr(scenario, sheet)
        tables |= {sheet: _table(rows, stated.get(sheet))} if rows else {}
    for sheet in SEALED_SHEETS:
        rows = getattr(case.sealed, sheet)
        tables |= {sheet: _table(rows, stated.get(sheet))} if rows else {}
    for sheet, model in CARDS.items():
        card = getattr(scenario, sheet)
        tables |= {sheet: _card(card, stated.get(sheet))} if card != model() else {}
    return PrintedCase(printed_head(scenario.header), dict(stated), tables)


def printed_head(header: Header) -> dict[str, str]:
    """Return the items of a head as they are written, by name, without the sources of the sheets."""
    inherited = header.sources.get("scenario")
    return {
        column.header: print_cell(getattr(header, field), column.kind, inherited=inherited)
        for field, column in columns_of(Header).items()
        if _given(header, field)
    }


def _given(model: Frozen, field: str) -> bool:
    """Say whether a field holds something other than what a blank cell means."""
    return bool(getattr(model, field) != type(model).model_fields[field].get_default(call_default_factory=True))


def printed_cells(row: Row, sheet_source: str | None) -> dict[str, str]:
    """Return the cells of a row as they are written, by header; a blank cell is left out.

    Args:
        row: a row, or a sheet that is one object.
        sheet_source: the source of its sheet, which is not written again.
    """
    inherited = row.source or sheet_source
    cells: dict[str, str] = {}
    for field, column in columns_of(type(row)).items():
        if column.kind is Kind.PERCENTS_BY_NAME:
            for name, figure in getattr(row, field).items():
                cells[f"{column.prefix} {name}"] = print_cell(figure, Kind.PERCENT, inherited=inherited)
        elif field in row.unknown:
            cells[column.header] = "?"
        elif field in row.assumed:
            cells[column.header] = f"~{print_cell(getattr(row, field), column.kind)}"
        elif _given(row, field):
            cells[column.header] = print_cell(getattr(row, field), column.kind, inherited=inherited)
    return cells


def _table(rows: tuple[Row, ...], sheet_source: str | None) -> Table:
    """Return rows as text, with the columns any of them fills."""
    cells = [printed_cells(row, sheet_source) for row in rows]
    header = tuple(_in_order(columns_of(type(rows[0])).values(), {name for row in cells for name in row}))
    return Table(header, tuple(tuple(row.get(name, "") for name in header) for row in cells))


def _in_order(columns: Iterable[Column], used: set[str]) -> Iterable[str]:
    """Yield the headers in use: as declared, those by name in order of name, the source last."""
    for column in (column for column in columns if column.kind is not Kind.SOURCE):
        if column.kind is Kind.PERCENTS_BY_NAME:
            yield from sorted(name for name in used if name.startswith(f"{column.prefix} "))
        elif column.header in used:
            yield column.header
    yield from sorted(used & {"source"})


def _card(card: Row, sheet_source: str | None) -> Table:
    return Table((ITEM, VALUE), tuple(printed_cells(card, sheet_source).items()))
