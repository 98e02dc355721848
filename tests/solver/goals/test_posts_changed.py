"""Posts more or fewer than today. Change this when change is counted in FTE."""

import pytest

from solver.checker import judge
from tests.solver.build import able, kind, problem, structure, work
from tests.solver.verdicts import posts, stage_values

TEAMS = ("north", "south", "west")


def test_value() -> None:
    """One post fewer in north, two more in south and none of three left in west: six changes."""
    case = problem(kind(today=2), kind("south"), kind("west", today=3))
    assert judge(case, structure({"north officer": 1, "south officer": 2})).values["posts_changed"] == 6


def test_made_small() -> None:
    """3 FTE of work at the same price anywhere: the three posts of today stay, and of four one goes."""
    sites = (kind(today=1), kind("south", today=2), kind("west"))
    case = problem(*sites, work(milli_fte=3000, teams=TEAMS), able())
    assert posts(case) == {"north officer": 1, "south officer": 2}
    assert stage_values(case)["posts_changed"] == 0
    four_today = problem(*sites[:2], kind("west", today=1), work(milli_fte=3000, teams=TEAMS), able())
    assert stage_values(four_today)["posts_changed"] == 1


@pytest.mark.parametrize(("today", "changes"), [(0, 2), (2, 0), (9, 7)])
def test_today_may_lie_beyond_what_can_exist(today: int, changes: int) -> None:
    """At most two posts can exist and two are needed: seven fewer than nine is counted in full."""
    case = problem(kind(most=2, today=today), work(milli_fte=2000), able())
    assert stage_values(case)["posts_changed"] == changes


def test_kept_posts_beyond_today_count_too() -> None:
    """Two posts that must stay where there is none today are two changes."""
    assert stage_values(problem(kind(least=2, today=0), spare_milli_fte=None))["posts_changed"] == 2
