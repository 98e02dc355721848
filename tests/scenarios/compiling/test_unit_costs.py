"""What one post costs: as printed, all-in, or from points of a spine with on-costs, and None where nobody can tell."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from scenarios.compiling.unit_costs import UnitCost, unit_costs
from scenarios.schema.figure import UNKNOWN, Figure
from scenarios.schema.grades import Grade
from scenarios.schema.roles import Role
from tests.scenarios.claims.small_question import line, scenario
from tests.scenarios.compiling.services import head, known, laid

BAND_B = Grade(grade="Grade 5", spine="njc-2009", bottom_point=35, top_point=39)
"""Point 39 was £35,229 from April 2018; with 13.8 % above £8,424 and 22 % pension a real report printed £46,678."""


def costs(
    *grades: Grade, roles: tuple[Role, ...] = (), pension: Figure | None = None, **facts: Any
) -> dict[str, UnitCost]:
    """Unit costs of a service of officers."""
    sheets = {"roles": roles, "header": head(pension_basis_points=pension, **facts)}
    case = scenario([line("Officer", "North", 2)], grades=grades, **sheets)
    return unit_costs(laid(case, "no change").scenario)


def test_a_printed_total_is_kept_as_a_fraction() -> None:
    """449,000 for 15 FTE has no unit cost in pence; 15 FTE of it must come back exactly."""
    role = Role(role="Officer", cost_pence=known(44_900_000), cost_milli_fte=known(15_000), price_base="2013/14")
    found = costs(roles=(role,))["Officer"]
    assert found.pence_per_fte == Fraction(44_900_000, 15)
    assert (found.basis, found.price_base) == ("published", "2013/14")


def test_one_post_is_rounded_down_so_that_posts_never_exceed_the_total_printed_for_them() -> None:
    """Three posts printed at 2.00 cost 66 pence each: rounded to the nearest they would come to 2.01."""
    role = Role(role="Officer", cost_pence=known(200), cost_milli_fte=known(3000))
    found = costs(roles=(role,))["Officer"]
    assert found.post_pence(1000, 2025) == 66
    assert found.post_pence(500, 2025) == 33


def test_a_roles_own_cost_goes_before_its_grades() -> None:
    """The grade's all-in cost serves roles that print none."""
    grade = Grade(grade="Grade 5", all_in_cost_pence=known(9_000_000), all_in_milli_fte=known(3000))
    assert costs(grade)["Officer"].pence_per_fte == 3_000_000
    role = Role(role="Officer", cost_pence=known(2_500_000))
    assert costs(grade, roles=(role,))["Officer"].pence_per_fte == 2_500_000


def test_a_printed_cost_is_the_same_in_every_year() -> None:
    """It stays at its price base; no award is made up."""
    grade = Grade(grade="Grade 5", all_in_cost_pence=known(3_000_000), price_base="2020/21")
    found = costs(grade)["Officer"]
    assert [found.post_pence(1000, year) for year in (2020, 2025, 2090)] == [3_000_000] * 3
    assert found.price_base == "2020/21"


def test_the_spine_with_on_costs_comes_to_what_a_report_printed() -> None:
    """35,229 + 13.8 % of (35,229 - 8,424) + 22 % of 35,229 = 46,678.47 at the rates of 2018/19."""
    found = costs(BAND_B, pension=known(2200))["Officer"]
    assert found.post_pence(1000, 2018) == 4_667_847
    assert found.basis == "derived"
    assert found.source == "njc-2009 points 35 to 39, on-costs added"


def test_a_spine_cost_follows_the_rates_of_its_year() -> None:
    """2017/18: 34,538 + 13.8 % of (34,538 - 8,164) + 22 % of 34,538."""
    found = costs(BAND_B, pension=known(2200))["Officer"]
    expected = Fraction(3_453_800) * Fraction(122, 100) + Fraction(138, 1000) * (3_453_800 - 816_400)
    assert found.post_pence(1000, 2017) == round(expected)


