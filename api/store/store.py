"""The store: opened by its address, brought up to date, and used in transactions.

One transaction is one use case: all of it is kept or nothing. Trouble of the database comes out as StoreUnavailable,
after everything of the transaction was taken back. Change this when a store is opened in another way.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from api.store.database import BUSY_SECONDS, READING, engine_of
from api.store.migrating import bring_up_to_date
from api.store.unavailable import BUSY, StoreUnavailable, in_plain_words

__all__ = ["Session", "Store"]  # other rooms name the session they are handed, and import no database library for it


@dataclass(frozen=True)
class Store:
    """An open store. `writing` and `reading` are its engine with and without leave to write.

    SQLite lets one transaction write at a time and has the others look again every now and then, in no order. Threads
    of this process therefore take their turn before they ask; on PostgreSQL nobody waits for a turn.
    """

    writing: Engine
    reading: Engine
    turn: Lock = field(default_factory=Lock, repr=False, compare=False)

    @classmethod
    def open(cls, address: str) -> "Store":
        """Open the store at an address and bring its tables up to date.

        Args:
            address: `sqlite:///FILE`, or `postgresql://USER:PASSWORD@HOST/DATABASE`.

        Raises:
            StoreUnavailable: the address is neither, the database cannot be reached or written to, or a newer build
                than this one made the store.
        """
        engine = engine_of(address)
        options: dict[str, Any] = {READING: True}
        if engine.dialect.name == "postgresql":
            options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        store = cls(writing=engine, reading=engine.execution_options(**options))
        try:
            with in_plain_words(), engine.begin() as connection:
                bring_up_to_date(connection)
        except BaseException:
            store.close()
            raise
        return store

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Yield the session of a transaction, kept whole at the end of the block and taken back whole when it raises.

        Raises:
            StoreUnavailable: the database could not do its work; nothing was kept.
        """
        with self._in_turn(), in_plain_words(), Session(self.writing) as session, session.begin():
            yield session

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        if self.writing.dialect.name != "sqlite":
            yield
            return
        if not self.turn.acquire(timeout=BUSY_SECONDS):
            raise StoreUnavailable(BUSY)
        try:
            yield
        finally:
            self.turn.release()

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """Yield a session that only reads, and sees the store as it is at its first question, whoever writes meanwhile.

        Raises:
            StoreUnavailable: the database could not do its work.
        """
        with in_plain_words(), Session(self.reading) as session, session.begin():
            yield session

    def require_answer(self) -> None:
        """Ask the database the least there is.

        Raises:
            StoreUnavailable: it does not answer.
        """
        with self.snapshot() as session:
            session.execute(text("SELECT 1"))

    def close(self) -> None:
        """Let go of every connection that is not in use."""
        self.writing.dispose()
