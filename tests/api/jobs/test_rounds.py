"""What a dispatcher does when news comes late, twice, or not at all: told by hand, on a cluster that only notes.

Change this when a run can take another way.
"""

from dataclasses import replace
from time import monotonic

import pytest
from distributed import KilledWorker

from api.jobs.cluster import Cluster, ClusterAway
from api.jobs.endings import ending_of, ending_of_trouble, too_many_deaths
from api.jobs.messages import CancelAsked, Died, Renewed
from api.jobs.rounds import MOST_GIVEN_UNBEGUN, Rounds
from api.jobs.telling import Kind, Told
from api.jobs.work import DefectAtWork, HandedBack
from api.store import runs
from api.store.states import RunState
from api.store.store import Store
from api.store.stored_runs import Ending, StoredRun
from api.store.unavailable import StoreUnavailable
from tests.api.jobs.clusters import DIGEST, QUICK, ask, keep_case, sqlite_store
from tests.api.jobs.toys import question, toy
from tests.api.store.build import claimed, found, submitted

__all__ = ["sqlite_store"]
SERVER = "ours"
FINISHED = HandedBack(outcome="finished", document="{}").model_dump_json().encode()
KILLED = KilledWorker("run-1", None, 2)


class NotedWork:
    """Work given to a cluster that does nothing; the test says what became of it."""

    def __init__(self, key: str, priority: int) -> None:
        self.key = key
        self.priority = priority
        self.status = "pending"
        self.came_of_it: bytes | BaseException = b""

    def done(self) -> bool:
        return self.status != "pending"

    def result(self, timeout: float) -> bytes:
        if isinstance(self.came_of_it, bytes):
            return self.came_of_it
        raise self.came_of_it

    def exception(self, timeout: float) -> BaseException:
        assert isinstance(self.came_of_it, BaseException)
        return self.came_of_it

    def add_done_callback(self, told: object) -> None:
        """Nobody needs to be told."""

    def cancel(self) -> None:
        self.status = "cancelled"


class Noting(Cluster):
    """A cluster of one worker that keeps what it is given."""

    def __init__(self) -> None:
        self.given: list[NotedWork] = []
        self.ended: list[str] = []
        self.away = False

    def submit(self, work: object, given: object, *, key: str, priority: int) -> NotedWork:
        if self.away:
            raise ClusterAway("away")
        self.given.append(NotedWork(key, priority))
        return self.given[-1]

    def count_workers(self) -> int:
        return 1

    def end_worker(self, worker: str) -> bool:
        self.ended.append(worker)
        if self.away:
            raise ClusterAway("away")
        return True

    @property
    def last(self) -> NotedWork:
        """What was given last."""
        return self.given[-1]


@pytest.fixture
def cluster() -> Noting:
    """Return a cluster that only notes."""
    return Noting()


@pytest.fixture
def rounds(sqlite_store: Store, cluster: Noting) -> Rounds:
    """Return rounds over the store, which nothing but the test calls."""
    return Rounds(sqlite_store, cluster, QUICK, server=SERVER, answer=toy, done=lambda: None)


def renewed(*held: StoredRun) -> Renewed:
    """Return word that the lease was renewed just now, for these runs."""
    return Renewed(monotonic(), held)


def begun(rounds: Rounds, cluster: Noting, worker: str = "tls://w") -> None:
    """Have a worker say that it began what was given last."""
    rounds.hear(Told(kind=Kind.BEGAN, key=cluster.last.key, worker=worker))


def test_at_most_twice_the_workers_are_given_ahead(sqlite_store: Store, rounds: Rounds, cluster: Noting) -> None:
    """Of five runs two are claimed for one worker, looked round however often."""
    for number in range(5):
        ask(sqlite_store, number)
    rounds.look(claiming=True)
    rounds.look(claiming=True)
    assert (rounds.count, len(cluster.given)) == (2, 2)


def test_a_run_of_a_batch_lets_others_pass(sqlite_store: Store, rounds: Rounds, cluster: Noting) -> None:
    """Dask does what somebody waits for first."""
    keep_case(sqlite_store)
    for number, batch in ((1, "overnight"), (2, None)):
        submitted(sqlite_store, number, input_digest=DIGEST, batch=batch, **question(number))
    rounds.look(claiming=True)
    single, of_batch = cluster.given
    assert single.priority > of_batch.priority + MOST_GIVEN_UNBEGUN


