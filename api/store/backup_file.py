"""The file of a backup: a zip with a manifest and one file of JSON lines a table. Nothing in it is ever executed.

`manifest.json` says the format, the revision of the tables, and of each table its columns, rows and the SHA-256 of its
file. `tables/NAME.jsonl` has a row a line, in the order of the table's key: bytes as base64, moments in UTC as ISO
8601. The same content gives the same lines whichever database it came from.
Change this when rows are written in another way: then FORMAT counts on, and the old one is still read.
"""

import base64
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Boolean, Column, Connection, DateTime, Integer, LargeBinary, MetaData, String, Table

from api.store.columns import Moment

MANIFEST = "manifest.json"
VERSIONS = "alembic_version"
Cell = str | int | bool | float | None


class TableEntry(BaseModel):
    """One table of a backup."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: str = Field(pattern="^[a-z][a-z_]*$", max_length=63)
    columns: list[str]
    rows: int = Field(ge=0)
    sha256: str = Field(pattern="^[0-9a-f]{64}$")

    @property
    def member(self) -> str:
        """Its file in the zip."""
        return f"tables/{self.name}.jsonl"


class Manifest(BaseModel):
    """What a backup holds; tables come in the order in which they can be filled."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: Literal["restructure-designer backup 1"] = "restructure-designer backup 1"
    build: str
    revision: str
    tables: list[TableEntry]


def tables_of(connection: Connection) -> list[Table]:
    """Return the tables that a database has, whatever its revision, each after those it refers to."""
    metadata = MetaData()
    metadata.reflect(connection)
    for table in metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, DateTime):
                column.type = Moment()
    return [table for table in metadata.sorted_tables if table.name != VERSIONS]


def line_of(columns: Iterable[Column[Any]], row: Any) -> bytes:
    """Return one row as a line of JSON."""
    cells = {column.name: _written(value) for column, value in zip(columns, row, strict=True)}
    return json.dumps(cells, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _written(value: Any) -> Cell:
    match value:
        case bytes() | memoryview():
            return base64.b64encode(value).decode()
        case datetime():
            return value.astimezone(UTC).isoformat()
        case None | str() | bool() | int() | float():
            return value
        case _:
            raise TypeError(f"a {type(value).__name__} has no form in a backup")


def row_of(columns: Mapping[str, Column[Any]], line: bytes) -> dict[str, Any]:
    """Return what one line holds, as the table takes it.

    Args:
        columns: of the table, by name.
        line: a line of its file.

    Raises:
        ValueError: the line is no JSON object with exactly these columns, or a cell does not fit its column.
    """
    cells = json.loads(line)
    if not isinstance(cells, dict) or cells.keys() != columns.keys():
        raise ValueError("a row has other columns than its table")
    return {name: _read(columns[name], cell) for name, cell in cells.items()}


def _read(column: Column[Any], cell: Any) -> Any:
    if cell is None:
        if not column.nullable:
            raise ValueError(f"{column.name} is missing")
        return None
    kind = column.type
    if isinstance(kind, LargeBinary):
        return base64.b64decode(_of_type(str, column, cell), validate=True)
    if isinstance(kind, Moment):
        return datetime.fromisoformat(_of_type(str, column, cell)).replace(tzinfo=UTC)
    if isinstance(kind, Boolean):
        return _of_type(bool, column, cell)
    if isinstance(kind, Integer):
        return _of_type(int, column, cell)
    return _of_type(str, column, cell) if isinstance(kind, String) else cell


def _of_type(wanted: type, column: Column[Any], cell: Any) -> Any:
    if type(cell) is not wanted:
        raise ValueError(f"{column.name} is no {wanted.__name__}")
    return cell
