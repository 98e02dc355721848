"""Who is at risk, and how many count for consultation, each case argued by hand.

Sources: design.md section 4; domain-rules.md sections 6.2 and 10.
Change this when another change of a post puts its holders at risk.
"""

from datetime import date

import pytest

from scenarios.claims.at_risk import grade_of
from scenarios.claims.outcome import PeopleOutcome, people_outcome
from scenarios.schema.figure import Figure
from scenarios.schema.grade_branches import GradeBranch
from scenarios.schema.groups import Group
from scenarios.schema.posts import Post, PostChange
from scenarios.schema.proposed import ProposedPost
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from solver.structure import Structure
from tests.scenarios.claims.small_question import GIVEN, POLICY, arranged, asked, figure, later, line, scenario


def outcome(case: Scenario, kind: str = "given", **facts: object) -> PeopleOutcome:
    """What the structure given, or no change, means for people."""
    return people_outcome(*asked(case, kind, **facts))


def at_risk(case: Scenario, kind: str = "given") -> dict[str, int]:
    """People at risk by group, those without any left out."""
    return {group.group: group.people for group in outcome(case, kind).groups if group.at_risk}


OFFICERS = line("Officer", "North", 4)
MANAGER = line("Manager", "North", 1, "Grade 7")
STAYS = later("Manager", "North", 1, "Grade 7")


@pytest.mark.parametrize(("posts", "risky"), [(5, {}), (4, {}), (3, {"Officer": 4}), (0, {"Officer": 4})])
def test_a_group_that_shrinks_is_at_risk_as_a_whole(posts: int, risky: dict[str, int]) -> None:
    """One post fewer than people puts all four at risk; enough posts put nobody."""
    after = [later("Officer", "North", posts)] if posts else []
    assert at_risk(scenario([OFFICERS, MANAGER], [*after, STAYS])) == risky


def test_a_vacancy_deleted_puts_nobody_at_risk() -> None:
    """Six posts of which two are vacant shrink to four for four people."""
    case = scenario([line("Officer", "North", 6, people=4)], [later("Officer", "North", 4)])
    assert at_risk(case) == {}


def test_no_change_puts_nobody_at_risk() -> None:
    """Today's structure, beside a proposal that regrades and closes, changes nothing for anybody."""
    case = scenario(
        [OFFICERS, MANAGER], [later("Officer", "South", 1, "Grade 3")], roles=(Role(role="Officer", grade="Grade 4"),)
    )
    found = outcome(case, "no change")
    assert (found.at_risk, found.s188_low, found.s188_high, found.displaced_at_most) == (0, 0, 0, 0)
    assert found.no_change == found.in_scope == 5


@pytest.mark.parametrize(("grade", "risky"), [("Grade 5", {}), ("Grade 6", {"Officer": 4}), (None, {})])
def test_a_changed_grade_puts_at_risk(grade: str | None, risky: dict[str, int]) -> None:
    """Four posts at another grade change the job; a grade nobody states is not taken for a change."""
    assert at_risk(scenario([OFFICERS], [later("Officer", "North", 4, grade)])) == risky


def test_a_regraded_job_is_changed_and_not_gone() -> None:
    """Its holders are consulted about at most, yet keep their own job: none counts at least, none is displaced."""
    found = outcome(scenario([OFFICERS], [later("Officer", "North", 4, "Grade 6")]))
    assert (found.at_risk, found.s188_low, found.s188_high) == (4, 0, 4)
    assert (found.displaced_at_least, found.displaced_at_most, found.ring_fences) == (0, 0, ())


@pytest.mark.parametrize(("branch", "risky"), [("same", {}), ("dearer", {"Officer": 4})])
def test_a_branch_settles_the_grade(branch: str, risky: dict[str, int]) -> None:
    """The grade a branch gives the role decides whether it changed."""
    branches = tuple(
        GradeBranch(branch=name, role="Officer", grade=grade)
        for name, grade in (("same", "Grade 5"), ("dearer", "Grade 6"))
    )
    case = scenario([OFFICERS], [later("Officer", "North", 4, None)], grade_branches=branches)
    from_branch = asked(case, branch=branch)
    assert {g.group: g.people for g in people_outcome(*from_branch).groups if g.at_risk} == risky


