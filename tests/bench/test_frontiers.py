"""The table of trade-offs: the plain loop finds the same points, and a ratio is given only where we closed.

Change this when the table or the loop changes.
"""

import json
import sys

import pytest

from bench import frontier_one, frontiers
from bench.frontiers import NONE, ended, line, points_of
from bench.plain_frontier import walk
from bench.tiny import tiny
from solver.tradeoffs.frontier import Frontier, frontier
from solver.tradeoffs.least import points_taken
from solver.search import Watch
from tests.properties.frontiers import reached


def test_the_plain_loop_equals_the_enumeration() -> None:
    """On tiny problems: every vector that nothing betters, and the designer's points once small steps are taken out."""
    fitted = 0
    for seed in range(24):
        counted = reached(tiny(seed), ("displaced", "cost"))
        walked = walk(tiny(seed), seconds=60)
        if counted is None:
            assert walked.points == []
            continue
        fitted += 1
        assert walked.closed
        assert sorted(walked.points) == points_taken(counted, 0)
        found = frontier(tiny(seed), ("cost", "displaced"), watch=Watch(tie_break=False))
        assert isinstance(found, Frontier)
        ours = [(dict(point.values)["displaced"], dict(point.values)["cost"]) for point in found.points]
        assert points_taken(walked.points, 100_000) == ours
    assert fitted >= 10


def test_the_loop_ends_with_its_seconds() -> None:
    """Without time nothing is found and nothing is called closed."""
    walked = walk(tiny(0), seconds=0.0)
    assert (walked.points, walked.closed) == ([], False)


def row(seconds: float, share: float | None, *points: tuple[int, int]) -> frontiers.Row:
    """A measurement."""
    return {"seconds": seconds, "open_share": share, "points": [list(point) for point in points], "peak_mb": 9}


POINTS = ((1, 900_000), (2, 700_000))


@pytest.mark.parametrize(
    ("theirs", "ours", "ending"),
    [
        (row(4.0, 0.0, *POINTS), row(2.0, 0.0, *POINTS), "2.0  same points"),
        (row(4.0, 0.0, *POINTS, (3, 690_000)), row(2.0, 0.0, *POINTS), "2.0  same points"),
        (row(4.0, 0.0, (1, 900_000)), row(2.0, 0.0, *POINTS), "2.0  OTHER POINTS"),
        (row(4.0, None), row(2.0, 0.0, *POINTS), "over 2.0"),
        (row(4.0, 0.0, *POINTS), row(2.0, 0.1, *POINTS), "9 MB"),
    ],
)
def test_a_ratio_is_given_only_against_what_we_closed(theirs: frontiers.Row, ours: frontiers.Row, ending: str) -> None:
    """Points are the same when steps within the tolerance are out; "over" where the other did not close."""
    assert line("council", "plain", theirs, ours=ours).endswith(ending)


def test_what_is_open_is_told() -> None:
    """Complete, a share, or not told."""
    assert "complete" in line("council", "designer", row(1.0, 0.0), ours=None)
    assert "4.2% open" in line("council", "designer", row(1.0, 0.042), ours=None)
    assert "not told" in line("council", "designer", row(1.0, None), ours=None)
    assert points_of(NONE) == []


def test_a_process_too_late_or_failed_found_nothing() -> None:
    """What cannot be measured is a line without points."""
    assert ended([sys.executable, "-c", "import time; time.sleep(9)"], None, 1)["points"] == []
    assert ended([sys.executable, "-c", "raise SystemExit(3)"], None, 9)["seconds"] == 0.0


def test_one_measurement_is_a_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The designer and the loop on Bury: the same two points, both complete."""
    lines = []
    for solver in frontier_one.SOLVERS:
        frontier_one.main([solver, "bury designed", "60"])
        lines.append(capsys.readouterr().out)
    ours, theirs = (json.loads(text) for text in lines)
    assert points_of(ours) == points_of(theirs)
    assert (ours["open_share"], theirs["open_share"]) == (0.0, 0.0)
