"""Numbers of people that are too small to be told: counted together with like ones, or gone."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from scenarios.compiling.arrangement import arrangements
from scenarios.compiling.people import staff
from scenarios.packing.small_groups import Merging, merged
from scenarios.schema.figure import UNKNOWN, Figure
from scenarios.schema.groups import Group
from scenarios.schema.matches import Match
from scenarios.schema.policy import Policy
from scenarios.schema.posts import Post, PostChange
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from tests.scenarios.claims.small_question import figure, line, scenario


def case(*posts: Post, **sheets: Any) -> Scenario:
    """A scenario of today's posts alone."""
    return scenario(posts, **sheets)


def people(found: Scenario) -> list[int | None]:
    """The people of each line; None for blank as for not known."""
    return [None if post.people is None else post.people.value for post in found.posts]


def groups(found: Scenario) -> dict[str, tuple[tuple[str, ...], int | None]]:
    """Titles and people of each row of staff groups."""
    return {g.group: (g.titles, None if g.people is None else g.people.value) for g in found.groups}


def test_numbers_that_may_be_told_stay() -> None:
    """Ten and more, and nought, are told; nothing is merged."""
    stated = case(line("Officer", "North", 12, people=10), line("Clerk", "North", 3, "Grade 3", people=0))
    found, told = merged(stated)
    assert (found, told) == (stated, Merging(10))


def test_small_groups_of_a_kind_are_counted_together() -> None:
    """Four clerks and six cashiers of one grade are ten people of one group; neither line tells its number."""
    found, told = merged(case(line("Clerk", "North", 4), line("Cashier", "North", 7, people=6)))
    assert told.together == (("Cashier + Clerk", ("Cashier", "Clerk")),)
    assert groups(found) == {"Cashier + Clerk": (("Cashier", "Clerk"), 10)}
    assert people(found) == [None, None]


def test_people_counted_together_enter_the_question_together() -> None:
    """One staff group with both own jobs and all its people reaches the problem."""
    found, _ = merged(case(line("Clerk", "North", 4), line("Cashier", "North", 7, people=6)))
    (one,) = staff(arrangements(found)[0])
    assert (one.people, one.known, one.job.roles, one.job.grade) == (10, True, ("Cashier", "Clerk"), "Grade 5")


def test_the_next_smallest_like_group_joins_where_small_ones_are_too_few() -> None:
    """Three clerks join twelve cashiers in thirteen posts, and not the thirty officers."""
    cashiers = line("Cashier", "North", 13, people=12)
    found, told = merged(case(line("Clerk", "North", 3), line("Officer", "North", 30), cashiers))
    assert told.together == (("Cashier + Clerk", ("Cashier", "Clerk")),)
    assert people(found) == [None, 30, None]


def test_groups_of_another_grade_employer_or_priority_are_not_like() -> None:
    """With none like it, a small group loses its number: one person is counted for each post."""
    posts = (
        line("Clerk", "North", 4),
        line("Cashier", "North", 6, "Grade 6"),
        line("Nurse", "North", 5, employer="Trust"),
        line("Porter", "North", 8, people=7),
        line("Driver", "North", 8, change=PostChange(kind="deleted")),
    )
    rows = (Group(group="Porters", job_title="Porter", priority=1),)
    found, told = merged(case(*posts, groups=rows))
    assert (told.together, told.hidden) == ((), ("Cashier", "Clerk", "Driver", "Nurse", "Porters"))
    assert [post.people for post in found.posts] == [UNKNOWN] * 5
    assert groups(found) == {"Porters": (("Porter",), None)}
    counted = {each.group.group: (each.people, each.known) for each in staff(arrangements(found)[0])}
    assert counted["Porters"] == (8, False)


