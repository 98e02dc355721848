"""Posts deleted and created, filled and vacant; lines by team and role; by grade; work covered and its witness."""

import re
from typing import Any

import pytest

from scenarios.comparing.result import Coverage, StructureResult
from scenarios.schema.roles import Role
from scenarios.schema.teams import Team
from tests.scenarios.claims.small_question import later, line
from tests.scenarios.comparing.small import OFFICER, OPTIONS, results, service
from tests.scenarios.compiling.services import able, change, known, work


def given(*posts: Any, proposed: list[Any] | None = None, **sheets: Any) -> StructureResult:
    """The proposal as a result."""
    case = service(options=OPTIONS[:2], posts=list(posts) or None, proposed=proposed, **sheets)
    return results(case)["as given", None]


def counts(found: StructureResult) -> tuple[int, int | None, int | None, int | None]:
    """Posts deleted, filled, vacant; and created."""
    assert found.posts_deleted is not None
    return found.posts_deleted.total, found.posts_deleted.filled, found.posts_deleted.vacant, found.posts_created


def test_no_change_deletes_and_creates_nothing() -> None:
    """Also where posts are about to move or to be made another role."""
    posts = [
        line("Officer", "North", 1, change=change("transferred", "South")),
        line("Officer", "North", 1, change=change("re-designated", "Adviser")),
        line("Officer", "North", 1, change=change("deleted")),
    ]
    found = results(service(options=OPTIONS[:2], posts=posts))["no change", None]
    assert counts(found) == (0, 0, 0, 0)


def test_changes_of_posts_add_up() -> None:
    """Today less deleted and moved out, with created and moved in, is the structure, place by place and in all."""
    posts = [
        line("Officer", "North", 5, people=4),
        line("Clerk", "North", 1, change=change("re-designated", "Adviser")),
        line("Clerk", "North", 1, people=0),
    ]
    found = given(*posts, proposed=[later("Officer", "North", 2), later("Adviser", "North", 3)])
    sums = {c.role: (c.today - c.deleted - c.moved_out + c.created + c.moved_in, c.after) for c in found.post_changes}
    assert sums == {"Adviser": (4, 4), "Clerk": (0, 0), "Officer": (2, 2)}
    assert {c.role: (c.deleted, c.vacant, c.created, c.moved_out, c.moved_in) for c in found.post_changes} == {
        "Adviser": (0, 0, 3, 0, 1),
        "Clerk": (1, 1, 0, 1, 0),
        "Officer": (3, 1, 0, 0, 0),
    }
    assert counts(found) == (4, 2, 2, 3)


def test_vacant_posts_go_first() -> None:
    """Of five posts, one of them vacant, three go: the vacant one and two filled."""
    assert counts(given(line("Officer", "North", 5, people=4))) == (3, 2, 1, 0)
    assert counts(given(line("Officer", "North", 5, people=1))) == (3, 0, 3, 0)


def test_people_not_known_leave_filled_and_vacant_unknown() -> None:
    """The total is known all the same; unknown people in posts that stay do not matter."""
    assert counts(given(line("Officer", "North", 4, people=None))) == (2, None, None, 0)
    both = given(
        line("Officer", "North", 4), line("Clerk", "North", 1, people=None), proposed=[later("Clerk", "North", 1)]
    )
    assert counts(both) == (4, 4, 0, 0)


def test_unknown_people_on_one_line_leave_its_cell_unknown() -> None:
    """Whichever of its lines comes first."""
    for posts in (
        [line("Officer", "North", 2), line("Officer", "North", 2, people=None)],
        [line("Officer", "North", 2, people=None), line("Officer", "North", 2)],
    ):
        assert counts(given(*posts)) == (2, None, None, 0)


def test_a_shared_post_is_not_less_than_filled() -> None:
    """Five people in four posts are no vacancy below nought."""
    assert counts(given(line("Officer", "North", 4, people=5))) == (2, 2, 0, 0)


def test_a_post_in_another_team_is_another_post() -> None:
    """Two officers go in North and two come in South."""
    assert counts(given(proposed=[later("Officer", "South", 2)])) == (4, 4, 0, 2)


@pytest.mark.parametrize(
    ("settled", "expected"),
    [
        (change("transferred", "South"), (2, 2, 0, 0)),
        (change("transferred", "Elsewhere"), (2, 2, 0, 0)),
        (change("re-designated", "Adviser"), (2, 2, 0, 0)),
        (change("retained"), (2, 2, 0, 0)),
        (change("deleted"), (3, 3, 0, 0)),
    ],
)
def test_posts_that_move_are_neither_deleted_nor_created(settled: Any, expected: tuple[int, int, int, int]) -> None:
    """Four officers of whom two stay; a fifth is transferred, made another role, kept, or deleted."""
    posts = [line("Officer", "North", 4), line("Officer", "North", 1, change=settled)]
    assert counts(given(*posts, teams=(Team(team="North"), Team(team="South")))) == expected


