"""No more people are displaced than the limit. Change this when limits are stated by group."""

import pytest

from solver.search import PEOPLE_FIRST, swapped
from tests.solver.build import claim, group, kind, places, problem, structure
from tests.solver.verdicts import BY_NAME, both_allow, broken, gives_at, infeasible, posts, posts_without

FREE = {"spare_milli_fte": None}
MONEY_FIRST = tuple((goal, 0) for goal, _ in swapped(PEOPLE_FIRST, "displaced", "cost"))
TWO_GROUPS = (group("leads", 2), group("officers", 2), places(), claim("leads", strength=1), claim("officers"))


def test_holds() -> None:
    """Money first would keep no post; at most one of four displaced keeps three."""
    case = problem(kind(), *TWO_GROUPS, displaced=1, **FREE)
    assert posts(case, MONEY_FIRST) == {"north officer": 3}
    assert posts_without(case, "displaced_limit", order=MONEY_FIRST) == {}


def test_forced_breach() -> None:
    """Four people, one post at most, one may be displaced: nothing fits, two too many."""
    case = problem(kind(most=1), *TWO_GROUPS, displaced=1, **FREE)
    assert infeasible(case)
    one_placed = structure({"north officer": 1}, placements={("officers", "officer"): 1})
    assert broken(case, one_placed) == [("displaced_limit", "all groups", 2)]
    assert not both_allow(case, one_placed)
    assert gives_at(case, "displaced_limit", 2)


@pytest.mark.parametrize(("limit", "fits"), [(1, True), (0, False), (None, True)])
def test_edge(limit: int | None, *, fits: bool) -> None:
    """Three of four people have a place: a limit of one is kept, of none is not, whichever group it is."""
    case = problem(kind(), *TWO_GROUPS, displaced=limit, **FREE)
    assert infeasible(case) != fits
    three = structure({"north officer": 3}, placements={("leads", "officer"): 1, ("officers", "officer"): 2})
    assert both_allow(case, three) == fits
    assert len(BY_NAME["displaced_limit"].demands(case)) == (limit not in (None,))
