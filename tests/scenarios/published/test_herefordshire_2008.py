"""Herefordshire 2008: seven functions and a calendar come out as printed; the rest is unknown or marked as assumed.

Change this when the paper's facts are read in another way.
"""

from datetime import date

from scenarios.money.consultation import section_188
from tests.scenarios.library.shipped import figures, rows_of, shipped
from tests.scenarios.published.compared import result

NAME = "herefordshire-2008"


def steps() -> dict[str, tuple[date | None, date | None]]:
    """First and last day of each step."""
    return {row.step: (row.from_date, row.until_date) for row in shipped(NAME).scenario.calendar}


def test_seven_functions_are_seven_works_and_seven_teams() -> None:
    """Table 1: each function is a block of work that its own team does."""
    scenario = shipped(NAME).scenario
    assert len(scenario.work) == 7
    assert {work.work for work in scenario.work} == {team.team for team in scenario.teams if team.parent is not None}
    (quote,) = scenario.quoted
    assert quote.count is not None
    assert (quote.count.value, {*quote.listed}) == (7, {work.work for work in scenario.work})


def test_the_consultation_lasts_thirty_days() -> None:
    """24 November to 23 December, both counted; the law asked for 30 for 20 to 99 people, and 90 for a hundred."""
    start, end = steps()["Consultation"]
    assert start is not None
    assert end is not None
    assert (end - start).days + 1 == 30
    assert section_188(20, proposed_on=start).least_days == 30
    assert section_188(99, proposed_on=start).least_days == 30
    assert section_188(100, proposed_on=start).least_days == 90


def test_the_weeks_begin_on_mondays_of_the_assumed_year() -> None:
    """17 and 24 November, 15 December and 5 January are Mondays; the dates are marked as assumed."""
    found = [row for row in shipped(NAME).scenario.calendar if row.kind != "appointment"]
    assert {row.from_date.weekday() for row in found if row.from_date is not None} == {0}
    assert all("from_date" in row.assumed for row in found)


def test_grades_come_thirteen_days_after_the_end_and_ring_fences_nine_days_before() -> None:
    """Appendix 2: 5 January against 23 December, and 15 December with nine days of consultation left."""
    _, end = steps()["Consultation"]
    ring_fences, _ = steps()["Limits of ring-fences shown"]
    grades, _ = steps()["Descriptions, structure, grades and bands published"]
    assert end is not None
    assert ring_fences is not None
    assert grades is not None
    assert ((grades - end).days, (end - ring_fences).days + 1) == (13, 9)


def test_the_numbers_assumed_span_what_thirty_days_fit() -> None:
    """Nothing is published: 20 to 99 people may count, 40 are taken, and any number of them may be placed."""
    people = result(NAME, "as proposed").people
    assert people is not None
    assert (people.at_risk, people.s188.low, people.s188.high) == (40, 20, 99)
    assert (people.displaced_at_least, people.displaced_at_most) == (0, 40)


def test_no_cost_and_no_work_is_made_up() -> None:
    """Cost, saving and cover stay unknown; every number of posts or people is marked as assumed, but for the heads."""
    found = result(NAME, "as proposed")
    assert (found.annual_cost, found.saving) == (None, None)
    published = [f for sheet, row in rows_of(NAME) for f in figures(row) if sheet in ("posts", "proposed")]
    assert {figure.basis for figure in published} == {"assumed", "published"}
    assert [figure.value for figure in published if figure.basis == "published"] == [1, 1]
    assert all(
        work.demand_milli_fte is not None and not work.demand_milli_fte.known for work in shipped(NAME).scenario.work
    )
