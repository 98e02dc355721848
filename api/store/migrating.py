"""Tables brought up to date when a store is opened: Alembic, with its revisions inside this package.

Several servers may start at once: on PostgreSQL one of them holds a lock while it works, on SQLite one writes at a
time, and the others find the work done. Change this when tables are kept up to date in another way.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, func, select

MIGRATIONS = Path(__file__).parent / "migrations"


class NewerStore(Exception):  # noqa: N818 - a state of affairs, not a failure
    """The store was made by a newer build; `words` say what to do."""

    def __init__(self, revision: str) -> None:
        self.words = (
            f"the store is at revision {revision}, which this build does not know: a newer build made it. "
            "Use that build, or name another store"
        )
        super().__init__(self.words)


def _config() -> Config:
    config = Config()
    # Alembic reads % as its own sign, and a folder's name may hold one.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def newest_revision() -> str:
    """Return the revision that this build's tables are at."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def revision_of(connection: Connection) -> str | None:
    """Return the revision of a store, or None where it has no tables yet."""
    return MigrationContext.configure(connection).get_current_revision()


def bring_up_to_date(connection: Connection) -> None:
    """Make or change the tables, in the transaction of this connection.

    Raises:
        NewerStore: its revision is none that this build knows.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("migrate", 0))))
    found = revision_of(connection)
    script = ScriptDirectory.from_config(_config())
    if found == script.get_current_head():
        return
    try:
        if found is not None:
            script.get_revision(found)
    except CommandError as unknown:
        raise NewerStore(str(found)) from unknown
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
