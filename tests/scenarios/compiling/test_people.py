"""Who is to be placed, in which places, with what claims; and who leaves anyway."""

from datetime import date
from typing import Any

import pytest

from scenarios.claims.strength import Level
from scenarios.compiling.people import Staff, people_of, staff
from scenarios.schema.groups import Group
from scenarios.schema.policy import Policy
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import Team
from tests.scenarios.claims.small_question import figure, later, line, scenario
from tests.scenarios.compiling.services import START, asked, change, head, laid

TEAMS = (Team(team="North"), Team(team="South"))


def service(*posts: Any, proposed: Any = (), **sheets: Any) -> Scenario:
    """Posts in two teams from START on."""
    return scenario(posts, proposed, **{"teams": TEAMS, "header": head(), **sheets})


def everyone(*posts: Any, kind: str = "given", **sheets: Any) -> dict[str, Staff]:
    """Staff groups by name."""
    return {s.group.group: s for s in staff(laid(service(*posts, **sheets), kind))}


def test_people_are_those_of_the_lines_of_a_job() -> None:
    """One group over two teams; people are not posts."""
    found = everyone(line("Officer", "North", 3, people=2), line("Officer", "South", 2))
    assert {name: (s.people, s.leaving, s.known) for name, s in found.items()} == {"Officer": (4, 0, True)}


@pytest.mark.parametrize(
    ("facts", "people", "leaving"),
    [
        ({"contract": "agency"}, 2, 0),
        ({"change": change("transferred", "Elsewhere")}, 2, 3),
        ({"change": change("transferred", "South")}, 5, 0),
        ({"until_date": date(2025, 3, 31), "contract": "fixed-term"}, 2, 3),
        ({"until_date": START, "contract": "fixed-term"}, 5, 0),
        ({"change": change("deleted")}, 5, 0),
    ],
)
def test_who_is_not_placed(facts: dict[str, Any], people: int, leaving: int) -> None:
    """Agency workers are nobody's staff group; who goes along with a post or whose term ends first leaves anyway."""
    found = everyone(line("Officer", "North", 2), line("Officer", "North", 3, **facts))["Officer"]
    assert (found.people, found.leaving) == (people, leaving)


def test_an_option_that_starts_later_sees_more_terms_end() -> None:
    """The option's own first day goes before the case's."""
    case = service(line("Officer", "North", 2, until_date=date(2025, 9, 30)))
    assert staff(laid(case, "given"))[0].leaving == 0
    assert staff(laid(case, "given", from_date=date(2025, 10, 1)))[0].leaving == 2


def test_without_a_start_no_term_has_ended() -> None:
    """Nobody can say that it has."""
    found = everyone(line("Officer", "North", 2, until_date=date(1999, 1, 1)), header=head(start_date=None))
    assert found["Officer"].leaving == 0


def test_those_known_to_leave_are_taken_off_once() -> None:
    """Of five, two leave and one post goes with its holder; never more leave than there are."""
    groups = (Group(group="Officer", job_title="Officer", leaving=figure(2)),)
    posts = [line("Officer", "North", 4), line("Officer", "North", 1, change=change("transferred", "Elsewhere"))]
    found = everyone(*posts, groups=groups)["Officer"]
    assert (found.people, found.leaving) == (2, 3)
    many = (Group(group="Officer", job_title="Officer", leaving=figure(9)),)
    assert (everyone(*posts, groups=many)["Officer"].people, everyone(*posts, groups=many)["Officer"].leaving) == (0, 5)


def test_people_not_known_are_one_for_each_post_and_said_to_be() -> None:
    """A held vacancy has nobody; a range bounds the guess on either side."""
    posts = [line("Officer", "North", 3, people=None), line("Officer", "North", 1, people=None, change=change("held"))]
    found = everyone(*posts)["Officer"]
    assert (found.people, found.known) == (3, False)
    for low, high, expected in ((4, 6, 4), (0, 2, 2), (1, 9, 3)):
        ranged = figure(5).model_copy(update={"value": None, "low": low, "high": high, "basis": "assumed"})
        groups = (Group(group="Officer", job_title="Officer", people=ranged),)
        assert everyone(line("Officer", "North", 3, people=None), groups=groups)["Officer"].people == expected


def test_unknown_people_of_a_line_that_leaves_are_one_for_each_post() -> None:
    """Three posts go along; two people stay."""
    posts = [line("Officer", "North", 2), line("Officer", "North", 3, people=None, change=change("transferred", "Out"))]
    found = everyone(*posts)["Officer"]
    assert (found.people, found.leaving, found.known) == (2, 3, False)


