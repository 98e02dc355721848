"""What a structure costs and saves: like for like, by source, by funding and by year; unknown stays unknown."""

from datetime import date
from typing import Any

import pytest

from scenarios.comparing.result import StructureResult
from scenarios.schema.figure import UNKNOWN
from scenarios.schema.funding import Funding
from scenarios.schema.grades import Grade
from scenarios.schema.other_costs import OtherCost
from scenarios.schema.roles import Role
from tests.scenarios.claims.small_question import later, line
from tests.scenarios.comparing.small import OFFICER, OPTIONS, results, service
from tests.scenarios.compiling.services import change, head, known, option

GIVEN = ("as given", None)
STATED = (OPTIONS[0], OPTIONS[1])


def given(**sheets: Any) -> StructureResult:
    """The proposal as a result."""
    return results(service(**{"options": STATED, **sheets}))[GIVEN]


def parts(found: StructureResult) -> dict[tuple[str, str], float | None]:
    """Parts of the saving in pounds."""
    return {(part.source, part.effect): part.pounds for part in found.saving_by_source}


def test_two_officers_fewer_save_what_two_officers_cost() -> None:
    """120,000 less 60,000, all of it posts."""
    found = given()
    assert (found.annual_cost, found.saving) == (60_000, 60_000)
    assert parts(found) == {("Officer", "posts"): 60_000}
    assert found.price_base is None


def test_no_change_saves_nothing() -> None:
    """Not even where its cost would not be known: then nothing is known to be saved."""
    found = results(service(options=STATED))["no change", None]
    assert (found.annual_cost, found.saving, found.saving_by_source) == (120_000, 0, ())
    unpriced = results(service(options=STATED, roles=(Role(role="Officer"),)))["no change", None]
    assert (unpriced.annual_cost, unpriced.saving) == (None, None)


def test_roles_of_one_family_are_one_source() -> None:
    """Officers give way to dearer advisers: fewer posts, and a dearer grade, add up to the saving."""
    roles = (
        OFFICER.model_copy(update={"family": "visiting"}),
        Role(role="Adviser", family="visiting", cost_pence=known(3_500_000)),
    )
    found = given(roles=roles, proposed=[later("Adviser", "North", 3, None)])
    assert parts(found) == {("visiting", "posts"): 30_000, ("visiting", "unit_cost"): -15_000}
    assert found.saving == 15_000


def test_what_leaves_with_a_post_is_not_saved() -> None:
    """One officer goes to another service: 90,000 today is set against 60,000, and a note says what went."""
    posts = [line("Officer", "North", 3), line("Officer", "North", 1, change=change("transferred", "Elsewhere"))]
    found = given(posts=posts)
    assert (found.annual_cost, found.saving) == (60_000, 30_000)
    assert found.notes == ("£30,000 of today's cost goes elsewhere with transferred posts; it is not a saving.",)
    assert found.saving_by_year == {"2025/26": 30_000}


def test_a_post_that_moves_within_the_case_is_paid_where_it_goes() -> None:
    """Neither saved nor spent anew; its line has its cost."""
    posts = [line("Officer", "North", 3), line("Officer", "North", 1, change=change("transferred", "South"))]
    found = given(posts=posts, proposed=[later("Officer", "South", 1), later("Officer", "North", 1)])
    assert (found.annual_cost, found.saving) == (90_000, 30_000)
    assert {(row.team, row.role): row.annual_cost for row in found.lines} == {
        ("North", "Officer"): 30_000,
        ("South", "Officer"): 60_000,
    }
    assert found.posts_deleted is not None
    assert (found.posts_deleted.total, found.posts_created) == (2, 1)


@pytest.mark.parametrize(
    ("start", "months"),
    [(date(2025, 4, 1), 12), (date(2025, 11, 1), 5), (date(2026, 3, 1), 1), (date(2026, 4, 1), 0), (None, 12)],
)
def test_the_first_year_is_cut_to_its_months(start: date | None, months: int) -> None:
    """From November: seven months as today, five as given; 60,000 a year is 25,000 in the first."""
    found = given(header=head(start_date=start, years=(2025, 2026)))
    assert found.saving_by_year == {"2025/26": 5_000 * months, "2026/27": 60_000}
    assert found.months_by_year == {"2025/26": months, "2026/27": 12}
    assert found.cost_by_year == {"2025/26": 120_000 - 5_000 * months, "2026/27": 60_000}


def test_a_day_inside_a_month_starts_with_the_next_whole_one() -> None:
    """From 26 October: five whole months are left."""
    found = given(header=head(start_date=date(2025, 10, 26)))
    assert found.saving_by_year == {"2025/26": 25_000}


