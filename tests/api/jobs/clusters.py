"""A cluster of this machine for a module of tests, and a dispatcher on it that waits for little.

Change this when a dispatcher needs something more to be started.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from api.jobs.cluster import Cluster, LocalSize, open_local
from api.jobs.dispatcher import Dispatcher
from api.jobs.limits import Limits
from api.store import cases, runs
from api.store.store import Store
from api.store.stored_runs import StoredRun
from scenarios.schema.canonical import as_json, canonical, digest
from tests.api.jobs.toys import question, toy
from tests.api.store.build import found, submitted
from tests.scenarios.comparing.small import service

MEMORY_BYTES = 1_000_000_000
QUICK = Limits(lease_seconds=2.0, run_seconds=30.0, stop_seconds=0.5, look_seconds=0.1)
SCENARIO = canonical(service())
DIGEST = digest(SCENARIO)
PATIENCE_SECONDS = 120.0


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """Yield an empty store, for what does not depend on which database it is."""
    opened = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Yield one worker process."""
    opened = open_local(LocalSize(workers=1, memory_bytes=MEMORY_BYTES, nice=1))
    yield opened
    opened.close()


@contextmanager
def dispatching(store: Store, cluster: Cluster, limits: Limits = QUICK, **how: Any) -> Iterator[Dispatcher]:
    """Have a dispatcher work while the block lasts."""
    dispatcher = Dispatcher(store, cluster, limits, **{"answer": toy, **how})
    dispatcher.start()
    yield dispatcher
    dispatcher.stop(0.0)


def keep_case(store: Store) -> None:
    """Keep the small service as a version."""
    document = as_json(SCENARIO).encode()
    new = cases.NewVersion("default", "local", "small", "Small service", DIGEST, document)
    with store.transaction() as session:
        cases.add_version(session, new)


def ask(store: Store, number: int, **asked: object) -> StoredRun:
    """Submit a run about the small service, for the toy."""
    keep_case(store)
    return submitted(store, number, input_digest=DIGEST, **question(number, **asked))


def until(true: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
    """Wait for something to come true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def ended(store: Store, run: StoredRun) -> StoredRun:
    """Wait until a run has ended, and return it."""
    until(lambda: found(store, run.id).ended)
    return found(store, run.id)


def under_way(dispatcher: Dispatcher, run: StoredRun) -> str:
    """Wait until a worker works on a run, and return its address."""
    until(lambda: dispatcher.worker_of(run.id) is not None)
    worker = dispatcher.worker_of(run.id)
    assert worker is not None
    return worker


def answer_of(store: Store, run: StoredRun) -> bytes | None:
    """Return the stored answer of a run."""
    with store.snapshot() as session:
        return runs.document(session, run.id)
