"""Work fits the direct time of the posts able to do it. Change this when time is counted in another way."""

import pytest

from tests.solver.build import able, kind, problem, role, structure, work
from tests.solver.verdicts import allows, both_allow, broken, infeasible, posts, posts_without

CALLS = ("calls", "north", "officer")


def test_holds() -> None:
    """1.5 FTE of work need two posts; without the rule work is neither done nor missed and needs none."""
    case = problem(kind(), work(milli_fte=1500), able())
    assert posts(case) == {"north officer": 2}
    assert posts_without(case, "work_fits") == {}


def test_forced_breach() -> None:
    """1.2 statutory FTE for one post: nothing fits, and the post is given 0.2 FTE more than it has."""
    case = problem(kind(most=1), work(milli_fte=1200, statutory=True), able())
    assert infeasible(case)
    overworked = structure({"north officer": 1}, {CALLS: 1200})
    assert broken(case, overworked) == [("work_fits", "officer in north", 200), ("work_fits", "calls", 200)]
    assert not both_allow(case, overworked)


def test_edge() -> None:
    """A post does exactly the time it has, and not a thousandth more."""
    case = problem(kind(most=1), work(milli_fte=1001), able())
    assert both_allow(case, structure({"north officer": 1}, {CALLS: 1000}))
    assert not both_allow(case, structure({"north officer": 1}, {CALLS: 1001}))


def test_two_blocks_share_the_time() -> None:
    """Two blocks of 0.6 FTE each fit one post alone but not together: 0.2 FTE too much."""
    case = problem(kind(most=1), work(milli_fte=600), work("letters", 600), able(), able(block="letters"))
    done = {CALLS: 600, ("letters", "north", "officer"): 600}
    assert broken(case, structure({"north officer": 1}, done)) == [("work_fits", "officer in north", 200)]
    assert not both_allow(case, structure({"north officer": 1}, done))


def test_edge_of_a_rounded_time() -> None:
    """0.625 FTE at 333 permille is 208 thousandths, of which 501 permille may go on calls: 104, and not 105."""
    case = problem(
        role(direct_permille=333), kind(milli_fte=625, most=1), work(), able(share_permille=501), spare_milli_fte=None
    )
    assert both_allow(case, structure({"north officer": 1}, {CALLS: 104}))
    assert not both_allow(case, structure({"north officer": 1}, {CALLS: 105}))
    assert broken(case, structure({"north officer": 1}, {CALLS: 105})) == [("work_fits", "calls", 1)]


def test_edge_of_a_share_of_several_posts() -> None:
    """Each of three posts has a share of its own, rounded by itself: 3 x 104, not the share of their sum."""
    case = problem(
        role(direct_permille=333), kind(milli_fte=625), work(), able(share_permille=501), spare_milli_fte=None
    )
    assert both_allow(case, structure({"north officer": 3}, {CALLS: 312}))
    assert broken(case, structure({"north officer": 3}, {CALLS: 313})) == [("work_fits", "calls", 1)]


@pytest.mark.parametrize("posts_held", [{"held": 1}, {"north clerk": 1}, {"south officer": 1}])
def test_only_those_able_in_the_teams_of_the_work(posts_held: dict[str, int]) -> None:
    """A held vacancy, a role not able and a team where the work does not sit do none of it."""
    case = problem(
        kind(id="held", works=False),
        kind(job="clerk"),
        kind("south"),
        work(milli_fte=400),
        able(),
        spare_milli_fte=None,
    )
    (held,) = posts_held
    job, team = ("clerk" if "clerk" in held else "officer"), ("south" if "south" in held else "north")
    given = structure(posts_held, {("calls", team, job): 400})
    assert ("work_fits", "calls", 400) in broken(case, given)
    assert not allows(case, given)


def test_no_more_is_done_than_there_is() -> None:
    """A post with time to spare does no more of a block than its demand, and no negative part of it."""
    case = problem(kind(), work(milli_fte=700), able())
    assert both_allow(case, structure({"north officer": 1}, {CALLS: 700}))
    assert broken(case, structure({"north officer": 1}, {CALLS: 701})) == [("work_fits", "calls", 1)]
    assert not both_allow(case, structure({"north officer": 1}, {CALLS: 701}))
    assert not both_allow(case, structure({"north officer": 1}, {CALLS: -1}))
