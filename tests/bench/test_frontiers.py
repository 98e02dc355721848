"""The loop on plain HiGHS, which trade-offs are set beside: it finds the same points.

Change this when the loop changes.
"""

import json

import pytest

from bench import frontier_one
from bench.compared.frontiers import points_of
from bench.measured import Measured
from bench.plain_frontier import walk
from bench.tiny import tiny
from solver.search import Watch
from solver.tradeoffs.frontier import Frontier, frontier
from solver.tradeoffs.least import points_taken
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


def test_one_measurement_is_a_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The designer and the loop on Bury: the same two points, both complete."""
    lines = []
    for solver in frontier_one.SOLVERS:
        frontier_one.main([solver, "bury designed", "60"])
        lines.append(capsys.readouterr().out)
    ours, theirs = (Measured(told=json.loads(text)) for text in lines)
    assert points_of(ours) == points_of(theirs)
    assert (ours.told["open_share"], theirs.told["open_share"]) == (0.0, 0.0)
