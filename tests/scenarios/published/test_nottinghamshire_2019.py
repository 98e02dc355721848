"""Nottinghamshire 2019: the printed post costs come out of the spine, and the year's rates show what is short.

Change this when the report's figures are read in another way.
"""

from datetime import date

import pytest

from scenarios.comparing.result import StructureResult
from scenarios.compiling.arrangement import arrangements
from scenarios.compiling.unit_costs import unit_costs
from scenarios.money.part_year import part_year_pence
from scenarios.money.pence import round_half_up
from scenarios.schema.figure import Figure
from scenarios.schema.scenario import Scenario
from tests.scenarios.library.shipped import known, shipped
from tests.scenarios.published.compared import changed, result, with_cell

NAME = "nottinghamshire-2019"
PROGRAMME = "Programme Officer (Health Integration ICT)"
ADVISOR = "Assistive Technology Advisor"


def pounds(found: StructureResult, role: str) -> float | None:
    """What the line of a role costs."""
    (line,) = (line for line in found.lines if line.role == role)
    return line.annual_cost


def whole_pounds(role: str, year: int, scenario: Scenario | None = None) -> int | None:
    """What one post of a role costs at the rates of a year, in whole pounds."""
    given = next(a for a in arrangements(scenario or shipped(NAME).scenario) if a.option.kind == "given")
    pence = unit_costs(given.scenario)[role].post_pence(1000, year)
    return None if pence is None else round_half_up(pence / 100)


def test_both_printed_costs_come_out_of_the_spine_to_the_pound() -> None:
    """Top of the grade at April 2018, National Insurance above 8,424 and a pension rate of 22 %."""
    found = result(NAME, "as proposed")
    assert round(pounds(found, PROGRAMME) or 0) == 46_678
    assert round(pounds(found, ADVISOR) or 0) == 28_297
    printed = {row.of: known(row.amount_pence) for row in shipped(NAME).scenario.quoted if row.measure == "cost"}
    assert (printed[PROGRAMME], printed[ADVISOR]) == (4_667_800, 2_829_700)


def test_at_the_rates_of_its_own_year_the_post_is_929_dearer() -> None:
    """2019/20: 35,934 on the new spine and National Insurance above 8,632 make 47,607."""
    assert (whole_pounds(PROGRAMME, 2018), whole_pounds(PROGRAMME, 2019)) == (46_678, 47_607)
    assert 47_607 - 46_678 == 929


def test_a_grade_without_points_on_the_new_spine_is_not_costed_there() -> None:
    """Nobody printed where Grade 4 stands from April 2019: its cost then is unknown, and so is the year's."""
    assert whole_pounds(ADVISOR, 2019) is None
    found = result(NAME, "as proposed")
    assert found.cost_by_year["2019/20"] is None


@pytest.mark.parametrize(("field", "by"), [("top_point", -5), ("spine", 0)])
def test_another_point_gives_another_cost(field: str, by: int) -> None:
    """A point of the spine changed in the grade moves the printed cost; without a spine there is none."""

    def change(scenario: Scenario) -> Scenario:
        rows = [
            row.model_copy(update={field: None if field == "spine" else (row.top_point or 0) + by})
            if row.grade == "Band B"
            else row
            for row in scenario.grades
        ]
        return scenario.model_copy(update={"grades": tuple(rows)})

    _, found = changed(NAME, change)
    assert pounds(found, PROGRAMME) != pounds(result(NAME, "as proposed"), PROGRAMME)


def test_another_pension_rate_gives_another_cost() -> None:
    """One per cent of pay is 352.29 on the post, so the printed cost fixes the rate."""

    def change(scenario: Scenario) -> Scenario:
        header = scenario.header.model_copy(update={"pension_basis_points": Figure(value=2300)})
        return scenario.model_copy(update={"header": header})

    _, found = changed(NAME, change)
    assert round((pounds(found, PROGRAMME) or 0) - (pounds(result(NAME, "as proposed"), PROGRAMME) or 0), 2) == 352.29


def test_fourteen_months_of_the_advisor() -> None:
    """1 February 2019 to 31 March 2020: fourteen twelfths of 28,297 are 33,013."""
    (line,) = (row for row in shipped(NAME).scenario.proposed if row.title == ADVISOR)
    assert (line.from_date, line.until_date) == (date(2019, 2, 1), date(2020, 3, 31))
    assert round_half_up(part_year_pence(2_829_700, 14) / 100) == 33_013


def test_the_moved_team_is_carried_as_printed_and_costed_beside_it() -> None:
    """Para 15: 120,000 printed; its grades come to 122,072, with the assumed Grade 3 between 121,572 and 122,572."""
    (quote,) = (row for row in shipped(NAME).scenario.quoted if row.what == "Cost of the workforce team")
    assert known(quote.amount_pence) == 12_000_000
    found = result(NAME, "as proposed")
    team = [line for line in found.lines if line.team == "Quality and Market Management Team"]
    assert sorted(line.role for line in team) == [
        "Strategic Business Manager",
        "Training Co-ordinator",
        "Workforce Planning Project Officer",
    ]
    assert round(sum(line.annual_cost or 0 for line in team)) == 122_072


def test_the_grade_that_is_assumed_moves_the_team_only() -> None:
    """One pound on Grade 3 is one pound on the team, and nothing on the two new posts."""
    _, found = changed(NAME, with_cell("grades", {"grade": "Grade 3"}, "all_in_cost_pence", 100))
    before = result(NAME, "as proposed")
    assert round((found.annual_cost or 0) - (before.annual_cost or 0), 2) == 1
    assert pounds(found, ADVISOR) == pounds(before, ADVISOR)


def test_one_vacant_post_goes_and_two_come_with_their_fund_and_end() -> None:
    """Nobody is at risk; each new post has an end at 31 March 2020 and names who pays."""
    found = result(NAME, "as proposed")
    assert found.posts_deleted is not None
    assert found.people is not None
    assert (found.posts_deleted.total, found.posts_deleted.vacant, found.posts_created) == (1, 1, 2)
    assert (found.people.in_scope, found.people.at_risk) == (3, 0)
    proposed = shipped(NAME).scenario.proposed
    assert {line.until_date for line in proposed} == {date(2020, 3, 31)}
    assert {line.title: line.funding for line in proposed} == {
        PROGRAMME: "Improved Better Care Fund",
        ADVISOR: "Departmental reserves",
    }
    ends = {line.line: line.until_date for line in shipped(NAME).scenario.funding}
    assert ends["Improved Better Care Fund"] == date(2020, 3, 31)