def test_a_run_that_another_server_has_is_let_go_of(sqlite_store: Store, rounds: Rounds, cluster: Noting) -> None:
    """Once a renewal does not name it with our claim, the work on it is released and nothing is stored."""
    run = ask(sqlite_store, 1)
    rounds.look(claiming=True)
    rounds.hear(renewed(found(sqlite_store, run.id)))
    assert rounds.count == 1
    rounds.hear(renewed(replace(found(sqlite_store, run.id), claim="another's")))
    assert (rounds.count, cluster.last.status) == (0, "cancelled")
    assert found(sqlite_store, run.id).state is RunState.RUNNING


def test_a_renewal_begun_before_a_claim_says_nothing_of_it(sqlite_store: Store, rounds: Rounds) -> None:
    """A run claimed meanwhile is not taken for lost."""
    early = renewed()
    ask(sqlite_store, 1)
    rounds.look(claiming=True)
    rounds.hear(early)
    assert rounds.count == 1


def test_a_claim_whose_word_was_lost_is_taken_on(sqlite_store: Store, rounds: Rounds, cluster: Noting) -> None:
    """A run that is ours in the store and unknown here is worked on; one that has ended meanwhile is not."""
    ask(sqlite_store, 1)
    ended = ask(sqlite_store, 2)
    held = claimed(sqlite_store, server=SERVER, most=2)
    rounds.hear(renewed(*held))
    with sqlite_store.transaction() as session:
        runs.end(session, ended.id, claim=held[1].claim or "", ending=Ending(RunState.FINISHED, document=b"{}"))
    rounds.look(claiming=True)
    assert (rounds.count, len(cluster.given)) == (1, 1)


def test_work_that_was_lost_is_given_anew_and_sooner(sqlite_store: Store, rounds: Rounds, cluster: Noting) -> None:
    """Under another name, so that what becomes of the lost is not heard, and ahead of what came since."""
    ask(sqlite_store, 1)
    rounds.look(claiming=True)
    lost = cluster.last
    lost.status = "lost"
    rounds.look(claiming=False)
    rounds.hear(Told(kind=Kind.BEGAN, key=lost.key, worker="tls://late"))
    assert len({work.key for work in cluster.given}) == 2
    assert cluster.last.priority > lost.priority
    assert rounds.worker_of(found(sqlite_store, lost.key.split("-")[1]).id) is None


@pytest.mark.parametrize(
    "gone", [TimeoutError(), OSError(), KILLED, DefectAtWork("late")], ids=lambda e: type(e).__name__
)
def test_an_answer_that_cannot_be_fetched_is_fetched_later(
    sqlite_store: Store, rounds: Rounds, cluster: Noting, gone: Exception
) -> None:
    """What keeps it from coming over does not end the dispatcher, and the next look has it."""
    run = ask(sqlite_store, 1)
    rounds.look(claiming=True)
    cluster.last.status, cluster.last.came_of_it = "finished", gone
    rounds.look(claiming=False)
    assert found(sqlite_store, run.id).state is RunState.RUNNING
    cluster.last.came_of_it = FINISHED
    rounds.look(claiming=False)
    assert found(sqlite_store, run.id).state is RunState.FINISHED


def test_deaths_of_workers_that_never_began_a_run_count_late(
    sqlite_store: Store, rounds: Rounds, cluster: Noting
) -> None:
    """A run that waited where others died is given anew; one that nobody ever begins fails all the same in the end."""
    run = ask(sqlite_store, 1)
    rounds.look(claiming=True)
    for _ in range(MOST_GIVEN_UNBEGUN):
        cluster.last.status, cluster.last.came_of_it = "error", KILLED
        rounds.look(claiming=False)
    assert found(sqlite_store, run.id).worker_deaths == 0
    for _ in range(2 * QUICK.worker_deaths):
        if cluster.last.status == "pending":
            cluster.last.status, cluster.last.came_of_it = "error", KILLED
        rounds.look(claiming=False)
    assert (found(sqlite_store, run.id).state, found(sqlite_store, run.id).worker_deaths) == (RunState.FAILED, 3)


