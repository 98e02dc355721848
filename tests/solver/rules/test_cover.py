"""Enough posts are able to do each block of work. Change this when cover is counted in time."""

from tests.solver.build import able, kind, problem, structure, work
from tests.solver.verdicts import both_allow, broken, gives_at, infeasible, posts, posts_without

CALLS = ("calls", "north", "officer")


def test_holds() -> None:
    """1 FTE of work that two posts must be able to do keeps two posts; without the rule one is enough."""
    case = problem(kind(), work(least_able=2), able(), spare_milli_fte=1000)
    assert posts(case) == {"north officer": 2}
    assert posts_without(case, "cover") == {"north officer": 1}


def test_forced_breach() -> None:
    """Three posts able where one can exist: nothing fits, two are missing, and asking for two fewer lets it fit."""
    case = problem(kind(most=1), work(least_able=3), able())
    assert infeasible(case)
    one_post = structure({"north officer": 1}, {CALLS: 1000})
    assert broken(case, one_post) == [("cover", "calls", 2)]
    assert not both_allow(case, one_post)
    assert gives_at(case, "cover", 2)


def test_edge() -> None:
    """Two able posts are enough for two; held vacancies, other teams and roles with no share do not count."""
    case = problem(
        kind(),
        kind(id="held", works=False),
        kind("south"),
        kind(job="clerk"),
        work(least_able=2),
        able(),
        able("clerk", share_permille=0),
        spare_milli_fte=None,
    )
    assert both_allow(case, structure({"north officer": 2}))
    others = {"held": 3, "north clerk": 3, "north officer": 1, "south officer": 3}
    assert broken(case, structure(others)) == [("cover", "calls", 1)]
    assert not both_allow(case, structure(others))
