"""Batches as they travel: what is asked, how one stands, its rows.

Change this when something else is told of a batch.
"""

from datetime import datetime
from typing import Annotated

from fastapi import Path
from pydantic import Field

from api.http.addresses import NO_CONTROL
from api.http.models.sent import Links, NextLink, Sent
from api.store.states import RunState
from scenarios.batches.futures import FutureKind
from scenarios.batches.recipe import Recipe
from scenarios.batches.rows import Row

BatchId = Annotated[str, Path(pattern="^[0-9a-f]{32}$", description="Id of a batch: 32 hexadecimal digits.")]


class BatchAsked(Recipe):
    """A recipe over a version of a case: `case` is its name here, and without a digest its newest version is meant."""

    case: str = Field(min_length=1, max_length=200, pattern=NO_CONTROL, description="Name of a case kept here.")
    digest: str | None = Field(
        default=None, pattern="^[0-9a-f]{64}$", description="Digest of the version; null: the newest."
    )


class BatchDocument(Sent):
    """A batch: which recipe over which version, how far it is, and where its rows and its summary are."""

    id: str
    case: str
    input_digest: str
    title: str
    recipe: Recipe
    build: str
    state: RunState
    cancel_asked: bool
    futures: int = Field(description="How many futures the recipe makes, the case as things are among them.")
    done: int = Field(description="How many of them are answered.")
    reason: str | None = Field(description="Why it failed or was cancelled, or that it is being cancelled.")
    asked_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    links: Links


class BatchList(Sent):
    """Batches, the newest first."""

    items: tuple[BatchDocument, ...]
    next: NextLink = None


class FutureRows(Sent):
    """One future with its rows: one for each option, branch and anchor."""

    future: int
    kind: FutureKind
    name: str
    changes: str = Field(description="What is otherwise in it.")
    rows: tuple[Row, ...]


class RowsPage(Sent):
    """Futures of a batch in their order, each with its rows."""

    batch: str
    items: tuple[FutureRows, ...]
    next: NextLink = None


EXAMPLE = {
    "case": "nottinghamshire-2014",
    "options": ["no change", "as proposed", "model C"],
    "futures": [
        {"name": "dearer pay award", "values": {"pay award": "3%"}},
        {"name": "budget cut", "values": {"limits.ceiling": "300,000"}},
    ],
    "draws": {
        "count": 100,
        "seed": 1,
        "figures": {
            "demand": {"shape": "triangular", "low": "-10%", "most_likely": "0%", "high": "15%"},
            "leavers": {"low": "0%", "high": "10%"},
        },
    },
}
"""A recipe over the case of the library, as the interactive documentation shows it."""
