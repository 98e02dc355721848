"""A role has a number of posts, over all teams, within its limits. Change this when limits are stated in FTE."""

import pytest

from solver.checker import judge
from tests.solver.build import able, kind, problem, role, structure, work
from tests.solver.verdicts import both_allow, broken, gives_at, infeasible, posts, posts_without

FREE = {"spare_milli_fte": None}


def test_holds() -> None:
    """3 FTE of work and at most two officers: two posts; without the rule three."""
    case = problem(role(most=2), kind(), kind("south"), work(milli_fte=3000, teams=("north", "south")), able())
    assert sum(posts(case).values()) == 2
    assert sum(posts_without(case, "role_limits").values()) == 3


def test_least_holds() -> None:
    """Nothing to do and at least one officer: one post; without the rule none."""
    case = problem(role(least=1), kind(), **FREE)
    assert posts(case) == {"north officer": 1}
    assert posts_without(case, "role_limits") == {}


def test_forced_breach() -> None:
    """Two posts must stay in each of two teams and the role may have one: nothing fits, three too many."""
    case = problem(role(most=1), kind(least=2), kind("south", least=2), **FREE)
    assert infeasible(case)
    four = structure({"north officer": 2, "south officer": 2})
    assert broken(case, four) == [("role_limits", "officer", 3)]
    assert not both_allow(case, four)
    assert gives_at(case, "role_limits", 3)


def test_forced_breach_below() -> None:
    """Five officers where three can exist: two too few."""
    case = problem(role(least=5), kind(), **FREE)
    assert infeasible(case)
    assert broken(case, structure({"north officer": 3})) == [("role_limits", "officer", 2)]
    assert gives_at(case, "role_limits", 2)


@pytest.mark.parametrize(("count", "fits"), [(0, False), (1, True), (2, True), (3, False)])
def test_edge(count: int, *, fits: bool) -> None:
    """One to two officers over all teams, other roles apart."""
    case = problem(role(least=1, most=2), kind(), kind("south", "clerk"), **FREE)
    given = structure({"north officer": count, "south clerk": 3})
    assert both_allow(case, given) == fits
    assert broken(case, given) == ([] if fits else [("role_limits", "officer", 1)])


def test_the_side_that_is_broken_is_said() -> None:
    """A finding names the bound that was broken, whether or not the other is stated."""
    too_few, too_many = problem(role(least=5), kind(), **FREE), problem(role(most=1), kind(most=9), **FREE)
    said = [judge(too_few, structure({"north officer": 3})), judge(too_many, structure({"north officer": 4}))]
    assert [verdict.findings[0].message for verdict in said] == [
        "3 posts of officer, of at least 5",
        "4 posts of officer, of at most 1",
    ]