def test_grades_that_proposed_lines_do_not_agree_on_are_not_known() -> None:
    """Two lines of one role at two grades say nothing; one grade in all of them does."""
    two = [later("Officer", "North", 1, "Grade 5"), later("Officer", "South", 1, "Grade 6")]
    assert grade_of(arranged(scenario([OFFICERS], two)), "Officer") is None
    assert grade_of(arranged(scenario([OFFICERS], two[1:])), "Officer") == "Grade 6"
    assert (
        grade_of(arranged(scenario([OFFICERS], roles=(Role(role="Officer", grade="Grade 8"),))), "Officer") == "Grade 8"
    )


def _to(role: str) -> PostChange:
    return PostChange(kind="re-designated", to=role)


def test_posts_re_designated_at_their_grade_put_nobody_at_risk() -> None:
    """Two of six officers become link officers at the same grade, where one link officer is already."""
    today = [
        line("Officer", "North", 4, change=PostChange(kind="retained")),
        line("Officer", "North", 2, change=_to("Link Officer")),
        line("Link Officer", "North", 1, change=PostChange(kind="retained")),
    ]
    found = outcome(scenario(today))
    assert (found.at_risk, found.displaced_at_most, found.ring_fences) == (0, 0, ())


@pytest.mark.parametrize(("team", "risky"), [("North", {}), ("Central", {"Officer": 4})])
def test_losing_every_team_puts_at_risk(team: str, risky: dict[str, int]) -> None:
    """As many posts in a new team only: today's posts are deleted, but nobody is displaced."""
    found = outcome(scenario([line("Officer", "North", 2), line("Officer", "South", 2)], [later("Officer", team, 4)]))
    assert {g.group: g.people for g in found.groups if g.at_risk} == risky
    assert found.displaced_at_most == 0


def test_people_who_go_along_with_a_post_are_not_at_risk() -> None:
    """A post transferred out of the case takes its holder along; one transferred inside it stays a post of the case."""
    out = line("Officer", "North", 2, change=PostChange(kind="transferred", to="Another service"))
    inside = line("Clerk", "North", 2, change=PostChange(kind="transferred", to="South"))
    found = outcome(
        scenario([out, inside, line("Manager", "South", 1, "Grade 7")], [later("Manager", "South", 1, "Grade 7")])
    )
    assert (found.in_scope, found.at_risk, found.no_change) == (5, 0, 3)


def test_those_who_leave_in_any_case_are_in_scope_and_not_counted() -> None:
    """Two of four leave and a fixed term ends first: three posts hold the two who stay, and agency is nobody's."""
    case = scenario(
        [
            OFFICERS,
            line("Helper", "North", 1, until_date=date(2025, 1, 31)),
            line("Temp", "North", 3, contract="agency"),
        ],
        [later("Officer", "North", 2)],
        groups=(Group(group="Officer", job_title="Officer", leaving=figure(2)),),
    )
    found = outcome(case, from_date=date(2025, 4, 1))
    assert (found.in_scope, found.no_change, found.at_risk, found.s188_high) == (5, 2, 0, 0)


def test_a_reserved_place_may_be_taken_by_somebody_else() -> None:
    """Four officers, four posts, one reserved: one may have to go, unless the right is theirs."""
    found = outcome(scenario([OFFICERS], [later("Officer", "North", 4)], reserved={"Officer": 1}))
    assert (found.at_risk, found.s188_low, found.s188_high) == (4, 0, 4)
    assert (found.displaced_at_least, found.displaced_at_most) == (0, 1)


