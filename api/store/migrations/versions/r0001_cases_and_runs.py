"""Cases, runs, structures, request keys, and the audit log with what refuses to change it.

A revision is never changed once it is out: what comes later is another revision.
"""

import sqlalchemy as sa
from alembic import op

from api.store.columns import NUMBER, Moment

revision = "r0001"
down_revision = None
branch_labels = None
depends_on = None

LIVE = sa.text("cancel_asked = 0 AND state NOT IN ('failed', 'cancelled')")
LIVE_POSTGRESQL = sa.text("NOT cancel_asked AND state NOT IN ('failed', 'cancelled')")


def upgrade() -> None:
    """Make the tables."""
    _cases()
    _runs()
    _answers()
    _request_keys()
    _audit()
    _refuse_changes_to_the_audit_log()


def _whose() -> list[sa.Column[str]]:
    return [sa.Column("workspace", sa.String(64), nullable=False), sa.Column("actor", sa.String(64), nullable=False)]


def _cases() -> None:
    op.create_table(
        "case_versions",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
        *_whose(),
        sa.Column("case", sa.String(200), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("document", sa.LargeBinary, nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.UniqueConstraint("workspace", "digest", name="uq_case_versions_workspace_digest"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_case_versions_case", "case_versions", ["workspace", "case", "number"])


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(32), nullable=False),
        *_whose(),
        sa.Column("case", sa.String(200), nullable=False),
        sa.Column("input_digest", sa.String(64), nullable=False),
        sa.Column("asked", sa.Text, nullable=False),
        sa.Column("question", sa.String(40), nullable=False),
        sa.Column("build", sa.String(200), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("batch", sa.String(64)),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("server", sa.String(200)),
        sa.Column("claim", sa.String(32)),
        sa.Column("lease_until", Moment),
        sa.Column("cancel_asked", sa.Boolean, nullable=False),
        sa.Column("progress", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("worker_deaths", sa.Integer, nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("started_at", Moment),
        sa.Column("ended_at", Moment),
        sa.Column("mark", sa.String(32), nullable=False),
        sa.Column("mark_reason", sa.Text),
        sa.Column("put_at", Moment),
        sa.UniqueConstraint("id", name="uq_runs_id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        *("uq_runs_live", "runs", ["workspace", "digest"]),
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE_POSTGRESQL,
    )
    op.create_index("ix_runs_state", "runs", ["state", "number"])
    op.create_index("ix_runs_case", "runs", ["workspace", "case", "number"])
    op.create_index("ix_runs_batch", "runs", ["batch", "number"])


def _answers() -> None:
    op.create_table(
        "run_documents",
        sa.Column("run_id", sa.String(32), sa.ForeignKey("runs.id", name="fk_run_documents_run_id"), primary_key=True),
        *_whose(),
        sa.Column("document", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "structures",
        sa.Column("run_id", sa.String(32), sa.ForeignKey("runs.id", name="fk_structures_run_id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        *_whose(),
        sa.Column("option", sa.Text, nullable=False),
        sa.Column("anchor", sa.String(40)),
        sa.Column("branch", sa.Text),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("document", sa.LargeBinary, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
    )


def _request_keys() -> None:
    op.create_table(
        "request_keys",
        sa.Column("workspace", sa.String(64), primary_key=True),
        sa.Column("key", sa.String(255), primary_key=True),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("request_digest", sa.String(64), nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("location", sa.Text),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("created_at", Moment, nullable=False),
    )
    op.create_index("ix_request_keys_created_at", "request_keys", ["created_at"])


def _audit() -> None:
    op.create_table(
        "audit_lines",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
        *_whose(),
        sa.Column("action", sa.String(64), nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("written_at", Moment, nullable=False),
        sqlite_autoincrement=True,
    )


def _refuse_changes_to_the_audit_log() -> None:
    said = "the audit log is only added to"
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_lines_no_{act.lower()} BEFORE {act} ON audit_lines "
                f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION refuse_change_of_audit_lines() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{said}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_lines_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_lines "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_lines()"
    )
