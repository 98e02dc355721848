"""Each comparison's rows: what is set beside what, what both came to, and what is not installed or failed.

Change this when a comparison sets something else side by side.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bench import one, ours
from bench.compared import alternatives, commands, compare, designs, explanations, frontiers, intake, why_not
from bench.compared.asked import Asked
from bench.frozen import frozen
from bench.generator import establishment
from bench.impossible import impossible
from bench.intake import main as read_once
from bench.intake import make
from bench.measured import Measured
from bench.plain_frontier import held_rows
from bench.plain_rows import GOALS, TOLERANCES
from bench.scales import EVERYTHING, QUICK
from bench.stages import StageResult
from bench.table import cells
from bench.tiny import tiny
from solver.outcome import Stage, Undecided
from tests.properties.enumerate import lexicographic_optimum

NOBODY = Asked(scale=QUICK, python="no-such-python")


def design_of(seconds: float, *, closed: int, value: int = 0, open_ties: bool = False) -> Measured:
    """A measurement with so many settled goals, then open ones, and a tie-break left open where asked."""
    stages: list[list[Any]] = [[goal, value, value, index < closed] for index, goal in enumerate(GOALS)]
    ties = [["tie_break", None, None, False]] if open_ties else []
    return Measured(told={"seconds": seconds, "stages": [*stages, *ties], "peak_mb": 90})


def test_settled_goals_count_from_the_first() -> None:
    """A settled goal after an open one rests on an open one and does not count; an open tie-break is not closed."""
    mixed = design_of(1.0, closed=6)
    mixed.told["stages"][1][3] = False
    assert designs.settled(mixed) == 1
    assert designs.settled(Measured(ended="ended after 5 s")) == 0
    assert designs.closed(design_of(1.0, closed=6))
    assert not designs.closed(design_of(1.0, closed=6, open_ties=True))


def test_designs_are_compared_goal_by_goal() -> None:
    """Values are the same or other over what both settled, and not compared where that is nothing."""
    mine = design_of(8.0, closed=6)
    other = [design_of(4.0, closed=2), design_of(4.0, closed=2, value=1), design_of(4.0, closed=0)]
    told = [designs.row("council", "plain", 300, ours=mine, theirs=each).came_to for each in other]
    assert told == [
        "goals settled 6 against 2, same values; 90 MB against 90",
        "goals settled 6 against 2, OTHER VALUES; 90 MB against 90",
        "goals settled 6 against 0; 90 MB against 90",
    ]
    made = designs.row("council", "plain", 300, ours=mine, theirs=other[0])
    assert cells(made)[2:6] == ("8.00 s", "plain", "not settled in 4 s", "over 0.50")
    assert [bar.short for bar in made.bars] == [""]
    assert designs.row("council", "plain", 1000, ours=mine, theirs=other[0]).bars[0].told == "60 s"


def test_designs_that_end_without_a_word_miss_their_bar() -> None:
    """Ours late: no time and the bar missed; the other late: why stands in place of its time."""
    late = Measured(ended="ended after 5 s", late_seconds=5.0)
    assert cells(designs.row("c", "p", 300, ours=late, theirs=late))[-2:] == ("10 s", "short (ended after 5 s)")
    beside = designs.row("c", "p", 300, ours=design_of(1.0, closed=6), theirs=late)
    assert cells(beside)[2:6] == ("1.00 s", "p", "not settled in 5 s", "over 5.0")
    failed = designs.row("c", "p", 300, ours=design_of(1.0, closed=6), theirs=Measured(ended="failed: no memory"))
    assert cells(failed)[2:6] == ("1.00 s", "p", "failed: no memory", "")


def test_every_council_is_designed_beside_every_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    """The designer once a council, with a limit of its own."""
    asked: list[tuple[str, str, float]] = []

    def fake(command: list[str], *, seconds: float) -> Measured:
        asked.append((command[3], command[4], seconds))
        return design_of(1.0, closed=6)

    monkeypatch.setattr(designs, "measured", fake)
    made = list(designs.rows(NOBODY))
    assert [(each.instance, each.other) for each in made] == [
        ("council-300-00", "plain HiGHS"), ("council-300-00", "plain CP-SAT, 2 workers"),
    ]  # fmt: skip
    assert [each[0] for each in asked] == ["designer", "plain HiGHS", "plain CP-SAT, 2 workers"]
    assert asked[0][2] == QUICK.designer_seconds
    assert set(EVERYTHING.plain_solvers) | {"designer"} == set(one.SOLVERS)


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


POINTS = ((1, 900_000), (2, 700_000))


def walk(seconds: float, share: float | None, *points: tuple[int, int]) -> Measured:
    """A measurement of trade-offs."""
    return Measured(told={"seconds": seconds, "open_share": share, "points": [list(point) for point in points]})


@pytest.mark.parametrize(
    ("theirs", "told"),
    [
        (walk(5.0, 0.0, *POINTS, (3, 690_000)), ("5.00 s", "5.0", "the same points", "met; met")),
        (walk(2.0, 0.0, (1, 900_000)), ("2.00 s", "2.0", "OTHER POINTS", "met; short by 3.00 x")),
        (walk(9.0, None), ("not settled in 9 s", "over 9.0", "0 points, open", "met; met")),
        (Measured(ended="ended after 9 s", late_seconds=9.0), ("not settled in 9 s", "over 9.0", "", "met; met")),
        (Measured(ended="not installed"), ("not installed", "", "", "met")),
    ],
)
def test_trade_offs_beside_another_walk(theirs: Measured, told: tuple[str, ...]) -> None:
    """Points are the same when steps within the tolerance are out; what is not there has no ratio."""
    made = cells(frontiers.row("bury designed", "loop", ours=walk(1.0, 0.0, *POINTS), theirs=theirs))
    assert (made[4], made[5], made[6].removeprefix("2 points, complete").removeprefix("; "), made[8]) == told


def test_trade_offs_of_a_council_are_to_be_complete() -> None:
    """What is open after the seconds is told, and no ratio is."""
    made = frontiers.row("council-300-00", "loop", ours=walk(30.0, 0.042, *POINTS), theirs=walk(30.0, None))
    assert cells(made)[5:] == (
        "", "2 points, 4.2 % open; 0 points, open", "complete in 300 s", "short (4.2 % open after 30 s)",
    )  # fmt: skip
    assert frontiers.bar("council-300-00", walk(300.0, 0.0)).short == ""
    assert frontiers.bar("bury designed", walk(6.0, 0.0)).short == "by 1.0 s"
    failed = frontiers.row("x", "loop", ours=Measured(ended="failed: out of memory"), theirs=walk(1.0, 0.0))
    assert (failed.seconds, failed.came_to) == (None, "ours failed: out of memory")


def test_every_case_and_the_chosen_councils_are_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows a problem; PyAUGMECON is not asked where it is not installed."""
    monkeypatch.setattr(frontiers, "walked", lambda solver, name, seconds: walk(1.0, 0.0))
    monkeypatch.setattr(frontiers, "augmecon", lambda problem, python, seconds: walk(2.0, 0.0))
    monkeypatch.setattr(frontiers, "problems", lambda: {n: lambda: tiny(0) for n in ("bury", "council-300-00", "x")})
    without = [cells(each)[1:5] for each in frontiers.rows(NOBODY)]
    assert without[1] == ("bury", "1.00 s", frontiers.AUGMECON, "not installed")
    both = replace(NOBODY, versions={"pyaugmecon": "2.0.1"})
    assert [cells(each)[4] for each in frontiers.rows(both)] == ["1.00 s", "2.00 s"] * 3
    only = replace(both, scale=replace(QUICK, trade_off_councils=()))
    assert [each.instance for each in frontiers.rows(only)] == ["bury"] * 2 + ["x"] * 2


