"""The dispatcher on both databases: runs end as they should, are stopped when they should be, and are given back.

Change this when a run can end, or be stopped, in another way.
"""

from dataclasses import replace

import pytest
from sqlalchemy import text

from api.jobs.cluster import Cluster
from api.jobs.dispatcher import Dispatcher
from api.store import runs, structures
from api.store.clock import now
from api.store.states import RunState
from api.store.store import Store
from api.store.unavailable import StoreUnavailable
from tests.api.jobs.clusters import (
    QUICK,
    answer_of,
    ask,
    cluster,
    dispatching,
    ended,
    keep_case,
    sqlite_store,
    under_way,
    until,
)
from tests.api.jobs.toys import question
from tests.api.store.build import found, submitted

__all__ = ["cluster", "sqlite_store"]
LONG = 20.0


def cancel(store: Store, dispatcher: Dispatcher, run_id: str) -> None:
    """Cancel a run as a door does."""
    with store.transaction() as session:
        runs.ask_cancel(session, run_id)
    dispatcher.cancel(run_id)


def test_runs_are_worked_on_and_their_answers_kept(store: Store, cluster: Cluster) -> None:
    """Several runs end finished, each with its own answer and structure."""
    with dispatching(store, cluster) as dispatcher:
        asked = [ask(store, number) for number in range(5)]
        dispatcher.wake()
        states = {ended(store, run).state for run in asked}
    with store.snapshot() as session:
        kept = [structures.of_run(session, run.id) for run in asked]
    assert states == {RunState.FINISHED}
    assert [answer_of(store, run) for run in asked] == [
        b'{"number": %d, "structures": []}' % number for number in range(5)
    ]
    assert [[row.document for row in rows] for rows in kept] == [[answer_of(store, run)] for run in asked]


def test_progress_of_a_run_is_kept(store: Store, cluster: Cluster) -> None:
    """What a worker tells while it works stands in the row, in words."""
    with dispatching(store, cluster):
        run = ask(store, 1, seconds=LONG)
        until(lambda: found(store, run.id).progress is not None)
        told = found(store, run.id).progress
    assert told == {
        "answer": "leaner",
        "words": "leaner: people displaced: 2, no structure below 1",
        "goal": "displaced",
        "value": 2,
        "bound": 1,
    }


def test_a_queued_run_is_cancelled_at_once(store: Store, cluster: Cluster) -> None:
    """A run that waits behind others is cancelled without a worker having begun it."""
    with dispatching(store, cluster) as dispatcher:
        first, second, third = (ask(store, number, seconds=LONG) for number in range(3))
        under_way(dispatcher, first)
        until(lambda: found(store, second.id).state is RunState.RUNNING)  # claimed ahead, and waiting at Dask
        for run in (second, third):
            cancel(store, dispatcher, run.id)
            assert ended(store, run).state is RunState.CANCELLED
        assert found(store, first.id).state is RunState.RUNNING


def test_a_run_under_way_is_cancelled_and_its_worker_goes_on(store: Store, cluster: Cluster) -> None:
    """The search hears that it is to stop, and the same worker takes the next run."""
    with dispatching(store, cluster) as dispatcher:
        run = ask(store, 1, seconds=LONG)
        worker = under_way(dispatcher, run)
        cancel(store, dispatcher, run.id)
        now = ended(store, run)
        after = ask(store, 2, seconds=LONG)
        assert under_way(dispatcher, after) == worker
    assert (now.state, now.reason) == (RunState.CANCELLED, "cancelled on request")
    assert answer_of(store, run) is None


def test_a_run_is_cancelled_that_another_server_was_asked_to_cancel(store: Store, cluster: Cluster) -> None:
    """A request that only the store knows of reaches the server that holds the run."""
    with dispatching(store, cluster) as dispatcher:
        run = ask(store, 1, seconds=LONG)
        under_way(dispatcher, run)
        with store.transaction() as session:
            runs.ask_cancel(session, run.id)
        assert ended(store, run).state is RunState.CANCELLED


def test_a_search_that_does_not_listen_is_ended_with_its_worker(sqlite_store: Store, cluster: Cluster) -> None:
    """After its grace the worker is ended, the run is cancelled, and the run behind it is worked on by another."""
    with dispatching(sqlite_store, cluster) as dispatcher:
        run = ask(sqlite_store, 1, does="does not listen", seconds=LONG)
        behind = ask(sqlite_store, 2)
        worker = under_way(dispatcher, run)
        cancel(sqlite_store, dispatcher, run.id)
        assert ended(sqlite_store, run).state is RunState.CANCELLED
        assert ended(sqlite_store, behind).state is RunState.FINISHED
        assert worker not in cluster.client().nthreads()
    assert found(sqlite_store, behind.id).worker_deaths == 0


