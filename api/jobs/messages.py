"""What a dispatcher hears from elsewhere, besides what workers tell of themselves (api/jobs/telling.py).

Heard on threads of Dask's, of the lease and of whoever cancels; acted upon on the dispatcher's own, one by one.
Change this when something else has to be heard.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from api.jobs.telling import Told
from api.store.runs import StoredRun

EVERYTHING: Final = "all"
"""Dask's topic of workers that come and go."""
MEMORY: Final = "worker-restart-memory"
"""Dask's topic of workers that a nanny ends as they need too much memory."""


@dataclass(frozen=True)
class CancelAsked:
    """Somebody wants a run cancelled."""

    run_id: str


@dataclass(frozen=True)
class Died:
    """A worker is gone, with the work of these keys under way on it or waiting there."""

    worker: str
    keys: frozenset[str]


@dataclass(frozen=True)
class TooMuchMemory:
    """A nanny ends its worker, which held so many bytes."""

    worker: str
    memory_bytes: int


@dataclass(frozen=True)
class Renewed:
    """The lease was renewed by a transaction begun then: the runs we hold as the store has them."""

    begun_at: float
    runs: tuple[StoredRun, ...]


Message = Told | CancelAsked | Died | TooMuchMemory | Renewed
Post = Callable[[Message], None]


def topics(own: str, post: Post) -> dict[str, Callable[[dict[str, Any]], None]]:
    """Return what to do with messages of Dask's topics: `own` is the topic that our work tells of itself."""

    def heard_all(event: dict[str, Any]) -> None:
        if event.get("action") == "remove-worker":
            post(Died(event["worker"], frozenset(map(str, event["processing-tasks"]))))

    return {
        own: lambda event: post(Told.model_validate(event)),
        EVERYTHING: heard_all,
        MEMORY: lambda event: post(TooMuchMemory(event["worker"], event["rss"])),
    }
