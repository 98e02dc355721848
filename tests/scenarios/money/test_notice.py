"""Notice: statute, contract, pay in lieu."""

from datetime import date
from fractions import Fraction

import pytest

from scenarios.money.notice import last_day, notice_weeks, pay_in_lieu_pence, statutory_notice_weeks
from scenarios.money.rate import UnknownRate

DAY = date(2021, 3, 31)


@pytest.mark.parametrize(
    ("months", "weeks"),
    [(0, 0), (1, 1), (23, 1), (24, 2), (35, 2), (36, 3), (143, 11), (144, 12), (500, 12)],
)
def test_weeks_by_length_of_service(months: int, weeks: int) -> None:
    """Each edge: a month, two years, and the twelve weeks that are never exceeded."""
    assert statutory_notice_weeks(months, on=DAY) == weeks


def test_every_complete_year_from_two_to_twelve_is_a_week() -> None:
    """No year of the table is missing."""
    assert [statutory_notice_weeks(12 * years, on=DAY) for years in range(2, 13)] == list(range(2, 13))


def test_service_below_nought_and_days_before_the_rows_are_refused() -> None:
    """Both are refused rather than answered with no notice."""
    with pytest.raises(UnknownRate):
        statutory_notice_weeks(-1, on=DAY)
    with pytest.raises(UnknownRate):
        statutory_notice_weeks(24, on=date(2007, 12, 31))


def test_the_longer_of_statute_and_contract_applies() -> None:
    """A contract may give more, never less; an unknown contract leaves the notice unknown."""
    assert notice_weeks(5, 4) == 5
    assert notice_weeks(5, 8) == 8
    assert notice_weeks(12, None) is None


def test_pay_in_lieu_is_the_weeks_at_a_week_s_pay() -> None:
    """Three weeks at 100.005 pounds are 300.015: 300.02; unknown weeks are unknown pay."""
    assert pay_in_lieu_pence(Fraction(20_001, 2), 3) == 300_02
    assert pay_in_lieu_pence(100_00, 0) == 0
    assert pay_in_lieu_pence(100_00, None) is None


def test_the_day_of_leaving_follows_the_notice() -> None:
    """Twelve weeks from 5 January 2021 end on 30 March."""
    assert last_day(date(2021, 1, 5), 12) == date(2021, 3, 30)
