"""Posts as the search counts them: sizes, places, what is settled, and what counts to the ceiling."""

from typing import Any

import pytest
from hypothesis import given as over
from hypothesis import strategies as st

from scenarios.compiling.allowed import kinds_of
from scenarios.compiling.post_kinds import Cell, cells_of, counts_to_ceiling, given, line_size, settled, sizes, today
from scenarios.schema.figure import UNKNOWN
from scenarios.schema.posts import PostLine
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import Team
from solver.problem import PostKind
from tests.scenarios.claims.small_question import later, line, scenario
from tests.scenarios.compiling.services import change, known, laid, work

NORTH, SOUTH = Team(team="North"), Team(team="South")
TEAMS = (NORTH, SOUTH)


def service(*posts: Any, proposed: Any = (), **sheets: Any) -> Scenario:
    """Today's posts in two teams, completed."""
    return laid(scenario(posts, proposed, **{"teams": TEAMS, **sheets}), "given", name="as given").scenario


@pytest.mark.parametrize(
    ("posts", "milli_fte", "expected"),
    [
        (15, 15_000, [(1000, 15)]),
        (11, 10_500, [(1000, 10), (500, 1)]),
        (2, 1_500, [(1000, 1), (500, 1)]),
        (1, 625, [(625, 1)]),
        (3, 1_500, [(500, 3)]),
        (3, 2_000, [(667, 2), (666, 1)]),
        (2, 2_200, [(1100, 2)]),
        (4, 0, []),
        (0, 1_000, []),
        (-1, 1_000, []),
    ],
)
def test_sizes_of_a_line(posts: int, milli_fte: int, expected: list[tuple[int, int]]) -> None:
    """Whole posts and one part post where that adds up, as 10.5 FTE in 11 posts; else spread evenly."""
    assert sizes(posts, milli_fte, 1000) == expected


@over(st.integers(1, 40), st.integers(0, 40_000), st.sampled_from([1000, 900, 811]))
def test_sizes_keep_every_thousandth_and_no_more_posts(posts: int, milli_fte: int, standard: int) -> None:
    """However they are cut, the FTE is the line's; posts are as many, save those of no size."""
    cut = sizes(posts, milli_fte, standard)
    assert sum(size * n for size, n in cut) == milli_fte
    assert sum(n for _, n in cut) == min(posts, milli_fte)
    assert cut == sorted(cut, reverse=True)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"posts": known(3), "milli_fte": known(2500)}, (3, 2500)),
        ({"posts": known(3)}, (3, 3000)),
        ({"milli_fte": known(10_500)}, (11, 10_500)),
        ({"milli_fte": known(2000)}, (2, 2000)),
        ({}, (0, 0)),
        ({"posts": UNKNOWN, "milli_fte": UNKNOWN}, (0, 0)),
    ],
)
def test_posts_and_fte_of_a_line_come_from_each_other(facts: dict[str, Any], expected: tuple[int, int]) -> None:
    """FTE alone is taken as whole posts and one part post; what is not known is no post at all."""
    assert line_size(PostLine(title="Officer", **facts)) == expected


def test_a_standard_post_may_be_smaller_than_full_time() -> None:
    """Three posts of a role of 0.9 FTE are 2.7 FTE."""
    case = service(line("Officer", "North", 3), roles=(Role(role="Officer", standard_milli_fte=known(900)),))
    assert today(case) == {Cell("North", "Officer", 900): 3}


def test_a_shared_post_gives_as_many_places_as_people_hold_it() -> None:
    """Five people in three posts: two of the posts are shared, and nobody is without a place today."""
    case = service(line("Officer", "North", 3, people=5))
    assert today(case) == {Cell("North", "Officer", 1000, places=2): 2, Cell("North", "Officer", 1000): 1}
    kind = kinds_of(laid(case, "no change"))
    assert sum(k.places * k.most for k in kind) == 5
    assert {k.id for k in kind} == {"Officer in North, 1 FTE", "Officer in North, 1 FTE, shared by 2"}


def test_more_than_two_may_share() -> None:
    """Five people in two posts: three share one, two the other."""
    case = service(line("Officer", "North", 2, people=5))
    assert today(case) == {Cell("North", "Officer", 1000, places=3): 1, Cell("North", "Officer", 1000, places=2): 1}


