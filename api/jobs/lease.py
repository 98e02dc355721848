"""A server's sign of life: its claims are renewed by a thread that does nothing else.

So a dispatcher that waits for Dask, or for a slow transaction, does not lose its runs; one that is gone does.
Change this when a server shows in another way that it lives.
"""

import logging
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic
from typing import Final

from api.jobs.messages import Renewed
from api.store import runs
from api.store.store import Store
from api.store.unavailable import StoreUnavailable

LOG = logging.getLogger(__name__)
RENEWALS_A_LEASE: Final = 4


class Lease:
    """Renews the lease of a server until stopped; each time it tells which runs the server still holds."""

    def __init__(self, store: Store, server: str, seconds: float, tell: Callable[[Renewed], None]) -> None:
        self._store = store
        self._server = server
        self._seconds = seconds
        self._tell = tell
        self._stopped = Event()
        self._thread = Thread(target=self._keep, name="lease", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Renew no more; returns when the last renewal is over."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()

    def _keep(self) -> None:
        while not self._stopped.wait(self._seconds / RENEWALS_A_LEASE):
            begun = monotonic()
            try:
                with self._store.transaction() as session:
                    held = runs.renew(session, server=self._server, lease_seconds=self._seconds)
            except StoreUnavailable as away:
                LOG.warning("the lease could not be renewed", extra={"why": away.words})
            else:
                self._tell(Renewed(begun, tuple(held)))
