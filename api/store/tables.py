"""Every table of the store but those of batches, as they are now; migrations/versions tells how they came to be.

Rules: each row says whose it is (workspace) and who made it (actor). Numbers give the order in which rows came and are
never used again. A run has at most one live twin: the same question in the same workspace is answered by the run there
is, unless that failed, was cancelled or is being cancelled.
Change this when something else is kept: here, and in a new revision; a test holds the two together.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from api.store.columns import NUMBER, Moment

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)
LIVE = text("cancel_asked = 0 AND state NOT IN ('failed', 'cancelled')")
LIVE_POSTGRESQL = text("NOT cancel_asked AND state NOT IN ('failed', 'cancelled')")

case_versions = Table(
    "case_versions",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("workspace", String(64), nullable=False),
    Column("actor", String(64), nullable=False),
    Column("case", String(200), nullable=False),
    Column("title", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("workspace", "digest"),
    Index("ix_case_versions_case", "workspace", "case", "number"),
    sqlite_autoincrement=True,
)

runs = Table(
    "runs",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("workspace", String(64), nullable=False),
    Column("actor", String(64), nullable=False),
    Column("case", String(200), nullable=False),
    Column("input_digest", String(64), nullable=False),
    Column("asked", Text, nullable=False),
    Column("question", String(40), nullable=False),
    Column("build", String(200), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("batch", String(64)),
    Column("state", String(16), nullable=False),
    Column("server", String(200)),
    Column("claim", String(32)),
    Column("lease_until", Moment),
    Column("cancel_asked", Boolean, nullable=False),
    Column("progress", Text),
    Column("reason", Text),
    Column("worker_deaths", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("started_at", Moment),
    Column("ended_at", Moment),
    Column("mark", String(32), nullable=False),
    Column("mark_reason", Text),
    Column("put_at", Moment),
    Index("uq_runs_live", "workspace", "digest", unique=True, sqlite_where=LIVE, postgresql_where=LIVE_POSTGRESQL),
    Index("ix_runs_state", "state", "number"),
    Index("ix_runs_case", "workspace", "case", "number"),
    Index("ix_runs_batch", "batch", "number"),
    sqlite_autoincrement=True,
)

run_documents = Table(
    "run_documents",
    METADATA,
    Column("run_id", String(32), ForeignKey("runs.id"), primary_key=True),
    Column("workspace", String(64), nullable=False),
    Column("actor", String(64), nullable=False),
    Column("document", LargeBinary, nullable=False),
)

structures = Table(
    "structures",
    METADATA,
    Column("run_id", String(32), ForeignKey("runs.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("workspace", String(64), nullable=False),
    Column("actor", String(64), nullable=False),
    Column("option", Text, nullable=False),
    Column("anchor", String(40)),
    Column("branch", Text),
    Column("status", String(40), nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("sha256", String(64), nullable=False),
)

request_keys = Table(
    "request_keys",
    METADATA,
    Column("workspace", String(64), primary_key=True),
    Column("key", String(255), primary_key=True),
    Column("actor", String(64), nullable=False),
    Column("request_digest", String(64), nullable=False),
    Column("status", Integer, nullable=False),
    Column("location", Text),
    Column("body", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
    Index("ix_request_keys_created_at", "created_at"),
)

audit_lines = Table(
    "audit_lines",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("workspace", String(64), nullable=False),
    Column("actor", String(64), nullable=False),
    Column("action", String(64), nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("written_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)
