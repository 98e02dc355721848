"""CP-SAT and HiGHS come to the same values on thirty generated services of 20 to 40 posts.

Of the seeds below 81 about half have a structure. On all of those both engines were compared by hand, with the same
values; the thirty here are the ones that each engine settles in a second or two.
Change this when the generator does: a service without a structure fails the test.
"""

import pytest

from bench.generator import middle_sized
from solver.engine import Engine
from solver.outcome import Designed
from solver.search import Watch, design

SEEDS = (
    *(3, 4, 8, 9, 10, 13, 15, 16, 18, 20, 29, 32, 33, 35, 37),
    *(38, 39, 40, 51, 52, 56, 60, 61, 62, 64, 70, 72, 77, 78, 80),
)


@pytest.mark.parametrize("seed", SEEDS)
def test_both_engines_give_the_same_values(seed: int) -> None:
    """Every stage of the default order is settled by both engines, at the same value."""
    case = middle_sized(seed)
    one, other = (design(case, watch=Watch(engine=engine, tie_break=False)) for engine in Engine)
    assert isinstance(one, Designed), one
    assert isinstance(other, Designed), other
    assert one.stages == other.stages


def test_thirty_are_compared() -> None:
    """Thirty different services."""
    assert len(set(SEEDS)) == 30
