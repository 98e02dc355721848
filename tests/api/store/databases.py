"""The two databases that tests of the store run on, as fixtures: SQLite in a file and a real PostgreSQL.

The PostgreSQL server is started once for each process of tests that asks for it, on a socket in a temporary folder, and
ended by its own handle. Its tables are made once and emptied after each test. It does not wait for the disk: what a
power cut would do is not tested.
Change this when a third database is spoken to.
"""

import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from api.store.store import Store

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library warns of folders of this machine while it is loaded
    import pgserver

AddressOf = Callable[[str], str]
ADMIN = "postgres"
TESTS = "tests"
OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
FILLED = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"


class Server:
    """A PostgreSQL server of our own, which can be stopped and started again."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self.start()
        self.run("ALTER SYSTEM SET fsync = off")
        self.run("SELECT pg_reload_conf()")

    def start(self) -> None:
        """Start it, on the data there are."""
        self.handle: Any = pgserver.get_server(self.folder / "data", cleanup_mode="stop")

    def stop(self) -> None:
        """Stop it; connections are cut."""
        self.handle.cleanup()

    def end(self) -> None:
        """Stop it for good and take its folder away."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def address(self, database: str) -> str:
        """Return the address of a database on it."""
        return str(self.handle.get_uri(database=database))

    def run(self, statement: str) -> None:
        """Run one statement outside of any transaction."""
        with psycopg.connect(self.address(ADMIN), autocommit=True) as connection:
            connection.execute(statement.encode())

    def empty(self) -> None:
        """Cut whoever is still connected to the database of the tests, and empty its tables, the audit log too."""
        with psycopg.connect(self.address(TESTS)) as connection:
            connection.execute(f"SELECT pg_terminate_backend(pid) {OTHERS}".encode())
            connection.execute("SET LOCAL session_replication_role = replica")  # no triggers, no foreign keys
            for (table,) in connection.execute(FILLED).fetchall():
                connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """Yield a PostgreSQL server with one database, whose tables are made."""
    server = Server()
    server.run(f"CREATE DATABASE {TESTS}")
    Store.open(server.address(TESTS)).close()
    yield server
    server.end()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield the address of an empty store on each database in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.db'}"
        return
    server: Server = request.getfixturevalue("postgresql")
    yield server.address(TESTS)
    server.empty()


@pytest.fixture
def store(store_address: str) -> Iterator[Store]:
    """Yield an open, empty store on each database in turn."""
    opened = Store.open(store_address)
    yield opened
    opened.close()