def test_an_options_own_first_day_goes_before_the_cases() -> None:
    """It starts in October, the case in April."""
    rows = (OPTIONS[0], option("given", name="as given", from_date=date(2025, 10, 1)))
    assert given(options=rows).saving_by_year == {"2025/26": 30_000}


def test_what_is_not_known_is_not_nought() -> None:
    """A post nobody can cost leaves cost, saving and its source unknown, and other sources known."""
    found = given(proposed=[later("Officer", "North", 2), later("Chief", "North", 1, None)])
    assert (found.annual_cost, found.saving, found.payback_years) == (None, None, None)
    assert parts(found) == {("Chief", "whole"): None, ("Officer", "posts"): 60_000}
    assert found.cost_by_year == {"2025/26": None}
    assert found.saving_by_year == {"2025/26": None}
    assert {row.role: row.annual_cost for row in found.lines} == {"Chief": None, "Officer": 60_000}
    assert "cost of Chief" in found.unknown


def test_a_year_wholly_before_the_start_needs_no_new_cost() -> None:
    """Until it starts the cost is today's, which is known."""
    header = head(start_date=date(2026, 4, 1), years=(2025, 2026))
    found = given(proposed=[later("Chief", "North", 1, None)], header=header)
    assert found.cost_by_year == {"2025/26": 120_000, "2026/27": None}
    assert found.saving_by_year == {"2025/26": 0, "2026/27": None}


def test_a_saving_is_shared_out_to_the_funding_that_paid() -> None:
    """The grant pays for one officer and then for none; what names no funding is apart."""
    posts = [line("Officer", "North", 3), line("Officer", "North", 1, funding="Grant")]
    funding = (Funding(line="Grant", amount_pence=known(9_000_000)),)
    found = given(posts=posts, funding=funding)
    assert {part.source: part.pounds for part in found.saving_by_funding} == {"": 30_000, "Grant": 30_000}


def test_other_costs_count_and_one_that_is_not_known_leaves_no_saving() -> None:
    """£5,000 of rent falls away with the proposal."""
    rent = OtherCost(what="Rent", amount_pence=known(500_000), repeats="recurring", option="no change")
    found = given(other_costs=(rent,))
    assert (found.saving, parts(found)["Rent", "whole"]) == (65_000, 5_000)
    found = given(other_costs=(rent.model_copy(update={"amount_pence": UNKNOWN}),))
    assert (found.annual_cost, found.saving) == (60_000, None)


def test_price_bases_are_told_with_the_cost() -> None:
    """Each there is, once."""
    role = OFFICER.model_copy(update={"price_base": "2020/21"})
    lines = [later("Officer", "North", 2), later("Officer", "North", 1, cost_pence=known(100), price_base="2013/14")]
    assert given(roles=(role,), proposed=lines).price_base == "2013/14; 2020/21"


def test_a_spine_is_costed_at_each_years_rates() -> None:
    """Pay and insurance of 2017/18 and 2018/19; today and the proposal alike."""
    grade = Grade(grade="Grade 5", spine="njc-2009", top_point=39)
    header = head(pension_basis_points=known(2200), years=(2017, 2018), start_date=date(2017, 4, 1))
    found = given(roles=(), grades=(grade,), header=header)
    assert found.annual_cost == found.cost_by_year["2017/18"]
    assert found.cost_by_year["2018/19"] == 2 * 46_678.47
    assert (found.cost_by_year["2017/18"] or 0) < 2 * 46_678.47
    assert found.saving_by_year["2018/19"] == 2 * 46_678.47


def test_the_parts_add_up_to_the_saving_in_every_answer() -> None:
    """Sources, funding where there is any, and lines: each sum is the figure it is a part of."""
    role = OFFICER.model_copy(update={"cost_pence": known(10_001), "cost_milli_fte": known(3000)})
    for found in results(service(roles=(role,))).values():
        if found.saving is None:
            continue
        assert sum(part.pounds or 0 for part in found.saving_by_source) == pytest.approx(found.saving, abs=0.001)
        paid = [part.pounds or 0 for part in found.saving_by_funding]
        assert not paid or sum(paid) == pytest.approx(found.saving, abs=0.001)
        assert sum(row.annual_cost or 0 for row in found.lines) == pytest.approx(found.annual_cost, abs=0.001)
        assert sum(row.pounds or 0 for row in found.ledger) == pytest.approx(found.annual_cost, abs=0.001)
