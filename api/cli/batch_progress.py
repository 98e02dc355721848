"""How far a batch is, on the error output: a bar with the time that is left, or a line now and then elsewhere.

Change this when a batch has to tell more while it runs; it is never part of a result.
"""

import sys
from time import monotonic
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

BETWEEN_LINES_SECONDS = 10.0


class BatchProgress:
    """Shows a bar on a terminal; prints lines where progress is asked for elsewhere; else nothing."""

    def __init__(self, total: int, *, asked: bool) -> None:
        terminal = sys.stderr.isatty()
        self._total = total
        self._lines = asked and not terminal
        self._told_at = monotonic() - BETWEEN_LINES_SECONDS
        self._bar = Progress(
            TextColumn("futures"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("left:"),
            TimeRemainingColumn(),
            console=Console(file=sys.stderr),
            transient=True,
            disable=not terminal,
        )
        self._task = self._bar.add_task("futures", total=total)

    def __enter__(self) -> Self:
        """Show it."""
        self._bar.start()
        return self

    def __exit__(self, _k: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None) -> None:
        """Leave nothing of the bar behind."""
        self._bar.stop()

    def tell(self, done: int) -> None:
        """Say how many futures are answered."""
        self._bar.update(self._task, completed=done)
        if self._lines and (done == self._total or monotonic() - self._told_at >= BETWEEN_LINES_SECONDS):
            self._told_at = monotonic()
            sys.stderr.write(f"{done:,} of {self._total:,} futures answered\n")
            sys.stderr.flush()
