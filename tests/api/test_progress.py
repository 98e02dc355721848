"""The line of progress: on a terminal one line rewritten, elsewhere only when asked for."""

import io
import sys
from fractions import Fraction

import pytest

from api.cli.progress import CLEAR_LINE, ProgressLine
from solver.search import StageReport


class Terminal(io.StringIO):
    """An error output that is a terminal."""

    def isatty(self) -> bool:
        return True


def _told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, *, asked: bool) -> str:
    """Run through one answer with two equal reports, and return what was written."""
    monkeypatch.setattr(sys, "stderr", stream)
    line = ProgressLine(asked=asked)
    line.say("model A, people first")
    line.report(StageReport("displaced", 12, 9))
    line.report(StageReport("displaced", 12, 9))
    line.done()
    return stream.getvalue()


def test_silent_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Into a file or pipe nothing is written unless it is asked for."""
    assert _told(monkeypatch, io.StringIO(), asked=False) == ""


def test_lines_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """With --progress each new state is a line: answer, goal, value and bound in planners' units; no line twice."""
    assert _told(monkeypatch, io.StringIO(), asked=True).splitlines() == [
        "model A, people first",
        "model A, people first: people displaced: 12, no structure below 9",
    ]


def test_how_far_a_question_of_many_searches_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The share of the limits that is done, and the limits on other goals that this search keeps."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    ProgressLine(asked=True).report(StageReport("cost", 0, 0, (("displaced", 3),), Fraction(2, 7)))
    assert stream.getvalue() == ": 28% of the limits done; annual cost, with people displaced 3 at most\n"


def test_one_line_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the line is rewritten, and nothing of it stays."""
    told = _told(monkeypatch, Terminal(), asked=False)
    assert "\n" not in told
    assert told.count(CLEAR_LINE) == 3
    assert told.endswith(CLEAR_LINE)


def test_names_cannot_steer_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sign that would move the cursor is replaced."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    ProgressLine(asked=True).say("a\x1b[2Jb\nc")
    assert stream.getvalue() == "a\N{REPLACEMENT CHARACTER}[2Jb c\n"
