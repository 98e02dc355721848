"""A database that does not do its work, in plain words: full, gone, locked, damaged, not to be written to.

A defect of ours (a wrong statement, a broken rule of a table) is none of these and goes up as what it is.
Source: the result codes of SQLite and the error codes of PostgreSQL (appendix A of its manual).
Change this when a database can fail in another way.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

FULL = "the disk of the store is full or a limit on its size is reached: free some room, then try again"
GONE = "the database does not answer: see that it runs and can be reached, then try again"
BUSY = "the database is busy with others: try again in a moment"
READ_ONLY = "the store cannot be written to: see who owns its folder and file"
DAMAGED = "the file of the store is damaged or none of ours: put a backup in its place"
CANNOT_OPEN = "the file of the store cannot be opened: see that its folder is there and may be written to"
REFUSED = "the database refuses us: see the user, the password and the name of the database in the address"
BROKEN = "the disk of the store failed or is full: see the disk, then try again"

# By the primary result code, which is the low eight bits of any.
PRIMARY = 0xFF
SQLITE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_IOERR: BROKEN,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_PROTOCOL: BUSY,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: CANNOT_OPEN,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_NOMEM: BROKEN,
}

# By the beginning of the code, longest first.
POSTGRESQL = {
    "53100": FULL,
    "53": BUSY,
    "08": GONE,
    "57014": BUSY,
    "57": GONE,
    "58": BROKEN,
    "40": BUSY,
    "55P03": BUSY,
    "25006": READ_ONLY,
    "28": REFUSED,
    "3D": REFUSED,
    "42501": REFUSED,
    "XX001": DAMAGED,
    "XX002": DAMAGED,
}


class StoreUnavailable(Exception):  # noqa: N818 - a state of affairs, like the outcomes of a search
    """The store cannot be used as it is; `words` say why and what to do. Nothing of the transaction was kept.

    One thing nobody can know: where the connection broke while PostgreSQL was committing, all of it may have been kept.
    To do the same again is safe then: questions and versions are known by their digest, ends by their claim.
    """

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def words_of(trouble: SQLAlchemyError) -> str | None:
    """Return plain words for trouble of the database, or None when it is a defect of ours."""
    if isinstance(trouble, NoConnectionFree):
        return BUSY
    if not isinstance(trouble, DBAPIError):
        return None
    if trouble.connection_invalidated:
        return GONE
    if isinstance(trouble.orig, sqlite3.Error):
        return _words_of_sqlite(trouble.orig)
    return _words_of_postgresql(trouble)


def _words_of_sqlite(trouble: sqlite3.Error) -> str | None:
    return SQLITE.get(getattr(trouble, "sqlite_errorcode", 0) & PRIMARY)


def _words_of_postgresql(trouble: DBAPIError) -> str | None:
    code = getattr(trouble.orig, "sqlstate", None)
    if code is None:  # said by the driver itself: it reached no server, or none that let us in
        return GONE if isinstance(trouble, OperationalError) else None
    starts = sorted(POSTGRESQL, key=len, reverse=True)
    return next((POSTGRESQL[start] for start in starts if code.startswith(start)), None)


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Turn trouble of the database within the block into StoreUnavailable; defects of ours go up as they are.

    Raises:
        StoreUnavailable: the database could not do its work.
    """
    try:
        yield
    except SQLAlchemyError as trouble:
        words = words_of(trouble)
        if words is None:
            raise
        raise StoreUnavailable(words) from trouble
