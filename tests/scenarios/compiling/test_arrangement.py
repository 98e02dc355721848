"""One option laid over a scenario: what it changes, what it sees, and what never reaches it."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.compiling.arrangement import arrangements
from scenarios.schema.grade_branches import GradeBranch
from scenarios.schema.options import AbleChange
from scenarios.schema.proposed import ProposedPost
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import Team
from scenarios.schema.work import Work
from tests.scenarios.claims.small_question import later, line, scenario
from tests.scenarios.compiling.services import able, known, laid, option, work

TEAMS = (Team(team="North"), Team(team="South"), Team(team="Central", state="may open", led_by=("outside",)))


def service(**sheets: Any) -> Scenario:
    """Two officers in each of two teams, a central team that may open, and one block of work."""
    posts = [line("Officer", "North", 2), line("Officer", "South", 2)]
    proposed = sheets.pop("proposed", [later("Adviser", "Central", 3, "Grade 6")])
    shares = {"Officer": known(5000)}
    plain = {"teams": TEAMS, "work": (Work(work="Visits", share_basis_points=shares, teams=("North", "South")),)}
    return scenario(posts, proposed, **{**plain, **sheets})


BRANCHES = tuple(GradeBranch(branch=name, role="Adviser", grade=name) for name in ("Grade 6", "Grade 7"))


def test_options_come_by_kind_and_name_whatever_their_rows() -> None:
    """No change, then given, then designed; the order of rows says nothing."""
    rows = [option("designed", "b"), option("given", "as given"), option("designed", "a"), option("no change")]
    names = [a.name for a in arrangements(service(options=tuple(rows)))]
    assert names == ["no change", "as given", "a", "b"]
    assert [a.name for a in arrangements(service(options=tuple(reversed(rows))))] == names


def test_options_not_listed_are_worked_out() -> None:
    """Without a sheet of options there is no change, what is proposed, and a design to set against it."""
    found = arrangements(service())
    assert [(a.option.option, a.option.kind, a.option.against) for a in found] == [
        ("no change", "no change", None),
        ("as given", "given", None),
        ("designed", "designed", "as given"),
    ]


def test_branches_named_or_all_of_them_and_none_for_no_change() -> None:
    """An option stands in the branches it names, else in each there is; today's grades are settled."""
    rows = (option("no change"), option("given", "as given"), option("designed", "d", branches=("Grade 7",)))
    found = arrangements(service(options=rows, grade_branches=BRANCHES))
    assert [a.name for a in found] == ["no change", "as given (Grade 6)", "as given (Grade 7)", "d (Grade 7)"]
    assert [a.name for a in arrangements(service(options=rows), ("designed",))] == ["d (Grade 7)"]


@pytest.mark.parametrize("roles", [(), (Role(role="Adviser"),)], ids=["a role not listed", "a role listed"])
def test_a_branch_settles_the_grade(roles: tuple[Role, ...]) -> None:
    """The role has its branch's grade, whether it has a row of its own or not."""
    for branch in ("Grade 6", "Grade 7"):
        found = laid(service(grade_branches=BRANCHES, roles=roles), branch=branch).scenario
        assert {r.role: r.grade for r in found.roles}["Adviser"] == branch


def test_lines_of_another_branch_are_not_seen() -> None:
    """A line without a branch stands in each."""
    lines = [later("Adviser", "Central", 1, branch="Grade 6"), later("Clerk", "Central", 1)]
    for branch, titles in (("Grade 6", {"Adviser", "Clerk"}), ("Grade 7", {"Clerk"})):
        found = laid(service(proposed=lines, grade_branches=BRANCHES), branch=branch).scenario
        assert {p.title for p in found.proposed} == titles


def test_a_given_option_sees_its_own_lines_and_a_design_sees_all() -> None:
    """So a design may use roles that any structure given by hand brings in, at the costs they state."""
    other = ProposedPost(option="staff side", title="Senior Officer", team="Central", posts=known(1))
    case = service(proposed=[later("Adviser", "Central", 3), other])
    assert {p.title for p in laid(case, "given", name="as given").scenario.proposed} == {"Adviser"}
    assert {p.title for p in laid(case, "given", name="staff side").scenario.proposed} == {"Senior Officer"}
    designed = laid(case).scenario
    assert {"Adviser", "Senior Officer"} <= {r.role for r in designed.roles}


def test_an_option_changes_who_leads_and_what_outside_leads_absorb() -> None:
    """A stated amount is for each team led from outside; other teams absorb nothing new."""
    led_by = {"North": ("outside",), "South": ("North", "South")}
    found = laid(service(), led_by=led_by, absorbed_milli_fte=known(300)).scenario
    rows = {t.team: t for t in found.teams}
    assert {name: row.led_by for name, row in rows.items()} == {**led_by, "Central": ("outside",)}
    assert {name: row.absorbed_milli_fte for name, row in rows.items()} == {
        "North": known(300),
        "South": None,
        "Central": known(300),
    }


def test_an_option_moves_work_and_changes_who_can_do_it() -> None:
    """What the option does not name stays as the sheets say."""
    kept = work("Phone", 500, teams=("South",))
    case = service(work=(*service().work, kept), able=(able("Officer", Phone=10_000),))
    change = AbleChange(role="Officer", work="Phone", share_basis_points=known(0))
    new = AbleChange(role="Adviser", work="Phone", share_basis_points=known(2500))
    found = laid(case, work_in_teams={"Visits": ("Central",)}, able=(change, new)).scenario
    assert {w.work: w.teams for w in found.work} == {"Visits": ("Central",), "Phone": ("South",)}
    shares = {row.role: {w: f.value for w, f in row.work_basis_points.items()} for row in found.able}
    assert shares["Officer"] == {"Visits": 10_000, "Phone": 0}
    assert shares["Adviser"] == {"Visits": 0, "Phone": 2500}
    assert {row.role: row for row in laid(case).scenario.able}["Officer"].work_basis_points["Phone"].value == 10_000


LINES = st.builds(
    later,
    st.sampled_from(["Adviser", "Officer", "Clerk", "Chief"]),
    st.sampled_from(["North", "Central", "Elsewhere"]),
    st.integers(0, 9),
    st.sampled_from([None, "Grade 4", "Grade 5", "Grade 7"]),
    milli_fte=st.one_of(st.none(), st.builds(known, st.integers(0, 9000))),
    reports_to=st.one_of(st.none(), st.just("Chief")),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=6))
def test_no_proposed_line_changes_any_demand(lines: list[ProposedPost]) -> None:
    """Whatever is proposed, every option is asked to cover the same work: 5,000 of 4 FTE is 2 FTE."""
    case = service(proposed=lines, options=(option("no change"), option("given", "as given"), option("designed")))
    for arrangement in arrangements(case):
        demand = {w.work: w.demand_milli_fte and w.demand_milli_fte.value for w in arrangement.scenario.work}
        assert demand == {"Visits": 2000}