def test_a_post_that_arrives_does_not_stand_in_for_one_that_goes() -> None:
    """One officer comes from South while the one of North is deleted."""
    posts = [line("Officer", "North", 1), line("Officer", "South", 1, change=change("transferred", "North"))]
    assert counts(given(*posts, proposed=[later("Clerk", "North", 1)])) == (1, 1, 0, 1)


def test_a_held_vacancy_is_not_one_of_those_deleted() -> None:
    """Two filled posts go; the vacant one of the same title is held."""
    posts = [line("Officer", "North", 2), line("Officer", "North", 1, people=0, change=change("held"))]
    assert counts(given(*posts, proposed=[later("Clerk", "North", 1)])) == (2, 2, 0, 1)


def test_lines_are_by_team_and_role_with_the_grade_of_the_role() -> None:
    """Sizes of one role stand together; a role whose grade is open has none."""
    posts = [line("Officer", "North", 3, milli_fte=known(2500)), line("Chief", "North", 1, None)]
    found = results(service(options=OPTIONS[:2], posts=posts))["no change", None]
    assert [(row.team, row.role, row.grade, row.posts, row.fte) for row in found.lines] == [
        ("North", "Chief", None, 1, 1.0),
        ("North", "Officer", "Grade 5", 3, 2.5),
    ]
    assert [(row.grade, row.posts, row.fte) for row in found.by_grade] == [("Grade 5", 3, 2.5), (None, 1, 1.0)]
    assert (found.fte, found.posts) == (3.5, 4)


def test_posts_fte_and_lines_agree_in_every_answer() -> None:
    """Three ways of counting the same posts."""
    for found in results(service()).values():
        if found.posts is not None:
            assert sum(row.posts for row in found.lines) == sum(row.posts for row in found.by_grade) == found.posts
            assert sum(row.fte for row in found.lines) == pytest.approx(found.fte)


SHORT = {
    "work": (work("Visits", 2600), work("Phone", 700), work("Plans", 500)),
    "able": (able("Officer", Visits=10_000, Phone=10_000, Plans=0), able("Chief", Visits=0, Phone=0, Plans=10_000)),
    "roles": (OFFICER, Role(role="Chief", cost_pence=known(1))),
}


def test_coverage_says_how_much_of_each_block_is_done_and_by_whom() -> None:
    """Two officers have 2.0 FTE for 3.3 FTE of visits and phone; the chief does all plans."""
    found = given(proposed=[later("Officer", "North", 2), later("Chief", "North", 1)], **SHORT)
    rows = {block.work: block for block in found.coverage}
    assert rows["Plans"] == Coverage(work="Plans", demand=0.5, delivered=0.5, by=(("North", "Chief", 0.5),))
    assert rows["Visits"].delivered + rows["Phone"].delivered == pytest.approx(2.0)
    assert found.uncovered_fte == pytest.approx(1.3)
    assert found.idle_fte == pytest.approx(0.5)
    for block in found.coverage:
        assert sum(fte for _, _, fte in block.by) == pytest.approx(block.delivered)


def witness(found: StructureResult) -> tuple[str, list[float]]:
    """The blocks a witness names, and the FTE in its sentence, in turn."""
    assert found.witness is not None
    return re.split(r": | need", found.witness)[0], [float(n) for n in re.findall(r"([\d.]+) FTE", found.witness)]


def test_the_witness_adds_up() -> None:
    """What is asked less what those able have is what is left uncovered, to the thousandth; plans are not in it."""
    found = given(proposed=[later("Officer", "North", 2), later("Chief", "North", 1)], **SHORT)
    blocks, (asked, there, *rest) = witness(found)
    assert blocks == "Phone, Visits"
    assert (asked, there) == (3.3, 2)
    assert asked - there == pytest.approx(found.uncovered_fte)
    assert {*rest} <= {1.3, 2}


def test_a_witness_where_nobody_is_able() -> None:
    """Nobody can do the plans: all of them are left, whatever time there is."""
    found = given(work=(work("Plans", 500),), able=(able("Officer", Plans=0),))
    blocks, (asked, there, *_) = witness(found)
    assert (blocks, asked, there, found.uncovered_fte) == ("Plans", 0.5, 0, 0.5)


def test_no_witness_where_all_is_covered_or_only_the_split_stands_in_the_way() -> None:
    """2 FTE in one team each are time enough for 2.5 FTE, but not for a block that one team must do."""
    assert given().witness is None
    teams = (Team(team="North"), Team(team="South"))
    found = given(
        proposed=[later("Officer", "North", 2), later("Officer", "South", 2)],
        teams=teams,
        work=(work("Visits", 2500, split=False),),
        able=(able("Officer", Visits=10_000),),
    )
    assert (found.uncovered_fte, found.witness) == (0.5, None)


def test_management_taken_on_outside_is_told_for_the_teams_there_are() -> None:
    """A team that is not there asks nobody."""
    teams = tuple(Team(team=name, led_by=("outside",), absorbed_milli_fte=known(300)) for name in ("North", "South"))
    assert given(teams=teams).absorbed_fte == 0.3
    assert given(teams=teams, proposed=[later("Officer", "North", 1), later("Officer", "South", 1)]).absorbed_fte == 0.6