@pytest.mark.parametrize(
    ("people", "low", "high", "known"),
    [
        (4, 4, 4, True),
        ((4, 3, 6), 3, 6, True),
        (None, None, 4, False),
    ],
)
def test_section_188_takes_the_ends_of_what_is_known(
    people: int | tuple[int, int, int] | None,
    low: int | None,
    high: int,
    known: bool,  # noqa: FBT001 - a table's column
) -> None:
    """Four posts go: a range of people gives a range, and people not known give no least, which is not nought."""
    found = outcome(scenario([line("Officer", "North", 4, people=people), MANAGER], [STAYS]))
    assert (found.s188_low, found.s188_high, found.people_known) == (low, high, known)


def test_a_range_without_a_value_is_a_range() -> None:
    """Four posts, of which between one and three are held: three are counted, one at least."""
    posts = Post(
        title="Officer",
        team="North",
        grade="Grade 5",
        posts=Figure(value=4),
        people=Figure(low=1, high=3, basis="assumed"),
    )
    found = outcome(scenario([posts]))
    assert (found.s188_low, found.s188_high, found.people_known) == (1, 3, False)
    assert found.in_scope == found.displaced_at_most == 3


def test_people_not_known_whose_posts_stay_leave_the_least_known() -> None:
    """The least is known again where only groups that are not at risk are not counted."""
    today = [line("Officer", "North", 2), line("Clerk", "North", 3, "Grade 3", people=None)]
    found = outcome(scenario(today, [later("Clerk", "North", 3, "Grade 3")]))
    assert (found.s188_low, found.s188_high, found.people_known) == (2, 2, False)


def test_people_who_slot_in_do_not_count_at_least() -> None:
    """Four officers' posts go; all four slot into new ones: consulted about at most, none at least."""
    found = outcome(scenario([OFFICERS], [later("Adviser", "North", 5)], {("Officer", "Adviser"): 6500}))
    assert (found.s188_low, found.s188_high, found.slot_in, found.displaced_at_most) == (0, 4, 4, 0)


def test_a_group_without_posts_of_its_own_is_at_risk() -> None:
    """A group the planner names for a job whose posts are gone tomorrow and today has nowhere to stay."""
    case = scenario(
        [OFFICERS],
        [later("Officer", "North", 4)],
        groups=(Group(group="Wardens", job_title="Warden", people=figure(2)),),
    )
    assert at_risk(case) == {"Wardens": 2}


def test_selection_by_team_counts_places_team_by_team() -> None:
    """Two officers north and two south, one and three posts: north competes only where selection is by team."""
    today = [line("Officer", "North", 2), line("Officer", "South", 2)]
    after = [later("Officer", "North", 1), later("Officer", "South", 3)]
    apart = POLICY.model_copy(update={"selection_by_team": True})
    assert at_risk(scenario(today, after)) == {}
    assert at_risk(scenario(today, after, policy=apart)) == {"Officer, North": 2}


def test_only_the_posts_of_a_structure_are_read() -> None:
    """Placements and work in a structure change nothing about people."""
    question, posts = asked(scenario([OFFICERS], [later("Officer", "North", 3)]))
    placed = Structure(posts=posts.posts, placements=(("Officer", "Officer", 1),))
    assert people_outcome(question, placed) == people_outcome(question, posts)


def test_titles_listed_for_a_role_are_that_job() -> None:
    """Proposed under another title that the role lists, it is the same job."""
    line_after = ProposedPost(option=GIVEN, title="Officer II", team="North", grade="Grade 5", posts=Figure(value=4))
    role = Role(role="Officer", job_titles=("Officer II",))
    assert at_risk(scenario([OFFICERS], [line_after], roles=(role,))) == {}


def test_no_change_leaves_a_team_that_an_option_would_empty() -> None:
    """A post to be transferred inside the case stays where it is under no change, and its holder is not at risk."""
    moved = line("Clerk", "North", 2, change=PostChange(kind="transferred", to="South"))
    case = scenario([moved, line("Manager", "South", 1)], [later("Manager", "South", 1)])
    assert outcome(case, kind="no change").at_risk == 0
