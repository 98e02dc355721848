"""Whatever dies, no run is lost, none is answered twice and none is stuck: on both databases, with real processes.

Change this when something else can die.
"""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psutil
from sqlalchemy import event

from api.jobs.cluster import Cluster
from api.store.states import RunState
from api.store.store import Store
from tests.api.jobs.clusters import (
    QUICK,
    answer_of,
    ask,
    cluster,
    dispatching,
    ended,
    sqlite_store,
    under_way,
    until,
)
from tests.api.store.build import found
from tests.api.store.databases import TESTS, Server

__all__ = ["cluster", "sqlite_store"]
NO_ROOM = """
CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
CREATE TRIGGER no_room BEFORE INSERT ON run_documents EXECUTE FUNCTION no_room()
"""
ROOT = Path(__file__).parents[3]
LONG = 20.0


def pid_of(cluster: Cluster, worker: str) -> int:
    """Return the process of a worker."""
    pid = cluster.client().run(os.getpid, workers=[worker])[worker]
    assert isinstance(pid, int)
    return pid


def test_a_run_whose_worker_is_killed_is_worked_on_again(store: Store, cluster: Cluster, tmp_path: Path) -> None:
    """Kill -9 of the worker while it works: the run is begun again and answered, and what waited is not blamed."""
    log = tmp_path / "begun"
    with dispatching(store, cluster) as dispatcher:
        run = ask(store, 1, seconds=1.0, log=str(log))
        waiting = ask(store, 2)
        os.kill(pid_of(cluster, under_way(dispatcher, run)), signal.SIGKILL)
        assert ended(store, run).state is RunState.FINISHED
        assert ended(store, waiting).state is RunState.FINISHED
    assert log.read_text() == "1\n1\n"
    assert found(store, run.id).worker_deaths == 1
    assert found(store, waiting.id).worker_deaths == 0


def test_a_run_that_kills_its_worker_three_times_fails(store: Store, cluster: Cluster, tmp_path: Path) -> None:
    """The third death fails it with the reason, and the run that waited behind it is answered."""
    log = tmp_path / "begun"
    with dispatching(store, cluster):
        run = ask(store, 1, does="kills", seconds=0.1, log=str(log))
        waiting = ask(store, 2)
        now = ended(store, run)
        assert ended(store, waiting).state is RunState.FINISHED
    assert now.state is RunState.FAILED
    assert (now.reason or "").startswith(
        "The worker process died 3 times while it worked on this run. It was not ended for needing too much memory"
    )
    assert log.read_text() == "1\n1\n1\n"
    assert found(store, waiting.id).worker_deaths == 0


def test_a_run_that_needs_too_much_memory_fails_and_says_so(sqlite_store: Store, cluster: Cluster) -> None:
    """A worker that needs more than it may is ended by its nanny, and the run fails with what to do."""
    with dispatching(sqlite_store, cluster, replace(QUICK, worker_deaths=2)):
        now = ended(sqlite_store, ask(sqlite_store, 1, does="needs memory", seconds=LONG))
    assert now.state is RunState.FAILED
    assert (now.reason or "").startswith(
        "The worker process died 2 times while it worked on this run, as it needed more memory than a worker may have "
        "(it held 1."
    )


@contextmanager
def served(address: str) -> Iterator[subprocess.Popen[bytes]]:
    """Have a server of its own process; it is killed at the end, whatever happens."""
    command = [sys.executable, "-m", "tests.api.jobs.server", address]
    server = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)  # noqa: S603 - our own program
    try:
        yield server
    finally:
        server.kill()
        server.wait()


def test_runs_outlive_the_server(store: Store, store_address: str, cluster: Cluster, tmp_path: Path) -> None:
    """Kill -9 of the whole server: its workers end with it, and the next one answers every run, each once."""
    log = tmp_path / "begun"
    asked = [ask(store, number, seconds=1.5 if number == 1 else 0.1, log=str(log)) for number in range(4)]
    with served(store_address) as server:
        assert ended(store, asked[0]).reason is None
        until(lambda: "1\n" in log.read_text())
        workers = psutil.Process(server.pid).children(recursive=True)
        os.kill(server.pid, signal.SIGKILL)
    first = found(store, asked[0].id)
    assert found(store, asked[1].id).state is RunState.RUNNING
    with dispatching(store, cluster):
        states = {ended(store, run).state for run in asked}
    assert states == {RunState.FINISHED}
    assert found(store, asked[0].id) == first
    assert sorted(log.read_text().split()) == ["0", "1", "1", "2", "3"]
    assert [answer_of(store, run) for run in asked] == [
        b'{"number": %d, "structures": []}' % number for number in range(4)
    ]
    until(lambda: not any(worker.is_running() for worker in workers))


def test_an_answer_outlives_the_loss_of_the_database(postgresql: Server, cluster: Cluster, tmp_path: Path) -> None:
    """PostgreSQL is away for longer than the lease while a run ends: its answer is kept as soon as it is back."""
    log = tmp_path / "begun"
    store = Store.open(postgresql.address(TESTS))
    with dispatching(store, cluster) as dispatcher:
        run = ask(store, 1, seconds=0.2, log=str(log))
        under_way(dispatcher, run)
        postgresql.stop()
        until(lambda: dispatcher.health.waits_for is not None)
        time.sleep(1.5 * QUICK.lease_seconds)
        postgresql.start()
        assert ended(store, run).state is RunState.FINISHED
        assert ended(store, ask(store, 2)).state is RunState.FINISHED
    store.close()
    postgresql.empty()
    assert log.read_text() == "1\n"


@contextmanager
def full_disk(store: Store) -> Iterator[None]:
    """Have no room for an answer, in the database's own words: SQLite may not grow, PostgreSQL says what it would."""
    if store.writing.dialect.name == "postgresql":
        with store.writing.begin() as connection:
            connection.exec_driver_sql(NO_ROOM)
        yield
        with store.writing.begin() as connection:
            connection.exec_driver_sql("DROP FUNCTION no_room CASCADE")
        return
    with store.writing.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    def limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages + 4}")

    event.listen(store.writing, "checkout", limit)
    yield
    event.remove(store.writing, "checkout", limit)
    store.writing.dispose()


def test_an_answer_outlives_a_full_disk(store: Store, cluster: Cluster, tmp_path: Path) -> None:
    """While the disk is full the answer is held, and the server says so; once there is room it is kept."""
    log = tmp_path / "begun"
    with dispatching(store, cluster) as dispatcher:
        run = ask(store, 1, spaces=200_000, log=str(log))
        with full_disk(store):
            until(lambda: "disk" in (dispatcher.health.waits_for or ""))
            assert found(store, run.id).state is RunState.RUNNING
        assert ended(store, run).state is RunState.FINISHED
        until(lambda: dispatcher.health.waits_for is None)
    assert len(answer_of(store, run) or b"") > 200_000
    assert log.read_text() == "1\n"
