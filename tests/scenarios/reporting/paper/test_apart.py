"""Days of the first saving that lie whole months apart are told in one sentence, and nothing where they agree.

Change this when a paper can state another day of a first saving.
"""

from datetime import date, timedelta

import pytest

from scenarios.reporting.paper.apart import apart
from scenarios.schema.steps import Step
from scenarios.timetable.periods import Period
from scenarios.timetable.plan import Timetable, plan
from tests.scenarios.reporting.paper.read_back import words, written

APRIL = date(2015, 4, 1)


def laid(first: date, *, given: bool = True) -> Timetable:
    """A timetable whose first saving is on a day: one period of so many days, stated or not."""
    decided = first - timedelta(days=11)
    return plan((Period("notice", 10, 10 if given else None, given, "the law"),), 1, decided_on=decided)


def said(counted: date | None, first: date, *steps: Step, given: bool = True) -> list[str]:
    """What is told of these days."""
    return [*apart(counted, laid(first, given=given), steps)]


def test_a_saving_counted_before_it_can_begin_is_lost() -> None:
    """Counted from April, and begun on 2 August: April to August are five months; of what is not stated, at least."""
    (sentence,) = said(APRIL, date(2015, 8, 2))
    assert sentence == (
        "Savings are counted from 1 April 2015, but by the periods above none begins before 2 August 2015: "
        "5 months of the saving counted would be lost."
    )
    (open_ended,) = said(APRIL, date(2015, 8, 2), given=False)
    assert "at least 5 months" in open_ended


def test_a_saving_that_could_begin_sooner_is_lost_by_waiting() -> None:
    """From 2 August the first whole month is September: one month to October, two to November."""
    (sentence,) = said(date(2015, 10, 1), date(2015, 8, 2))
    assert sentence.startswith("By the periods above a saving could begin on 2 August 2015, but")
    assert sentence.endswith("from 1 October 2015: 1 month of saving would be lost by starting then.")
    (open_ended,) = said(date(2015, 11, 1), date(2015, 8, 2), given=False)
    assert "up to 2 months" in open_ended


@pytest.mark.parametrize("first", [APRIL, date(2015, 3, 2), date(2015, 3, 31)])
def test_days_within_a_month_are_no_matter(first: date) -> None:
    """A saving that may begin on 2 March counts its first whole month from April."""
    assert said(APRIL, first) == []


def test_without_a_first_day_nothing_is_said() -> None:
    """A full year is counted then, and no month of it."""
    assert said(None, date(2015, 8, 2), Step(step="Start", kind="start", from_date=APRIL)) == []


def test_the_start_in_the_calendar_is_set_against_the_money() -> None:
    """The first of several starts counts; later or sooner than the money both are told, the same is not."""
    later = Step(step="Second", kind="start", from_date=date(2015, 9, 1))
    first = Step(step="New structure", kind="start", from_date=date(2015, 6, 1))
    other = Step(step="Committee", kind="decision", from_date=date(2014, 6, 1))
    blank = Step(step="Some day", kind="start")
    (late,) = said(APRIL, APRIL, later, first, other, blank)
    assert late == (
        "Savings are counted from 1 April 2015, but the calendar has 'New structure' on 1 June 2015: "
        "2 months of the saving counted would be lost."
    )
    (soon,) = said(date(2015, 7, 1), date(2015, 7, 1), first)
    assert soon == (
        "The calendar has 'New structure' on 1 June 2015, but savings are counted from 1 July 2015: "
        "1 month of saving would be lost by starting then."
    )
    assert said(date(2015, 6, 1), date(2015, 6, 1), first) == []


def test_the_paper_says_so_under_its_timetable() -> None:
    """The case counts from April 2015, and its stated periods would let a saving begin in August 2014."""
    text = words(written("nottinghamshire-2014"))
    assert "By the periods above a saving could begin on" in text
    assert "but savings are counted from 1 April 2015: up to 7 months of saving would be lost by starting then." in text
    assert text.count("would be lost") == 1
