"""Ctrl-C on a real process: the first press keeps what was found, the second ends at once."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from api.cli.interrupt import stoppable
from solver.engine import Stop
from tests.scenarios.reading.small_case import write

LONG = """
import sys, time
import scenarios.runs.compare as comparing
from scenarios.comparing.results import compare_case

def long(case, asking):
    print("searching", file=sys.stderr, flush=True)
    while {waits}:
        time.sleep(0.01)
    return compare_case(case, asking)

comparing.compare_case = long
sys.argv = ["restructure", "compare", {folder!r}, "--json"]
from api.cli.main import main
main()
"""
"""The command line with a search that goes on until it hears of a stop, or for ever."""


@contextmanager
def process(folder: Path, waits: str) -> Iterator[subprocess.Popen[str]]:
    """A process that has begun its search; ended with the test whatever happens."""
    script = LONG.format(waits=waits, folder=str(folder))
    started = subprocess.Popen(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert started.stderr is not None
        assert started.stderr.readline() == "searching\n"
        yield started
    finally:
        started.kill()
        started.communicate()


def test_the_first_press_prints_what_was_found(tmp_path: Path) -> None:
    """SIGINT: one whole JSON document, designed options undecided, the rest answered, exit code 5."""
    with process(write(tmp_path / "small", {}), "not asking.watch.settings.stop.asked") as started:
        started.send_signal(signal.SIGINT)
        printed, told = started.communicate(timeout=60)
    statuses = [answer["status"] for answer in json.loads(printed)["structures"]]
    assert started.returncode == 5
    assert statuses[:2] == ["as_is", "given"]
    assert {*statuses[2:]} == {"undecided"}
    assert "Stopping: what was found so far will be printed." in told
    assert "Traceback" not in told


def test_the_second_press_ends_at_once(tmp_path: Path) -> None:
    """When the search does not hear, another SIGINT ends the process with exit code 130."""
    with process(write(tmp_path / "small", {}), "True") as started:
        assert started.stderr is not None
        started.send_signal(signal.SIGINT)
        while "Stopping" not in started.stderr.readline():
            pass
        started.send_signal(signal.SIGINT)
        printed, _told = started.communicate(timeout=60)
    assert (started.returncode, printed) == (130, "")


def test_a_press_asks_for_the_stop_once_and_the_handler_is_put_back() -> None:
    """In one process: the work hears of the stop, its result comes back, and signals mean what they meant before."""
    before, stop = signal.getsignal(signal.SIGINT), Stop()

    def work() -> str:
        signal.raise_signal(signal.SIGINT)
        while not stop.asked:
            pass
        return "found so far"

    assert stoppable(work, stop) == "found so far"
    assert signal.getsignal(signal.SIGINT) is before


def test_what_the_work_raises_comes_through() -> None:
    """A defect in the worker thread is raised where the work was asked for."""

    def work() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stoppable(work, Stop())
