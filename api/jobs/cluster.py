"""Where runs are worked out: worker processes of this machine, or the workers of a Dask scheduler elsewhere.

Whoever reaches a scheduler can have code run by its workers, so both kinds speak TLS alone and ask each other for
certificates: on this machine temporary ones, which never touch a disk; elsewhere the files the operator names.
Change this when runs are worked out somewhere else again.
"""

import logging
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Final

from distributed import LocalCluster, Nanny, Security, Worker, system
from distributed.core import Status
from distributed.diagnostics.plugin import WorkerPlugin

from api.jobs.connection import CLOSED_UNDERWAY, LOST, Connection, GivenWork, connect
from api.jobs.dask_settings import use_settings

INTERACTIVE: Final = 100
"""Dask's priority of a run somebody waits for; items of batches have less, and wait for it."""
BATCH: Final = 0

MEMORY_LIMIT: Final[int] = system.MEMORY_LIMIT
"""How many bytes of memory this machine has, or this process may have of it."""
DEATHS_BEFORE_DASK_GIVES_UP: Final = 2
"""Dask tries a task again after this many deaths of its worker and gives up at the next, which is the third."""
LOADED_BEFOREHAND: Final = "api.jobs.work"
"""What a worker loads as it starts, so that the first run need not wait for it."""

Heard = Callable[[dict[str, Any]], None]
"""Is told a message of a topic; called on a thread of Dask's, so it has to be quick."""


class ClusterAway(Exception):  # noqa: N818 - a state of the world, not a defect
    """There is no scheduler to be reached just now; the words say which."""


class ClusterRefused(ValueError):  # noqa: N818 - an operator's setting, not a defect
    """A cluster cannot be used as it was named; the words say what to do."""


@dataclass(frozen=True, kw_only=True)
class LocalSize:
    """How many worker processes this machine gives, how many bytes each may need, and how far it stands back."""

    workers: int
    memory_bytes: int
    nice: int = 10


@dataclass(frozen=True, kw_only=True)
class TlsFiles:
    """The certificates that a cluster of its own trusts: of whoever signs, ours, and our key."""

    ca: Path
    cert: Path
    key: Path


class _StandBack(WorkerPlugin):
    """Has workers leave the processor to the server and to whoever else uses the machine.

    Ctrl-C in a terminal reaches workers too: they leave it to the server, which ends them in good order.
    """

    def __init__(self, nice: int) -> None:
        self.nice = nice

    def setup(self, worker: Worker) -> None:
        os.nice(self.nice)
        signal.signal(signal.SIGINT, signal.SIG_IGN)


class Cluster:
    """Workers that can be given work, wherever they are; connects again by itself once the scheduler went away."""

    def __init__(self, address: str, security: Security, own: LocalCluster | None = None) -> None:
        self._address = address
        self._security = security
        self._own = own
        self._own_workers = len(own.workers) if own is not None else 0
        self._heard: dict[str, Heard] = {}
        self._lock = Lock()
        self._client: Connection | None = None

    @property
    def address(self) -> str:
        """Where the scheduler is."""
        return self._address

    def client(self) -> Connection:
        """Return the connection, made anew if it was lost.

        Raises:
            ClusterAway: there is no scheduler at the address.
        """
        with self._lock:
            if self._client is not None and self._client.status == "running":
                return self._client
            try:
                client = connect(self._address, self._security)
                for topic, heard in self._heard.items():
                    _subscribe(client, topic, heard)
            except LOST as away:
                raise ClusterAway(f"no Dask scheduler answers at {self._address}") from away
            self._client = client
            return client

    def hear(self, topic: str, heard: Heard) -> None:
        """Have messages of a topic told, those of later connections as well; another listener takes its place."""
        with self._lock:
            self._heard[topic] = heard
            if self._client is not None and self._client.status == "running":
                with suppress(*LOST):  # the next connection subscribes to it
                    _subscribe(self._client, topic, heard)

    def submit(self, work: Callable[..., bytes], given: object, *, key: str, priority: int) -> GivenWork:
        """Give work to whichever worker is free first.

        Args: a function of a module that workers have too; what it is given, small enough to be sent with it; a name
        that no other work has or had; the higher the priority, the earlier.

        Raises:
            ClusterAway: there is no scheduler.
        """
        with self._reached() as client:
            return client.submit(work, given, key=key, priority=priority, pure=False)

    def release(self, work: GivenWork) -> None:
        """Say that nobody waits for some work any more; where it is done just now, it is asked to stop."""
        with suppress(*LOST, *CLOSED_UNDERWAY):  # where the scheduler went away, the work went with it
            work.cancel()

    def count_workers(self) -> int:
        """Return how many pieces of work can be done at a time; of our own, those that are being restarted count.

        Workers of our own that are lost for good are replaced.

        Raises:
            ClusterAway: there is no scheduler.
        """
        if self._own is not None:
            on_its_loop: Callable[..., object] = self._own.sync
            on_its_loop(_mend, self._own, self._own_workers)
            return self._own_workers
        with self._reached() as client:
            return sum(client.nthreads().values())

    def end_worker(self, worker: str) -> bool:
        """End the process of a worker whatever it is doing; its nanny starts another. Returns whether there was one.

        Args: the worker's address.

        Raises:
            ClusterAway: there is no scheduler.
        """
        with self._reached() as client:
            try:
                ended = client.run(_kill, workers=[worker], nanny=True, on_error="return")
            except KeyError:  # it went by itself meanwhile
                return False
        return ended.get(worker) is True

    @contextmanager
    def _reached(self) -> Iterator[Connection]:
        """Yield the connection, and turn its loss into ClusterAway."""
        client = self.client()
        try:
            yield client
        except (*LOST, *CLOSED_UNDERWAY) as lost:
            if isinstance(lost, CLOSED_UNDERWAY) and client.status == "running":
                raise
            raise ClusterAway(f"the Dask scheduler at {self._address} went away") from lost

    def close(self) -> None:
        """Leave the scheduler; where it is our own, end it with its workers."""
        with self._lock:
            if self._client is not None and self._client.status == "running":
                for topic in self._heard:
                    self._client.unsubscribe_topic(topic)  # else Dask complains of having nobody to tell of our leaving
                self._client.close()
            if self._own is not None:
                end: Callable[..., object] = self._own.close
                end()


