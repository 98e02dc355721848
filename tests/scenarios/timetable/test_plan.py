"""Days from a decision to the first saving: as the law and the policy say, unknown where nobody does."""

from datetime import date

import pytest

from scenarios.schema.case import Case
from scenarios.schema.figure import Figure
from scenarios.schema.policy import Policy
from scenarios.schema.service import ServiceBand
from scenarios.timetable.of_case import Asked, NoDecision, decided_on, timetables
from scenarios.timetable.periods import Period, consultation, periods
from scenarios.timetable.plan import Timetable, plan
from tests.scenarios.library.shipped import shipped
from tests.scenarios.proofreading.clean import clean_sheets, draft_of

ON = date(2025, 1, 6)


def days(value: int, high: int | None = None) -> Figure:
    """A number of days or weeks, with a range where it has one."""
    return Figure(value=value) if high is None else Figure(value=value, low=value, high=high)


FULL = Policy(
    consultation_days=days(14),
    response_days=days(7),
    evaluation_days=days(14, 28),
    ring_fence_days=days(21, 42),
    appeal_days=days(10),
    notice_weeks=days(4, 12),
)
"""An authority that states every length."""


def laid(policy: Policy, people: int | None, on: date = ON) -> Timetable:
    """The timetable of so many people under a policy."""
    return plan(periods(policy, people, on=on), people, decided_on=on)


@pytest.mark.parametrize(
    ("people", "on", "least"),
    [(19, ON, 14), (20, ON, 30), (99, ON, 30), (100, ON, 45), (100, date(2012, 5, 1), 90), (0, ON, 14)],
)
def test_the_longer_of_law_and_policy_is_the_consultation(people: int, on: date, least: int) -> None:
    """Under twenty the policy's fortnight; 30 and 45 days by number, 90 for a hundred before April 2013."""
    found = consultation(FULL, people, on=on)
    assert (found.least_days, found.most_days, found.given) == (least, least, True)


def test_under_twenty_people_without_a_policy_need_no_days() -> None:
    """The law asks for none: the reason says so. A policy longer than the law goes before it."""
    found = consultation(Policy(), 19, on=ON)
    assert (found.least_days, found.most_days) == (0, 0)
    assert "fewer than 20" in found.why
    assert consultation(Policy(consultation_days=days(60)), 30, on=ON).least_days == 60


def test_every_length_known_gives_both_dates() -> None:
    """30 + 7 + 14 + 21 + 14 + 28 days at the least, 30 + 7 + 28 + 42 + 14 + 84 at the most, from 6 January 2025."""
    found = laid(FULL, 28)
    assert [each.period.least_days for each in found.laid] == [30, 7, 14, 21, 14, 28]
    assert [each.period.most_days for each in found.laid] == [30, 7, 28, 42, 14, 84]
    assert found.laid[0].first == date(2025, 1, 7)
    assert found.laid[0].last == date(2025, 2, 5)
    assert found.earliest_saving == date(2025, 5, 1)
    assert found.latest_saving == date(2025, 7, 31)
    assert (found.year.label, found.months, found.least_months) == ("2025/26", 11, 8)
    assert found.not_known == ()


def test_the_form_goes_as_many_days_before_the_first_may_leave() -> None:
    """Thirty days before the last day of the shortest notice, and none for nineteen people."""
    found = laid(FULL, 28)
    assert found.hr1_by is not None
    assert (found.laid[-1].last - found.hr1_by).days == 30
    assert laid(FULL, 19).hr1_by is None
    assert laid(FULL, None).hr1_by is None


def test_what_nobody_states_counts_as_no_days_and_leaves_the_latest_unknown() -> None:
    """An empty policy: consultation and the law's week of notice only, and four lengths named."""
    found = laid(Policy(), 28)
    assert found.earliest_saving == date(2025, 2, 13)
    assert found.latest_saving is None
    assert found.least_months is None
    assert len(found.not_known) == 4
    assert [each.latest is None for each in found.laid] == [False, True, True, True, True, True]


def test_people_that_nobody_has_counted_leave_the_consultation_unknown() -> None:
    """Nobody can say whether thirty days are needed: only the policy's own are counted."""
    found = laid(FULL, None)
    assert found.laid[0].period == Period("consultation", 14, None, given=False, why=found.laid[0].period.why)
    assert found.latest_saving is None


