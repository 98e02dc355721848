"""Published and assumed are told apart in the designed cases, and each guess says why."""

import pytest

from scenarios.schema.policy import Policy
from tests.scenarios.library.shipped import demand, figures, page_table, rows_of, shipped

DESIGNED = ("bury-2021", "nottinghamshire-2014")
DOUBTS = {
    "bury-2021": ["outside-team", "outside-team", "ungraded"],
    "nottinghamshire-2014": ["open-grade", "shares-may-pass-whole"],
}


@pytest.mark.parametrize("name", DESIGNED)
def test_loads_without_faults_and_reads_everything(name: str) -> None:
    """Doubts: two posts that leave, grades not settled, ranges of shares up to 115 %. Every column is read."""
    case = shipped(name)
    assert [doubt.code for doubt in case.doubts] == DOUBTS[name]
    assert [column for column in case.not_read if column != "README.md"] == []


@pytest.mark.parametrize("name", DESIGNED)
def test_is_an_illustration_and_says_so(name: str) -> None:
    """A real authority's case with assumed work is labelled."""
    assert shipped(name).scenario.header.illustration
    assert "assumed" in (shipped(name).scenario.header.note or "")


@pytest.mark.parametrize("name", DESIGNED)
def test_every_assumed_figure_says_why(name: str) -> None:
    """Its source is its own or its row's: the sheet's general source says where facts stand, not why a guess holds."""
    general = {*shipped(name).scenario.header.sources.values()}
    guesses = [(sheet, figure) for sheet, row in rows_of(name) for figure in figures(row) if figure.basis == "assumed"]
    assert guesses
    for sheet, figure in guesses:
        assert figure.source is not None, sheet
        assert figure.source not in general, (sheet, figure)


@pytest.mark.parametrize("name", DESIGNED)
def test_every_row_with_an_assumed_name_has_a_source_of_its_own(name: str) -> None:
    """An assumed grade, team or yes stands in a row that says what it rests on."""
    rows = [(sheet, row) for sheet, row in rows_of(name) if row.assumed]
    assert rows
    assert [sheet for sheet, row in rows if row.source is None] == []


@pytest.mark.parametrize("name", DESIGNED)
def test_about_ten_assumptions_have_a_range(name: str) -> None:
    """Each is solved again for the point where the answer changes, so only those that matter have one."""
    ranges = [figure for _, row in rows_of(name) for figure in figures(row) if figure.may_move]
    assert 8 <= len(ranges) <= 12


@pytest.mark.parametrize("name", DESIGNED)
def test_all_shares_of_time_are_assumed_and_fit_the_direct_time(name: str) -> None:
    """No report publishes a workload; and a job's shares never add up to more than its time for the work listed."""
    scenario = shipped(name).scenario
    direct = {role.role: role.direct_basis_points for role in scenario.roles}
    taken: dict[str, int] = {}
    for work in scenario.work:
        for job, share in work.share_basis_points.items():
            assert share.basis == "assumed", (work.work, job)
            taken[job] = taken.get(job, 0) + (share.value or 0)
    assert taken
    for job, share_basis_points in taken.items():
        figure = direct[job]
        assert figure is not None
        assert share_basis_points <= (figure.value or 0), job


@pytest.mark.parametrize("name", DESIGNED)
def test_no_policy_is_invented(name: str) -> None:
    """Thresholds, protection and exit costs are not published, so they stay unknown."""
    scenario = shipped(name).scenario
    assert scenario.policy == Policy()
    assert scenario.limits.exit_cost_pence is None
    assert scenario.limits.ceiling_pence is None
    assert scenario.matches == ()


@pytest.mark.parametrize("name", DESIGNED)
def test_the_page_prints_the_demand_that_the_sheets_give(name: str) -> None:
    """The arithmetic on the page is the arithmetic of the case: FTE later to the thousandth."""
    printed = page_table(name)
    assert {work: later for work, (_, later) in printed.items()} == demand(name)


@pytest.mark.parametrize("name", DESIGNED)
def test_the_page_prints_the_time_that_goes_into_each_work_today(name: str) -> None:
    """FTE today is share times FTE, summed over jobs."""
    scenario = shipped(name).scenario
    size = {post.title: post.milli_fte.value or 0 for post in scenario.posts if post.milli_fte is not None}
    today = {
        work.work: sum(size[job] * (share.value or 0) // 10_000 for job, share in work.share_basis_points.items())
        for work in scenario.work
    }
    assert {work: now for work, (now, _) in page_table(name).items()} == today


@pytest.mark.parametrize("name", DESIGNED)
def test_proposed_posts_never_reach_the_demand(name: str) -> None:
    """No title that only the proposal has holds a share of today's time."""
    scenario = shipped(name).scenario
    titles = {post.title for post in scenario.posts}
    assert {job for work in scenario.work for job in work.share_basis_points} <= titles
