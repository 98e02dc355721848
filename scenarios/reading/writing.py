"""A case written as a folder: the head and one CSV file for each sheet that has rows.

Rules: design.md section 3: what is written reads back as the same case. A figure's source is written only where it is
not already its row's or its sheet's.
Change this when reading learns a new form of cell.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scenarios.reading.cards import ITEM, VALUE
from scenarios.reading.cells import print_cell
from scenarios.reading.csv_text import write_csv
from scenarios.reading.folder import HEAD
from scenarios.reading.yaml_text import write_yaml
from scenarios.schema.canonical import with_sources
from scenarios.schema.case import SEALED_SHEETS, Case
from scenarios.schema.columns import Column, Frozen, Kind, Row, columns_of
from scenarios.schema.header import Header
from scenarios.schema.scenario import CARDS, SHEETS


def write_folder(case: Case, path: Path) -> None:
    """Write a case as a folder.

    Args:
        case: the case; figures without a source get their row's or sheet's.
        path: the folder; made if it is not there.

    Raises:
        FileExistsError: the folder holds files already.
    """
    path.mkdir(parents=True, exist_ok=True)
    if any(path.iterdir()):
        raise FileExistsError(f"{path.name} holds files already: name an empty folder")
    for name, text in folder_files(case).items():
        (path / name).write_text(text, encoding="utf-8", newline="")


def folder_files(case: Case) -> dict[str, str]:
    """Return the text of every file of a case's folder, by name."""
    scenario = with_sources(case.scenario)
    stated = scenario.header.sources
    files = {HEAD: _head(scenario.header)}
    for sheet in SHEETS:
        rows: tuple[Row, ...] = getattr(scenario, sheet)
        files |= {f"{sheet}.csv": _sheet(rows, stated.get(sheet))} if rows else {}
    for sheet in SEALED_SHEETS:
        rows = getattr(case.sealed, sheet)
        files |= {f"{sheet}.csv": _sheet(rows, stated.get(sheet))} if rows else {}
    for sheet, model in CARDS.items():
        card = getattr(scenario, sheet)
        files |= {f"{sheet}.csv": _card(card, stated.get(sheet))} if card != model() else {}
    return files


def _head(header: Header) -> str:
    values: dict[str, Any] = {
        column.header: print_cell(getattr(header, field), column.kind, inherited=header.sources.get("scenario"))
        for field, column in columns_of(Header).items()
        if _given(header, field)
    }
    return write_yaml({**values, **({"sources": dict(header.sources)} if header.sources else {})})


def _given(model: Frozen, field: str) -> bool:
    """Say whether a field holds something other than what a blank cell means."""
    return bool(getattr(model, field) != type(model).model_fields[field].get_default(call_default_factory=True))


def _cells(row: Row, sheet_source: str | None) -> dict[str, str]:
    """Return the cells of a row, by header."""
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


def _sheet(rows: tuple[Row, ...], sheet_source: str | None) -> str:
    """Return rows as CSV, with the columns any of them fills."""
    cells = [_cells(row, sheet_source) for row in rows]
    header = list(_in_order(columns_of(type(rows[0])).values(), {name for row in cells for name in row}))
    return write_csv(header, [[row.get(name, "") for name in header] for row in cells])


def _in_order(columns: Iterable[Column], used: set[str]) -> Iterable[str]:
    """Yield the headers in use: as declared, those by name in order of name, the source last."""
    for column in (column for column in columns if column.kind is not Kind.SOURCE):
        if column.kind is Kind.PERCENTS_BY_NAME:
            yield from sorted(name for name in used if name.startswith(f"{column.prefix} "))
        elif column.header in used:
            yield column.header
    yield from sorted(used & {"source"})


def _card(card: Row, sheet_source: str | None) -> str:
    return write_csv((ITEM, VALUE), list(_cells(card, sheet_source).items()))
