"""Workers: ready early, in order, one a processor, and a Ctrl-C that waits while they start.

Change this when work is shared in another way.
"""

import os
import signal
import subprocess
import sys
import threading
from typing import Any

import pytest
from typer.testing import CliRunner

from api.cli import lazy
from api.cli import workers as module
from api.cli.main import COMMANDS, app
from api.cli.workers import _ctrl_c_postponed, _Pool, get_ready, workers


def loaded(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> list[str]:
    """What a command line loads, in order, with nothing of it run."""
    found: list[str] = []

    def load(target: str) -> Any:
        found.append(target)
        return lambda: None

    monkeypatch.setattr(lazy, "load", load)
    CliRunner().invoke(app, arguments)
    return found


def test_workers_get_ready_before_a_command_that_needs_them_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """For compare and design, and for no other; nor for their help."""
    for name, late in COMMANDS.items():
        ahead = ["api.cli.workers:get_ready"] if name in ("compare", "design") else []
        if name in ("list", "check", "compare", "design"):
            assert loaded(monkeypatch, name) == [*ahead, late.target]
            assert loaded(monkeypatch, name, "--help") == [late.target]


def test_each_keeps_the_order_of_what_it_is_given() -> None:
    """On the processors there are, and on one."""
    get_ready()
    with workers() as each:
        assert list(each(abs, range(-5, 0))) == [5, 4, 3, 2, 1]


def test_none_is_started_before_there_is_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless they were got ready: most questions map nothing, and leaving waits for no process."""
    started: list[int] = []
    monkeypatch.setattr(_Pool, "start", lambda self: started.append(self.count))
    monkeypatch.setattr(module, "_wanted_early", threading.Event())
    with workers():
        assert started == []
    monkeypatch.setattr(module, "_wanted_early", threading.Event())
    get_ready()
    with workers():
        assert len(started) == 1


def test_the_first_work_starts_them_from_any_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work goes on beside the thread that hears Ctrl-C."""
    monkeypatch.setattr(module, "_wanted_early", threading.Event())
    found: list[int] = []
    with workers() as each:
        thread = threading.Thread(target=lambda: found.extend(each(abs, range(-3, 0))))
        thread.start()
        thread.join()
    assert found == [3, 2, 1]


def test_one_processor_works_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process is started where nothing could run beside this one."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    get_ready()
    with workers() as each:
        assert each is map


def test_ctrl_c_waits_while_workers_start() -> None:
    """It is heard once they have started, and not before."""
    done: list[str] = []

    def start() -> None:
        with _ctrl_c_postponed():
            signal.raise_signal(signal.SIGINT)
            done.append("started")

    with pytest.raises(KeyboardInterrupt):
        start()
    assert done == ["started"]


def test_ctrl_c_while_a_command_is_loading_ends_at_once() -> None:
    """Exit code 130 and not a word, though a module that is loading would take it for a failure of its own."""
    script = (
        "import signal, sys, types\n"
        "from api.cli import lazy\n"
        "def load(target):\n"
        "    try:\n        signal.raise_signal(signal.SIGINT)\n"
        "    except BaseException as taken:\n        raise ImportError from taken\n"
        "lazy.load = load\n"
        "lazy._load_at_once('any:thing')\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)  # noqa: S603 - our own words
    assert (run.returncode, run.stdout, run.stderr) == (130, b"", b"")
