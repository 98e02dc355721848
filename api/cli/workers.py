"""Other processes that look for break-evens while this one goes on: started early, so that they are ready when asked.

Change this when work is to be shared with more than the processors of this machine.
"""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from threading import Thread
from typing import Any

WORK = "scenarios.comparing.break_evens"
MOST = 8
"""More workers than this gain nothing: a case has about ten assumptions."""

Each = Callable[..., Iterable[Any]]


@contextmanager
def workers() -> Iterator[Each]:
    """A `map` over worker processes, one a processor; the plain `map` where there is one processor.

    Leaving ends the workers; what they have not begun is dropped.
    """
    count = min(MOST, os.cpu_count() or 1)
    if count == 1:
        yield map
        return
    pool = ProcessPoolExecutor(max_workers=count, mp_context=_context(), initializer=_belong_to_the_parent)
    try:
        for _ in range(count):
            pool.submit(int)
        yield pool.map
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _context() -> BaseContext:
    """Processes forked from a small server that has the solver loaded; started afresh where there is no such server."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([WORK])
    return context


def _belong_to_the_parent() -> None:
    """Leave Ctrl-C, which reaches the whole terminal, to the parent, and end when the parent does, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(0)