def test_titles_of_one_role_are_one_kind() -> None:
    """A title listed by a role is that role."""
    case = service(
        line("Clerk", "North", 1), line("Assistant", "North", 2), roles=(Role(role="Clerk", job_titles=("Assistant",)),)
    )
    assert today(case) == {Cell("North", "Clerk", 1000): 3}
    assert cells_of(case.posts[1], case) == {Cell("North", "Clerk", 1000): 2}


SETTLED = [
    (change("retained"), {Cell("North", "Officer", 1000): 2}),
    (change("held"), {Cell("North", "Officer", 1000, held=True): 2}),
    (change("re-designated", "Adviser"), {Cell("North", "Adviser", 1000): 2}),
    (change("transferred", "South"), {Cell("South", "Officer", 1000): 2}),
    (change("transferred", "Another council"), {}),
    (change("deleted"), {}),
    (None, {}),
]


@pytest.mark.parametrize(("settled_as", "expected"), SETTLED)
def test_what_is_settled_stands_in_every_structure_given(settled_as: Any, expected: dict[Cell, int]) -> None:
    """Kept, held, re-designated and transferred posts stand where they go; those that leave the service do not."""
    case = service(line("Officer", "North", 2, change=settled_as), proposed=[later("Clerk", "South", 1)])
    assert settled(case) == expected
    assert given(case) == {**expected, Cell("South", "Clerk", 1000): 1}


def test_posts_of_a_protected_role_stay_unless_said_to_be_deleted() -> None:
    """Protection holds where nothing else is settled."""
    protected = (Role(role="Officer", protected=True),)
    assert settled(service(line("Officer", "North", 2), roles=protected)) == {Cell("North", "Officer", 1000): 2}
    assert settled(service(line("Officer", "North", 2, change=change("deleted")), roles=protected)) == {}


def test_a_held_vacancy_gives_no_place_and_does_no_work() -> None:
    """It is kept and costed, and that is all."""
    case = service(line("Officer", "North", 1, people=0, change=change("held")))
    (kind,) = kinds_of(laid(case, "given", name="as given"))
    assert (kind.id, kind.least, kind.most) == ("Officer in North, 1 FTE, held vacant", 1, 1)
    assert (kind.places, kind.works) == (0, False)


def designed(*posts: Any, **sheets: Any) -> dict[str, PostKind]:
    """Kinds a design may choose from, by id, where there are 3 FTE of visits."""
    option = sheets.pop("option", {})
    case = scenario(posts, **{"teams": TEAMS, "work": (work("Visits", 3000),), **sheets})
    return {k.id: k for k in kinds_of(laid(case, **option))}


def test_a_make_up_post_is_half_a_post_and_no_place() -> None:
    """One in a team and role: offered to somebody displaced from a whole post it is not redeployment."""
    kinds = designed(line("Officer", "North", 4))
    half = kinds["Officer in North, 0.5 FTE"]
    assert (half.make_up, half.least, half.most, half.places, half.works) == (True, 0, 1, 0, True)
    assert not any(k.make_up for name, k in kinds.items() if name != half.id and "0.5" not in name)


def test_a_half_post_held_today_is_a_place_and_no_make_up() -> None:
    """10.5 FTE in 11 posts: the half post has a holder."""
    half = designed(line("Officer", "North", 11, milli_fte=known(10_500)))["Officer in North, 0.5 FTE"]
    assert (half.make_up, half.places, half.most, half.today) == (False, 1, 1, 1)


def test_part_time_posts_stay_only_where_they_are_held_today() -> None:
    """Three posts of 0.4 FTE in North cannot be made in South."""
    kinds = designed(line("Officer", "North", 3, milli_fte=known(1200)))
    assert kinds["Officer in North, 0.4 FTE"].most == 3
    assert "Officer in South, 0.4 FTE" not in kinds
    assert kinds["Officer in South, 1 FTE"].most > 0


def test_managers_have_no_make_up_post() -> None:
    """Half a manager is no lead."""
    kinds = designed(line("Chief", "North", 1), roles=(Role(role="Chief", manages=True),))
    assert not any(k.make_up for k in kinds.values())


