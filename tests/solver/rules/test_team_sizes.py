"""An open team has a number of posts within its sizes. Change this when sizes are stated in FTE."""

import pytest

from solver.problem import Team
from tests.solver.build import able, kind, problem, structure, work
from tests.solver.verdicts import both_allow, broken, gives_at, infeasible, posts, posts_without

FREE = {"spare_milli_fte": None}


def test_holds() -> None:
    """1 FTE of work opens the team with the three posts it must have; without the rule with one."""
    case = problem(Team(id="north", least=3), kind(), work(), able(), **FREE)
    assert posts(case) == {"north officer": 3}
    assert posts_without(case, "team_sizes") == {"north officer": 1}


def test_forced_breach_above() -> None:
    """Five posts must stay in a team of at most two: nothing fits, three too many."""
    case = problem(Team(id="north", most=2), kind(least=5, most=5), **FREE)
    assert infeasible(case)
    five = structure({"north officer": 5})
    assert broken(case, five) == [("team_sizes", "north", 3)]
    assert not both_allow(case, five)
    assert gives_at(case, "team_sizes", 3)


def test_forced_breach_below() -> None:
    """One post must stay and no more can exist in a team of at least three: nothing fits, two too few."""
    case = problem(Team(id="north", least=3), kind(least=1, most=1), **FREE)
    assert infeasible(case)
    assert broken(case, structure({"north officer": 1})) == [("team_sizes", "north", 2)]
    assert not both_allow(case, structure({"north officer": 1}))
    assert gives_at(case, "team_sizes", 2)


@pytest.mark.parametrize(
    ("count", "fits", "fits_when_it_must_open"), [(0, True, False), (1, False, False), (2, True, True), (4, True, True)]
)
def test_edge(count: int, *, fits: bool, fits_when_it_must_open: bool) -> None:
    """A team of two to four posts may be closed unless it must open, and is not open with one post."""
    for must_open, expected in ((False, fits), (True, fits_when_it_must_open)):
        team = Team(id="north", least=2, most=4, must_open=must_open)
        case = problem(team, kind(least=count, most=count), **FREE)
        assert infeasible(case) != expected
        assert both_allow(case, structure({"north officer": count})) == expected


def test_edge_above() -> None:
    """Four posts in a team of at most four are allowed and the fifth is refused."""
    case = problem(Team(id="north", most=4), kind(most=9), **FREE)
    assert both_allow(case, structure({"north officer": 4}))
    assert broken(case, structure({"north officer": 5})) == [("team_sizes", "north", 1)]
    assert not both_allow(case, structure({"north officer": 5}))


def test_a_team_that_must_open_has_a_post() -> None:
    """A team that must open and has no size stated keeps one post; with none it is one short."""
    case = problem(Team(id="north", must_open=True), kind(), **FREE)
    assert posts(case) == {"north officer": 1}
    assert broken(case, structure({})) == [("team_sizes", "north", 1)]


def test_a_team_that_must_open_gives_post_by_post() -> None:
    """Three posts at least where one can exist: giving one post does not let the team close, giving two lets it fit."""
    case = problem(Team(id="north", least=3, must_open=True), kind(most=1), **FREE)
    assert broken(case, structure({"north officer": 1})) == [("team_sizes", "north", 2)]
    assert gives_at(case, "team_sizes", 2)
    nobody_there = problem(Team(id="north", least=3, must_open=True), kind(most=0), **FREE)
    assert gives_at(nobody_there, "team_sizes", 3)


def test_giving_nothing_changes_nothing() -> None:
    """Loosening by no posts leaves every team as it was."""
    case = problem(Team(id="north", must_open=True), kind(most=0), **FREE)
    assert gives_at(case, "team_sizes", 1)
