"""Ctrl-C: the first asks the search to stop and keeps what it has; the second ends at once.

The search runs in a worker thread while the main thread waits, because only the main thread hears signals.
Change this when something else can ask for a stop.
"""

import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextvars import copy_context
from types import FrameType
from typing import TypeVar

from api.cli.exit_codes import ExitCode
from api.cli.screen import tell
from solver.engine import Stop

Result = TypeVar("Result")
STOPPING = "\nStopping: what was found so far will be printed. Ctrl-C again ends at once."
LISTEN_SECONDS = 0.1
"""How long the main thread waits before it listens again; only Windows needs this."""


def stoppable(work: Callable[[], Result], stop: Stop, said: str = STOPPING) -> Result:
    """Run work that looks at a stop, and ask for the stop when the user presses Ctrl-C; `said` is printed then.

    Returns what the work returns, and raises what it raises. A second Ctrl-C ends the process with exit code 130.
    """
    presses: list[int] = []

    def pressed(number: int, _frame: FrameType | None) -> None:
        presses.append(number)
        if len(presses) > 1:
            os._exit(ExitCode.HARD_STOP)  # the search runs in compiled code and may be slow to hear
        tell(said)
        stop.ask()

    before = signal.signal(signal.SIGINT, pressed)
    try:
        with ThreadPoolExecutor(max_workers=1) as pool:
            future = pool.submit(copy_context().run, work)
            while not wait([future], timeout=LISTEN_SECONDS).done:
                pass
            return future.result()
    finally:
        signal.signal(signal.SIGINT, before)
