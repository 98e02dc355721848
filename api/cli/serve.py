"""`restructure serve`: the HTTP API with its store and its workers, until it is told to stop.

Change this when the operator can decide something more: its option here, its line in docs/operations.md.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from api.cli.json_text import print_json
from api.cli.options import with_options_of
from api.cli.screen import refusal, tell
from api.cli.serve_log import Log, opened_log
from api.cli.serve_options import ServeOptions
from api.cli.store_option import chosen_address
from api.http.logs import log_as_json
from api.http.reach import TOKEN_VARIABLE, Listening, Reach, ReachRefused, reach_of
from api.http.service import Service
from api.http.serving import CannotListen, Told, listen, serve_until_stopped
from api.http.settings import Settings
from api.jobs.batch_server import BatchServer
from api.jobs.cluster import Cluster, ClusterRefused, LocalSize, open_local, open_remote
from api.jobs.dispatcher import Dispatcher
from api.jobs.limits import Limits
from api.store.store import Store
from api.store.unavailable import StoreUnavailable

STOPPING = "Stopping: runs have up to {seconds} seconds to end; what is left goes on at the next start."


@with_options_of(ServeOptions)
def serve(asked: ServeOptions) -> None:
    """Serve the HTTP API, keep every run, and work out runs on the processors of this machine or on a cluster.

    Only this machine reaches it unless told otherwise. The link it prints holds the token that lets you in; set the
    environment variable RESTRUCTURE_TOKEN to choose the token yourself. SIGTERM or Ctrl-C ends it in good order.
    """
    try:
        reach, body_bytes, memory_bytes = _reach(asked), asked.body_bytes, asked.memory_bytes
        with (
            listen(asked.host, asked.port) as listener,
            opened_log(asked.log, asked.store) as log,
            _store(asked) as store,
            _cluster(asked, memory_bytes) as cluster,
        ):
            port: int = listener.getsockname()[1]
            service = Service(
                store=store,
                dispatcher=Dispatcher(store, cluster, Limits(run_seconds=asked.time_limit or None)),
                cluster=cluster,
                batches=BatchServer(store, cluster),
                settings=Settings(
                    token=reach.token,
                    hosts=reach.hosts,
                    scheme=reach.scheme,
                    cookie_name=f"restructure-{port}" if reach.scheme == "http" else "__Host-restructure",
                    most_body_bytes=body_bytes,
                    most_unfinished=asked.unfinished_limit,
                    grace_seconds=asked.grace,
                    keep_days=asked.keep_days,
                ),
            )
            log_as_json(log.stream)
            told = Told(
                started=lambda: _announce(reach, port, log, as_json=asked.as_json),
                stopping=lambda: _say_at_once(STOPPING.format(seconds=asked.grace)),
            )
            serve_until_stopped(service, listener, told, tls=asked.tls)
    except (ReachRefused, CannotListen, ClusterRefused) as refused:
        raise refusal(str(refused)) from refused
    except StoreUnavailable as away:
        raise refusal(away.words) from away


def _announce(reach: Reach, port: int, log: Log, *, as_json: bool) -> None:
    """Print where the server is; the token stands in it once, and only if it was made here."""
    address = reach.address(port)
    link = f"{address}/" if reach.token_is_given else f"{address}/?token={reach.token}"
    if log.file is not None:
        tell(f"The log goes to {log.file}.")
    if as_json:
        print_json({"address": address, "link": link})
        return
    typer.echo(f"Open {link}")
    if reach.token_is_given:
        tell(f"The token is the one in {TOKEN_VARIABLE}: add ?token= and it, or send it as Authorization: Bearer.")
    tell("Ctrl-C ends the server; runs that are not finished go on when it is started again.")


def _say_at_once(words: str) -> None:
    """Say something from within a handler of signals, where a stream may be half-way through a line of its own."""
    os.write(sys.stderr.fileno(), f"{words}\n".encode())


def _reach(asked: ServeOptions) -> Reach:
    token = os.environ.pop(TOKEN_VARIABLE, None)  # workers have no use for it
    return reach_of(Listening(asked.host, asked.tls, asked.behind_proxy, token))


@contextmanager
def _store(asked: ServeOptions) -> Iterator[Store]:
    store = Store.open(chosen_address(asked.store))
    try:
        yield store
    finally:
        store.close()


@contextmanager
def _cluster(asked: ServeOptions, memory_bytes: int) -> Iterator[Cluster]:
    """Start workers here, or use those of the scheduler that was named, until the server ended."""
    if asked.scheduler is not None:
        cluster = open_remote(asked.scheduler, asked.cluster_files)
    else:
        size = LocalSize(workers=asked.workers or os.cpu_count() or 1, memory_bytes=memory_bytes)
        cluster = open_local(size)
    try:
        yield cluster
    finally:
        cluster.close()
