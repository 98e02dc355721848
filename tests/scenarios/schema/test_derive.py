"""Derivations: what step 1 and 2 tables say without the sheets of step 3."""

from typing import Any

import pytest

from scenarios.schema.derive import complete
from scenarios.schema.derive_posts import WHOLE_SERVICE, size_of
from scenarios.schema.derive_work import demand_of
from scenarios.schema.figure import UNKNOWN, Figure
from scenarios.schema.posts import Post
from scenarios.schema.scenario import Scenario
from tests.scenarios.schema.builders import fixed, line, scenario

NEW = {"kind": "new", "new_milli_fte": {"value": 1_500, "low": 1_000, "high": 2_000}}
ENDS = {"kind": "ends", "change_basis_points": fixed(-10_000)}


def _numbers(figure: Figure | None) -> tuple[int | None, int | None, int | None] | None:
    return None if figure is None else (figure.value, figure.low, figure.high)


def _demand(work: dict[str, Any], *posts: dict[str, Any], **sheets: Any) -> tuple[int | None, ...] | None:
    whole = scenario(posts=posts, work=[{"work": "W", **work}], **sheets)
    return _numbers(demand_of(whole.work[0], whole))


def test_completing_twice_changes_nothing() -> None:
    """A completed scenario is complete."""
    once = complete(
        scenario(
            posts=[line("Officer", 15_000, team="North", grade="Grade 5", cost_pence=fixed(44_900_000))],
            proposed=[line("Lead", 1_000, reports_to="Head")],
            work=[{"work": "W", "share_basis_points": {"Officer": fixed(4_500)}}],
        )
    )
    assert complete(once) == once


def test_demand_comes_from_todays_posts_with_its_range() -> None:
    """15 FTE at 45 % (30..60) less 54 % (70..0): 15 x .45 x .46 = 3.105, from 15 x .3 x .3 to 15 x .6 x 1."""
    work = {
        "share_basis_points": {"Officer": {"value": 4_500, "low": 3_000, "high": 6_000, "basis": "assumed"}},
        "happens": {"kind": "changes", "change_basis_points": {"value": -5_400, "low": -7_000, "high": 0}},
    }
    assert _demand(work, line("Officer", 10_000), line("Officer", 5_000)) == (3_105, 1_350, 9_000)


def test_demand_never_comes_from_proposed_posts() -> None:
    """Changing the proposed structure changes no demand."""
    work = {"share_basis_points": {"Officer": fixed(5_000)}}
    proposed = [line("Officer", 99_000)]
    assert _demand(work, line("Officer", 2_000)) == _demand(work, line("Officer", 2_000), proposed=proposed)


def test_transferred_posts_take_their_work_along() -> None:
    """Of two posts, the one that leaves the service leaves no demand behind; a held one does."""
    work = {"share_basis_points": {"Officer": fixed(10_000)}}
    leaves = line("Officer", 1_000, change={"kind": "transferred", "to": "Tier"})
    stays = line("Officer", 1_000, change={"kind": "held"})
    assert _demand(work, leaves, stays) == (1_000, None, None)


@pytest.mark.parametrize("sheet", ["posts", "proposed", "teams"])
def test_posts_transferred_within_the_case_keep_their_work(sheet: str) -> None:
    """A post that moves to another team of the case, wherever that team is named, is done there: 2 of 2 FTE stay."""
    work = {"share_basis_points": {"Officer": fixed(10_000)}}
    moves = line("Officer", 1_000, change={"kind": "transferred", "to": "South"})
    rows = {"posts": [line("Clerk", 500, team="South")], "proposed": [line("Aide", 500, team="South")]}
    more = {sheet: rows.get(sheet, [{"team": "South"}])}
    posts = [moves, line("Officer", 1_000), *more.pop("posts", [])]
    assert _demand(work, *posts, **more) == (2_000, None, None)


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ({"demand_milli_fte": fixed(2_000)}, (2_000, None, None)),
        ({"happens": NEW}, (1_500, 1_000, 2_000)),
        # 1,200 reviews of 2 h at 1,600 h a year are 1.5 FTE.
        (
            {"volume": fixed(1_200), "minutes_each": fixed(120), "productive_minutes": fixed(96_000)},
            (1_500, None, None),
        ),
        # 100 cases at 18.4 (20 at most, 16 at least) for one worker.
        (
            {"cases": fixed(100), "caseload_hundredths": {"value": 1_840, "low": 1_600, "high": 2_000}},
            (5_435, 5_000, 6_250),
        ),
        ({}, None),
        ({"share_basis_points": {"Officer": {"basis": "unknown"}}}, (None, None, None)),
        ({"share_basis_points": {"Officer": {"low": 1_000, "high": 2_000}}}, (None, 200, 400)),
        ({"share_basis_points": {"Officer": fixed(10_000)}, "happens": ENDS}, (0, None, None)),
    ],
)
def test_demand_is_stated_in_several_ways(work: dict[str, Any], expected: tuple[int | None, ...] | None) -> None:
    """Directly, as new work, as volume times hours, as cases over caseload, as shares; not known stays not known."""
    assert _demand(work, line("Officer", 2_000)) == expected


