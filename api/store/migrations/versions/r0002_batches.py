"""Batches, and the answers of their futures."""

import sqlalchemy as sa
from alembic import op

from api.store.columns import NUMBER, Moment

revision = "r0002"
down_revision = "r0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "batches",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(32), nullable=False),
        *_whose(),
        sa.Column("case", sa.String(200), nullable=False),
        sa.Column("input_digest", sa.String(64), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("recipe", sa.Text, nullable=False),
        sa.Column("build", sa.String(200), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("futures", sa.Integer, nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("server", sa.String(200)),
        sa.Column("claim", sa.String(32)),
        sa.Column("lease_until", Moment),
        sa.Column("cancel_asked", sa.Boolean, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("summary", sa.LargeBinary),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("started_at", Moment),
        sa.Column("ended_at", Moment),
        sa.UniqueConstraint("id", name="uq_batches_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_batches_digest", "batches", ["workspace", "digest"])
    op.create_index("ix_batches_state", "batches", ["state", "number"])
    op.create_table(
        "batch_answers",
        sa.Column("workspace", sa.String(64), primary_key=True),
        sa.Column("build", sa.String(200), primary_key=True),
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("document", sa.LargeBinary, nullable=False),
    )


def _whose() -> list[sa.Column[str]]:
    return [sa.Column("workspace", sa.String(64), nullable=False), sa.Column("actor", sa.String(64), nullable=False)]