def test_where_no_grade_is_known_nothing_is_like() -> None:
    """Two groups of unknown grade may be far apart; the grade of the role counts where the line has none."""
    bare = (line("Clerk", "North", 4, None), line("Cashier", "North", 7, None, people=6))
    assert merged(case(*bare))[1].hidden == ("Cashier", "Clerk")
    roles = (Role(role="Clerk", grade="Grade 3"), Role(role="Cashier", grade="Grade 3"))
    assert merged(case(*bare, roles=roles))[1].together == (("Cashier + Clerk", ("Cashier", "Clerk")),)


def test_selection_by_team_keeps_teams_apart() -> None:
    """Small groups of two teams are not like where teams are apart, and are of one where they are not."""
    posts = (line("Clerk", "North", 4), line("Cashier", "South", 7, people=6))
    apart = merged(case(*posts, policy=Policy(selection_by_team=True)))
    assert apart[1].hidden == ("Cashier, South", "Clerk, North")
    assert merged(case(*posts))[1].hidden == ()


def test_the_authority_states_from_where_on_a_number_is_told() -> None:
    """The policy's own threshold goes before ours."""
    posts = (line("Clerk", "North", 4), line("Cashier", "North", 6, "Grade 6"))
    assert merged(case(*posts, policy=Policy(suppress_below=figure(5))))[1] == Merging(5, hidden=("Clerk",))


def test_lines_of_a_large_group_lose_small_numbers_together() -> None:
    """Of 4 and 20 officers neither line is told, or the total less the other would tell; nor the vacant line."""
    posts = (line("Officer", "North", 4), line("Officer", "South", 20), line("Officer", "East", 1, people=0))
    found, told = merged(case(*posts))
    assert told == Merging(10, lines=("Officer",))
    assert people(found) == [None, None, None]
    assert groups(found) == {"Officer": (("Officer",), 24)}


def test_a_vacant_line_does_not_tell_that_the_others_are_filled() -> None:
    """A hidden group of one post filled and one vacant says of neither which it is."""
    found, told = merged(case(line("Officer", "North", 1), line("Officer", "East", 1, people=0)))
    assert (told.hidden, [post.people for post in found.posts]) == (("Officer",), [UNKNOWN, UNKNOWN])


def test_a_total_of_as_many_people_as_posts_is_not_told() -> None:
    """With 24 people in 24 posts each line is full, so the total would give the four of the first line away."""
    found, told = merged(case(line("Officer", "North", 4), line("Officer", "South", 20)))
    assert (told.hidden, told.lines) == (("Officer",), ())
    assert [post.people for post in found.posts] == [UNKNOWN, UNKNOWN]


def test_a_small_line_beside_one_not_known_is_not_told() -> None:
    """A group whose total is not known keeps none of its small numbers."""
    found, told = merged(case(line("Officer", "North", 4), line("Officer", "South", 20, people=None)))
    assert told.hidden == ("Officer",)
    assert people(found) == [None, None]


def test_who_leaves_in_any_case_is_taken_off() -> None:
    """Fifteen of whom two leave are thirteen; the lines would tell the two and lose their number."""
    rows = (Group(group="Officers", job_title="Officer", leaving=figure(2)),)
    found, told = merged(case(line("Officer", "North", 15), groups=rows))
    assert (groups(found), people(found)) == ({"Officers": (("Officer",), 13)}, [None])
    assert found.groups[0].leaving is None
    assert told.lines == ("Officers",)


def test_agency_workers_are_counted_like_others() -> None:
    """They are in no staff group; a small number of them is not told, a large one is."""
    posts = (line("Clerk", "North", 4, contract="agency"), line("Clerk", "South", 14, contract="agency"))
    assert people(merged(case(*posts))[0]) == [None, 14]


def test_a_small_end_of_a_range_goes_with_the_range() -> None:
    """Twelve, or eight to fourteen, is twelve; a bare range with a small end is not told at all."""
    ranged = Figure(value=12, low=8, high=14, basis="assumed")
    bare = Figure(low=8, high=14)
    posts = (
        line("Clerk", "North", 12).model_copy(update={"people": ranged}),
        line("Cashier", "North", 12, "Grade 6").model_copy(update={"people": bare}),
    )
    found, _ = merged(case(*posts))
    assert found.posts[0].people == Figure(value=12, basis="assumed")
    assert found.posts[1].people == UNKNOWN


