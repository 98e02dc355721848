"""A server without doors: opens a store, starts workers and a dispatcher, and goes on until it is killed.

Run as `python -m tests.api.jobs.server ADDRESS`. Change this when a server has to start something more.
"""

import sys
import threading

from api.jobs.cluster import LocalSize, open_local
from api.jobs.dispatcher import Dispatcher
from api.store.store import Store
from tests.api.jobs.clusters import MEMORY_BYTES, QUICK
from tests.api.jobs.toys import toy


def serve(address: str) -> None:
    """Serve the runs of a store for ever."""
    cluster = open_local(LocalSize(workers=1, memory_bytes=MEMORY_BYTES, nice=1))
    Dispatcher(Store.open(address), cluster, QUICK, answer=toy).start()
    threading.Event().wait()


if __name__ == "__main__":
    serve(sys.argv[1])