def test_another_solver_is_handed_the_rows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What it finds gets back the constants that its goals leave out; how it ended is passed on."""
    reader = tmp_path / "reader.py"
    reader.write_text(
        "import json, sys\ntold = json.load(sys.stdin)\n"
        "print(json.dumps({'points': [[0, 0]] * (len(told['goals']) == 2), 'seconds': 0.5}))\n"
    )
    monkeypatch.setattr(frontiers, "BESIDE", reader)
    problem = next(tiny(seed) for seed in range(24) if held_rows(tiny(seed), seconds=60))
    rows = held_rows(problem, seconds=60)
    assert rows is not None
    found = frontiers.augmecon(problem, sys.executable, 60)
    assert found.told["points"] == [[rows.goals["displaced"][1], rows.goals["cost"][1]]]
    reader.write_text("raise SystemExit('no solver')\n")
    assert frontiers.augmecon(problem, sys.executable, 60).ended == "failed: no solver"
    monkeypatch.setattr(frontiers, "held_rows", lambda problem, *, seconds: None)
    assert frontiers.augmecon(problem, sys.executable, 7).late_seconds == 7


def test_a_walk_is_a_process_of_its_own() -> None:
    """The designer on Bury, as the table asks for it, and one that is not there."""
    assert frontiers.share_open(frontiers.walked("designer", "bury designed", 60)) == "complete"
    assert frontiers.walked("designer", "no such problem", 60).ended.startswith("failed: KeyError")


def test_alternatives_beside_restarts_of_equal_time() -> None:
    """On a small council: our time and distance, then how many times as far as each kind of restart."""
    first, *others = alternatives.rows_of("small", establishment(5, 30), EVERYTHING.restarts, count=2)
    assert first.came_to.startswith("2 of 2, at least ")
    assert [each.other for each in others] == ["restarts, other seeds", "restarts, random objectives"]
    assert all(each.ended == "as long" and each.seconds == first.seconds for each in others)
    assert all("posts apart against" in each.came_to for each in others)


def test_restarts_that_find_nothing_have_no_ratio() -> None:
    """No distance to divide by, and no bar that it could meet."""
    made = alternatives.beside("small", "other seeds", 1.0, ours=4, theirs=(0, "1 chosen from 0, 0 as found"))
    assert (cells(made)[5], made.bars) == ("", ())
    far = alternatives.beside("small", "other seeds", 1.0, ours=4, theirs=(5, ""))
    assert (cells(far)[5], cells(far)[8]) == ("0.80 as far", "short by 1.20 x")


def test_alternatives_need_a_design(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the design is open there is nothing to be as good as; only chosen councils are asked about."""
    open_one = Undecided(structure=None, stages=(), why="a limit was reached")
    monkeypatch.setattr(alternatives, "design", lambda problem: open_one)
    assert [each.came_to for each in alternatives.rows(NOBODY)] == ["the design did not settle"]