def test_matches_stand_where_they_are_alike_for_all_counted_together() -> None:
    """Alike for both, by group or by role, they stand under the new name; else none stands. Others are left alone."""
    posts = (line("Clerk", "North", 4), line("Cashier", "North", 7, people=6), line("Officer", "North", 20, "Grade 6"))
    matches = (
        Match(group="Clerk", role="Adviser", match_basis_points=figure(8000)),
        Match(group="Cashier", role="Adviser", match_basis_points=figure(8000)),
        Match(group="Clerk", role="Leader", match_basis_points=figure(3000)),
        Match(group="Officer", role="Leader", match_basis_points=figure(9000)),
    )
    stated = case(*posts).model_copy(update={"matches": matches})
    found, told = merged(stated)
    assert {(m.group, m.role, m.match_basis_points) for m in found.matches} == {
        ("Cashier + Clerk", "Adviser", figure(8000)),
        ("Officer", "Leader", figure(9000)),
    }
    assert told.matches == ("Cashier + Clerk",)


def test_a_match_of_a_role_that_others_hold_too_stays() -> None:
    """A clerk's match was said of the role; clerks of another employer still have it."""
    posts = (
        line("Clerk", "North", 4),
        line("Cashier", "North", 7, people=6),
        line("Clerk", "South", 20, employer="Trust"),
    )
    match = Match(group="Clerk", role="Adviser", match_basis_points=figure(8000))
    stated = case(*posts).model_copy(update={"matches": (match,)})
    assert match in merged(stated)[0].matches


def test_a_name_of_many_groups_stays_a_name() -> None:
    """Where the names do not fit, the first stands for the others with their number."""
    posts = [line(f"Clerk with a long title, number {number}", "North", 1) for number in range(20)]
    posts[0] = line(posts[0].title, "North", 2, people=1)
    found, told = merged(case(*posts))
    ((name, several),) = told.together
    assert (len(several), name.endswith(" + 19 more"), len(name) <= 200) == (20, True, True)
    assert groups(found)[name][1] == 20


def test_groups_counted_together_that_fill_their_posts_take_another_with_them() -> None:
    """4 clerks and 8 cashiers in 12 posts: each post is filled, so 20 of 21 officers join and 32 people are in 33."""
    posts = (line("Clerk", "North", 4), line("Cashier", "North", 8), line("Officer", "North", 21, people=20))
    found, told = merged(case(*posts))
    assert told.together == (("Cashier + Clerk + Officer", ("Cashier", "Clerk", "Officer")),)
    assert groups(found)["Cashier + Clerk + Officer"][1] == 32
    assert people(found) == [None, None, None]


def test_groups_that_fill_their_posts_whoever_joins_lose_their_number() -> None:
    """4 clerks, 8 cashiers and 30 officers in 42 posts: a total with the small ones would tell that all are filled."""
    found, told = merged(case(line("Clerk", "North", 4), line("Cashier", "North", 8), line("Officer", "North", 30)))
    assert (told.together, told.hidden) == ((), ("Cashier", "Clerk"))
    assert people(found) == [None, None, 30]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3)), min_size=1, max_size=6))
def test_no_total_that_is_told_fills_the_posts_of_a_small_group(sizes: list[tuple[int, int]]) -> None:
    """Whatever the groups of one grade: those told together have a post vacant, and are ten or more."""
    posts = [
        line(f"Role {number}", "North", people + vacant, people=people)
        for number, (people, vacant) in enumerate(sizes)
        if people + vacant
    ]
    found, told = merged(case(*posts))
    size = {post.title: post.posts.value for post in found.posts if post.posts is not None and post.posts.value}
    for name, several in told.together:
        people_told = groups(found)[name][1]
        assert people_told is not None
        assert 10 <= people_told < sum(size[each] for each in several)
