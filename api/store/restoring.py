"""A backup put into an empty store: looked through whole before anything is written, and then all of it or nothing.

A backup of an older build is put into tables as they were then, which are brought up to date after that.
Change this when a file of another format has to be read.
"""

import errno
import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, Table, func, insert, select
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from api.store import audit
from api.store.backup import ROWS_AT_ONCE
from api.store.backup_file import MANIFEST, Manifest, TableEntry, row_of, tables_of
from api.store.database import engine_of
from api.store.migrating import bring_to, bring_up_to_date, is_known, revision_of, stay_alone
from api.store.unavailable import in_plain_words

MOST_MANIFEST_BYTES = 1_000_000
MOST_LINE_BYTES = 512_000_000
NO_BACKUP = "the file is no backup of a store, or is damaged; nothing was written"
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError)


class BackupRefused(Exception):  # noqa: N818 - what the operator handed in, not a failure
    """A backup is not put in; `words` say why. Nothing was written."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def look_through(path: Path) -> Manifest:
    """Read a whole backup and say what it holds.

    Raises:
        BackupRefused: it is none, is damaged, or comes from a newer build.
        OSError: the file cannot be read.
    """
    try:
        with zipfile.ZipFile(path) as file:
            return _looked_through(file)
    except DAMAGED as odd:
        raise BackupRefused(NO_BACKUP) from odd
    except OSError as odd:
        if odd.errno != errno.EINVAL:  # a damaged list of members points to before the file
            raise
        raise BackupRefused(NO_BACKUP) from odd


def restore(path: Path, address: str, *, actor: str) -> Manifest:
    """Put a backup into an empty store and write so into its audit log.

    Args:
        path: the file.
        address: of a store that is not there yet, or has nothing in it.
        actor: who restores.

    Returns:
        what was put in, table by table.

    Raises:
        BackupRefused: the file is no backup, is damaged or comes from a newer build, or the store is not empty.
        OSError: the file cannot be read.
        StoreUnavailable: the database could not do its work; nothing was kept.
    """
    manifest = look_through(path)
    engine = engine_of(address)
    try:
        with zipfile.ZipFile(path) as file, in_plain_words(), engine.begin() as connection:
            _fill(connection, file, manifest)
            detail: audit.Detail = {"build": manifest.build, "rows": sum(entry.rows for entry in manifest.tables)}
            audit.write(Session(connection), actor=actor, action="store.restored", subject="", detail=detail)
    except (ValueError, IntegrityError, DataError) as odd:  # whole, but made by somebody else
        raise BackupRefused(NO_BACKUP) from odd
    finally:
        engine.dispose()
    return manifest


def _looked_through(file: zipfile.ZipFile) -> Manifest:
    if file.getinfo(MANIFEST).file_size > MOST_MANIFEST_BYTES:
        raise ValueError("a manifest is short")
    manifest = Manifest.model_validate_json(file.read(MANIFEST))
    if not is_known(manifest.revision):
        raise BackupRefused(f"the backup is of another build ({manifest.build}): use that build to restore it")
    members = sorted([MANIFEST, *(entry.member for entry in manifest.tables)])
    if sorted(file.namelist()) != members:
        raise ValueError("the files are not those of the manifest")
    for entry in manifest.tables:
        if any(len(line) > MOST_LINE_BYTES for line in _lines(file, entry)):
            raise ValueError(f"{entry.name} has a row that no build writes")
    return manifest


def _lines(file: zipfile.ZipFile, entry: TableEntry) -> Iterator[bytes]:
    """Yield the lines of a table.

    Raises:
        ValueError: at the end, when they are not those that the manifest tells of.
    """
    digest, rows = hashlib.sha256(), 0
    with file.open(entry.member) as member:
        while line := member.readline(MOST_LINE_BYTES + 1):
            digest.update(line)
            rows += 1
            yield line
    if (rows, digest.hexdigest()) != (entry.rows, entry.sha256):
        raise ValueError(f"{entry.name} is not as it was written")


def _fill(connection: Connection, file: zipfile.ZipFile, manifest: Manifest) -> None:
    stay_alone(connection)
    found = revision_of(connection)
    if found is None:
        bring_to(connection, manifest.revision)
    tables = {table.name: table for table in tables_of(connection)}
    if any(connection.execute(select(table).limit(1)).first() is not None for table in tables.values()):
        raise BackupRefused("the store is not empty: name one that is not there yet; nothing was written")
    if found not in {None, manifest.revision}:
        raise BackupRefused("the store was made by another build than the backup: name one that is not there yet")
    if {entry.name for entry in manifest.tables} != tables.keys():
        raise BackupRefused(NO_BACKUP)
    for entry in manifest.tables:
        _fill_table(connection, tables[entry.name], _lines(file, entry))
    bring_up_to_date(connection)


def _fill_table(connection: Connection, table: Table, lines: Iterator[bytes]) -> None:
    columns = {column.name: column for column in table.columns}
    rows = (row_of(columns, line) for line in lines)
    while some := list(islice(rows, ROWS_AT_ONCE)):
        connection.execute(insert(table), some)
    if connection.dialect.name == "postgresql" and "number" in columns:
        last = select(func.coalesce(func.max(columns["number"]), 1), func.count() > 0).subquery()
        sequence = func.pg_get_serial_sequence(table.name, "number")
        connection.execute(select(func.setval(sequence, last.c[0], last.c[1])))
