"""The files of a comparison: a page, tables that Excel opens, and the JSON document, in one folder.

Everything is written beside the folder first and then moved, so that nothing is ever half-done. A folder with other
files in it is left alone. Change this when a file joins them.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from api.cli.json_text import json_text
from api.cli.page import page
from api.cli.report import Report
from api.cli.result_tables import Cell, Table, tables_of

PAGE = "comparison.html"
DOCUMENT = "comparison.json"
RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would run."""


def write_files(report: Report, folder: Path) -> tuple[str, ...]:
    """Write every file of a comparison into a folder, made where it is not there, and return their names.

    Earlier files of these names are replaced; `result_folder.other_files` says beforehand whether there are others.
    Raises OSError when the folder cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".restructure-", dir=folder.parent) as beside:
        ready = Path(beside) / "results"
        ready.mkdir()
        tables = tables_of(report.comparison)
        for name, table in tables.items():
            _write_csv(ready / name, table)
        _write_text(ready / PAGE, page(report))
        _write_text(ready / DOCUMENT, json_text(report.comparison.model_dump(mode="json")))
        names = (PAGE, *tables, DOCUMENT)
        _move(ready, folder, names)
    return names


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")


def _write_csv(path: Path, table: Table) -> None:
    """Write a table as CSV with the mark by which Excel knows UTF-8."""
    columns, rows = table
    cells = [[_cell(row.get(column)) for column in columns] for row in rows]
    frame = pd.DataFrame(cells, columns=list(columns), dtype=object)
    frame.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\n")


def _cell(value: Cell) -> Cell:
    """Return a cell as a spreadsheet should see it: whole numbers whole, and no text that it would run."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and value.startswith(RUN_BY_SPREADSHEETS):
        return f"'{value}"
    return value


def _move(ready: Path, folder: Path, names: Iterable[str]) -> None:
    """Move finished files into place: the whole folder where there is none, else file by file."""
    if not folder.exists():
        ready.rename(folder)
        return
    for name in names:
        os.replace(ready / name, folder / name)
