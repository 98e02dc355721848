"""Collective consultation and the award at risk."""

from dataclasses import fields
from datetime import date

import pytest

from scenarios.money.consultation import Counted, protective_award_pence, section_188
from scenarios.money.rate import UnknownRate


@pytest.mark.parametrize(
    ("people", "on", "days"),
    [
        (0, date(2021, 1, 1), 0),
        (19, date(2021, 1, 1), 0),
        (20, date(2021, 1, 1), 30),
        (99, date(2021, 1, 1), 30),
        (100, date(2021, 1, 1), 45),
        (100, date(2013, 4, 6), 45),
        (100, date(2013, 4, 5), 90),
        (99, date(2008, 11, 24), 30),
    ],
)
def test_days_by_people_and_day(people: int, on: date, days: int) -> None:
    """Each threshold and the day the longer period was halved."""
    duty = section_188(people, proposed_on=on)
    assert (duty.people, duty.least_days, duty.applies) == (people, days, days > 0)


def test_everyone_who_could_be_dismissed_counts() -> None:
    """Each kind of counted person adds one."""
    kinds = [kind.name for kind in fields(Counted)]
    assert [Counted(**{kind: 1}).people for kind in kinds] == [1] * len(kinds)
    assert Counted(**dict.fromkeys(kinds, 2)).people == 2 * len(kinds) == 10
    assert Counted().people == 0


def test_people_below_nought_are_refused() -> None:
    """In the count, in the duty and in the award."""
    with pytest.raises(ValueError, match="below nought"):
        Counted(volunteers=-1)
    with pytest.raises(ValueError, match="below nought"):
        section_188(-1, proposed_on=date(2021, 1, 1))
    with pytest.raises(ValueError, match="below nought"):
        protective_award_pence(-1, 700_00, dismissed_on=date(2021, 1, 1))


def test_the_award_doubles_from_april_2026() -> None:
    """Ten people at 700 pounds a week: 100 a day each, 90 days before and 180 after."""
    before = protective_award_pence(10, 700_00, dismissed_on=date(2026, 4, 5))
    after = protective_award_pence(10, 700_00, dismissed_on=date(2026, 4, 6))
    assert (before, after) == (90_000_00, 180_000_00)
    assert protective_award_pence(0, 700_00, dismissed_on=date(2026, 4, 6)) == 0
    assert protective_award_pence(1, 7, dismissed_on=date(2026, 4, 6)) == 180


def test_a_day_before_the_rows_is_refused() -> None:
    """The thresholds of 2007 are not held."""
    with pytest.raises(UnknownRate):
        section_188(50, proposed_on=date(2007, 12, 31))
    with pytest.raises(UnknownRate):
        protective_award_pence(1, 1, dismissed_on=date(2007, 12, 31))
