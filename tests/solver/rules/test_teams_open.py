"""The number of open teams is within what the option allows. Change this when teams open by pillar."""

import pytest

from tests.solver.build import able, kind, problem, structure, work
from tests.solver.verdicts import both_allow, broken, gives_at, infeasible, posts, posts_without

FREE = {"spare_milli_fte": None}
SITES = ("east", "north", "south", "west")


def test_holds() -> None:
    """Work in north and south, heavier in north, and one team at most: north; without the rule both."""
    case = problem(
        kind(),
        kind("south"),
        work(weight=2),
        work("letters", teams=("south",)),
        able(),
        able(block="letters"),
        most_teams_open=1,
    )
    assert posts(case) == {"north officer": 1}
    assert posts_without(case, "teams_open") == {"north officer": 1, "south officer": 1}


def test_least_holds() -> None:
    """Nothing to do and two teams at least: two teams with a post each; without the rule none."""
    case = problem(*(kind(site) for site in SITES), least_teams_open=2, **FREE)
    assert sorted(posts(case).values()) == [1, 1]
    assert posts_without(case, "teams_open") == {}


def test_forced_breach() -> None:
    """Posts must stay in four teams and two may be open: nothing fits, two too many."""
    case = problem(*(kind(site, least=1) for site in SITES), most_teams_open=2, **FREE)
    assert infeasible(case)
    everywhere = structure({f"{site} officer": 1 for site in SITES})
    assert broken(case, everywhere) == [("teams_open", "all teams", 2)]
    assert not both_allow(case, everywhere)
    assert gives_at(case, "teams_open", 2)


def test_forced_breach_below() -> None:
    """Four teams must be open and posts can exist in one: three too few."""
    case = problem(kind(), *(kind(site, most=0) for site in SITES if site != "north"), least_teams_open=4, **FREE)
    assert infeasible(case)
    assert broken(case, structure({"north officer": 3})) == [("teams_open", "all teams", 3)]
    assert gives_at(case, "teams_open", 3)


@pytest.mark.parametrize(("count", "fits"), [(0, False), (1, True), (3, True), (4, False)])
def test_edge(count: int, *, fits: bool) -> None:
    """One to three teams: as many as that and neither more nor fewer, however many posts they have."""
    case = problem(*(kind(site) for site in SITES), least_teams_open=1, most_teams_open=3, **FREE)
    given = structure({f"{site} officer": 2 for site in SITES[:count]})
    assert both_allow(case, given) == fits
    assert broken(case, given) == ([] if fits else [("teams_open", "all teams", 1)])
