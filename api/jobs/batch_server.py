"""The thread of a server that works on batches, one at a time, and goes on where any server left off.

A batch is held by a lease that another thread renews; every answer is kept as it comes (batch.py). So a server that is
killed loses what was under way and nothing else: once the lease has lapsed, whichever server claims the batch goes on
with what is missing. Items of batches have less priority than runs somebody waits for (cluster.py).
Change this when a batch can take another way.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Thread
from types import TracebackType
from typing import Final
from uuid import uuid4

from api.jobs.batch import BatchRun, answered
from api.jobs.batch_asked import plan_of
from api.jobs.batch_crew import Crew, OnCluster, OtherBuild, WorkersDie
from api.jobs.cluster import Cluster, ClusterAway
from api.jobs.kept_answers import KeptAnswers
from api.jobs.limits import Limits
from api.jobs.work import DefectAtWork, WithoutWords
from api.json_text import json_text
from api.store import batches, cases
from api.store.batches import CANCELLED_BY_REQUEST, StoredBatch
from api.store.states import RunState
from api.store.store import Store
from api.store.unavailable import StoreUnavailable
from scenarios.batches.plan import Plan
from scenarios.batches.summary import Summing
from scenarios.runs.build import build
from scenarios.schema.faults import ScenarioFaults
from solver.engine import Stop

LOG = logging.getLogger(__name__)
USUAL: Final = Limits()
RENEWALS_A_LEASE: Final = 4
NO_CASE: Final = "the version of its case is gone"


MEANT: Final = (ClusterAway, DefectAtWork, OtherBuild, ScenarioFaults, StoreUnavailable, WorkersDie)


class _ElseDefect(WithoutWords):
    """Lets out what is raised on purpose as it is, and anything else as a defect: one batch must not end the thread."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None and not issubclass(kind, MEANT):
            super().__exit__(kind, error, trace)


@dataclass
class _Held:
    """A batch this server holds. `lost`: another server has it now; `cancelled`: somebody asked for it."""

    batch: StoredBatch
    stop: Stop = field(default_factory=Stop)
    done: int = 0
    lost: bool = False
    cancelled: bool = False

    def tell(self, done: int) -> None:
        """Note how many futures are answered."""
        self.done = done


