"""The one-off cost expected is within its limit. Change this when one-off costs are stated by year."""

import pytest

from solver.search import PEOPLE_FIRST, swapped
from tests.solver.build import able, kind, problem, staff, structure, work
from tests.solver.verdicts import BY_NAME, both_allow, broken, gives_at, infeasible, posts, posts_without

EXIT = {"exit_pence": 1_000_000, "one_off_fixed_pence": 200_000, "spare_milli_fte": None}
MONEY_FIRST = tuple((goal, 0) for goal, _ in swapped(PEOPLE_FIRST, "displaced", "cost"))
ONE_PLACED = structure({"north officer": 1}, placements={("officers", "officer"): 1})


def test_holds() -> None:
    """Money first would keep no post; £12,000 one-off pays for one of two people, so one post stays."""
    case = problem(kind(), *staff(2), one_off_pence=1_200_000, **EXIT)
    assert posts(case, MONEY_FIRST) == {"north officer": 1}
    assert posts_without(case, "one_off", order=MONEY_FIRST) == {}


def test_forced_breach() -> None:
    """Three people, one post at most, £15,000: two exits and fixed costs are £22,000, £7,000 over."""
    case = problem(kind(most=1), *staff(3), one_off_pence=1_500_000, **EXIT)
    assert infeasible(case)
    assert broken(case, ONE_PLACED) == [("one_off", "one-off cost", 700_000)]
    assert not both_allow(case, ONE_PLACED)
    assert gives_at(case, "one_off", 700_000)


@pytest.mark.parametrize(("limit", "fits"), [(1_200_000, True), (1_199_999, False), (None, True)])
def test_edge(limit: int | None, *, fits: bool) -> None:
    """One exit and the fixed costs are exactly £12,000: allowed at that and without a limit, not a penny below."""
    case = problem(kind(most=1), *staff(2), work(), able(), one_off_pence=limit, **EXIT)
    assert infeasible(case) != fits
    assert both_allow(case, ONE_PLACED) == fits
    assert len(BY_NAME["one_off"].demands(case)) == (limit not in (None,))


def test_fixed_costs_alone_can_be_too_much() -> None:
    """Nobody is displaced and nobody there: the fixed £2,000 is over a limit of £1,999.99 by a penny."""
    case = problem(kind(), one_off_pence=199_999, **EXIT)
    assert infeasible(case)
    assert broken(case, structure({})) == [("one_off", "one-off cost", 1)]
