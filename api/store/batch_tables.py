"""The tables of batches: each batch with its recipe and how far it is, and the answers of futures.

An answer is kept once for each build and what was asked, whichever batch asked first, so that nothing is worked out
twice. Change this when something else of a batch is kept: here, and in a new revision.
"""

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, String, Table, Text

from api.store.columns import NUMBER, Moment
from api.store.tables import METADATA

__all__ = ["METADATA", "batch_answers", "batches"]

batches = Table(
    "batches",
    METADATA,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("workspace", String(64), nullable=False),
    Column("actor", String(64), nullable=False),
    Column("case", String(200), nullable=False),
    Column("input_digest", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("recipe", Text, nullable=False),
    Column("build", String(200), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("futures", Integer, nullable=False),
    Column("done", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("server", String(200)),
    Column("claim", String(32)),
    Column("lease_until", Moment),
    Column("cancel_asked", Boolean, nullable=False),
    Column("reason", Text),
    Column("summary", LargeBinary),
    Column("created_at", Moment, nullable=False),
    Column("started_at", Moment),
    Column("ended_at", Moment),
    Index("ix_batches_digest", "workspace", "digest"),
    Index("ix_batches_state", "state", "number"),
    sqlite_autoincrement=True,
)

batch_answers = Table(
    "batch_answers",
    METADATA,
    Column("workspace", String(64), primary_key=True),
    Column("build", String(200), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("actor", String(64), nullable=False),
    Column("document", LargeBinary, nullable=False),
)