def test_nobody_at_risk_needs_no_notice() -> None:
    """A structure that touches nobody waits for nothing that the law asks."""
    found = laid(Policy(), 0)
    assert found.laid[-1].period.most_days == 0
    assert found.earliest_saving == date(2025, 1, 7)


def test_the_table_of_service_gives_the_shortest_and_the_longest_notice() -> None:
    """Three years are three weeks in law and nine are nine; a contract of four weeks lengthens the shorter."""
    bands = tuple(
        ServiceBand(group="Officer", age_low=30, age_high=39, service_years=years, people=days(1)) for years in (9, 3)
    )
    policy = Policy(notice_weeks=days(4))
    found = periods(policy, 5, on=ON, service=bands)[-1]
    assert (found.least_days, found.most_days) == (28, 63)
    assert periods(Policy(), 5, on=ON, service=bands)[-1].most_days is None


@pytest.mark.parametrize(("working", "calendar"), [(10, 14), (5, 7), (3, 5), (0, 0)])
def test_working_days_are_turned_into_weeks(working: int, calendar: int) -> None:
    """Ten working days hold two week-ends; three may hold one."""
    found = periods(Policy(appeal_days=days(working)), 5, on=ON)[4]
    assert (found.least_days, found.most_days) == (calendar, calendar)


def test_a_year_that_ends_in_between_leaves_no_month_at_the_least() -> None:
    """Earliest in one financial year, latest in the next: the first year may hold no month at all."""
    found = laid(FULL, 28, on=date(2024, 11, 25))
    assert found.year.label == "2024/25"
    assert (found.months, found.least_months) == (0, 0)


def test_wandsworth_took_longer_than_the_law_needs() -> None:
    """From the committee of 25 June 2015 for 17 people at most: no days of consultation in law, a week of notice."""
    ((name, found),) = timetables(shipped("wandsworth-2015"))
    assert (name, found.decided_on, found.people) == ("as proposed", date(2015, 6, 25), 17)
    assert found.earliest_saving == date(2015, 7, 3)
    started = shipped("wandsworth-2015").scenario.header.start_date
    assert started is not None
    assert found.earliest_saving < started


def test_herefordshires_own_dates_are_what_its_numbers_ask_for() -> None:
    """The consultation stated starts on 24 November; 99 people at most ask for the same thirty days, to 23 December."""
    ((_, found),) = timetables(shipped("herefordshire-2008"))
    assert found.decided_on == date(2008, 11, 23)
    assert (found.laid[0].first, found.laid[0].last) == (date(2008, 11, 24), date(2008, 12, 23))


def test_what_is_said_goes_before_what_the_case_states() -> None:
    """A day and a number given on the command line are taken; the number is for any structure."""
    ((name, found),) = timetables(shipped("bury-2021"), Asked(decided_on=ON, people=120))
    assert (name, found.decided_on, found.people, found.laid[0].period.least_days) == ("120 people", ON, 120, 45)


def test_the_sealed_table_is_read_only_where_it_is_asked_for() -> None:
    """Whoever does not say so gets the notice of the law alone, whatever anybody's years are."""
    case = shipped("wandsworth-2015")
    bands = tuple(
        ServiceBand(group="Officer", age_low=30, age_high=39, service_years=years, people=days(1)) for years in (9, 3)
    )
    sealed = Case(case.scenario, case.sealed.model_copy(update={"service": bands}))
    assert timetables(sealed) == timetables(case)
    ((_, found),) = timetables(sealed, Asked(reads_sealed=True))
    assert found.laid[-1].period.least_days == 21
    assert "3 to 9 weeks" in found.laid[-1].period.why


def test_a_case_without_any_date_says_what_to_give() -> None:
    """Two lists have no decision: it is asked for; a report's day is taken where there is one, a decision before it."""
    sheets = clean_sheets()
    lists = {"posts": sheets["posts"], "proposed": sheets["proposed"]}
    case = shipped("bury-2021")
    bare = type(case)(scenario=draft_of(lists).scenario)
    with pytest.raises(NoDecision, match="--decided"):
        timetables(bare)
    assert decided_on(draft_of(lists, header={"case_date": "2025-03-01"})) == date(2025, 3, 1)
    calendar = [{"step": "Committee", "kind": "decision", "from_date": "2025-04-01"}]
    assert decided_on(draft_of({**lists, "calendar": calendar}, header={"case_date": "2025-03-01"})) == date(2025, 4, 1)