def test_a_run_that_takes_too_long_fails_with_what_to_do(store: Store, cluster: Cluster) -> None:
    """The operator's limit ends it, in words."""
    with dispatching(store, cluster, replace(QUICK, run_seconds=0.3)):
        now = ended(store, ask(store, 1, seconds=LONG))
    assert now.state is RunState.FAILED
    assert now.reason == (
        "It took longer than the 0.3 seconds that whoever runs this service allows a run. Ask with less effort or "
        "about one option, or have the limit raised."
    )


def test_a_defect_fails_the_run_without_quoting_the_case(store: Store, cluster: Cluster) -> None:
    """The reason names the kind of defect."""
    with dispatching(store, cluster):
        now = ended(store, ask(store, 1, does="has a defect", seconds=123.0))
    assert now.state is RunState.FAILED
    assert now.reason == "The work could not be done (ZeroDivisionError). The log holds it under the run's id."


def test_a_run_of_another_build_is_refused(store: Store, cluster: Cluster) -> None:
    """A question asked of another build is not answered by this one."""
    keep_case(store)
    with dispatching(store, cluster):
        run = submitted(store, 1, **{**question(1), "build": "older", "input_digest": ask(store, 2).input_digest})
        now = ended(store, run)
    assert now.state is RunState.FAILED
    assert (now.reason or "").startswith("It was asked of another build (older) than this one (")


def test_a_run_whose_case_is_gone_fails(store: Store, cluster: Cluster) -> None:
    """A run about a version that is no longer kept says so."""
    with dispatching(store, cluster):
        now = ended(store, submitted(store, 1, **question(1)))
    assert now.reason == "The version of the case it was asked of is no longer kept. Upload it again."


def test_stopping_lets_what_is_worked_on_end(store: Store, cluster: Cluster) -> None:
    """Within the grace the run under way is answered; what waited is queued again."""
    with dispatching(store, cluster) as dispatcher:
        run, waiting = ask(store, 1, seconds=0.5), ask(store, 2)
        under_way(dispatcher, run)
        dispatcher.stop(LONG)
        assert found(store, run.id).state is RunState.FINISHED
        assert found(store, waiting.id).state is RunState.QUEUED
    assert not dispatcher.health.alive


def test_stopping_gives_back_what_does_not_end_in_time(store: Store, cluster: Cluster) -> None:
    """After the grace a run under way is queued again, to be claimed by whoever comes next."""
    with dispatching(store, cluster) as dispatcher:
        run = ask(store, 1, seconds=LONG)
        under_way(dispatcher, run)
        dispatcher.stop(0.2)
        now = found(store, run.id)
    assert (now.state, now.claim) == (RunState.QUEUED, None)


def test_two_servers_answer_each_run_once(store: Store, cluster: Cluster) -> None:
    """Two dispatchers share the runs, and no run is worked on by both."""
    with dispatching(store, cluster) as one, dispatching(store, cluster) as other:
        asked = [ask(store, number, seconds=0.05) for number in range(8)]
        one.wake()
        other.wake()
        states = {ended(store, run).state for run in asked}
    assert states == {RunState.FINISHED}


def test_stopping_does_not_need_the_store(
    sqlite_store: Store, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server whose store is away stops all the same; its runs are another's once the lease has lapsed."""
    short = replace(QUICK, lease_seconds=0.4)
    with dispatching(sqlite_store, cluster, short) as dispatcher:
        run = ask(sqlite_store, 1, seconds=LONG)
        under_way(dispatcher, run)
        with monkeypatch.context() as patched:
            patched.setattr(runs, "renew", _away)
            patched.setattr(runs, "release", _away)
            until(lambda: _lapsed(sqlite_store))
            dispatcher.stop(0.0)
        assert found(sqlite_store, run.id).state is RunState.RUNNING
    with dispatching(sqlite_store, cluster) as other:
        under_way(other, run)


def _away(*_: object, **__: object) -> None:
    raise StoreUnavailable("away")


def _lapsed(store: Store) -> bool:
    with store.snapshot() as session:
        return session.execute(text("SELECT lease_until < :now FROM runs"), {"now": now(session)}).scalar_one() == 1
