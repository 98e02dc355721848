"""The nouns of runs: what is asked to be run, how it is kept, how it ended.

Change this when something else is kept of a run: its column in tables.py, its field here.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from api.store.states import ENDED, Mark, RunState
from api.store.structures import StructureRow


class TooManyUnfinished(Exception):  # noqa: N818 - a state of affairs the visitor may wait out, not a failure
    """As many runs are unfinished already as the service takes; `unfinished` is how many."""

    def __init__(self, unfinished: int) -> None:
        super().__init__(f"{unfinished} runs are not finished yet")
        self.unfinished = unfinished


class MarkRefused(Exception):  # noqa: N818 - what the visitor asked for, not a failure
    """A run cannot be marked so; `words` say why and what can be done."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True)
class NewRun:
    """A question about a case, to be run.

    `asked` is the question as canonical JSON and `question` its kind, such as "design"; `digest` stands for input,
    question and build together; `batch` is the id of the batch it belongs to, if any.
    """

    workspace: str
    actor: str
    case: str
    input_digest: str
    asked: str
    question: str
    build: str
    digest: str
    batch: str | None = None


@dataclass(frozen=True)
class StoredRun:
    """A run as it is kept. `number` gives the order in which runs came; `claim` is who may end it, while it runs."""

    id: str
    number: int
    workspace: str
    actor: str
    case: str
    input_digest: str
    asked: str
    question: str
    build: str
    digest: str
    batch: str | None
    state: RunState
    claim: str | None
    cancel_asked: bool
    progress: dict[str, Any] | None
    reason: str | None
    worker_deaths: int
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    mark: Mark
    mark_reason: str | None
    put_at: datetime | None

    @property
    def ended(self) -> bool:
        """Whether nothing more will become of it."""
        return self.state in ENDED


@dataclass(frozen=True)
class Submitted:
    """The run that answers a question: a new one, or the one there was."""

    run: StoredRun
    is_new: bool


@dataclass(frozen=True)
class Ending:
    """How a run ended: in which state, why where there is something to say, and its answer as JSON in UTF-8."""

    state: RunState
    reason: str | None = None
    document: bytes | None = None
    structures: tuple[StructureRow, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an end that is none.

        Raises:
            ValueError: the state is queued or running.
        """
        if self.state not in ENDED:
            raise ValueError(f"a run does not end {self.state}")


def stored(row: Any) -> StoredRun:
    """Return the run that one row of the table holds."""
    return StoredRun(
        id=row.id,
        number=row.number,
        workspace=row.workspace,
        actor=row.actor,
        case=row.case,
        input_digest=row.input_digest,
        asked=row.asked,
        question=row.question,
        build=row.build,
        digest=row.digest,
        batch=row.batch,
        state=RunState(row.state),
        claim=row.claim,
        cancel_asked=row.cancel_asked,
        progress=None if row.progress is None else json.loads(row.progress),
        reason=row.reason,
        worker_deaths=row.worker_deaths,
        created_at=row.created_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        mark=Mark(row.mark),
        mark_reason=row.mark_reason,
        put_at=row.put_at,
    )
