"""Pay protection by financial year."""

from datetime import date
from fractions import Fraction

import pytest

from scenarios.money.protection import Move, ProtectionPolicy, protected_pence, protection_by_year
from scenarios.money.years import FinancialYear

Y15, Y16, Y17 = (FinancialYear(start) for start in (2015, 2016, 2017))
TAPER = ProtectionPolicy(share_by_year_basis_points=(10_000, 7_500))


@pytest.mark.parametrize(
    ("old", "new", "share", "limit", "pence"),
    [
        (30_000, 27_000, 10_000, None, 3_000),
        (30_000, 27_000, 7_500, None, 2_250),
        (30_000, 27_000, 10_000, 500, 1_500),
        (30_000, 27_000, 5_000, 500, 750),
        (30_000, 27_000, 10_000, 0, 0),
        (30_000, 30_000, 10_000, None, 0),
        (30_000, 31_000, 10_000, None, 0),
        (10, 9, 5_000, None, Fraction(1, 2)),
    ],
)
def test_a_year_s_protection(old: int, new: int, share: int, limit: int | None, pence: Fraction) -> None:
    """The limit holds the shortfall before the share is taken; new pay that caught up ends it."""
    found = protected_pence(old, new, share_basis_points=share, limit_basis_points=limit)
    assert found == pence


def test_protection_shrinks_as_new_pay_rises_and_its_share_falls() -> None:
    """From November: five months whole, seven whole and five at three quarters, seven more."""
    move = Move(date(2015, 11, 1), 30_000_00, {Y15: 27_000_00, Y16: 27_600_00, Y17: 28_200_00})
    found = protection_by_year(move, TAPER)
    assert found is not None
    assert [(row.year, row.months, row.pence) for row in found] == [
        (Y15, 5, 1_250_00),
        (Y16, 12, 1_400_00 + 750_00),
        (Y17, 7, 787_50),
    ]


def test_on_costs_and_hours_are_in_the_cost() -> None:
    """3,000 pounds for a half-timer with 40 % on-costs: 2,100 a year."""
    move = Move(date(2015, 4, 1), 30_000_00, {Y15: 27_000_00}, milli_fte=500, oncost_basis_points=4_000)
    found = protection_by_year(move, ProtectionPolicy((10_000,)))
    assert found is not None
    assert [row.pence for row in found] == [2_100_00]


def test_a_year_whose_pay_is_not_known_has_no_figure() -> None:
    """2016/17 is None, not the pay of the year before and not nought."""
    move = Move(date(2015, 4, 1), 30_000_00, {Y15: 27_000_00})
    found = protection_by_year(move, TAPER)
    assert found is not None
    assert [(row.year, row.pence) for row in found] == [(Y15, 3_000_00), (Y16, None)]


def test_a_limit_of_the_policy_reaches_the_cost() -> None:
    """Five per cent of 30,000 pounds is 1,500, less than the shortfall of 3,000."""
    move = Move(date(2015, 4, 1), 30_000_00, {Y15: 27_000_00})
    found = protection_by_year(move, ProtectionPolicy((10_000,), limit_basis_points=500))
    assert found is not None
    assert found[0].exact_pence == 1_500_00


def test_no_stated_policy_gives_no_figure_and_no_years_give_none() -> None:
    """Not stated is None; a stated policy of no protection is an empty list of years."""
    move = Move(date(2015, 4, 1), 30_000_00, {Y15: 27_000_00})
    assert protection_by_year(move, None) is None
    assert protection_by_year(move, ProtectionPolicy(())) == ()


@pytest.mark.parametrize(("share", "limit"), [(-1, None), (10_001, None), (10_000, -1), (10_000, 10_001)])
def test_shares_off_the_scale_are_refused(share: int, limit: int | None) -> None:
    """Nobody is paid more than the shortfall, or less than nothing of it."""
    with pytest.raises(ValueError, match="basis points"):
        ProtectionPolicy((share,), limit)


def test_moves_that_cannot_be_are_refused() -> None:
    """A move in mid-month, no FTE, and pay or on-costs below nought."""
    with pytest.raises(ValueError, match="first of a month"):
        Move(date(2015, 4, 2), 1, {})
    for pay, fte, oncost in ((-1, 1, 0), (1, 0, 0), (1, 1, -1)):
        with pytest.raises(ValueError, match="below nought"):
            Move(date(2015, 4, 1), pay, {}, fte, oncost)


def test_the_first_values_that_make_sense_are_taken() -> None:
    """A year at no share, a limit of nought, a thousandth of FTE and pay of nought are possible."""
    nothing = ProtectionPolicy((0,), limit_basis_points=0)
    found = protection_by_year(Move(date(2015, 4, 1), 0, {Y15: 0}, milli_fte=1), nothing)
    assert found is not None
    assert [row.pence for row in found] == [0]
    whole = ProtectionPolicy((10_000,), limit_basis_points=10_000)
    found = protection_by_year(Move(date(2015, 4, 1), 1_000, {Y15: 0}, milli_fte=1), whole)
    assert found is not None
    assert [row.pence for row in found] == [1]
