"""A designed structure typed by hand comes to the same figures: who laid posts out decides nothing.

Change this when a design may have posts that a planner cannot type.
"""

from typing import Any

import pytest

from scenarios.compiling.post_kinds import given
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import Team
from tests.scenarios.claims.small_question import later, line
from tests.scenarios.comparing.small import results, service
from tests.scenarios.compiling.services import change, known

ASKED = ("posts", "fte", "annual_cost", "uncovered_fte", "people", "ring_fences", "posts_deleted", "posts_created")
CASES: dict[str, dict[str, Any]] = {
    "whole posts": {},
    "a shared post": {"posts": [line("Officer", "North", 4, people=6)]},
    "a make-up post": {"posts": [line("Officer", "North", 4)], "share": 3700},
    "part-time posts": {"posts": [line("Officer", "North", 4, milli_fte=known(3600))], "share": 8000},
}


def typed(case: Scenario, structure: Any) -> Scenario:
    """The case with a designed structure's lines as the posts given by hand."""
    lines = [
        later(each.role, each.team, each.posts, each.grade, milli_fte=known(round(each.fte * 1000)))
        for each in structure.lines
    ]
    return case.model_copy(update={"proposed": tuple(lines)})


@pytest.mark.parametrize("name", list(CASES))
@pytest.mark.parametrize("anchor", ["people_first", "money_first"])
def test_a_design_typed_by_hand_has_the_same_figures(name: str, anchor: str) -> None:
    """Posts, money, work and people of the given structure are those of the design it was copied from."""
    facts = dict(CASES[name])
    share = facts.pop("share", 5000)
    case = service(**facts)
    (row,) = case.work
    row = row.model_copy(update={"share_basis_points": {"Officer": known(share)}})
    case = case.model_copy(update={"work": (row,)})
    design = results(case)["designed", anchor]
    by_hand = results(typed(case, design))["as given", None]
    assert {field: getattr(by_hand, field) for field in ASKED} == {field: getattr(design, field) for field in ASKED}


def test_a_typed_part_post_where_nobody_holds_one_is_said_to_give_no_place() -> None:
    """The note stands with the structure, as it does with a make-up post of a design."""
    case = service(proposed=[later("Officer", "North", 3, milli_fte=known(2500))])
    found = results(case)["as given", None]
    assert found.people is not None
    assert found.people.displaced_at_least == 2
    told = "a part post in a role without any today, which counts as no place for anybody displaced."
    assert [note for note in found.notes if "no place" in note] == [f"Officer in North, 0.5 FTE: {told}"]


def test_only_posts_nothing_is_settled_about_lend_their_sharing() -> None:
    """Shared posts that stay in any case are counted once; those typed beside them are not shared."""
    stays = line("Officer", "North", 2, people=4, change=change("retained"))
    case = service(posts=[stays, line("Officer", "North", 2)])
    counted = {cell.places: n for cell, n in given(case).items()}
    assert counted == {2: 2, 1: 2}


def test_part_posts_held_today_give_places_in_a_team_of_another_name() -> None:
    """Two teams become one: whoever holds part of a post today has a place in as large a part tomorrow."""
    teams = tuple(Team(team=name) for name in ("North", "South", "Locality"))
    posts = [line("Officer", team, 2, milli_fte=known(1500)) for team in ("North", "South")]
    merged = service(posts=posts, proposed=[later("Officer", "Locality", 4, milli_fte=known(3000))], teams=teams)
    people = results(merged)["as given", None].people
    assert people is not None
    assert people.displaced_at_least == 0
