"""One line of progress on the error output: which answer, how far it is, which goal, its limits, value and bound.

Change this when progress has to say more; it is never part of a result.
"""

import sys

from api.cli.screen import plain
from scenarios.reporting.amounts import GOAL_WORDS, goal_amount, stage_text
from solver.goals import GOALS
from solver.search import StageReport

CLEAR_LINE = "\r\x1b[2K"
MOST_COLUMNS = 110


class ProgressLine:
    """Rewrites one line on a terminal; prints lines one under the other where progress is asked for elsewhere."""

    def __init__(self, *, asked: bool) -> None:
        self._terminal = sys.stderr.isatty()
        self._shown = asked or self._terminal
        self._answer = ""
        self._last = ""

    def say(self, answer: str) -> None:
        """Say which answer, or which question about it, is worked on."""
        self._answer = answer
        self._write(answer)

    def report(self, stage: StageReport) -> None:
        """Say which goal is in its turn and what was found."""
        done = "" if stage.done is None else f"{int(100 * stage.done)}% of the limits done; "
        limits = (f"{GOAL_WORDS[goal]} {goal_amount(GOALS[goal].unit, most)} at most" for goal, most in stage.within)
        within = ", ".join(limits)
        goal = stage_text(stage.goal, stage.value, stage.bound)
        self._write(f"{self._answer}: {done}{goal}{f', with {within}' if within else ''}")

    def done(self) -> None:
        """Leave nothing of the line behind."""
        if self._shown and self._terminal:
            sys.stderr.write(CLEAR_LINE)
            sys.stderr.flush()

    def _write(self, text: str) -> None:
        line = plain(text).replace("\n", " ")[:MOST_COLUMNS]
        if not self._shown or line == self._last:
            return
        self._last = line
        sys.stderr.write(f"{CLEAR_LINE}{line}" if self._terminal else f"{line}\n")
        sys.stderr.flush()
