"""Wandsworth 2015: the printed posts, part year and equality figures come out of the rows, and move when a row does.

Change this when the report's figures are read in another way.
"""

from datetime import date
from fractions import Fraction

import pytest

from scenarios.comparing.result import StructureResult
from scenarios.equality.counts import compared as counted
from scenarios.money.part_year import months_left, part_year_pence
from scenarios.money.pence import round_half_up
from scenarios.schema.scenario import Scenario
from tests.scenarios.library.shipped import known, shipped
from tests.scenarios.published.compared import changed, result, with_cell

NAME = "wandsworth-2015"


def proposed() -> StructureResult:
    """The structure as proposed."""
    return result(NAME, "as proposed")


def test_twenty_posts_are_deleted_fourteen_of_them_filled() -> None:
    """Appendix 2: 18 rows of 20 posts, 14 filled and 6 vacant; three are re-designated and one is kept."""
    found = proposed()
    assert found.posts_deleted is not None
    assert (found.posts_deleted.total, found.posts_deleted.filled, found.posts_deleted.vacant) == (20, 14, 6)
    deleted = [
        post for post in shipped(NAME).scenario.posts if post.change is not None and post.change.kind == "deleted"
    ]
    assert len(deleted) == 18
    assert sum(known(post.milli_fte) for post in deleted) == 20_000


def test_twenty_posts_are_created_under_thirteen_titles_and_none_is_graded() -> None:
    """Appendix 2: 13 titles, all subject to job evaluation; with the four that stay, 24 posts before and after."""
    found = proposed()
    new = shipped(NAME).scenario.proposed
    assert found.posts_created == 20
    assert len({line.title for line in new}) == 13
    assert all("grade" in line.unknown for line in new)
    assert (result(NAME, "no change").posts, found.posts) == (24, 24)


def test_fourteen_people_are_at_risk() -> None:
    """The holders of the filled posts, fewer than the twenty for which the law asks for days of consultation."""
    people = proposed().people
    assert people is not None
    assert (people.in_scope, people.at_risk, people.s188.high) == (18, 14, 14)
    assert (people.displaced_at_least, people.displaced_at_most) == (0, 14)


def test_a_vacancy_filled_is_a_person_more() -> None:
    """The vacant Assistant Director post with a holder: 15 filled, 5 vacant, 15 people at risk."""
    change = with_cell("posts", {"post_number": "SD021"}, "people", 1)
    _, found = changed(NAME, change)
    assert found.posts_deleted is not None
    assert found.people is not None
    assert (found.posts_deleted.filled, found.posts_deleted.vacant, found.people.at_risk) == (15, 5, 15)


def test_a_created_row_left_out_is_a_post_fewer() -> None:
    """Without the Assistant Director 19 posts are created."""

    def change(scenario: Scenario) -> Scenario:
        rest = tuple(line for line in scenario.proposed if line.title != "Assistant Director Commissioning")
        return scenario.model_copy(update={"proposed": rest})

    _, found = changed(NAME, change)
    assert found.posts_created == 19


@pytest.mark.parametrize(
    ("grade", "posts"),
    [("HAY1", 1), ("HAY 1", 1), ("PO8", 4), ("P08", 1), ("PO7", 4), ("PO6", 1), ("PO5", 1), ("PO4", 3), ("P04", 1)],
)
def test_deleted_posts_by_grade_as_printed(grade: str, posts: int) -> None:
    """Two at the Hay grade, five at PO8, four at PO7 and so on, with the slips of the report kept apart."""
    rows = [p for p in shipped(NAME).scenario.posts if p.grade == grade and p.change and p.change.kind == "deleted"]
    assert sum(known(post.posts) for post in rows) == posts


def test_five_twelfths_of_the_full_saving() -> None:
    """From late October five whole months are left: 50,417 of 121,000, which the report prints as 50,000."""
    quoted = {row.what: known(row.amount_pence) for row in shipped(NAME).scenario.quoted if row.measure == "saving"}
    start = shipped(NAME).scenario.header.start_date
    assert start == date(2015, 10, 26)
    assert months_left(start) == 5
    part = part_year_pence(quoted["Saving in a full year"], months_left(start))
    assert part == Fraction(12_100_000 * 5, 12)
    assert round_half_up(part / 100) == 50_417
    assert quoted["Saving in the first year"] == 5_000_000


def test_occupied_time_against_filled_posts() -> None:
    """Para 26: 13.6 FTE in 14 filled posts, so that 6.4 of the 20 FTE are vacant."""
    (quote,) = (row for row in shipped(NAME).scenario.quoted if row.measure == "occupied fte")
    assert known(quote.milli_fte) == 13_600
    deleted = [p for p in shipped(NAME).scenario.posts if p.change is not None and p.change.kind == "deleted"]
    assert sum(known(post.people) for post in deleted) == 14
    assert sum(known(post.milli_fte) for post in deleted) - known(quote.milli_fte) == 6_400


def test_the_equality_table_speaks_of_the_fourteen() -> None:
    """36, 57 and 71 % fit 14 people, as many as hold the deleted posts."""
    people, _ = counted(shipped(NAME).sealed.equality)
    assert people == 14
    assert proposed().people is not None
    assert people == proposed().people.at_risk  # type: ignore[union-attr]


def test_severance_is_carried_as_printed() -> None:
    """Para 24: about 120,000 if redeployment fails, and nothing where it does not."""
    (row,) = shipped(NAME).scenario.other_costs
    assert row.amount_pence.bounds == (0, 12_000_000)
    assert known(row.amount_pence) == 12_000_000
    assert [known(r.amount_pence) for r in shipped(NAME).scenario.quoted if r.measure == "severance"] == [12_000_000]


def test_no_cost_is_made_up() -> None:
    """No post has a cost, so every cost and saving of a structure is unknown, not nought."""
    assert result(NAME, "no change").annual_cost is None
    assert proposed().saving is None