def test_a_team_that_closes_has_no_post_but_the_settled_ones() -> None:
    """Closed by the option, by its state, or not among those opened; a kept post stays wherever it is."""
    posts = [line("Officer", "North", 2), line("Clerk", "North", 1, change=change("retained"))]
    for teams, option in (
        (TEAMS, {"closes": ("North",)}),
        ((NORTH.model_copy(update={"state": "must close"}), SOUTH), {}),
        ((NORTH.model_copy(update={"state": "may open"}), SOUTH), {"opens": ("South",)}),
    ):
        kinds = designed(*posts, teams=teams, option=option)
        assert {k.id: (k.least, k.most) for k in kinds.values() if k.team == "North"} == {
            "Officer in North, 1 FTE": (0, 0),
            "Clerk in North, 1 FTE": (1, 1),
        }


def test_an_option_may_open_what_must_close_and_all_that_may_open_if_it_names_none() -> None:
    """Opening by name wins over the team's state."""
    shut = (NORTH.model_copy(update={"state": "must close"}), SOUTH.model_copy(update={"state": "may open"}))
    for option, teams in (({"opens": ("North",)}, {"North"}), ({}, {"South"})):
        kinds = designed(line("Officer", "North", 1), teams=shut, option=option)
        assert {k.team for k in kinds.values() if k.most} == teams


def test_roles_stand_where_the_option_and_the_role_allow_them() -> None:
    """An option's list and a role's own teams both hold."""
    roles = (Role(role="Officer"), Role(role="Clerk", teams=("South",)))
    posts = [line("Officer", "North", 1), line("Clerk", "South", 1)]
    kinds = designed(*posts, roles=roles, option={"roles_in_team": {"South": ("Clerk",)}})
    assert {(k.team, k.role) for k in kinds.values()} == {("North", "Officer"), ("South", "Clerk")}


def test_posts_to_be_deleted_cannot_come_back() -> None:
    """A settled decision binds a design too; where another line of the cell is open, the cell is."""
    kinds = designed(line("Officer", "North", 2, change=change("deleted")))
    assert kinds["Officer in North, 1 FTE"].most == 0
    assert kinds["Officer in South, 1 FTE"].most > 0
    both = designed(line("Officer", "North", 2, change=change("deleted")), line("Officer", "North", 1))
    assert both["Officer in North, 1 FTE"].most > 0


def test_change_is_counted_from_the_option_consulted_on() -> None:
    """With a reference, `today` is its posts; what a design may have stays the same."""
    case = scenario([line("Officer", "North", 2)], teams=TEAMS, work=(work("Visits", 3000),))
    there = Cell("South", "Officer", 1000)
    plain = {k.id: k for k in kinds_of(laid(case))}
    near = {k.id: k for k in kinds_of(laid(case), {there: 3})}
    assert {name: k.today for name, k in near.items() if k.today} == {there.id: 3}
    assert {name: k.today for name, k in plain.items() if k.today} == {"Officer in North, 1 FTE": 2}
    assert {name: k.most for name, k in near.items()} == {name: k.most for name, k in plain.items()}


def test_what_counts_to_the_ceiling_goes_by_line_title_and_where_the_posts_go() -> None:
    """A line that does not count keeps its posts out under the role's name, and in the team they move to."""
    case = service(
        line("Assistant", "North", 2, counts_to_ceiling=False),
        line("Officer", "North", 1, counts_to_ceiling=False, change=change("transferred", "South")),
        line("Chief", "North", 1, counts_to_ceiling=False, people=0, change=change("held")),
        line("Chief", "North", 1),
        roles=(Role(role="Clerk", job_titles=("Assistant",)),),
        proposed=[later("Chief", "South", 1, counts_to_ceiling=False)],
    )
    counted = {cell.id: counts for cell, counts in counts_to_ceiling(case).items()}
    assert counted == {
        "Clerk in North, 1 FTE": False,
        "Officer in North, 1 FTE": False,
        "Officer in South, 1 FTE": False,
        "Chief in North, 1 FTE, held vacant": False,
        "Chief in North, 1 FTE": True,
        "Chief in South, 1 FTE": False,
    }