def test_insurance_is_by_person_not_by_fte() -> None:
    """Two half posts cost less than one whole one, because each person has the threshold of £8,424."""
    found = costs(BAND_B, pension=known(2200))["Officer"]
    whole, half = found.post_pence(1000, 2018), found.post_pence(500, 2018)
    assert whole is not None
    assert half is not None
    assert whole - 2 * half == pytest.approx(Fraction(138, 1000) * 842_400, abs=2)
    assert found.post_pence(1500, 2018) == whole + half


@pytest.mark.parametrize(
    ("point", "pay"), [("bottom", 2_365_600), ("mid", 2_402_700), ("top", 2_440_400), ("actual", 2_440_400)]
)
def test_the_point_of_the_scale_is_the_authoritys_convention(point: str, pay: int) -> None:
    """Points 2, 3 and 4 of April 2024; a post not yet filled has no point of its own: "actual" costs it at the top."""
    grade = Grade(grade="Grade 5", spine="njc-2019", bottom_point=2, top_point=4)
    found = costs(grade, pension=known(0), scale_point=point)["Officer"]
    assert found.post_pence(1000, 2024) == round(pay + Fraction(138, 1000) * (pay - 910_000))


def test_a_grade_of_one_point_needs_only_its_top() -> None:
    """Left out, the bottom is the top."""
    grade = Grade(grade="Grade 5", spine="njc-2019", top_point=4)
    found = costs(grade, pension=known(0), scale_point="bottom")["Officer"]
    assert found.post_pence(1000, 2024) == round(2_440_400 + Fraction(138, 1000) * (2_440_400 - 910_000))


def test_a_rate_that_is_not_held_is_not_known() -> None:
    """The old spine ended in March 2019: its cost in 2030 is None, never 0."""
    assert costs(BAND_B, pension=known(2200))["Officer"].post_pence(1000, 2030) is None


@pytest.mark.parametrize(
    "grade",
    [
        Grade(grade="Grade 5"),
        Grade(grade="Grade 5", all_in_cost_pence=UNKNOWN),
        Grade(grade="Grade 5", spine="njc-2009"),
        Grade(grade="Grade 5", spine="njc-2009", bottom_point=24),
    ],
    ids=["no pay", "unknown", "a spine without points", "no top"],
)
def test_what_nothing_prices_has_no_unit_cost(grade: Grade) -> None:
    """It is missing, so that nobody can add it up as nought."""
    assert costs(grade, pension=known(2200)) == {}


@pytest.mark.parametrize("pension", [None, UNKNOWN])
def test_a_spine_without_a_pension_rate_is_not_costed(pension: Figure | None) -> None:
    """The employer's pension rate is never guessed."""
    assert costs(BAND_B, pension=pension) == {}


def test_a_role_without_a_grade_and_a_cost_of_no_fte_are_not_costed() -> None:
    """Neither is a printed cost that is for no FTE at all."""
    assert costs(roles=(Role(role="Officer", grade=None, cost_pence=known(1), cost_milli_fte=known(0)),)) == {}


def test_a_unit_cost_of_nothing_is_not_known() -> None:
    """A unit cost with neither a printed cost nor a spine says so."""
    assert UnitCost(basis="assumed", source="", price_base="").post_pence(1000, 2025) is None


def test_a_year_takes_the_points_in_force_on_its_first_day() -> None:
    """A grade on two spines: the old one to March 2019, the new one after; before the first the first is looked up."""
    old = BAND_B.model_copy(update={"valid_from": date(2018, 4, 1)})
    new = Grade(grade="Grade 5", spine="njc-2019", top_point=33, valid_from=date(2019, 4, 1))
    unit = costs(new, old, pension=known(2200))["Officer"]
    assert unit.post_pence(1000, 2018) == 4_667_847
    assert unit.post_pence(1000, 2019) == 4_760_716
    assert unit.post_pence(1000, 2005) is None
