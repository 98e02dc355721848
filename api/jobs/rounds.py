"""What a dispatcher does each time it looks round, for the runs this server holds.

Three parties know something of a run, and each is trusted for its own. The row says whose it is and how it ended. Dask
works, and tries again where a worker dies. What is here moves news from one to the other, and may be forgotten at any
moment: whatever it held is claimed again once its lease has lapsed.
A worker's death counts against a run only if that worker was working on it. Dask counts those that waited there too,
and gives up on them as well; such a run is given to Dask anew, ahead of others.
All of it is called on one thread. Change this when a run can take another way.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import Final

from distributed import KilledWorker

from api.jobs.cluster import BATCH, INTERACTIVE, Cluster, ClusterAway
from api.jobs.connection import CLOSED_UNDERWAY, LOST, GivenWork
from api.jobs.endings import (
    CANCELLED,
    NO_CASE,
    ending_of,
    ending_of_trouble,
    other_build,
    too_long,
    too_many_deaths,
)
from api.jobs.held import Held, Why
from api.jobs.limits import Limits
from api.jobs.messages import CancelAsked, Died, Message, Renewed, TooMuchMemory
from api.jobs.telling import Kind, Told
from api.jobs.work import DefectAtWork, HandedBack, Job
from api.store import cases, runs
from api.store.store import Store
from scenarios.runs.build import build

LOG = logging.getLogger(__name__)
FETCH_SECONDS: Final = 10.0
"""How long to wait for a result that is there to come over."""
MOST_GIVEN_UNBEGUN: Final = 3
"""How often a run is given anew because workers died that never said that they had begun it, before that counts."""
GONE_MEANWHILE: Final = (
    *LOST,
    *CLOSED_UNDERWAY,
    TimeoutError,
    KilledWorker,
    DefectAtWork,
    ImportError,
)
"""What fetching a result raises when its worker died and Dask works on it again, or has done so in vain."""


class Rounds:
    """The runs a server holds, moved on at each look.

    `answer` is what a worker does with a job; `done` is called, on another thread, when work ended.
    """

    def __init__(
        self,
        store: Store,
        cluster: Cluster,
        limits: Limits,
        *,
        server: str,
        answer: Callable[[Job], bytes],
        done: Callable[[], None],
    ) -> None:
        self._store = store
        self._cluster = cluster
        self._limits = limits
        self._server = server
        self._answer = answer
        self._done = done
        self._held: dict[str, Held] = {}
        self._memory: dict[str, int] = {}
        self._unknown: dict[str, str | None] = {}
        self._renewed_at = monotonic()

    @property
    def count(self) -> int:
        """How many runs are held."""
        return len(self._held)

    @property
    def topic(self) -> str:
        """Dask's topic for what workers tell this server."""
        return f"restructure-{self._server}"

    def worker_of(self, run_id: str) -> str | None:
        """Return where a run is worked on just now, if it is."""
        held = self._held.get(run_id)
        return None if held is None else held.worker

    def hear(self, message: Message) -> None:
        """Take in one message."""
        match message:
            case Told():
                self._told(message)
            case CancelAsked(run_id):
                if run_id in self._held:
                    self._stop(self._held[run_id], Why.CANCELLED)
            case TooMuchMemory(worker, memory_bytes):
                self._memory[worker] = memory_bytes
            case Died(worker, keys):
                for held in self._held.values():
                    if held.worker == worker and held.key in keys:
                        self._died(held)
            case Renewed():
                self._compare_with(message)

    def _told(self, told: Told) -> None:
        for held in self._held.values():
            if held.key == told.key:
                match told.kind:
                    case Kind.BEGAN:
                        held.begin(told.worker)
                    case Kind.PROGRESS:
                        held.progress = told.progress
                    case Kind.LEFT:
                        held.leave()

    def _died(self, held: Held) -> None:
        if held.why is None:
            LOG.warning("a worker died under a run", extra={"run": held.run.id, "worker": held.worker})
            held.die()
        else:
            held.leave()

    def _compare_with(self, renewed: Renewed) -> None:
        """Let go of what another server holds now, and hear of cancellations asked for elsewhere."""
        self._renewed_at = renewed.begun_at
        ours = {run.id: run for run in renewed.runs}
        self._unknown = {run.id: run.claim for run in renewed.runs if run.id not in self._held}
        for held in [*self._held.values()]:
            if held.claimed_at >= renewed.begun_at or held.ending is not None:
                continue
            now = ours.get(held.run.id)
            if now is None or now.claim != held.claim:
                LOG.warning("a run is no longer ours", extra={"run": held.run.id})
                self._let_go(held)
            elif now.cancel_asked:
                self._stop(held, Why.CANCELLED)

    def look(self, *, claiming: bool) -> None:
        """Look at every run once, then tell the store what there is to tell, then claim more.

        Raises:
            StoreUnavailable: the store could not be told; what there is to tell is kept for the next time.
            ClusterAway: there is no scheduler; runs wait for the next time.
        """
        for held in self._held.values():
            self._move(held)
        self._tell_store()
        for held in self._held.values():
            self._give(held)
        if claiming:
            self._adopt()
            self._claim()

    def _move(self, held: Held) -> None:
        if held.ending is not None or held.new_deaths:
            return
        if held.why is not None:
            self._see_stopped(held, held.why)
        elif held.future is not None and held.future.done():
            self._settle(held, held.future)
        elif self._limits.run_seconds is not None and held.worked_seconds() > self._limits.run_seconds:
            self._stop(held, Why.TOO_LONG)

    def _give(self, held: Held) -> None:
        """Give a run to Dask that is not there, unless it has ended or is about to."""
        if held.future is not None or held.why is not None or held.ending is not None or held.new_deaths:
            return
        if held.version is None:
            held.ending = NO_CASE
            return
        if held.run.build != build():
            held.ending = other_build(held.run.build, build())
            return
        job = Job(
            scenario=held.version.document,
            asked=held.run.asked.encode(),
            build=held.run.build,
            key=held.next_key(),
            topic=self.topic,
        )
        priority = (INTERACTIVE if held.run.batch is None else BATCH) + held.given
        held.future = self._cluster.submit(self._answer, job, key=job.key, priority=priority)
        held.future.add_done_callback(lambda _: self._done())

    def _settle(self, held: Held, future: GivenWork) -> None:
        """Read what became of work that Dask is done with; where nothing came of it, it is given anew."""
        if future.status == "finished":
            try:
                held.ending = ending_of(HandedBack.model_validate_json(future.result(timeout=FETCH_SECONDS)))
            except GONE_MEANWHILE:
                LOG.warning("an answer could not be fetched", extra={"run": held.run.id})
                return
        elif future.status == "error":
            trouble = future.exception(timeout=FETCH_SECONDS)
            LOG.error("the work on a run ended in %s", type(trouble).__name__, extra={"run": held.run.id})
            held.ending = ending_of_trouble(trouble)
            if isinstance(trouble, KilledWorker) and (held.worker is not None or held.given > MOST_GIVEN_UNBEGUN):
                held.die()
        held.future = None
        held.leave()

    def _stop(self, held: Held, why: Why) -> None:
        if held.why is not None or held.ending is not None:
            return
        held.why, held.stopping_since = why, monotonic()
        if held.future is not None:
            self._cluster.release(held.future)

    def _see_stopped(self, held: Held, why: Why) -> None:
        if held.worker is not None:
            if held.stopping_seconds() < self._limits.stop_seconds:
                return
            LOG.warning("a search did not hear that it was to stop", extra={"run": held.run.id, "worker": held.worker})
            with suppress(ClusterAway):  # the scheduler went away, and the work with it
                self._cluster.end_worker(held.worker)
        held.ending = CANCELLED if why is Why.CANCELLED else too_long(self._limits.run_seconds or 0)

    def _tell_store(self) -> None:
        for held in [*self._held.values()]:
            if held.new_deaths:
                self._tell_deaths(held)
            if held.ending is not None:
                self._tell_ending(held, held.ending)
        news = [held for held in self._held.values() if held.progress is not None]
        if news:
            with self._store.transaction() as session:
                for held in news:
                    runs.note_progress(session, held.run.id, claim=held.claim, progress=held.progress or {})
            for held in news:
                held.progress = None

    def _tell_deaths(self, held: Held) -> None:
        with self._store.transaction() as session:
            for _ in range(held.new_deaths):
                deaths = runs.note_death(session, held.run.id, claim=held.claim)
        held.new_deaths = 0
        if deaths >= self._limits.worker_deaths:
            memory = next((self._memory[worker] for worker in held.died_on if worker in self._memory), None)
            held.ending = too_many_deaths(deaths, memory)

    def _tell_ending(self, held: Held, ending: runs.Ending) -> None:
        with self._store.transaction() as session:
            heard = runs.end(session, held.run.id, claim=held.claim, ending=ending)
        LOG.info("a run ended", extra={"run": held.run.id, "state": ending.state, "heard": heard})
        self._let_go(held)

    def _claim(self) -> None:
        if monotonic() - self._renewed_at > self._limits.lease_seconds / 2:
            return  # the store was away: claiming would queue what has lapsed, our own included, before it is renewed
        most = self._limits.ahead * self._cluster.count_workers() - self.count
        if most < 1:
            return
        with self._store.transaction() as session:
            claimed = runs.claim(session, server=self._server, lease_seconds=self._limits.lease_seconds, most=most)
            taken = [
                Held(run, cases.find_by_digest(session, run.input_digest, workspace=run.workspace)) for run in claimed
            ]
        self._take(taken)

    def _adopt(self) -> None:
        """Take on runs that are ours in the store but not here: the word that we had claimed them was lost."""
        if not self._unknown:
            return
        with self._store.transaction() as session:
            found = [runs.find(session, run_id) for run_id in sorted(self._unknown)]
            ours = [run for run in found if run is not None and run.claim == self._unknown[run.id]]
            taken = [
                Held(run, cases.find_by_digest(session, run.input_digest, workspace=run.workspace)) for run in ours
            ]
        self._unknown = {}
        self._take(taken)

    def _take(self, taken: list[Held]) -> None:
        self._held |= {held.run.id: held for held in taken}
        for held in taken:
            if held.run.cancel_asked:
                self._stop(held, Why.CANCELLED)
            self._give(held)

    def let_go_of_waiting(self) -> None:
        """Let go of runs that no worker works on; their claims stand until they are given back."""
        for held in [*self._held.values()]:
            if held.waits:
                self._let_go(held)

    def give_back(self) -> None:
        """Let go of every run and have the store queue them again.

        Raises:
            StoreUnavailable: it cannot; they are queued when their lease has lapsed.
        """
        for held in [*self._held.values()]:
            self._let_go(held)
        with self._store.transaction() as session:
            runs.release(session, server=self._server)

    def _let_go(self, held: Held) -> None:
        self._held.pop(held.run.id, None)
        if held.future is not None:
            self._cluster.release(held.future)
