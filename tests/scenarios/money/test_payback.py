"""Payback and the yearly net."""

from fractions import Fraction

import pytest

from scenarios.money.payback import (
    NeverPaysBack,
    PaysBack,
    YearFigures,
    payback,
    running_net_pence,
)
from scenarios.money.years import FinancialYear


def test_payback_is_one_off_over_recurring() -> None:
    """120,000 pounds against 121,000 a year: 120/121 of a year, 0.99."""
    assert payback(120_000_00, 121_000_00) == PaysBack(Fraction(120, 121))
    assert payback(1, 1) == PaysBack(Fraction(1))


@pytest.mark.parametrize(("one_off", "saving"), [(None, 1), (1, None), (None, None), (0, None)])
def test_an_unknown_figure_leaves_payback_unknown(one_off: int | None, saving: int | None) -> None:
    """Unknown severance is not free severance."""
    assert payback(one_off, saving) is None


@pytest.mark.parametrize("saving", [0, -1])
def test_without_a_saving_the_costs_never_come_back(saving: int) -> None:
    """That is an answer, not an unknown; without costs there is nothing to recover."""
    assert payback(1, saving) == NeverPaysBack()
    assert payback(0, saving) == PaysBack(Fraction(0))


def test_receipts_above_the_costs_are_back_at_once() -> None:
    """A one-off gain has nothing to recover."""
    assert payback(-1, 1) == PaysBack(Fraction(0))


def rows(*figures: tuple[int | None, int | None, int | None]) -> tuple[YearFigures, ...]:
    """Make years from 2015/16 on."""
    return tuple(YearFigures(FinancialYear(2015 + later), *three) for later, three in enumerate(figures))


def test_the_net_of_each_year_adds_up() -> None:
    """50 less 10 less 120 is minus 80; the second year brings it to 31."""
    years = rows((50, 10, 120), (121, 10, 0), (121, 0, 0))
    assert [row.net_pence for row in years] == [-80, 111, 121]
    assert running_net_pence(years) == (-80, 31, 152)


@pytest.mark.parametrize("blank", [(None, 0, 0), (0, None, 0), (0, 0, None)])
def test_an_unknown_year_leaves_all_later_sums_unknown(
    blank: tuple[int | None, int | None, int | None],
) -> None:
    """What is not known is not nought, in that year and after it."""
    assert running_net_pence(rows((5, 0, 0), blank, (7, 0, 0))) == (5, None, None)


def test_fewer_than_three_years_or_a_gap_are_refused() -> None:
    """Three years are the least a committee is shown, and they follow each other."""
    with pytest.raises(ValueError, match="at least 3 years"):
        running_net_pence(rows((1, 0, 0), (1, 0, 0)))
    first, second, third = rows((1, 0, 0), (1, 0, 0), (1, 0, 0))
    with pytest.raises(ValueError, match="follow each other"):
        running_net_pence((first, third, second))