def test_a_line_without_fte_counts_full_time_posts() -> None:
    """Three posts without FTE are 3 FTE; posts not known are FTE not known; FTE given goes first."""
    sizes = [
        size_of(Post.model_validate({"title": "Clerk", **row}))
        for row in (
            {"posts": fixed(3)},
            {"posts": {"low": 2, "high": 4}},
            {"posts": fixed(3), "milli_fte": fixed(2_500)},
            {"posts": {"basis": "unknown"}},
        )
    ]
    assert [_numbers(size) for size in sizes] == [
        (3000, None, None),
        (None, 2000, 4000),
        (2500, None, None),
        (None,) * 3,
    ]


def _groups(whole: Scenario) -> list[tuple[str, str | None, tuple[int | None, ...] | None]]:
    return [(group.group, group.team, _numbers(group.people)) for group in complete(whole).groups]


def test_people_with_one_job_and_employer_are_one_group() -> None:
    """Hours and teams divide nobody; people not given are not known; agency workers are in no group."""
    posts = [
        line("Officer", 7_500, team="North", people=fixed(8)),
        line("Officer", 3_000, team="South", people={"value": 6, "low": 5, "high": 7}),
        line("Clerk", 1_000),
        line("Temp", 1_000, people=fixed(1), contract="agency"),
    ]
    expected = [("Clerk", None, (None, None, None)), ("Officer", None, (14, 13, 15))]
    assert _groups(scenario(posts=posts)) == expected


def test_groups_divide_by_employer_and_by_team_only_if_the_policy_says_so() -> None:
    """Two employers make two groups; teams only where selection is by team."""
    posts = [line("Officer", 1_000, team="North"), line("Officer", 1_000, team="South", employer="NHS")]
    by_employer = [name for name, _, _ in _groups(scenario(posts=posts))]
    by_team = _groups(scenario(posts=posts[:1], policy={"selection_by_team": True}))
    assert by_employer == ["Officer (Council)", "Officer (NHS)"]
    assert by_team == [("Officer, North", "North", (None, None, None))]


def test_a_group_given_keeps_its_name_and_gets_its_people() -> None:
    """A group of the planner's stands for the derived one of the same job and employer."""
    groups = [{"group": "All officers", "job_title": "Officer"}, {"group": "Vacant", "job_title": "None"}]
    whole = scenario(posts=[line("Officer", 1_000, people=fixed(2))], groups=groups)
    assert _groups(whole) == [("All officers", None, (2, None, None)), ("Vacant", None, None)]


def test_roles_take_what_all_their_lines_agree_on() -> None:
    """One grade, one employer and the printed totals; where lines disagree, nothing is chosen."""
    posts = [
        line("Manager", 1_500, grade="Band D", cost_pence=fixed(7_650_000)),
        line("Officer", 1_000, grade="PO4", cost_pence=fixed(4_000_000), employer="NHS"),
        line("Officer", 1_000, grade="PO5", cost_pence=fixed(5_000_000), employer="NHS"),
    ]
    proposed = [
        line("Manager", 1_000, grade="Band C", branch="low"),
        line("Clerk", 2_000, reports_to="Manager", grade="G3"),
    ]
    whole = complete(
        scenario(posts=posts, proposed=proposed, roles=[{"role": "Clerk", "unknown": ["grade", "employer"]}])
    )
    roles = {role.role: role for role in whole.roles}
    manager, officer, clerk = roles["Manager"], roles["Officer"], roles["Clerk"]
    assert (manager.grade, manager.manages, _numbers(manager.cost_pence)) == ("Band D", True, (7_650_000, None, None))
    assert manager.cost_milli_fte.value == 1_500
    assert (officer.grade, officer.employer, officer.cost_pence) == (None, "NHS", None)
    assert (clerk.grade, clerk.employer) == (None, None)


def test_titles_listed_by_a_role_are_that_role() -> None:
    """A role may stand for several titles; a role posts are re-designated to is a role as well."""
    posts = [
        line("Sr Officer", 1_000, grade="G5"),
        line("Clerk", 1_000, change={"kind": "re-designated", "to": "Aide"}),
    ]
    whole = complete(scenario(posts=posts, roles=[{"role": "Senior", "job_titles": ["Sr Officer"]}]))
    assert [(role.role, role.grade) for role in whole.roles] == [("Senior", "G5"), ("Aide", None), ("Clerk", None)]


