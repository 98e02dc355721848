"""Statutory work is covered in full. Change this when a statute allows less."""

import pytest

from solver.search import PEOPLE_FIRST, swapped
from tests.solver.build import able, kind, problem, structure, work
from tests.solver.verdicts import both_allow, broken, infeasible, posts, posts_without

COST_FIRST = swapped(PEOPLE_FIRST, "uncovered", "cost")


def test_holds() -> None:
    """With cost before work, one post is there for the statutory FTE alone; without the rule there is none."""
    case = problem(kind(), work(statutory=True), able())
    exact = tuple((goal, 0) for goal, _ in COST_FIRST)
    assert posts(case, exact) == {"north officer": 1}
    assert posts_without(case, "statutory_work", order=exact) == {}


def test_forced_breach() -> None:
    """2.5 statutory FTE and two posts at most: nothing fits, and half an FTE is left uncovered."""
    case = problem(kind(most=2), work(milli_fte=2500, statutory=True), able())
    assert infeasible(case)
    two_posts = structure({"north officer": 2}, {("calls", "north", "officer"): 2000})
    assert broken(case, two_posts) == [("statutory_work", "calls", 500)]
    assert not both_allow(case, two_posts)


@pytest.mark.parametrize(("milli_fte", "fits"), [(2000, True), (2001, False)])
def test_edge(milli_fte: int, *, fits: bool) -> None:
    """Two posts cover 2 FTE of statutory work, and not a thousandth more."""
    case = problem(kind(most=2), work(milli_fte=milli_fte, statutory=True), able())
    assert infeasible(case) != fits
    assert both_allow(case, structure({"north officer": 2}, {("calls", "north", "officer"): 2000})) == fits
