"""One connection to a Dask scheduler, and what we use of it.

Dask's client is only partly typed; `Connection` says what we call and how. Change this when we use more of Dask.
"""

from collections.abc import Callable
from typing import Any, Final, Protocol

from distributed import Client, Future, Security
from distributed.client import ClosedClientError
from distributed.diagnostics.plugin import WorkerPlugin

CONNECT_SECONDS: Final = 5.0
LOST: Final = (OSError, ClosedClientError)
"""What a call raises when the scheduler went away."""


class Connection(Protocol):
    """A connection to a scheduler."""

    status: str

    def submit(self, func: Callable[..., bytes], *args: object, key: str, priority: int, pure: bool) -> Future[bytes]:
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
    make: Callable[..., Connection] = _OneConnection
    return make(address, security=security, timeout=CONNECT_SECONDS, set_as_default=False)
