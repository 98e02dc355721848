"""Bury 2021: posts, vacancies, people, span and budget come out of the comparison, and move when a cell does.

Change this when the report's figures are read in another way.
"""

from fractions import Fraction

import pytest

from scenarios.comparing.result import StructureResult
from scenarios.compiling.arrangement import arrangements
from scenarios.compiling.limits import stated_ceiling
from scenarios.compiling.problem import Setting, question
from scenarios.schema.cost_centres import CostCentre
from tests.scenarios.library.shipped import shipped
from tests.scenarios.published.compared import changed, designs, result, with_cell

NAME = "bury-2021"
LEAD = "Senior Integrated Commissioning Manager"
HELD = "Strategic Lead (Strategy and Development)"


def proposed() -> StructureResult:
    """The structure as proposed."""
    return result(NAME, "as proposed")


def test_the_budget_is_the_sum_of_its_cost_centres() -> None:
    """Section 6: 489,400 + 445,700 + 40,000 - 47,100 - 54,000 = 874,000, and designs are held to it."""
    scenario = shipped(NAME).scenario
    assert stated_ceiling(scenario) == 87_400_000
    designed = next(a for a in arrangements(scenario) if a.option.kind == "designed")
    limits = question(designed, Setting(ceiling_pence=stated_ceiling(scenario))).problem.limits
    assert limits.ceiling_pence == (87_400_000,) * 3


@pytest.mark.parametrize("number", range(5))
def test_one_pound_in_a_cost_centre_is_one_pound_in_the_budget(number: int) -> None:
    """A part adds, a deduction takes off."""
    scenario = shipped(NAME).scenario
    row: CostCentre = scenario.cost_centres[number]
    moved = with_cell("cost_centres", {"cost_centre": row.cost_centre}, "amount_pence", 100)(scenario)
    assert stated_ceiling(moved) == 87_400_100


def test_twenty_one_posts_become_sixteen() -> None:
    """Recommendations: 21 deleted, 16 created; the held post and Brokerage are neither."""
    found = proposed()
    assert found.posts_deleted is not None
    assert (found.posts_deleted.total, found.posts_created) == (21, 16)
    new = [line for line in found.lines if line.role != HELD]
    assert sum(line.posts for line in new) == 16
    assert sum(line.fte for line in new) == 16.0
    assert [line.role for line in found.lines if line.team == "Brokerage"] == []


def test_three_vacant_posts_are_deleted_and_at_most_eighteen_people_hold_the_others() -> None:
    """Section 4.1 prints three vacancies; who holds the other 18 posts is at risk, and nobody else."""
    found = proposed()
    assert found.posts_deleted is not None
    assert found.people is not None
    assert (found.posts_deleted.vacant, found.posts_deleted.filled) == (3, 18)
    assert (found.people.at_risk, found.people.displaced_at_most, found.people.s188.high) == (18, 18, 18)
    assert found.people.in_scope == 19


def test_four_leads_to_twelve_officers() -> None:
    """A span of 3.0 over the pool and the four sub-pillars, and no finding on it."""
    found = proposed()
    leads = sum(line.posts for line in found.lines if line.role == LEAD)
    officers = sum(line.posts for line in found.lines if line.role not in (LEAD, HELD))
    assert Fraction(officers, leads) == 3
    assert found.verdict is not None
    assert "span" not in {finding.rule for finding in found.verdict.findings}


def test_no_new_post_has_a_grade_and_check_says_so() -> None:
    """0 of 16: so no claim by grade is certain, and nobody is called certain of a place."""
    told = [doubt.message for doubt in shipped(NAME).doubts if doubt.code == "ungraded"]
    assert len(told) == 1
    assert told[0].startswith("0 of 16 new posts have a grade")
    found = proposed()
    assert {line.grade for line in found.by_grade} == {None}
    assert found.people is not None
    assert found.people.slot_in == 0


def test_a_grade_typed_for_the_officers_is_counted() -> None:
    """Seven of sixteen: the figure is worked out, not printed."""
    from_rows = shipped(NAME).scenario.proposed
    graded = sum(1 for line in from_rows if line.grade is not None)
    assert graded == 0
    assert (
        sum((line.posts.value or 0) for line in from_rows if line.posts is not None and "grade" in line.unknown) == 16
    )


def test_the_saving_leaves_out_what_goes_with_brokerage() -> None:
    """What moves to another service is spent there: 946,000 for 22 posts against 788,000 for 17, on assumed costs."""
    as_is, found = result(NAME, "no change"), proposed()
    assert (as_is.annual_cost, found.annual_cost, found.saving) == (1_000_000, 788_000, 158_000)
    assert sum(part.pounds or 0 for part in found.saving_by_source) == 158_000


@pytest.mark.parametrize(
    ("role", "posts", "move"),
    [(LEAD, 4, -4), ("Integrated Commissioning Officer", 7, -7), ("Provider Relationship Officer", 7, 7), (HELD, 0, 0)],
)
def test_one_pound_on_a_role_is_one_pound_on_each_of_its_posts(role: str, posts: int, move: int) -> None:
    """New posts dearer: the saving falls; deleted posts dearer: it grows; a post that stays: it does not move."""
    _, found = changed(NAME, with_cell("roles", {"role": role}, "cost_pence", 100))
    assert found.saving == 158_000 + move
    assert abs(move) == posts


def test_a_vacancy_less_is_a_person_more() -> None:
    """Five officers in post instead of four: two vacancies deleted, 19 people at risk."""
    change = with_cell("posts", {"title": "Provider Relationship Officer"}, "people", 1)
    _, found = changed(NAME, change)
    assert found.posts_deleted is not None
    assert found.people is not None
    assert (found.posts_deleted.vacant, found.posts_deleted.filled, found.people.at_risk) == (2, 19, 19)


def test_the_posts_start_half_way_through_a_year() -> None:
    """From October 2021: six months as today, six as proposed; then full years."""
    found = proposed()
    assert found.cost_by_year == {"2021/22": (946_000 + 788_000) / 2, "2022/23": 788_000, "2023/24": 788_000}
    assert found.saving_by_year == {"2021/22": 79_000, "2022/23": 158_000, "2023/24": 158_000}


def test_designs_stay_within_the_budget_and_keep_the_rules() -> None:
    """The held post stands outside the ceiling; nothing else does."""
    for anchor in ("people_first", "money_first", "improved"):
        (found,) = designs(NAME, anchor)
        assert found.verdict is not None
        assert found.verdict.ok
        assert sum(line.annual_cost or 0 for line in found.lines if line.role != HELD) <= 874_000
        assert (found.idle_fte or 0) <= 0.5
        assert [line.posts for line in found.lines if line.role == HELD] == [1]
