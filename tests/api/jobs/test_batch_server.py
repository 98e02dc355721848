"""Batches in a server: worked on to the end, cancelled, given back, and gone on with after the server was killed.

Change this when a batch can take another way.
"""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update

from api.jobs.batch import answered
from api.jobs.batch_asked import plan_of
from api.jobs.batch_crew import OtherBuild, WorkersDie
from api.jobs.cluster import ClusterAway
from api.jobs.kept_answers import KeptAnswers
from api.jobs.work import DefectAtWork
from api.store import batches
from api.store.batch_tables import batch_answers
from api.store.batch_tables import batches as batch_table
from api.store.states import RunState
from api.store.store import Store
from api.store.tables import case_versions
from scenarios.batches.summary import BatchSummary
from scenarios.runs.build import build
from scenarios.schema.canonical import as_json, canonical
from tests.api.jobs.batch_servers import QUICK, ServerAlone, Slow, found, keep_case, submitted
from tests.api.jobs.batches import Counting
from tests.api.jobs.clusters import sqlite_store, until
from tests.scenarios.batches.small import advice

__all__ = ["sqlite_store"]
ROOT = Path(__file__).parents[3]


def count_answers(store: Store) -> int:
    """How many answers are kept."""
    with store.snapshot() as session:
        return int(session.execute(select(func.count()).select_from(batch_answers)).scalar_one())


@pytest.fixture
def server(sqlite_store: Store) -> Iterator[ServerAlone]:
    """A server that is stopped at the end."""
    made = ServerAlone(sqlite_store, crew=Slow)
    yield made
    made.stop(10.0)


def test_a_batch_is_worked_on_to_the_end(sqlite_store: Store) -> None:
    """Finished, every future counted, its summary kept, and its rows there; then there is nothing to do."""
    batch = submitted(sqlite_store, 4)
    server = ServerAlone(sqlite_store)
    assert server.work_next()
    done = found(sqlite_store, batch)
    assert (done.state, done.done, done.reason) == (RunState.FINISHED, 5, None)
    summary = BatchSummary.model_validate_json(done.summary or b"")
    assert (summary.futures, summary.drawn, summary.case) == (5, 4, "advice-stress")
    plan = plan_of(done, as_json(canonical(advice().scenario)).encode())
    rows = list(answered(plan, KeptAnswers(sqlite_store, build()), None, first=2))
    assert [future.number for future, _ in rows] == [2, 3, 4]
    assert not server.work_next()


def test_a_batch_that_is_not_settled_says_so(sqlite_store: Store) -> None:
    """One whose futures make faulty cases ends undecided, with a summary."""
    share = 'work["{}"].share["Housing Adviser"]'.format
    figures = {share(work): {"low": "60%", "high": "60%"} for work in ("Casework", "Telephone advice")}
    batch = submitted(sqlite_store, 1, figures)
    assert ServerAlone(sqlite_store).work_next()
    assert found(sqlite_store, batch).state is RunState.UNDECIDED


def test_a_running_batch_is_cancelled(sqlite_store: Store, server: ServerAlone) -> None:
    """It hears of it while it works, and ends; what is answered stays."""
    batch = submitted(sqlite_store, 2000)
    server.start()
    until(lambda: found(sqlite_store, batch).done > 0)
    with sqlite_store.transaction() as session:
        batches.ask_cancel(session, batch.id)
    server.wake()
    until(lambda: found(sqlite_store, batch).state is RunState.CANCELLED)
    assert found(sqlite_store, batch).summary is None
    assert count_answers(sqlite_store) > 1


def test_a_server_that_stops_gives_its_batch_back(sqlite_store: Store, server: ServerAlone) -> None:
    """Queued again at once, its answers kept."""
    batch = submitted(sqlite_store, 2000)
    server.start()
    until(lambda: found(sqlite_store, batch).done > 0)
    server.stop(10.0)
    there = found(sqlite_store, batch)
    assert (there.state, there.claim) == (RunState.QUEUED, None)
    assert count_answers(sqlite_store) > 1


def test_a_batch_another_server_has_is_let_go(sqlite_store: Store, server: ServerAlone) -> None:
    """Whoever lost the claim stops, and ends nothing."""
    batch = submitted(sqlite_store, 2000)
    server.start()
    until(lambda: found(sqlite_store, batch).done > 0)
    with sqlite_store.transaction() as session:
        session.execute(update(batch_table).values(claim="another", server="another"))
    until(lambda: server._held is None)
    assert (found(sqlite_store, batch).state, found(sqlite_store, batch).claim) == (RunState.RUNNING, "another")