def test_a_group_has_the_grade_its_lines_agree_on() -> None:
    """Two grades are no grade: nothing is guessed between them."""
    one = everyone(line("Officer", "North", 1), line("Officer", "South", 1))["Officer"]
    two = everyone(line("Officer", "North", 1), line("Officer", "South", 1, "Grade 6"))["Officer"]
    assert (one.job.grade, two.job.grade) == ("Grade 5", None)


def test_the_role_posts_are_re_designated_to_is_an_own_job() -> None:
    """Beside today's role."""
    found = everyone(line("Officer", "North", 2, change=change("re-designated", "Adviser")))["Officer"]
    assert found.job.roles == ("Adviser", "Officer")


def test_places_of_a_role_are_one_set_over_all_teams() -> None:
    """Less those reserved; a role without posts in the option has none."""
    case = service(
        line("Officer", "North", 2),
        line("Chief", "South", 1),
        proposed=[later("Officer", "South", 1)],
        reserved={"Officer": 1},
    )
    found = people_of(laid(case, "given", name="as given"), ("North", "South"), {"Officer"})
    assert [(p.id, p.role, p.teams, p.reserved) for p in found.places] == [
        ("Officer", "Officer", ("North", "South"), 1)
    ]


def test_selection_by_team_tells_places_and_groups_apart() -> None:
    """Each team's officers hold their own team's posts; in the other team it is a job at the same grade."""
    case = service(
        line("Officer", "North", 2),
        line("Officer", "South", 2),
        policy=Policy(selection_by_team=True),
    )
    found = people_of(laid(case, "no change"), ("South", "North"), {"Officer"})
    assert [p.id for p in found.places] == ["Officer in North", "Officer in South"]
    assert {g.id: g.people for g in found.groups} == {"Officer, North": 2, "Officer, South": 2}
    levels = {pair: standing.level for pair, standing in found.standings.items()}
    assert levels["Officer, North", "Officer in North"] is Level.OWN_JOB
    assert levels["Officer, North", "Officer in South"] is Level.SAME_GRADE
    certain = {pair: standing.certain for pair, standing in found.standings.items()}
    assert certain["Officer, North", "Officer in North"]
    assert not certain["Officer, North", "Officer in South"]


def test_reserved_places_fall_to_no_team_and_not_to_no_change() -> None:
    """With selection by team a role with reserved places stays one set; no change has no vacancy to reserve."""
    case = service(
        line("Officer", "North", 2),
        line("Officer", "South", 2),
        proposed=[later("Officer", "North", 3)],
        policy=Policy(selection_by_team=True),
        reserved={"Officer": 1},
    )
    as_given = people_of(laid(case, "given", name="as given"), ("North", "South"), {"Officer"})
    assert [(p.id, p.reserved) for p in as_given.places] == [("Officer", 1)]
    unchanged = people_of(laid(case, "no change"), ("North", "South"), {"Officer"})
    assert {p.reserved for p in unchanged.places} == {0}


def test_a_match_of_the_group_goes_before_one_of_its_role() -> None:
    """Evaluated for the group at 40 %, which is below the ring-fence, though for the role it was 70 %."""
    posts = [line("Officer", "North", 2)]
    proposed = [later("Adviser", "North", 2)]
    groups = (Group(group="All officers", job_title="Officer"),)
    by_role = service(*posts, proposed=proposed, groups=groups, matches={("Officer", "Adviser"): 7000})
    both = service(
        *posts,
        proposed=proposed,
        groups=groups,
        matches={("Officer", "Adviser"): 7000, ("All officers", "Adviser"): 4000},
    )
    for case, level in ((by_role, Level.SLOT_IN), (both, None)):
        found = people_of(laid(case, "given", name="as given"), ("North",), {"Adviser", "Officer"})
        standing = found.standings.get(("All officers", "Adviser"))
        assert (None if standing is None else standing.level) is level


def test_claims_say_what_they_mean_for_a_person() -> None:
    """The own job changes nothing; one grade down is down and another job; the same grade is another job."""
    policy = Policy(grades_down=figure(1), grades_up=figure(0), up_allowed=False)
    case = service(
        line("Officer", "North", 2),
        proposed=[later("Officer", "North", 1), later("Clerk", "North", 1, "Grade 4"), later("Adviser", "North", 1)],
        policy=policy,
    )
    question = asked(case, "given", name="as given")
    assert {c.places: (c.moves_down, c.changes_job) for c in question.problem.claims} == {
        "Officer": (False, False),
        "Clerk": (True, True),
        "Adviser": (False, True),
    }
    strengths = {c.places: c.strength for c in question.problem.claims}
    assert strengths["Officer"] < strengths["Adviser"] < strengths["Clerk"]
