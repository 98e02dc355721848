"""The thread that hands runs from the store to Dask and answers back, until it is stopped.

It looks round when something was heard, and every second otherwise. Trouble of the store or of the cluster is waited
out, as often as need be: runs stay claimed while the lease is renewed. A defect of ours ends the thread and the lease
with it, so that the runs are another server's soon, and `alive` says so.
Change this when a server has to do something else beside answering requests.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import Final
from uuid import uuid4

from api.jobs.cluster import Cluster, ClusterAway
from api.jobs.lease import Lease
from api.jobs.limits import Limits
from api.jobs.messages import CancelAsked, Message, topics
from api.jobs.rounds import Rounds
from api.jobs.work import Job, work
from api.store.store import Store
from api.store.unavailable import StoreUnavailable

LOG = logging.getLogger(__name__)
USUAL: Final = Limits()


@dataclass(frozen=True)
class Health:
    """How a dispatcher is: whether its thread lives, how many runs it holds, and what it waits for, in words."""

    alive: bool
    held: int
    waits_for: str | None


class Dispatcher:
    """Has the runs of a store worked on by a cluster. `answer` is what a worker does with one."""

    def __init__(
        self, store: Store, cluster: Cluster, limits: Limits = USUAL, *, answer: Callable[[Job], bytes] = work
    ) -> None:
        self._limits = limits
        self._cluster = cluster
        self._inbox: SimpleQueue[Message] = SimpleQueue()
        self._awake = Event()
        server = uuid4().hex
        self._rounds = Rounds(store, cluster, limits, server=server, answer=answer, done=self.wake)
        self._lease = Lease(store, server, limits.lease_seconds, self._post)
        self._thread = Thread(target=self._run, name="dispatcher", daemon=True)
        self._stop_at: float | None = None
        self._waits_for: str | None = None

    def start(self) -> None:
        """Begin to claim runs and have them worked on; the cluster need not be reachable yet."""
        for topic, heard in topics(self._rounds.topic, self._post).items():
            self._cluster.hear(topic, heard)
        self._lease.start()
        self._thread.start()

    def wake(self) -> None:
        """Have it look round at once, as when a run was submitted."""
        self._awake.set()

    def cancel(self, run_id: str) -> None:
        """Stop a run if this server holds it; the store was asked already, and tells whichever server does."""
        self._post(CancelAsked(run_id))

    @property
    def health(self) -> Health:
        """How it is just now."""
        return Health(self._thread.is_alive(), self._rounds.count, self._waits_for)

    def worker_of(self, run_id: str) -> str | None:
        """Return the address of the worker that works on a run just now; None: none does, or we do not hold it."""
        return self._rounds.worker_of(run_id)

    def stop(self, grace_seconds: float) -> None:
        """Claim no more, let what is worked on end for so long, and give the rest back to be queued."""
        self._stop_at = monotonic() + grace_seconds
        self.wake()
        if self._thread.ident is not None:
            self._thread.join()

    def _post(self, message: Message) -> None:
        self._inbox.put(message)
        self._awake.set()

    def _run(self) -> None:
        try:
            while not self._over():
                self._awake.wait(self._limits.look_seconds)
                self._awake.clear()
                self._look()
        finally:
            self._lease.stop()
        try:
            self._rounds.give_back()
        except StoreUnavailable as away:
            LOG.warning("runs could not be given back; they are queued once their lease lapses: %s", away.words)

    def _over(self) -> bool:
        return self._stop_at is not None and (monotonic() > self._stop_at or self._rounds.count == 0)

    def _look(self) -> None:
        while True:
            try:
                self._rounds.hear(self._inbox.get_nowait())
            except Empty:
                break
        if self._stop_at is not None:
            self._rounds.let_go_of_waiting()
        try:
            self._rounds.look(claiming=self._stop_at is None)
        except StoreUnavailable as away:
            self._wait_for(away.words)
        except ClusterAway as away:
            self._wait_for(str(away))
        else:
            self._wait_for(None)

    def _wait_for(self, words: str | None) -> None:
        if words != self._waits_for:
            if words is None:
                LOG.info("what was waited for is there again")
            else:
                LOG.warning("runs wait: %s", words)
        self._waits_for = words
