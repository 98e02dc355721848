"""Other processes that share work: started early for questions that always need them, else once there is any.

Change this when work is to be shared with more than the processors of this machine.
"""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import forkserver, get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from threading import Event, Lock, Thread
from typing import Any

SERVER = "forkserver"
WORK = ("scenarios.comparing.break_evens", "api.cli.main")
"""What the server has loaded when workers are forked from it: their work, and what Python loads in any of them."""
MOST = 8
"""More workers than this gain nothing: a case has about ten assumptions."""

Each = Callable[..., Iterable[Any]]

_wanted_early = Event()


def get_ready() -> None:
    """Start the server that workers are forked from: it loads the solver while this process is loading it too.

    It does not hear Ctrl-C, not even while it loads; it ends when this process does.
    """
    _wanted_early.set()
    if _count() > 1 and SERVER in get_all_start_methods():
        _context()
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            forkserver.ensure_running()
        finally:
            signal.signal(signal.SIGINT, before)


def _count() -> int:
    """How many workers there are to be: one a processor."""
    return min(MOST, os.cpu_count() or 1)


@contextmanager
def workers() -> Iterator[Each]:
    """A `map` over worker processes, one a processor; the plain `map` where there is one processor.

    They are started at once where the server was got ready for them, and otherwise when there is something to map: most
    questions need none. Leaving ends the workers; what they have not begun is dropped.
    """
    count = _count()
    if count == 1:
        yield map
        return
    pool = _Pool(count)
    try:
        if _wanted_early.is_set():
            with _ctrl_c_postponed():  # a worker whose parent goes while it starts would end in a traceback
                pool.start()
        yield pool.map
    finally:
        pool.end()


class _Pool:
    """Worker processes, started once and by whichever thread asks first."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._lock = Lock()
        self._executor: ProcessPoolExecutor | None = None

    def start(self) -> ProcessPoolExecutor:
        """The workers, each started."""
        with self._lock:
            if self._executor is None:
                begun = ProcessPoolExecutor(self.count, mp_context=_context(), initializer=_belong_to_the_parent)
                for _ in range(self.count):
                    begun.submit(int)
                self._executor = begun
            return self._executor

    def map(self, *given: Any) -> Iterator[Any]:
        """What `map` gives, done by the workers."""
        return self.start().map(*given)

    def end(self) -> None:
        """End the workers, if there are any."""
        with self._lock:
            if self._executor is not None:
                self._executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _ctrl_c_postponed() -> Iterator[None]:
    """Hear Ctrl-C only afterwards."""
    presses: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: presses.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if presses:
        raise KeyboardInterrupt


def _context() -> BaseContext:
    """Processes forked from a small server that has the solver loaded; started afresh where there is no such server."""
    if SERVER not in get_all_start_methods():
        return get_context("spawn")
    context = get_context(SERVER)
    context.set_forkserver_preload([*WORK])
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