def test_explanations_without_and_with_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """A way out and a conflict; the other's size is told where it is there."""
    small = replace(NOBODY, scale=replace(QUICK, services=((12, 1),)))
    way, conflict = explanations.rows(small)
    assert (way.what, way.settled, conflict.ended) == ("first way out", True, "not installed")
    monkeypatch.setattr(explanations, "measured", lambda *_, **__: Measured(told={"seconds": 4.0, "size": 9}))
    beside = list(explanations.rows(replace(small, versions={"cpmpy": "1"})))[1]
    assert beside.came_to == f"{conflict.came_to} against 9"
    assert beside.other_seconds == 4.0


def test_the_other_reads_the_same_model() -> None:
    """Rows name variables that there are, and one variable stands for each demand."""
    told = json.loads(explanations.model_text(impossible(1, 12)))
    assert len(told["lows"]) == len(told["highs"]) > max(told["given"])
    assert all(v < len(told["lows"]) for terms, _, _ in told["rows"] for _, v in terms)


def ending(code: int, said: str = "") -> Callable[..., subprocess.CompletedProcess[str]]:
    """A command that ends at once."""
    return lambda command, **_: subprocess.CompletedProcess(command, code, stdout="", stderr=said)


def test_commands_tell_how_they_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Infeasible is an answer; a failure has no time and misses the bar, and so has what takes too long."""
    monkeypatch.setattr(subprocess, "run", ending(4))
    made = commands.row_of(("why-not", "case", "--that", "no one displaced"), limit=2, repeats=2)
    assert (made.instance, made.came_to.split(";")[0]) == ('case --that "no one displaced"', "infeasible")
    assert made.bars[0].short == ""
    monkeypatch.setattr(subprocess, "run", ending(1, "one\nNo such case\n"))
    failed = commands.row_of(("compare", "case"), limit=5, repeats=1)
    assert (failed.came_to, failed.seconds, cells(failed)[-1]) == ("failed: No such case", None, "short (not settled)")

    def late(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("restructure", 120)

    monkeypatch.setattr(subprocess, "run", late)
    assert commands.row_of(("compare", "case"), limit=5, repeats=1).came_to == "no answer"


def test_both_designed_cases_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each case compared, and each asked why not."""
    monkeypatch.setattr(subprocess, "run", ending(0))
    compared, asked = list(compare.rows(NOBODY)), list(why_not.rows(NOBODY))
    assert [each.instance for each in compared] == ["nottinghamshire-2014", "bury-2021"]
    assert {each.instance.split()[0] for each in asked} == {"nottinghamshire-2014", "bury-2021"}
    assert all(each.bars[0].told == "2 s" for each in asked)


def test_reading_is_timed_beside_bare(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A small extract of either kind read in every way; the least of the repeats counts."""
    seconds = {"bare": [0.2, 0.1], "ours": [0.6, 0.7], "written": [0.9, 0.8]}

    def fake(command: list[str], *, seconds: float, runs: dict[str, list[float]] = seconds) -> Measured:
        read_once(command[3:])
        assert json.loads(capsys.readouterr().out)["peak_mb"] > 10
        return Measured(told={"seconds": runs[command[3]].pop(0), "peak_mb": 90.0})

    monkeypatch.setattr(intake, "measured", fake)
    monkeypatch.setattr(intake, "make", lambda path, count: make(path, 20))
    made = list(intake.rows(replace(NOBODY, scale=replace(QUICK, extracts=("xlsx",), repeats=2))))
    assert [cells(each)[2:7] for each in made] == [
        ("0.60 s", "bare, calamine", "0.10 s", "0.17", "6.0 times bare, 90 MB"),
        ("0.80 s", "bare, calamine", "0.10 s", "0.12", "8.0 times bare, 90 MB"),
    ]
    assert [each.bars[0].short if each.bars else None for each in made] == ["by 1.0 times", None]


def test_reading_that_fails_says_so(tmp_path: Path) -> None:
    """A file that is not there ends the rows of its kind, with the last words of what read it."""
    (made,) = intake.rows_of(tmp_path / "missing.csv", 1)
    assert made.came_to.startswith("bare: failed: FileNotFoundError")
