"""A run that this server has claimed, and what it knows of it until the store knows how it ended.

The row says whose the run is and how it ended; here stands only what a restart may forget: where it is worked on, since
when, and what is still to be stored. Change this when a run in hand can be in another state.
"""

from enum import Enum, auto
from time import monotonic
from typing import Any

from api.jobs.connection import GivenWork
from api.store.cases import StoredVersion
from api.store.runs import Ending, StoredRun


class Why(Enum):
    """Why a run is being stopped."""

    CANCELLED = auto()
    TOO_LONG = auto()


class Held:
    """One claimed run, and the version of the case it is asked of.

    `key` and `future` are of the work as it was last given to Dask. `worker` is where it is worked on just now,
    `began_at` since when, and `over` says that it has been. `new_deaths` are deaths of workers that the store does not
    know yet, `died_on` the workers. `progress` and `ending` are what the store is to be told.
    """

    def __init__(self, run: StoredRun, version: StoredVersion | None) -> None:
        self.run = run
        self.version = version
        self.claimed_at = monotonic()
        self.given = 0
        self.key: str | None = None
        self.future: GivenWork | None = None
        self.worker: str | None = None
        self.began_at: float | None = None
        self.over = False
        self.why: Why | None = None
        self.stopping_since = 0.0
        self.new_deaths = 0
        self.died_on: list[str] = []
        self.progress: dict[str, Any] | None = None
        self.ending: Ending | None = None

    @property
    def claim(self) -> str:
        """The token that lets us end the run."""
        return self.run.claim or ""

    def next_key(self) -> str:
        """Name the work anew: what was given to Dask under an earlier name is never heard again."""
        self.given += 1
        self.over = False
        self.key = f"run-{self.run.id}-{self.claim}-{self.given}"
        return self.key

    def begin(self, worker: str) -> None:
        """Note that a worker works on it."""
        self.worker, self.began_at, self.over = worker, monotonic(), False

    def leave(self) -> None:
        """Note that no worker works on it any more, and its answer may be on its way."""
        self.worker, self.began_at, self.over = None, None, True

    def die(self) -> None:
        """Note that the worker that worked on it died."""
        if self.worker is not None:
            self.died_on.append(self.worker)
        self.new_deaths += 1
        self.worker, self.began_at, self.over = None, None, False

    @property
    def waits(self) -> bool:
        """Whether no worker has begun it, or has died of it since."""
        return self.worker is None and not self.over and self.ending is None

    def worked_seconds(self) -> float:
        """Return how long the worker that has it has worked on it."""
        return 0.0 if self.began_at is None else monotonic() - self.began_at

    def stopping_seconds(self) -> float:
        """Return for how long it has been asked to stop."""
        return monotonic() - self.stopping_since
