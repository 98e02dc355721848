"""Runs, their marks and their structures as they travel.

Change this when something else is told of a run.
"""

from datetime import datetime
from typing import Any, Literal, get_args

from pydantic import Field

from api.http.addresses import NO_CONTROL
from api.http.models.sent import Links, NextLink, Sent
from api.store.states import Mark, RunState
from scenarios.comparing.result import Anchor, Status
from scenarios.runs.asked import QuestionName, RunAsked
from scenarios.schema.texts import Text


class RunDocument(Sent):
    """A run: what was asked of which version, how it stands, and where its answer is."""

    id: str
    case: str
    input_digest: str
    asked: RunAsked
    state: RunState
    cancel_asked: bool
    progress: dict[str, Any] | None = Field(description="How far it is, while it runs; `words` are for people.")
    reason: str | None = Field(description="Why it failed, was cancelled or is not settled.")
    build: str = Field(description="Which build answers: a stored answer is used again by the same build only.")
    batch: str | None
    mark: Mark
    mark_reason: str | None
    put_at: datetime | None = Field(description="When it was put to consultation first.")
    asked_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    links: Links


class RunsWanted(Sent):
    """Which runs are listed."""

    limit: int = Field(default=50, ge=1, le=200, description="How many at most.")
    after: int | None = Field(
        default=None, ge=1, le=2**31 - 1, description="Where the page before ended: take it from `next`."
    )
    state: RunState | None = None
    case: str | None = Field(default=None, max_length=200, pattern=NO_CONTROL, description="Name of a case.")
    batch: str | None = Field(default=None, max_length=64, pattern=NO_CONTROL, description="Id of a batch.")
    mark: Mark | None = None
    question: QuestionName | None = None


class RunList(Sent):
    """Runs, the newest first."""

    items: tuple[RunDocument, ...]
    next: NextLink = None


class MarkAsked(Sent):
    """What the author says of a run; setting aside needs a reason."""

    mark: Mark
    reason: Text | None = Field(default=None, description="In the author's words.")


class RunNews(Sent):
    """How a run stands: the data of each event."""

    id: str
    state: RunState
    progress: dict[str, Any] | None
    reason: str | None


class StructureLine(Sent):
    """A structure of a run's answer; figures are null where they are not known, or there is no structure."""

    id: str
    position: int
    title: str = Field(description="What it is called: no two of an answer alike.")
    number: int | None = Field(description="Its number in the tables, workbooks and paper; null: they number none.")
    shown_as: str | None = Field(description="Its title there, where structures with the same posts are shown once.")
    part: str | None = Field(description="Which part of the answer it is, as a point of a frontier; null: a whole one.")
    option: str
    anchor: Anchor | None
    branch: str | None
    status: Status
    annual_cost: float | None = Field(description="Pounds a year.")
    fte: float | None
    displaced_at_least: int | None
    displaced_at_most: int | None
    links: Links


class StructureList(Sent):
    """The structures of a run, in the order of its answer."""

    run: str
    items: tuple[StructureLine, ...]


class ComparisonAsked(Sent):
    """Structures to set side by side; the first is what the others are set against."""

    structures: tuple[str, ...] = Field(min_length=2, max_length=8, description="Ids of structures of any runs.")


TableName = Literal["structures", "posts", "people", "work", "saving", "ledger", "must-be-true"]
"""The tables of an answer, or of one of its structures, as CSV files."""
TABLES: tuple[TableName, ...] = get_args(TableName)
