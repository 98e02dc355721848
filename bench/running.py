"""Runs each comparison in a process of its own: one that fails, or takes too long, says so in its row.

The processes are a group apart, so that Ctrl-C reaches us alone, and all that a comparison started ends with it.
Change this when comparisons are started in another way.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence

from bench.measured import last_words
from bench.table import Row, row_of

MARK = "row: "


def rows_of(what: str, command: Sequence[str], *, seconds: float) -> Iterator[Row]:
    """The rows of one comparison as they come, then why there are no more, where it did not end well.

    Args: its name; the command that prints its rows; seconds of the clock after which it is ended.
    """
    late = threading.Event()
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as said,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=said, encoding="utf-8", start_new_session=True
        ) as running,
    ):
        timer = threading.Timer(seconds, _late, (running, late))
        timer.start()
        try:
            for line in running.stdout or ():
                if line.startswith(MARK):
                    yield row_of(json.loads(line.removeprefix(MARK)))
            code = running.wait()
        finally:
            timer.cancel()
            _end(running)
        said.seek(0)
        words = f"ended after {seconds:.0f} s" if late.is_set() else f"failed: {last_words(said.read())}"
    if code:
        yield Row(what=what, instance="the rest", settled=False, came_to=words)


def command_of(what: str, scale: str, python: str) -> list[str]:
    """How a comparison is started."""
    return [sys.executable, "-m", "bench.compared", what, scale, python]


def _late(running: subprocess.Popen[str], late: threading.Event) -> None:
    late.set()
    _end(running)


def _end(running: subprocess.Popen[str]) -> None:
    """End a comparison and all that it started."""
    if running.poll() is None:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
