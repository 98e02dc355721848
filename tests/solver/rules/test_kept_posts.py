"""Posts that are held, protected or transferred stay. Change this when a kept post may be kept elsewhere."""

import pytest

from solver.rules.kept_posts import RULE
from solver.tally import Tally
from tests.solver.build import kind, problem, structure
from tests.solver.verdicts import both_allow, broken, infeasible, posts

FREE = {"spare_milli_fte": None}


def test_holds() -> None:
    """Nothing to do, and two protected posts stay; when they need not stay there are none."""
    assert posts(problem(kind(least=2), **FREE)) == {"north officer": 2}
    assert posts(problem(kind(), **FREE)) == {}


def test_forced_breach() -> None:
    """Three posts must stay where two can exist: nothing fits, and any number of them is a finding."""
    case = problem(kind(least=3, most=2), **FREE)
    assert infeasible(case)
    for count, amount in ((0, 3), (2, 1), (3, 1), (5, 3)):
        assert broken(case, structure({"north officer": count})) == [("kept_posts", "north officer", amount)]
        assert not both_allow(case, structure({"north officer": count}))


@pytest.mark.parametrize(("count", "fits"), [(0, False), (1, True), (2, True), (3, False)])
def test_edge(count: int, *, fits: bool) -> None:
    """One to two posts: neither none nor a third."""
    case = problem(kind(least=1, most=2), **FREE)
    given = structure({"north officer": count})
    assert both_allow(case, given) == fits
    assert broken(case, given) == ([] if fits else [("kept_posts", "north officer", 1)])


def test_fewer_than_none() -> None:
    """A count below zero is a finding, whatever else is asked."""
    assert ("kept_posts", "north officer", 1) in broken(problem(kind(), **FREE), structure({"north officer": -1}))


def test_a_kind_nobody_described() -> None:
    """Taken alone, the rule allows none of a kind the problem does not have."""
    found = RULE.check(Tally(problem(kind(), **FREE), structure({"west officer": 2})))
    assert [(f.place, f.amount) for f in found] == [("west officer", 2)]
