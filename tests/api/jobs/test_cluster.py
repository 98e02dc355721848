"""Clusters: nobody without our certificates gets in, lost workers are replaced, a scheduler elsewhere may come and go.

Change this when runs are worked out somewhere else again.
"""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil
import pytest
from distributed import Client, LocalCluster, Security
from distributed.client import ClosedClientError

from api.jobs import connection
from api.jobs.cluster import Cluster, ClusterAway, ClusterRefused, TlsFiles, open_remote
from api.store import runs
from api.store.states import RunState
from api.store.store import Store
from tests.api.jobs.clusters import ask, cluster, dispatching, ended, sqlite_store, under_way, until
from tests.api.store.build import found

__all__ = ["cluster", "sqlite_store"]
ROLES = ("scheduler", "worker", "client")
ROOT = Path(__file__).parents[3]


def test_a_local_cluster_listens_on_the_loopback_alone(cluster: Cluster) -> None:
    """Neither scheduler, nanny nor worker listens anywhere else."""
    here = psutil.Process()
    processes = [here, *here.children(recursive=True)]
    listening = {at.laddr.ip for process in processes for at in process.net_connections("tcp") if at.status == "LISTEN"}
    assert listening == {"127.0.0.1"}


def test_a_local_cluster_lets_nobody_else_in(cluster: Cluster) -> None:
    """With certificates of others no connection comes about, and none in the clear."""
    with pytest.raises(OSError, match="TLS certificate does not match"):
        Client(cluster.address, security=Security.temporary(), timeout=5, set_as_default=False)
    with pytest.raises(OSError, match=r"reset by peer|Timed out"):
        Client(cluster.address.replace("tls://", "tcp://"), timeout=0.5, set_as_default=False)


def test_workers_stand_back(cluster: Cluster) -> None:
    """They have the processor when the server does not want it."""
    (nice,) = cluster.client().run(os.nice, 0).values()
    assert nice == min(19, os.nice(0) + 1)


def test_a_worker_lost_for_good_is_replaced(cluster: Cluster) -> None:
    """Where a worker is gone together with its nanny, counting the workers starts another."""
    before = {*cluster.client().nthreads()}
    cluster.client().run(_close, nanny=True, wait=False)
    until(lambda: not cluster.client().nthreads())
    assert cluster.count_workers() == 1
    until(lambda: cluster.count_workers() == len(cluster.client().nthreads()) == 1)
    assert before.isdisjoint(cluster.client().nthreads())


async def _close(dask_worker: object) -> None:
    await dask_worker.close()  # type: ignore[attr-defined]


def test_a_worker_that_is_not_there_cannot_be_ended(cluster: Cluster) -> None:
    """Ending one that went by itself meanwhile says so, and harms none."""
    before = cluster.client().nthreads()
    assert not cluster.end_worker("tls://127.0.0.1:1")
    assert cluster.client().nthreads() == before


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> TlsFiles:
    """Return the certificates of a cluster of its own, as files."""
    folder = tmp_path_factory.mktemp("tls")
    made = Security.temporary()
    files = TlsFiles(ca=folder / "ca.pem", cert=folder / "cert.pem", key=folder / "key.pem")
    files.ca.write_text(made.tls_ca_file)
    files.cert.write_text(made.tls_client_cert)
    files.key.write_text(made.tls_client_key)
    return files


def test_a_scheduler_without_tls_is_refused(tls: TlsFiles) -> None:
    """An address of another kind is refused, with what to write."""
    with pytest.raises(ClusterRefused, match="is not an address of TLS, such as tls://host:8786"):
        open_remote("tcp://127.0.0.1:8786", tls)


def test_certificates_that_cannot_be_read_are_refused(tls: TlsFiles, tmp_path: Path) -> None:
    """The files are named."""
    missing = TlsFiles(ca=tls.ca, cert=tmp_path / "none.pem", key=tls.key)
    with pytest.raises(ClusterRefused, match=r"cannot be read: .*none\.pem"):
        open_remote("tls://127.0.0.1:8786", missing)


