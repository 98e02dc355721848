"""The one-off cost is paid back by the saving within the months allowed. Change this when savings build up by year."""

import pytest

from tests.solver.build import kind, problem, staff, structure
from tests.solver.verdicts import BY_NAME, both_allow, broken, gives_at, infeasible, posts, posts_without

FREE = {"spare_milli_fte": None}
# Three posts of £30,000 today; an exit costs £20,000.
TODAY = {"as_is_pence": 9_000_000, "exit_pence": 2_000_000} | FREE
ONE_PLACED = structure({"north officer": 1}, placements={("officers", "officer"): 1})


def test_holds() -> None:
    """Fixed costs of £30,000 in 12 months: one post must go for its £30,000 a year."""
    free_of_exits = TODAY | {"exit_pence": 0, "one_off_fixed_pence": 3_000_000}
    case = problem(kind(), *staff(3), payback_months=12, **free_of_exits)
    assert posts(case) == {"north officer": 2}
    assert posts_without(case, "payback") == {"north officer": 3}


def test_forced_breach() -> None:
    """Of three people two must go: £40,000 one-off against £60,000 a year is eight months, and seven are allowed.

    Seven months save £35,000, so £5,000 is not paid back; found elsewhere, it need not be.
    """
    case = problem(kind(most=1, least=1), *staff(3), payback_months=7, **TODAY)
    assert infeasible(case)
    assert broken(case, ONE_PLACED) == [("payback", "one-off cost", 500_000)]
    assert not both_allow(case, ONE_PLACED)
    assert gives_at(case, "payback", 500_000)
    assert gives_at(problem(kind(most=1, least=1), *staff(3), payback_months=1, **TODAY), "payback", 3_500_000)


@pytest.mark.parametrize(
    ("fixed_pence", "fits"), [(0, True), (1, False), (12, False)], ids=["exact", "a penny", "twelve pence"]
)
def test_edge(fixed_pence: int, *, fits: bool) -> None:
    """Eight months pay back £40,000 to the penny, and not a penny more; the amount is rounded up to whole pence."""
    case = problem(kind(most=1, least=1), *staff(3), payback_months=8, one_off_fixed_pence=fixed_pence, **TODAY)
    assert infeasible(case) != fits
    assert both_allow(case, ONE_PLACED) == fits
    assert broken(case, ONE_PLACED) == ([] if fits else [("payback", "one-off cost", fixed_pence)])


@pytest.mark.parametrize(("fixed_pence", "fits"), [(3_000_000, True), (3_000_001, False)])
def test_edge_of_fixed_costs(fixed_pence: int, *, fits: bool) -> None:
    """One post fewer saves £30,000 a year: in twelve months it pays back that much of fixed costs and no penny more."""
    case = problem(
        kind(least=2, most=2), payback_months=12, one_off_fixed_pence=fixed_pence, as_is_pence=9_000_000, **FREE
    )
    assert infeasible(case) != fits
    assert both_allow(case, structure({"north officer": 2})) == fits


def test_a_saving_that_twelve_does_not_divide() -> None:
    """£40,000 against seven months of £60,000.07 a year falls short by £4,999.959: pence are rounded up."""
    case = problem(kind(most=1, least=1), *staff(3), payback_months=7, **TODAY | {"as_is_pence": 9_000_007})
    # 12 x 4,000,000 - 7 x 6,000,007 = 5,999,951; a twelfth is 499,995.9.
    assert broken(case, ONE_PLACED) == [("payback", "one-off cost", 499_996)]


def test_dearer_than_today_never_pays_back() -> None:
    """A structure dearer than today by a penny of other costs pays back no one-off cost in any number of months."""
    case = problem(
        kind(least=3, most=3),
        payback_months=999,
        one_off_fixed_pence=1,
        as_is_pence=9_000_000,
        other_pence=1,
        **FREE,
    )
    assert infeasible(case)
    assert broken(case, structure({"north officer": 3})) == [("payback", "one-off cost", 85)]  # (12 + 999) / 12, up


def test_no_limit_has_nothing_to_give() -> None:
    """Where no months are stated nothing has to be paid back."""
    case = problem(kind(most=1, least=1), *staff(3), **TODAY)
    assert both_allow(case, ONE_PLACED)
    assert BY_NAME["payback"].demands(case) == ()
