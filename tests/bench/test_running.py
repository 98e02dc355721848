"""Comparisons in their own processes: what fails or is late says so, the rest goes on, and Ctrl-C prints what there is.

Change this when comparisons are started in another way.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import __main__ as bench
from bench import machine
from bench.compared import __main__ as compared
from bench.compared.asked import Asked
from bench.compared.chosen import COMPARISONS, comparison
from bench.measured import measured
from bench.running import MARK, command_of, rows_of
from bench.scales import SCALES
from bench.table import Row, told_of, within

ROW = Row(what="intake", instance="csv", seconds=1.0, bars=(within(1.0, 5),))
PRINTED = f"print('chatter'); print({MARK + json.dumps(told_of(ROW))!r}, flush=True)\n"


def python(text: str) -> list[str]:
    """A command that runs some Python."""
    return [sys.executable, "-c", text]


def test_rows_come_through_the_chatter() -> None:
    """What a solving library prints is passed over, and a good end adds nothing."""
    assert list(rows_of("intake", python(PRINTED), seconds=60)) == [ROW]


def test_a_failure_is_a_row_after_those_before_it() -> None:
    """The last words of a process that fails stand in a row of their own."""
    first, last = rows_of("intake", python(PRINTED + "raise ValueError('no such file')"), seconds=60)
    assert first == ROW
    assert (last.what, last.came_to) == ("intake", "failed: ValueError: no such file")


def test_one_that_takes_too_long_is_ended() -> None:
    """Its rows so far stay, and one says after how many seconds it was ended."""
    first, last = rows_of("intake", python(PRINTED + "import time; time.sleep(60)"), seconds=2)
    assert (first, last.came_to) == (ROW, "ended after 2 s")


def test_nothing_runs_on_when_we_stop() -> None:
    """A comparison left in the middle ends, and so does what it started."""
    text = "import subprocess, sys\nsleep = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    text += "print('" + MARK + '\' + \'{"what": "a", "instance": "%d", "bars": []}\' % sleep.pid, flush=True)\n'
    coming = rows_of("a", python(text + "sleep.wait()"), seconds=60)
    started = int(next(coming).instance)
    coming.close()  # type: ignore[attr-defined]
    for _ in range(100):
        if not Path(f"/proc/{started}").exists() or "Z" in Path(f"/proc/{started}/stat").read_text().split()[2]:
            break
        time.sleep(0.05)
    else:
        os.kill(started, 9)
        pytest.fail("what a comparison started still runs")


def test_a_measurement_tells_how_it_ended() -> None:
    """A line of JSON, or seconds, or last words, or that there were none."""
    assert measured(python("print('chatter'); print('{\"a\": 1}')"), seconds=60).told == {"a": 1}
    assert measured(python("import time; time.sleep(9)"), seconds=1).ended == "ended after 1 s"
    assert measured(python("raise SystemExit('out of memory')"), seconds=60).ended == "failed: out of memory"
    assert measured(python("raise SystemExit(3)"), seconds=60).ended == "failed: without a word"


def stopping(chosen: list[str], scale: str, python: str) -> Iterator[Row]:
    """One row, then Ctrl-C."""
    yield ROW
    raise KeyboardInterrupt


def test_ctrl_c_prints_what_there_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The table with the rows so far, said to be stopped; nothing is recorded."""
    monkeypatch.setattr(bench, "measured", stopping)
    monkeypatch.setattr(bench, "PAGE", tmp_path / "page.md")
    assert bench.main(["intake", "--record", "--beside", "no-such-python"]) == 130
    told = capsys.readouterr().out
    assert "stopped before its end: intake." in told
    assert "environment of their own: not installed" in told
    assert told.splitlines()[-1].startswith("| intake | csv ")
    assert not (tmp_path / "page.md").exists()


def test_the_whole_table_is_recorded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Every comparison in the order of the table, within its seconds; the page keeps what stands round its marks."""
    page = tmp_path / "page.md"
    page.write_text(f"before\n{machine.BEGIN}\nold\n{machine.END}\nafter\n", "utf-8")
    asked: list[tuple[str, float]] = []

    def one(what: str, command: list[str], *, seconds: float) -> Iterator[Row]:
        asked.append((what, seconds))
        assert command == command_of(what, "quick", "no-such-python")
        yield Row(what=what, instance="all")

    monkeypatch.setattr(bench, "rows_of", one)
    monkeypatch.setattr(bench, "PAGE", page)
    assert bench.main(["--quick", "--record", "--beside", "no-such-python"]) == 0
    assert [what for what, _ in asked] == [*COMPARISONS]
    assert max(seconds for _, seconds in asked) <= SCALES["quick"].comparison_seconds
    told = page.read_text("utf-8")
    assert told.startswith(f"before\n{machine.BEGIN}\n\n`make bench QUICK=1`: intake, ")
    assert told.endswith(f"|\n\n{machine.END}\nafter\n")
    assert "old" not in told
    assert capsys.readouterr().out.strip() in told


def test_a_page_without_marks_is_left_alone(tmp_path: Path) -> None:
    """Nothing is written where there is no place for it."""
    page = tmp_path / "page.md"
    page.write_text("words\n", "utf-8")
    with pytest.raises(ValueError, match="no <!-- latest run -->"):
        machine.record(["line"], page)
    assert page.read_text("utf-8") == "words\n"


def test_an_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """The names that there are stand in the answer."""
    with pytest.raises(SystemExit):
        bench.main(["frontiers"])
    assert "nothing is called frontiers; there are: intake, compare" in capsys.readouterr().err


def test_the_head_tells_machine_and_versions() -> None:
    """Cores, memory, load, and versions of both environments."""
    lines = machine.head(machine.versions_of(sys.executable), minutes=11.6, loads=(1.0, 2.25))
    assert "12 minutes" in lines[0]
    assert f"{os.cpu_count()} cores" in lines[0]
    assert "load 1.0 before, 2.2 after" in lines[0]
    assert lines[1].count("ortools 9.") == 2
    assert machine.load() >= 0


def test_a_comparison_prints_its_rows_marked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The process of one comparison hands each row over as one line, and knows what is not installed."""

    def one(asked: Asked) -> Iterator[Row]:
        assert not asked.has("cpmpy")
        yield ROW

    monkeypatch.setattr(compared, "comparison", lambda what: one)
    compared.main(["intake", "quick", "no-such-python"])
    assert capsys.readouterr().out == MARK + json.dumps(told_of(ROW)) + "\n"


def test_every_name_has_its_rows() -> None:
    """Each comparison that can be asked for is there, once."""
    assert len({comparison(what) for what in COMPARISONS}) == len(COMPARISONS) == 9