def free_port() -> int:
    """Return a port that nobody listens on just now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def elsewhere(address: str, tls: TlsFiles) -> Iterator[None]:
    """Have a scheduler and a worker as processes of their own; both are killed at the end."""
    files = ["--tls-ca-file", str(tls.ca), "--tls-cert", str(tls.cert), "--tls-key", str(tls.key)]
    host, port = address.removeprefix("tls://").split(":")
    plain = ["--no-dashboard", "--dashboard-address", "127.0.0.1:0", *files]
    scheduler = ["distributed.cli.dask_scheduler", "--host", host, "--port", port, "--protocol", "tls", *plain]
    worker = ["distributed.cli.dask_worker", address, "--nthreads", "1", "--host", host, *plain]
    with ExitStack() as stack:
        for command in (scheduler, worker):
            process = subprocess.Popen(  # noqa: S603 - our own programs
                [sys.executable, "-m", *command], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            stack.callback(process.wait)
            stack.callback(process.kill)
        yield


@contextmanager
def again(address: str, tls: TlsFiles) -> Iterator[None]:
    """Have a scheduler at the same address in this process, which is quicker, and a worker."""
    trusting = Security(
        tls_ca_file=str(tls.ca),
        require_encryption=True,
        **{f"tls_{role}_{part}": str(getattr(tls, part)) for role in ROLES for part in ("cert", "key")},
    )
    with LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        security=trusting,
        scheduler_port=int(address.rpartition(":")[2]),
        dashboard_address="127.0.0.1:0",
        scheduler_kwargs={"dashboard": False},
    ):
        yield


def test_runs_outlive_a_scheduler_elsewhere(
    sqlite_store: Store, tls: TlsFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run waits for a scheduler that is not there yet, tells its progress, and is worked on again after a crash.

    Cancelling reaches a worker elsewhere as well.
    """
    monkeypatch.setattr(connection, "CONNECT_SECONDS", 0.5)
    address = f"tls://127.0.0.1:{free_port()}"
    away = open_remote(address, tls)
    with dispatching(sqlite_store, away) as dispatcher:
        cancelled = ask(sqlite_store, 1, seconds=20.0)
        until(lambda: dispatcher.health.waits_for == f"no Dask scheduler answers at {address}")
        with elsewhere(address, tls):
            until(lambda: found(sqlite_store, cancelled.id).progress is not None)
            run = ask(sqlite_store, 2, seconds=1.0)
            with sqlite_store.transaction() as session:
                runs.ask_cancel(session, cancelled.id)
            dispatcher.cancel(cancelled.id)
            assert ended(sqlite_store, cancelled).state is RunState.CANCELLED
            under_way(dispatcher, run)
        assert found(sqlite_store, run.id).state is RunState.RUNNING
        with again(address, tls):
            assert ended(sqlite_store, run).state is RunState.FINISHED
    assert found(sqlite_store, run.id).worker_deaths == 0
    away.close()


class Closing:
    """A connection that is closed while a call is under way."""

    status = "running"

    def __init__(self, raised: Exception, status: str) -> None:
        self.raised = raised
        self.after = status

    def submit(self, *_: object, **__: object) -> None:
        self.status = self.after
        raise self.raised


@pytest.mark.parametrize("lost", [OSError(), ClosedClientError(), RuntimeError("ConnectionPool is closed")])
def test_a_connection_lost_under_way_is_told_as_such(monkeypatch: pytest.MonkeyPatch, lost: Exception) -> None:
    """Whatever Dask raises when its connection is closed meanwhile, runs wait for the next one."""
    closing = Cluster("tls://127.0.0.1:1", Security())
    monkeypatch.setattr(closing, "client", lambda: Closing(lost, "closing"))
    with pytest.raises(ClusterAway, match=r"the Dask scheduler at tls://127.0.0.1:1 went away"):
        closing.submit(_close, b"", key="run-1", priority=1)


def test_what_is_no_loss_of_the_connection_is_a_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    """A RuntimeError on a connection that stands goes up as it is."""
    closing = Cluster("tls://127.0.0.1:1", Security())
    monkeypatch.setattr(closing, "client", lambda: Closing(RuntimeError("ours"), "running"))
    with pytest.raises(RuntimeError, match="ours"):
        closing.submit(_close, b"", key="run-1", priority=1)
