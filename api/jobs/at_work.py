"""One piece of work on a worker: tells the server how far it is, and hears when it is no longer wanted.

Nothing has to be sent to a worker to stop it. Whoever cancels work releases it at the scheduler, which tells the
worker, and the scheduler does so itself when the server that wanted the work is gone. A thread beside the work looks
for that and asks the search to stop. Change this when work is stopped, or tells of itself, in another way.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from threading import Event, Lock, Thread
from time import monotonic
from typing import Any, Final

from distributed import Worker, get_worker
from distributed.utils import sync

from api.jobs.telling import Kind, Standing, Told
from solver.engine import Stop
from solver.search import StageReport

LOOK_SECONDS: Final = 0.1
TELL_SECONDS: Final = 10.0
BETWEEN_PROGRESS_SECONDS: Final = 0.5
WANTED: Final = frozenset({"executing", "long-running"})
"""Dask's words for a task whose function runs and whose result somebody waits for."""


class AtWork:
    """A piece of work under way: `stop` is asked for once nobody waits for its result."""

    def __init__(self, key: str, tell: Callable[[Kind, dict[str, Any] | None], None]) -> None:
        self.key = key
        self.stop = Stop()
        self._tell = tell
        self._lock = Lock()
        self._standing = Standing()
        self._last_told = self._standing
        self._told_at = monotonic()

    def say(self, answer: str) -> None:
        """Say which answer, or which question about it, is worked on."""
        with self._lock:
            self._standing = Standing(answer)

    def report(self, stage: StageReport) -> None:
        """Say which goal is in its turn and what was found."""
        with self._lock:
            self._standing = replace(self._standing, stage=stage)

    def tell_if_due(self) -> None:
        """Tell how far it is, where that is news and the last news were told a while ago."""
        with self._lock:
            standing, since = self._standing, monotonic() - self._told_at
        if standing == self._last_told or since < BETWEEN_PROGRESS_SECONDS:
            return
        self._last_told, self._told_at = standing, monotonic()
        self._tell(Kind.PROGRESS, standing.as_progress())


@contextmanager
def at_work(key: str, topic: str) -> Iterator[AtWork]:
    """Work on what Dask knows by this key, on the worker this is called on; messages go to the topic."""
    worker = get_worker()

    def tell(kind: Kind, progress: dict[str, Any] | None) -> None:
        worker.log_event(topic, _message(worker, kind, key, progress))

    work, left = AtWork(key, tell), Event()
    beside = Thread(target=_listen, args=(work, worker, left), name=f"beside {key}", daemon=True)
    _tell_at_once(worker, topic, _message(worker, Kind.BEGAN, key, None))
    beside.start()
    try:
        yield work
    finally:
        left.set()
        beside.join()
        tell(Kind.LEFT, None)


def _message(worker: Worker, kind: Kind, key: str, progress: dict[str, Any] | None) -> dict[str, Any]:
    return Told(kind=kind, key=key, worker=worker.address, progress=progress).model_dump(mode="json")


def _tell_at_once(worker: Worker, topic: str, message: dict[str, Any]) -> None:
    """Tell something and go on when the scheduler has it: what it is told later may die with the worker.

    So a run that ends its worker in its first moment is known to have been on it. Where the scheduler is gone, the
    worker will be as well.
    """
    with suppress(OSError, TimeoutError):
        sync(worker.loop, worker.scheduler.log_event, topic=topic, msg=message, callback_timeout=TELL_SECONDS)


def _listen(work: AtWork, worker: Worker, left: Event) -> None:
    while not left.wait(LOOK_SECONDS):
        work.tell_if_due()
        task = worker.state.tasks.get(work.key)
        if task is None or task.state not in WANTED:
            work.stop.ask()
            return
