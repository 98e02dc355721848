"""The files of a comparison: a page, tables that Excel opens, and the JSON document, in one folder.

Everything is written beside the folder first and then moved, so that nothing is ever half-done. A folder with other
files in it is left alone. Change this when a file joins them.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from api.cli.page import page
from api.cli.report import Report
from api.json_text import json_text
from scenarios.reporting.csv_text import csv_text
from scenarios.reporting.result_tables import tables_of

PAGE = "comparison.html"
DOCUMENT = "comparison.json"


def write_files(report: Report, folder: Path) -> tuple[str, ...]:
    """Write every file of a comparison into a folder, made where it is not there, and return their names.

    Earlier files of these names are replaced; `result_folder.other_files` says beforehand whether there are others.
    Raises OSError when the folder cannot be written.
    """
    tables = {name: csv_text(table) for name, table in tables_of(report.comparison.structures).items()}
    document = json_text(report.comparison.model_dump(mode="json"))
    return write_texts({PAGE: page(report), **tables, DOCUMENT: document}, folder)


def write_texts(texts: Mapping[str, str], folder: Path) -> tuple[str, ...]:
    """Write texts by file name into a folder, all or none, and return their names; earlier ones are replaced.

    Raises OSError when the folder cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".restructure-", dir=folder.parent) as beside:
        ready = Path(beside) / "results"
        ready.mkdir()
        for name, text in texts.items():
            (ready / name).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        _move(ready, folder, texts)
    return tuple(texts)


def _move(ready: Path, folder: Path, names: Iterable[str]) -> None:
    """Move finished files into place: the whole folder where there is none, else file by file."""
    if not folder.exists():
        ready.rename(folder)
        return
    for name in names:
        os.replace(ready / name, folder / name)