def open_local(size: LocalSize) -> Cluster:
    """Start worker processes on this machine, with a nanny each that starts another one where one ends.

    They listen on the loopback alone, with certificates of their own.
    """
    use_settings()
    temporary: Callable[[], Security] = Security.temporary
    security = temporary()
    start: Callable[..., LocalCluster] = LocalCluster
    own = start(
        n_workers=size.workers,
        threads_per_worker=1,
        memory_limit=size.memory_bytes,
        host="127.0.0.1",
        security=security,
        dashboard_address="127.0.0.1:0",
        scheduler_kwargs={"dashboard": False, "allowed_failures": DEATHS_BEFORE_DASK_GIVES_UP},
        preload=[LOADED_BEFOREHAND],
        silence_logs=logging.CRITICAL,
    )
    cluster = Cluster(own.scheduler_address, security, own)
    cluster.client().register_plugin(_StandBack(size.nice), name="stand-back")
    return cluster


def open_remote(address: str, tls: TlsFiles) -> Cluster:
    """Use the workers of a Dask scheduler that runs already; it need not be reachable yet.

    Args: the address, as tls://host:8786; the certificates it trusts.

    Raises:
        ClusterRefused: the address is not one of TLS, or a file cannot be read; says what to do.
    """
    use_settings()
    if not address.startswith("tls://"):
        raise ClusterRefused(
            f"{address!r} is not an address of TLS, such as tls://host:8786: without TLS, anybody who reaches the "
            "scheduler could have code run. Start it with --tls-ca-file, --tls-cert and --tls-key"
        )
    unread = [str(file) for file in (tls.ca, tls.cert, tls.key) if not os.access(file, os.R_OK)]
    if unread:
        raise ClusterRefused(f"these files cannot be read: {', '.join(unread)}. Name the certificates of the cluster")
    trusting: Callable[..., Security] = Security
    security = trusting(
        require_encryption=True,
        tls_ca_file=str(tls.ca),
        tls_client_cert=str(tls.cert),
        tls_client_key=str(tls.key),
    )
    return Cluster(address, security)


def _subscribe(client: Connection, topic: str, heard: Heard) -> None:
    client.subscribe_topic(topic, lambda event: heard(event[1]))


async def _mend(own: LocalCluster, workers: int) -> None:
    """Start workers in the place of those whose nanny could not start them again, or was given up by Dask."""
    for name, nanny in [*own.workers.items()]:
        if nanny.status in {Status.closed, Status.failed}:
            del own.workers[name]
    if len(own.workers) < workers:
        scale: Callable[[int], object] = own.scale
        scale(workers)


def _kill(dask_worker: Nanny) -> bool:
    """Kill a nanny's worker: runs where the nanny is."""
    pid = dask_worker.pid
    if pid is None:
        return False
    os.kill(pid, signal.SIGKILL)
    return True