def test_one_cancelled_before_it_was_begun_is_not_begun(sqlite_store: Store) -> None:
    """Claimed with the wish to be cancelled, it ends so."""
    batch = submitted(sqlite_store)
    with sqlite_store.transaction() as session:
        session.execute(update(batch_table).values(cancel_asked=True))
    assert ServerAlone(sqlite_store).work_next()
    assert found(sqlite_store, batch).state is RunState.CANCELLED
    assert count_answers(sqlite_store) == 0


def test_without_its_case_or_with_faults_it_fails(sqlite_store: Store) -> None:
    """A version that is gone, a recipe this build finds faults in, workers of another build: failed, in words."""
    batch = submitted(sqlite_store)
    with sqlite_store.transaction() as session:
        session.execute(delete(case_versions))
    assert ServerAlone(sqlite_store).work_next()
    assert found(sqlite_store, batch).reason == "the version of its case is gone"
    keep_case(sqlite_store)
    with sqlite_store.transaction() as session:
        session.execute(update(batch_table).values(state="queued", recipe='{"case": "x"}'))
    assert ServerAlone(sqlite_store).work_next()
    assert "names no future" in (found(sqlite_store, batch).reason or "")
    other = submitted(sqlite_store, 6)
    assert ServerAlone(sqlite_store, crew=Elsewhere).work_next()
    assert found(sqlite_store, other).reason == "another build"
    assert found(sqlite_store, other).state is RunState.FAILED


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (WorkersDie("every worker died"), "every worker died"),
        (DefectAtWork("TypeError at x:1"), "A defect of this program ended the batch (TypeError at x:1)."),
        (KeyError("unforeseen"), "A defect of this program ended the batch (KeyError at api.jobs.batch_server:"),
    ],
)
def test_what_can_never_be_answered_fails_with_its_reason(
    sqlite_store: Store, *, trouble: Exception, said: str
) -> None:
    """Workers that die whatever they are given, and a defect of ours: the batch fails, and the server goes on."""

    class Failing(Counting):
        def today(self, sent: bytes) -> bytes | None:
            raise trouble

    batch = submitted(sqlite_store)
    assert ServerAlone(sqlite_store, crew=Failing).work_next()
    ended = found(sqlite_store, batch)
    assert (ended.state, (ended.reason or "")[: len(said)]) == (RunState.FAILED, said)
    assert "unforeseen" not in (ended.reason or "")


def test_the_thread_outlives_a_batch_that_fails(sqlite_store: Store) -> None:
    """A batch that a defect ends is followed by the next, by the same thread, which says that it is alive."""
    failing: list[int] = []

    class Once(Counting):
        def today(self, sent: bytes) -> bytes | None:
            if not failing:
                failing.append(1)
                raise ValueError(0)
            return super().today(sent)

    first, second = submitted(sqlite_store), submitted(sqlite_store, 6)
    server = ServerAlone(sqlite_store, crew=Once)
    assert not server.alive
    server.start()
    until(lambda: found(sqlite_store, second).state is RunState.FINISHED)
    assert found(sqlite_store, first).state is RunState.FAILED
    assert server.alive
    server.stop(10.0)
    assert not server.alive


class Elsewhere(Counting):
    """Workers of another build."""

    def today(self, sent: bytes) -> bytes | None:
        """Refuse."""
        raise OtherBuild("another build")


class Coming(Counting):
    """A cluster that is away at first."""

    away = 2

    def today(self, sent: bytes) -> bytes | None:
        """Away, away, there."""
        if Coming.away:
            Coming.away -= 1
            raise ClusterAway("no Dask scheduler answers")
        return super().today(sent)


def test_a_cluster_that_is_away_is_waited_for(sqlite_store: Store) -> None:
    """The batch goes on when it comes."""
    batch = submitted(sqlite_store)
    assert ServerAlone(sqlite_store, crew=Coming).work_next()
    assert Coming.away == 0
    assert found(sqlite_store, batch).state is RunState.FINISHED


def test_a_server_killed_half_way_is_followed_by_another(store: Store, store_address: str) -> None:
    """kill -9 of the server: another goes on once the lease has lapsed, with what is missing and no more."""
    batch = submitted(store, 60)
    command = [sys.executable, "-m", "tests.api.jobs.batch_servers", store_address]
    with subprocess.Popen(command, cwd=ROOT) as first:  # noqa: S603 - our own program
        until(lambda: count_answers(store) > 5, seconds=60)
        first.kill()
    there = count_answers(store)
    assert found(store, batch).state is RunState.RUNNING
    given: list[int] = []

    class Seen(Counting):
        def leave(self) -> None:
            given.append(self.given)
            super().leave()

    other = ServerAlone(store, replace(QUICK, lease_seconds=20.0), Seen)
    until(other.work_next)
    done = found(store, batch)
    assert (done.state, done.done) == (RunState.FINISHED, 61)
    assert given == [done.futures + 1 - there]