class BatchServer:
    """Works on the batches of a store by a cluster, from start to stop."""

    def __init__(self, store: Store, cluster: Cluster, limits: Limits = USUAL) -> None:
        self._store = store
        self._cluster = cluster
        self._limits = limits
        self._server = uuid4().hex
        self._awake = Event()
        self._stopping = Event()
        self._held: _Held | None = None
        self._thread = Thread(target=self._run, name="batches", daemon=True)

    def start(self) -> None:
        """Begin to look for batches."""
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Whether it looks for batches."""
        return self._thread.is_alive()

    def wake(self) -> None:
        """Look now: a batch was submitted, or one is to be cancelled."""
        self._awake.set()

    def stop(self, grace_seconds: float) -> None:
        """Stop what is worked on, and give it back to be queued; what is answered is kept."""
        self._stopping.set()
        self._awake.set()
        held = self._held
        if held is not None:
            held.stop.ask()
        if self._thread.is_alive():
            self._thread.join(grace_seconds)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                if not self.work_next():
                    self._rest()
            except StoreUnavailable as away:
                LOG.warning("batches wait for the store: %s", away.words)
                self._rest()
        try:
            with self._store.transaction() as session:
                batches.release(session, server=self._server)
        except StoreUnavailable as away:
            LOG.warning("a batch could not be given back; it is queued once its lease lapses: %s", away.words)

    def _rest(self) -> None:
        self._awake.wait(self._limits.look_seconds)
        self._awake.clear()

    def work_next(self) -> bool:
        """Claim a batch and work on it; return whether there was one."""
        with self._store.transaction() as session:
            batch = batches.claim(session, server=self._server, lease_seconds=self._limits.lease_seconds)
        if batch is None:
            return False
        held = self._held = _Held(batch)
        LOG.info("a batch is worked on", extra={"batch": batch.id})
        with self._renewed(held):
            self._work(held)
        self._held = None
        return True

    def _work(self, held: _Held) -> None:
        batch = held.batch
        if batch.cancel_asked:
            held.cancelled = True
            self._end(held, RunState.CANCELLED, CANCELLED_BY_REQUEST)
            return
        with self._store.snapshot() as session:
            version = cases.find_version(session, batch.case, batch.input_digest, workspace=batch.workspace)
        if version is None:
            self._end(held, RunState.FAILED, NO_CASE)
            return
        try:
            with _ElseDefect():
                self._answer_and_sum_up(held, version.document)
        except ScenarioFaults as found:
            self._end(held, RunState.FAILED, str(found))
        except (OtherBuild, WorkersDie) as never:
            self._end(held, RunState.FAILED, str(never))
        except DefectAtWork as defect:
            LOG.error("a defect ended a batch: %s", defect, extra={"batch": batch.id})  # noqa: TRY400 - without its words
            self._end(held, RunState.FAILED, f"A defect of this program ended the batch ({defect}).")

    def _answer_and_sum_up(self, held: _Held, document: bytes) -> None:
        plan = plan_of(held.batch, document)
        given_up = self._answer(held, plan)
        if given_up is not None:
            self._sum_up(held, plan, given_up)
        elif held.cancelled:
            self._end(held, RunState.CANCELLED, CANCELLED_BY_REQUEST)

    def _answers(self, batch: StoredBatch) -> KeptAnswers:
        return KeptAnswers(self._store, build(), workspace=batch.workspace, actor=batch.actor)

    def _answer(self, held: _Held, plan: Plan) -> set[str] | None:
        """Answer every future; return those given up, or None where it was stopped before. A cluster is waited for."""
        while not held.stop.asked:
            try:
                run = BatchRun(plan, self._answers(held.batch), self._crew(), held.tell, held.stop)
                if run.work():
                    return run.given_up
            except (ClusterAway, StoreUnavailable) as away:
                LOG.warning("a batch waits: %s", away, extra={"batch": held.batch.id})
                self._rest()
        return None

    def _crew(self) -> Crew:
        return OnCluster(self._cluster)

    def _sum_up(self, held: _Held, plan: Plan, given_up: set[str]) -> None:
        summing = Summing(plan)
        for future, rows in answered(plan, self._answers(held.batch), given_up):
            summing.add(future, rows)
        summary = summing.summary()
        text = json_text(summary.model_dump(mode="json")).encode()
        self._end(held, RunState.FINISHED if summary.settled else RunState.UNDECIDED, summary=text)

    def _end(self, held: _Held, state: RunState, reason: str | None = None, summary: bytes | None = None) -> None:
        batch = held.batch
        with self._store.transaction() as session:
            batches.end(session, batch.id, claim=batch.claim or "", state=state, reason=reason, summary=summary)
        LOG.info("a batch ended", extra={"batch": batch.id, "state": str(state)})

    @contextmanager
    def _renewed(self, held: _Held) -> Iterator[None]:
        """Hold on to a batch while the block lasts, and hear there of its being cancelled or lost."""
        left = Event()
        beside = Thread(target=self._renew, args=(held, left), name="batch lease", daemon=True)
        beside.start()
        try:
            yield
        finally:
            left.set()
            beside.join()

    def _renew(self, held: _Held, left: Event) -> None:
        every = min(self._limits.look_seconds, self._limits.lease_seconds / RENEWALS_A_LEASE)
        batch, seconds = held.batch, self._limits.lease_seconds
        while not left.wait(every):
            try:
                with self._store.transaction() as session:
                    there = batches.renew(
                        session, batch.id, claim=batch.claim or "", lease_seconds=seconds, done=held.done
                    )
            except StoreUnavailable as away:
                LOG.warning("the lease of a batch could not be renewed: %s", away.words)
                continue
            held.lost = there is None
            held.cancelled = there is not None and there.cancel_asked
            if held.lost or held.cancelled:
                held.stop.ask()
                return
