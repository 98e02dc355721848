"""The table of timings: what counts as settled, and when a ratio is only a lower bound."""

import json
import subprocess
from collections.abc import Callable

import pytest

from bench import __main__ as table
from bench import one, ours
from bench.frozen import frozen
from bench.plain_rows import GOALS, TOLERANCES
from bench.stages import StageResult
from bench.tiny import tiny
from solver.outcome import Stage, Undecided
from tests.properties.enumerate import lexicographic_optimum


def row(seconds: float, *, closed: int) -> table.Row:
    """A measurement with so many settled stages, then an open one."""
    stages = [[goal, 0, 0, index < closed] for index, goal in enumerate(GOALS)]
    return {"seconds": seconds, "stages": stages, "peak_mb": 90}


def test_settled_stages_count_from_the_first() -> None:
    """A settled stage after an open one rests on an open one and does not count."""
    mixed = row(1.0, closed=6)
    mixed["stages"][1][3] = False  # type: ignore[index]
    assert table.settled(mixed) == 1
    assert table.settled(row(1.0, closed=6)) == 6
    assert table.settled({"seconds": 1.0, "stages": [], "peak_mb": 0}) == 0


def test_an_open_tie_break_is_not_closed() -> None:
    """Six settled goals with the tie-break left open are shown as six of six, but give no ratio."""
    open_ties = row(2.0, closed=6)
    open_ties["stages"] = [*row(2.0, closed=6)["stages"], ["tie_break", None, None, False]]  # type: ignore[misc]
    assert table.settled(open_ties) == 6
    assert not table.closed(open_ties)
    assert table.line("council", "plain", row(8.0, closed=6), ours=open_ties).rstrip().endswith("MB")


@pytest.mark.parametrize(
    ("theirs", "ours_closed", "ending"), [(6, 6, " 4.0"), (5, 6, "over 4.0"), (6, 5, "MB"), (0, 6, "over 4.0")]
)
def test_a_ratio_is_given_only_against_a_settled_answer(theirs: int, ours_closed: int, ending: str) -> None:
    """No ratio where we did not settle every stage; "over" where the other solver did not."""
    line = table.line("council", "plain", row(8.0, closed=theirs), ours=row(2.0, closed=ours_closed))
    assert line.rstrip().endswith(ending)
    assert f"{theirs}/6" in line


def test_the_designer_has_no_ratio_to_itself() -> None:
    """Its own line ends with its memory."""
    mine = row(2.0, closed=6)
    assert table.line("council", "designer", mine, ours=mine).rstrip().endswith("90 MB")


def test_a_process_measures_one_solver(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The child prints its stages, seconds and peak memory as one line of JSON."""
    found_at_once = StageResult("uncovered", 1, 1, settled=True)
    monkeypatch.setitem(one.SOLVERS, "quick", lambda problem, goals, seconds: [found_at_once])
    one.main(["quick", frozen()[0].name, "5", "uncovered", "cost"])
    found = json.loads(capsys.readouterr().out)
    assert found["stages"] == [["uncovered", 1, 1, True]]
    assert found["peak_mb"] > 10
    assert found["seconds"] < 5


def test_the_designer_is_measured_through_the_same_stages() -> None:
    """The adapter hands back the stages that counting out gives, and a refusal as one settled stage without a value."""
    for seed in range(12):
        problem = tiny(seed)
        best = lexicographic_optimum(problem, GOALS, tolerances=TOLERANCES)
        found = ours.lexicographic(problem, GOALS)
        if best is None:
            assert found == [StageResult(GOALS[0], None, None, settled=True)]
        else:
            assert [(stage.goal, stage.value) for stage in found] == list(best.values)
            assert all(stage.settled for stage in found)


def test_an_open_tie_break_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """A design stopped in the tie-break has all its stages and one more, left open."""
    stage = Stage(goal="cost", value=3, bound=3, settled=True, kept=3)
    stopped = Undecided(structure=None, stages=(stage,), why="a limit was reached")
    monkeypatch.setattr(ours, "design", lambda problem, order: stopped)
    found = ours.lexicographic(tiny(0), ("cost",))
    assert [(each.goal, each.settled) for each in found] == [("cost", True), ("tie_break", False)]


def finished(output: str) -> Callable[..., subprocess.CompletedProcess[str]]:
    """A child process that has printed something."""
    return lambda command, **_: subprocess.CompletedProcess(command, 0, stdout=output, stderr="")


def test_the_table_measures_each_solver_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A heading and one line for each chosen solver, ratios against the designer's line above."""
    monkeypatch.setattr(subprocess, "run", finished("a solver's chatter\n" + json.dumps(row(2.0, closed=6))))
    table.main(["--instance", "council-300-00", "--solver", "designer", "--solver", "plain HiGHS"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[1].rstrip().endswith("90 MB")
    assert lines[2].rstrip().endswith(" 1.0")


def test_a_process_that_is_late_or_fails_settles_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A late or failed child is a row without stages; what a failed one said is shown."""
    ends = iter(
        [subprocess.TimeoutExpired("one", 72.0), subprocess.CalledProcessError(1, "one", stderr="out of memory")]
    )

    def end(*_: object, **__: object) -> None:
        raise next(ends)

    monkeypatch.setattr(subprocess, "run", end)
    late = table.run("designer", "council-300-00", 1)
    failed = table.run("designer", "council-300-00", 1)
    assert (late["seconds"], table.settled(late), table.settled(failed)) == (72.0, 0, 0)
    assert "out of memory" in capsys.readouterr().err
