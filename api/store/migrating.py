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

from api.store.unavailable import StoreUnavailable

MIGRATIONS = Path(__file__).parent / "migrations"


NEWER = (
    "the store is at revision {revision}, which this build does not know: a newer build made it. "
    "Use that build, or name another store"
)


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


def is_known(revision: str) -> bool:
    """Say whether this build knows a revision: its own, or an earlier one."""
    try:
        return ScriptDirectory.from_config(_config()).get_revision(revision) is not None
    except CommandError:
        return False


def stay_alone(connection: Connection) -> None:
    """Wait for whoever makes or changes the tables, and keep others from it until this transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("migrate", 0))))


def bring_up_to_date(connection: Connection) -> None:
    """Make or change the tables, in the transaction of this connection.

    Raises:
        StoreUnavailable: the revision of the store is none that this build knows.
    """
    stay_alone(connection)
    found = revision_of(connection)
    if found == newest_revision():
        return
    if found is not None and not is_known(found):
        raise StoreUnavailable(NEWER.format(revision=found))
    bring_to(connection, "head")


def bring_to(connection: Connection, revision: str) -> None:
    """Make or change the tables up to a revision, in the transaction of this connection."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
