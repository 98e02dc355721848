"""A server that runs until it is told to stop, and then ends in good order.

On SIGTERM or Ctrl-C: nothing new is accepted, streams end, requests under way are answered, runs are finished or given
back within the grace time, and the process ends with code 0. A second Ctrl-C leaves the rest behind: what was running
is queued again once its lease has lapsed. Change this when another server than uvicorn is used.
"""

import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

import uvicorn

from api.http.app import create_app
from api.http.reach import TlsPair
from api.http.service import Service

BACKLOG = 2048


class CannotListen(Exception):  # noqa: N818 - what the operator asked for, not a failure
    """Nothing can listen there; the words say what to do."""


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; port 0 takes any that is free.

    Raises:
        CannotListen: the port is taken or not ours, or the host is not of this machine.
    """
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except (OSError, OverflowError) as refused:
        raise CannotListen(
            f"nothing can listen on {host}, port {port}: the port may be taken, or below 1024, or the host not of this "
            "machine. Name another with --port, or --port 0 for any that is free; with make: make serve "
            'SERVE="--port 0"'
        ) from refused


@dataclass(frozen=True)
class Told:
    """Called once requests are answered, and once the server is asked to stop (within a handler of signals)."""

    started: Callable[[], None]
    stopping: Callable[[], None]


class _Server(uvicorn.Server):
    """uvicorn, which tells when it can be asked, and lets streams know at once that they are to end."""

    def __init__(self, config: uvicorn.Config, service: Service, told: Told) -> None:
        super().__init__(config)
        self._service = service
        self._told = told

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._told.started()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if not self._service.stopping.is_set():
            self._service.stopping.set()
            self._told.stopping()
        super().handle_exit(sig, frame)


def serve_until_stopped(service: Service, listener: socket.socket, told: Told, *, tls: TlsPair | None) -> None:
    """Serve on a socket until SIGTERM or Ctrl-C."""
    config = uvicorn.Config(
        create_app(service),
        lifespan="on",
        ws="none",
        log_config=None,  # logs.py decides
        access_log=False,  # it would hold addresses with their query strings
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=service.settings.grace_seconds,
        ssl_certfile=None if tls is None else str(tls.certificate),
        ssl_keyfile=None if tls is None else str(tls.key),
    )
    # uvicorn hands the signal on once it has ended in good order; there is nothing left to do then.
    before = {number: signal.signal(number, _nothing_left) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        _Server(config, service, told).run(sockets=[listener])
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _nothing_left(_number: int, _frame: FrameType | None) -> None:
    """Let a signal pass."""
