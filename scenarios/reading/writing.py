"""A case written as a folder: the head and one CSV file for each sheet that has rows.

Rules: design.md section 3: what is written reads back as the same case; the text of cells is printing.py's.
Change this when a folder is laid out in another way.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scenarios.reading.csv_text import write_csv
from scenarios.reading.folder import HEAD
from scenarios.reading.printing import PrintedCase, print_case
from scenarios.reading.yaml_text import write_yaml
from scenarios.schema.case import Case


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
    printed = print_case(case)
    tables = {f"{sheet}.csv": write_csv(table.header, table.rows) for sheet, table in printed.tables.items()}
    return {HEAD: _head(printed), **tables}


def _head(printed: PrintedCase) -> str:
    values: dict[str, Any] = dict(printed.head)
    return write_yaml({**values, **({"sources": dict(printed.sources)} if printed.sources else {})})
