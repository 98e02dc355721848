"""No more work uncovered and no higher cost than the option compared with. Change this when more is compared."""

import pytest

from solver.search import PEOPLE_FIRST, swapped
from tests.solver.build import able, kind, problem, structure, work
from tests.solver.verdicts import BY_NAME, both_allow, broken, gives_at, infeasible, posts, posts_without

CALLS = ("calls", "north", "officer")
COST_FIRST = tuple((goal, 0) for goal, _ in swapped(PEOPLE_FIRST, "uncovered", "cost"))


def test_cost_holds() -> None:
    """3 FTE of work, no dearer than £60,000: two posts; without the rule three."""
    case = problem(kind(), work(milli_fte=3000), able(), cost_pence=6_000_000)
    assert posts(case) == {"north officer": 2}
    assert posts_without(case, "no_worse") == {"north officer": 3}


def test_uncovered_holds() -> None:
    """Cost first would do nothing; at most 1.5 FTE of 3 FTE uncovered keeps two posts."""
    case = problem(kind(), work(milli_fte=3000), able(), uncovered_weighted=1500)
    assert posts(case, COST_FIRST) == {"north officer": 2}
    assert posts_without(case, "no_worse", order=COST_FIRST) == {}


def test_forced_breach() -> None:
    """3 FTE of weight 2 and two posts at most: 2,000 weighted thousandths uncovered of 1,500; £60,000 of £59,000."""
    case = problem(kind(most=2), work(milli_fte=3000, weight=2), able(), uncovered_weighted=1500)
    assert infeasible(case)
    two = structure({"north officer": 2}, {CALLS: 2000})
    assert broken(case, two) == [("no_worse", "work", 500)]
    assert not both_allow(case, two)
    assert gives_at(case, "no_worse", 500)
    dear = problem(kind(least=2), work(milli_fte=2000), able(), cost_pence=5_900_000)
    assert infeasible(dear)
    assert broken(dear, two) == [("no_worse", "cost", 100_000)]
    assert not both_allow(dear, two)
    assert gives_at(dear, "no_worse", 100_000)


@pytest.mark.parametrize(
    ("limits", "over"),
    [
        ({"uncovered_weighted": 1000, "cost_pence": 6_000_005}, []),
        ({"uncovered_weighted": 999, "cost_pence": 6_000_005}, ["work"]),
        ({"uncovered_weighted": 1000, "cost_pence": 6_000_004}, ["cost"]),
        ({}, []),
    ],
)
def test_edge(limits: dict[str, int], over: list[str]) -> None:
    """1 FTE uncovered and £60,000.05 with other costs: kept at exactly that, and one unit less is refused."""
    case = problem(kind(least=2, most=2), work(milli_fte=3000), able(), other_pence=5, **limits)
    assert infeasible(case) == bool(over)
    two = structure({"north officer": 2}, {CALLS: 2000})
    assert broken(case, two) == [("no_worse", place, 1) for place in over]
    assert both_allow(case, two) == (not over)
    assert {d.place for d in BY_NAME["no_worse"].demands(case)} == {*over} | ({"work"} if limits else set())