def test_grades_take_their_cost_from_printed_totals() -> None:
    """A grade without pay gets the totals of its lines; with pay of its own, or two unit costs, it gets none."""
    posts = [
        line("A", 15_000, grade="Grade 5", cost_pence=fixed(44_900_000)),
        line("B", 1_000, grade="Band A", cost_pence=fixed(3_650_000)),
        line("C", 6_000, grade="Band A", cost_pence=fixed(21_800_000)),
        line("D", 1_000, grade="Band D", cost_pence=fixed(5_100_000)),
    ]
    given = [{"grade": "Band D", "top_point": 47}, {"grade": "Grade 5", "employer": "NHS"}]
    grades = complete(scenario(posts=posts, grades=given)).grades
    assert [(grade.grade, _numbers(grade.all_in_cost_pence)) for grade in grades] == [
        ("Band D", None),
        ("Grade 5", None),
        ("Band A", None),
    ]
    alone = complete(scenario(posts=posts[:1])).grades[0]
    assert (_numbers(alone.all_in_cost_pence), alone.all_in_milli_fte.value) == ((44_900_000, None, None), 15_000)


def test_teams_come_from_posts() -> None:
    """Today's teams exist, proposed ones may open; posts without a team sit at the top."""
    posts, proposed = [line("A", 1_000, team="North"), line("B", 1_000)], [line("A", 1_000, team="Central")]
    whole = complete(scenario(posts=posts, proposed=proposed))
    assert [(team.team, team.state) for team in whole.teams] == [
        ("North", "exists"),
        (WHOLE_SERVICE, "exists"),
        ("Central", "may open"),
    ]
    topped = complete(scenario(posts=posts, teams=[{"team": "Pillar"}, {"team": "North", "parent": "Pillar"}]))
    assert [post.team for post in topped.posts] == ["North", "Pillar"]


def _able(whole: Scenario) -> dict[tuple[str, str], int | None]:
    return {
        (row.role, work): share.value for row in complete(whole).able for work, share in row.work_basis_points.items()
    }


def test_who_does_a_work_today_can_do_it() -> None:
    """So can the same or a higher grade of the family; nobody else, and what is given goes first."""
    roles = [
        {"role": "Officer", "family": "Care", "grade": "G5"},
        {"role": "Peer", "family": "Care", "grade": "G5"},
        {"role": "Senior", "family": "Care", "grade": "G6"},
        {"role": "Junior", "family": "Care", "grade": "G4"},
        {"role": "Nurse", "family": "Care", "grade": "Band 6"},
        {"role": "Clerk", "family": "Office", "grade": "G6"},
    ]
    ranks = [("G4", "NJC", 4), ("G5", "NJC", 5), ("G6", "NJC", 6), ("Band 6", "NHS", 9)]
    whole = scenario(
        posts=[line("Officer", 1_000)],
        roles=roles,
        grades=[{"grade": grade, "pay_system": system, "rank": rank} for grade, system, rank in ranks],
        work=[
            {"work": "Visits", "share_basis_points": {"Officer": fixed(5_000)}},
            {"work": "None of it", "share_basis_points": {"Officer": fixed(0)}},
        ],
        able=[{"role": "Clerk", "work_basis_points": {"Visits": fixed(2_500)}}],
    )
    able = _able(whole)
    assert [able[role["role"], "Visits"] for role in roles] == [10_000, 10_000, 10_000, 0, 0, 2_500]
    assert {able[role["role"], "None of it"] for role in roles} == {0}


def test_options_are_there_without_a_sheet() -> None:
    """No change always; each structure given; one to design where there is work, against the one given."""
    bare = complete(scenario())
    full = complete(scenario(posts=[line("A", 1_000)], proposed=[line("B", 1_000)], work=[{"work": "W"}]))
    two = complete(scenario(proposed=[line("B", 1_000, option="x"), line("B", 1_000, option="y")]))
    assert [option.option for option in bare.options] == ["no change"]
    assert [(option.option, option.against) for option in full.options] == [
        ("no change", None),
        ("as proposed", None),
        ("designed", "as proposed"),
    ]
    assert [option.option for option in two.options] == ["no change", "x", "y"]


def test_a_figure_beyond_any_scale_is_not_known() -> None:
    """Working out never breaks on absurd figures: they are refused as faults, and here they are not known."""
    absurd = fixed(10**15)
    work = {"volume": absurd, "minutes_each": absurd, "productive_minutes": fixed(1)}
    whole = scenario(work=[{"work": "W", **work}])
    assert demand_of(whole.work[0], whole) == UNKNOWN
