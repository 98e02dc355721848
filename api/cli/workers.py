"""Other processes that look for break-evens while this one goes on: started early, so that they are ready when asked.

Change this when work is to be shared with more than the processors of this machine.
"""

import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from os import cpu_count
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
    count = min(MOST, cpu_count() or 1)
    if count == 1:
        yield map
        return
    pool = ProcessPoolExecutor(max_workers=count, mp_context=_context(), initializer=_leave_interrupts_to_the_parent)
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


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of the terminal; only the parent decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
