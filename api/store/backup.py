"""The whole store written into one file, as it is at one moment, whoever writes meanwhile.

Change this when something outside the tables has to be kept too.
"""

import hashlib
import os
import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, String, Table, collate, select

from api.store.backup_file import MANIFEST, Manifest, TableEntry, line_of, tables_of
from api.store.migrating import revision_of
from api.store.store import Store

ROWS_AT_ONCE = 100


def back_up(store: Store, path: Path) -> Manifest:
    """Write everything a store keeps into a new file. The store is only read.

    Args:
        store: what to write.
        path: a file that is not there yet.

    Returns:
        what was written, table by table.

    Raises:
        FileExistsError: there is a file already; it stays as it is.
        OSError: the file cannot be written whole; what there was of it is taken away again.
        StoreUnavailable: the database does not answer; the file is taken away again.
    """
    with open(path, "xb", opener=_for_its_owner) as file:
        try:
            with store.snapshot() as session, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as into:
                manifest = _write(session.connection(), into)
            file.flush()
            os.fsync(file.fileno())  # "written" is said when it would outlive a power cut
        except BaseException:
            path.unlink()
            raise
    return manifest


def _for_its_owner(path: str, flags: int) -> int:
    """Open a file that nobody else may read: a backup is as confidential as the store."""
    return os.open(path, flags, 0o600)


def _write(connection: Connection, into: zipfile.ZipFile) -> Manifest:
    entries = [_write_table(connection, table, into) for table in tables_of(connection)]
    manifest = Manifest(build=version("restructure-designer"), revision=revision_of(connection) or "", tables=entries)
    into.writestr(MANIFEST, manifest.model_dump_json(indent=1))
    return manifest


def _write_table(connection: Connection, table: Table, into: zipfile.ZipFile) -> TableEntry:
    columns = sorted(table.columns, key=lambda column: column.name)
    digest, rows = hashlib.sha256(), 0
    with into.open(f"tables/{table.name}.jsonl", "w", force_zip64=True) as member:
        for row in _rows(connection, table, columns):
            line = line_of(columns, row)
            member.write(line)
            digest.update(line)
            rows += 1
    names = [column.name for column in columns]
    return TableEntry(name=table.name, columns=names, rows=rows, sha256=digest.hexdigest())


def _rows(connection: Connection, table: Table, columns: list[Column[Any]]) -> Iterator[Any]:
    """Yield the rows in the order of their key, letters by their code on either database."""
    key: list[Any] = list(table.primary_key.columns)
    if connection.dialect.name == "postgresql":
        key = [collate(column, "C") if isinstance(column.type, String) else column for column in key]
    yield from connection.execution_options(yield_per=ROWS_AT_ONCE).execute(select(*columns).order_by(*key))