def test_a_death_heard_of_twice_counts_once(sqlite_store: Store, rounds: Rounds, cluster: Noting) -> None:
    """Dask's giving up and the word of the worker's end are one death."""
    run = ask(sqlite_store, 1)
    rounds.look(claiming=True)
    begun(rounds, cluster)
    key = cluster.last.key
    cluster.last.status, cluster.last.came_of_it = "error", KILLED
    rounds.look(claiming=False)
    rounds.hear(Died("tls://w", frozenset({key})))
    rounds.look(claiming=False)
    assert found(sqlite_store, run.id).worker_deaths == 1


def test_cancelling_does_not_need_the_cluster(sqlite_store: Store, rounds: Rounds, cluster: Noting) -> None:
    """A run whose scheduler went away while its search was to be ended is cancelled; asking twice changes nothing."""
    run = ask(sqlite_store, 1)
    rounds.look(claiming=True)
    begun(rounds, cluster)
    cluster.away = True
    for _ in range(2):
        rounds.hear(CancelAsked(run.id))
        rounds.hear(CancelAsked("another's"))
    rounds.look(claiming=False)
    assert found(sqlite_store, run.id).state is RunState.RUNNING
    for held in rounds._held.values():
        held.stopping_since -= 2 * QUICK.stop_seconds
    rounds.look(claiming=False)
    assert found(sqlite_store, run.id).state is RunState.CANCELLED
    assert cluster.ended == ["tls://w"]


def test_the_death_of_a_worker_that_was_to_stop_counts_against_nobody(
    sqlite_store: Store, rounds: Rounds, cluster: Noting
) -> None:
    """A run that is being cancelled ends cancelled, whatever became of its worker."""
    run = ask(sqlite_store, 1)
    rounds.look(claiming=True)
    begun(rounds, cluster)
    rounds.hear(CancelAsked(run.id))
    rounds.hear(Died("tls://w", frozenset({cluster.last.key})))
    rounds.look(claiming=False)
    now = found(sqlite_store, run.id)
    assert (now.state, now.worker_deaths) == (RunState.CANCELLED, 0)


def test_nothing_is_claimed_while_the_lease_is_old(
    sqlite_store: Store, rounds: Rounds, cluster: Noting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the store was away, our own runs are renewed before anything that has lapsed is queued again."""
    ask(sqlite_store, 1)
    monkeypatch.setattr("api.jobs.rounds.monotonic", lambda: monotonic() + QUICK.lease_seconds)
    rounds.look(claiming=True)
    assert cluster.given == []
    rounds.hear(Renewed(monotonic() + QUICK.lease_seconds, ()))
    rounds.look(claiming=True)
    assert len(cluster.given) == 1


def test_a_store_that_is_away_keeps_what_it_is_to_be_told(
    sqlite_store: Store, rounds: Rounds, cluster: Noting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that could not be stored is stored at the next look."""
    run = ask(sqlite_store, 1)
    rounds.look(claiming=True)
    cluster.last.status, cluster.last.came_of_it = "finished", FINISHED
    with monkeypatch.context() as patched:
        patched.setattr(runs, "end", _away)
        with pytest.raises(StoreUnavailable, match="away"):
            rounds.look(claiming=True)
    assert found(sqlite_store, run.id).state is RunState.RUNNING
    rounds.look(claiming=True)
    assert found(sqlite_store, run.id).state is RunState.FINISHED


def _away(*_: object, **__: object) -> bool:
    raise StoreUnavailable("away")


def test_endings_without_an_answer_say_what_to_do() -> None:
    """Stopped work has to be done again; a refusal, a defect and another build fail with words."""
    assert ending_of(HandedBack(outcome="stopped")) is None
    assert ending_of(HandedBack(outcome="refused", words="No.")) == Ending(RunState.FAILED, reason="No.")
    assert ending_of_trouble(KILLED) is None
    assert ending_of_trouble(DefectAtWork("TypeError at solver.model:3")) == Ending(
        RunState.FAILED,
        reason="A defect of this program ended the run (TypeError at solver.model:3). The log holds it under the "
        "run's id.",
    )
    assert ending_of_trouble(ModuleNotFoundError("api")) == Ending(
        RunState.FAILED,
        reason="The worker could not load the work (ModuleNotFoundError): it has another build than the server, or "
        "none. Install the same version on the workers of the cluster, then ask again.",
    )
    assert "it held 2.1 GB" in (too_many_deaths(3, 2_149_000_000).reason or "")
