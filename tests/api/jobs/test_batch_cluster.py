"""A batch on a cluster elsewhere: scheduler and workers as processes of their own, by TLS, one killed half-way.

Change this when a batch is worked on somewhere else again.
"""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from api.jobs.batch_crew import Alone, OnCluster, OtherBuild
from api.jobs.cluster import Cluster, ClusterAway, LocalSize, TlsFiles, open_local, open_remote
from tests.api.jobs.authority import certificates
from tests.api.jobs.batches import drawn, kept_in, run_of, table
from tests.api.jobs.clusters import until

ROOT = Path(__file__).parents[3]
FUTURES = 40


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def process(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program of Dask as a process of its own, killed at the end."""
    with subprocess.Popen(  # noqa: S603 - our own programs
        [sys.executable, "-m", *command], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as started:
        try:
            yield started
        finally:
            started.kill()


@contextmanager
def elsewhere(address: str, tls: TlsFiles, *, workers: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """A scheduler and so many workers; yields the workers."""
    files = ["--tls-ca-file", str(tls.ca), "--tls-cert", str(tls.cert), "--tls-key", str(tls.key)]
    plain = ["--host", "127.0.0.1", "--no-dashboard", "--dashboard-address", "127.0.0.1:0", *files]
    port = address.rpartition(":")[2]
    with ExitStack() as stack:
        stack.enter_context(process("distributed.cli.dask_scheduler", "--port", port, "--protocol", "tls", *plain))
        command = ["distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", *plain]
        yield [stack.enter_context(process(*command)) for _ in range(workers)]


def there(cluster: Cluster, workers: int) -> bool:
    """Whether so many workers have come."""
    try:
        return cluster.count_workers() == workers
    except ClusterAway:
        return False


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> TlsFiles:
    """Certificates of a cluster of its own."""
    return certificates(tmp_path_factory.mktemp("tls"))


def test_a_worker_killed_half_way_changes_no_byte(tls: TlsFiles, tmp_path: Path) -> None:
    """Two workers elsewhere, one killed with half of the futures answered: the table is that of this process alone."""
    whole, killed = drawn(FUTURES), []
    with kept_in(tmp_path / "alone.db") as kept:
        assert run_of(whole, kept, Alone()).work()
        alone = table(whole, kept)
    address = f"tls://127.0.0.1:{free_port()}"
    cluster = open_remote(address, tls)
    with elsewhere(address, tls, workers=2) as workers, kept_in(tmp_path / "elsewhere.db") as kept:
        until(lambda: there(cluster, 2), seconds=60)
        run = run_of(whole, kept, OnCluster(cluster))

        def tell(done: int) -> None:
            if done > FUTURES // 2 and not killed:
                killed.append(done)
                workers[0].kill()

        run.tell = tell
        assert run.work()
        assert run.given_up == set()
        assert FUTURES // 2 < killed[0] < FUTURES
        assert workers[0].wait(timeout=10) < 0
        assert table(whole, kept) == alone
        until(lambda: there(cluster, 1))
    with pytest.raises(ClusterAway), kept_in(tmp_path / "away.db") as kept:
        run_of(whole, kept, OnCluster(cluster)).work()
    cluster.close()


def test_one_and_two_workers_here_make_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes of this machine, designs searched for and all: the same table from one worker as from two.

    Workers of another build than ours are refused, in words.
    """
    whole = drawn(6)
    tables = []
    for workers in (1, 2):
        cluster = open_local(LocalSize(workers=workers, memory_bytes=10**9, nice=0))
        try:
            with kept_in(tmp_path / f"{workers}.db") as kept:
                assert run_of(whole, kept, OnCluster(cluster)).work()
                tables.append(table(whole, kept))
            if workers == 2:
                monkeypatch.setattr("api.jobs.batch_crew.build", lambda: "another")
                with kept_in(tmp_path / "other.db") as kept, pytest.raises(OtherBuild, match="install the same"):
                    run_of(whole, kept, OnCluster(cluster)).work()
        finally:
            cluster.close()
    assert tables[0] == tables[1]
