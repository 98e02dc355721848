"""Engines for the two databases, set up so that what is committed is kept and writers wait for each other.

SQLite: write-ahead log, synchronous FULL, foreign keys held to, a wait for whoever writes. A transaction that may write
begins as one, so that it never finds out half-way that another came first. PostgreSQL: through psycopg, lost
connections are noticed and replaced. Source: the manuals of SQLite (pragma, wal, lang_transaction) and SQLAlchemy
(dialects/sqlite, "Enabling Non-Legacy SQLite Transactional Modes"). Change this when a third database is spoken to.
"""

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from api.store.unavailable import StoreUnavailable

BUSY_SECONDS = 10
CONNECT_SECONDS = 5
READING = "store_reading"


def engine_of(address: str) -> Engine:
    """Return an engine for the address of a store; nothing is connected yet.

    Args:
        address: `sqlite:///FILE`, or `postgresql://USER:PASSWORD@HOST/DATABASE`.

    Raises:
        StoreUnavailable: it is neither, or names no file.
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as odd:
        raise StoreUnavailable("the address of the store is none: write sqlite:///FILE or postgresql://...") from odd
    match url.get_backend_name():
        case "sqlite":
            if url.database in {None, "", ":memory:"}:
                raise StoreUnavailable("the address of the store names no file: write sqlite:///FILE")
            return _sqlite(str(url.set(drivername="sqlite")))
        case "postgresql":
            whole = url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
            return create_engine(
                whole,
                pool_pre_ping=True,
                pool_size=8,
                max_overflow=32,
                pool_timeout=BUSY_SECONDS,
                connect_args={"connect_timeout": CONNECT_SECONDS, "tcp_user_timeout": 1000 * BUSY_SECONDS},
            )
        case other:
            raise StoreUnavailable(f"a store of kind {other} is not known: write sqlite:///FILE or postgresql://...")


def _sqlite(address: str) -> Engine:
    engine = create_engine(address, pool_size=8, max_overflow=32, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where _begin says, not where the driver thinks
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
