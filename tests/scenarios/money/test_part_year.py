"""Parts of a year and when a saving starts."""

from datetime import date
from fractions import Fraction

import pytest

from scenarios.money.part_year import by_year, earliest_saving, months_left, part_year_pence
from scenarios.money.years import FinancialYear


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (date(2015, 4, 1), 12),
        (date(2015, 4, 2), 11),
        (date(2015, 10, 26), 5),
        (date(2015, 11, 1), 5),
        (date(2015, 12, 31), 3),
        (date(2016, 1, 1), 3),
        (date(2016, 3, 1), 1),
        (date(2016, 3, 2), 0),
    ],
)
def test_whole_months_left_in_the_year(day: date, months: int) -> None:
    """A month begun does not count; the turn of the calendar year makes no difference."""
    assert months_left(day) == months


def test_a_saving_over_three_years() -> None:
    """Two months of 1,200,001 pence, then two whole years."""
    amounts = by_year(1_200_001, starts=date(2016, 1, 15), years=3)
    assert [(row.year, row.months, row.pence) for row in amounts] == [
        (FinancialYear(2015), 2, 200_000),
        (FinancialYear(2016), 12, 1_200_001),
        (FinancialYear(2017), 12, 1_200_001),
    ]
    assert amounts[0].exact_pence == Fraction(1_200_001, 6)


def test_a_saving_too_late_for_the_first_year() -> None:
    """From 2 March nothing is left of the year, which is still shown."""
    first, second = by_year(12_00, starts=date(2016, 3, 2), years=2)
    assert (first.year, first.months, first.pence) == (FinancialYear(2015), 0, 0)
    assert second.pence == 12_00


def test_a_term_longer_than_a_year() -> None:
    """Fourteen months of 28,297 pounds commit 33,013.17."""
    assert part_year_pence(28_297_00, 14) == Fraction(28_297_00 * 7, 6)
    assert round(part_year_pence(28_297_00, 14)) == 33_013_17


def test_months_and_years_that_cannot_be_are_refused() -> None:
    """No fewer than no months, and at least one year."""
    with pytest.raises(ValueError, match="no part of a year"):
        part_year_pence(1, -1)
    with pytest.raises(ValueError, match="at least one year"):
        by_year(1, starts=date(2016, 1, 1), years=0)


def test_a_saving_waits_for_every_step() -> None:
    """Decision on 14 December 2020, 45 days, four weeks and twelve weeks of notice."""
    assert earliest_saving(date(2020, 12, 14), (45, 28, 84)) == date(2021, 5, 20)
    assert earliest_saving(date(2020, 12, 14), ()) == date(2020, 12, 14)
    with pytest.raises(ValueError, match="less than no days"):
        earliest_saving(date(2020, 12, 14), (45, -1))


def test_the_first_values_that_make_sense_are_taken() -> None:
    """One year may be shown, and a step may take no day or one."""
    assert [row.months for row in by_year(12, starts=date(2016, 4, 1), years=1)] == [12]
    assert earliest_saving(date(2020, 12, 14), (0, 1)) == date(2020, 12, 15)
