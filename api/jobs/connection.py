"""One connection to a Dask scheduler, and what we use of it.

Dask's client is only partly typed; `Connection` says what we call and how. Change this when we use more of Dask.
"""

from asyncio import CancelledError
from collections.abc import Callable
from typing import Any, Final, Protocol

from distributed import Client, Security
from distributed.client import ClosedClientError
from distributed.diagnostics.plugin import WorkerPlugin

CONNECT_SECONDS: Final = 3.0
"""How long to try to reach a scheduler before runs wait for the next look."""
LOST: Final = (OSError, ClosedClientError)
"""What a call raises when the scheduler went away before it."""
CLOSED_UNDERWAY: Final = (RuntimeError, AttributeError, CancelledError)
"""What a call may raise when the connection is closed while it is under way; else they are defects."""


class GivenWork(Protocol):
    """Work given to Dask, and what becomes of it: Dask's own words for that are `status`."""

    status: str

    def done(self) -> bool:
        """Whether Dask is done with it, in whatever way."""

    def result(self, timeout: float) -> bytes:
        """Return its result; see Future.result."""

    def exception(self, timeout: float) -> BaseException:
        """Return the exception it ended in; see Future.exception."""

    def cancel(self) -> None:
        """Wait for it no more; see Future.cancel."""

    def add_done_callback(self, told: Callable[[Any], None]) -> None:
        """Have somebody told, on another thread, when Dask is done with it."""


class Connection(Protocol):
    """A connection to a scheduler."""

    status: str

    def submit(self, func: Callable[..., bytes], *args: object, key: str, priority: int, pure: bool) -> GivenWork:
        """Give work; see Client.submit."""

    def run(self, function: Callable[..., Any], *args: object, **how: Any) -> dict[str, Any]:
        """Call a function on workers or their nannies, beside the work they do; see Client.run."""

    def nthreads(self) -> dict[str, int]:
        """Return how many pieces of work each worker does at a time."""

    def subscribe_topic(self, topic: str, handler: Callable[[tuple[float, Any]], None]) -> None:
        """Have messages of a topic told, with the scheduler's time of each."""

    def unsubscribe_topic(self, topic: str) -> None:
        """Have no more of them told."""

    def register_plugin(self, plugin: WorkerPlugin, name: str) -> object:
        """Have every worker, now and later, take a plugin."""

    def close(self) -> None:
        """Leave."""


class _OneConnection(Client):
    """A connection that ends when its scheduler goes.

    Dask's own would connect again to whatever answers there, without what was subscribed to, and look the same.
    """

    async def _reconnect(self) -> None:
        for state in self.futures.values():
            state.cancel(reason="scheduler-connection-lost", msg="the scheduler went away")
        await self._close()


def connect(address: str, security: Security) -> Connection:
    """Connect to the scheduler at an address.

    Raises:
        OSError: none answers there.
    """
    make: Callable[..., Any] = _OneConnection
    made: Connection = make(address, security=security, timeout=CONNECT_SECONDS, set_as_default=False)
    return made
