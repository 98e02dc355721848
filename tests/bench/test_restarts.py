"""Random restarts, which alternatives are set beside: what they find, and which of it is chosen.

Change this when alternatives are set beside something else.
"""

from bench.generator import establishment
from bench.restarts import farthest_of, least, restarts, weights
from solver.alternatives import kept_within
from solver.distance import counts_of, distance
from solver.outcome import Designed
from solver.problem import Problem
from solver.search import design

CELL = ("north", "officer")


def council() -> Problem:
    """A council of 30 posts."""
    return establishment(5, 30)


def test_the_farthest_are_chosen_from_all_found() -> None:
    """From 0: first 9, then 4 or 5, which are as far from the nearest; the same one is never taken twice."""
    found = [{CELL: posts} for posts in (1, 9, 4, 9)]
    assert farthest_of({CELL: 0}, found, 3) == [{CELL: 0}, {CELL: 9}, {CELL: 4}]
    assert len(farthest_of({CELL: 0}, found, 9)) == 4
    assert least([{CELL: 0}, {CELL: 9}, {CELL: 4}]) == 4
    assert least([{CELL: 0}]) == 0


def test_restarts_keep_the_limits_and_end_in_time() -> None:
    """What random objectives find is another structure within the rules; without seconds there is none."""
    case = council()
    first = design(case)
    assert isinstance(first, Designed)
    kept = kept_within(first, 500)
    found = restarts(case, kept, 0.5, lambda seed: seed % 7 - 3)
    own = counts_of(case, first.structure.posts)
    assert any(distance(own, each) for each in found)
    assert restarts(case, kept, 0.0, lambda _: 1) == []


def test_weights_are_drawn_or_none() -> None:
    """Other seeds ask for nothing; random objectives for sums either way, the same in each run."""
    assert [weights("other seeds")(seed) for seed in range(3)] == [0, 0, 0]
    drawn = [weights("random objectives") for _ in range(2)]
    once, again = ([draw(0) for _ in range(50)] for draw in drawn)
    assert once == again
    assert min(once) < 0 < max(once)
