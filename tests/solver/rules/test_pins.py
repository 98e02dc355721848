"""Demands on posts by team and role are kept. Change this when a what-if question asks for something else."""

import pytest

from solver.checker import judge
from solver.problem import Pin
from tests.solver.build import able, kind, problem, structure, work
from tests.solver.verdicts import both_allow, broken, gives_at, infeasible, posts, posts_without

FREE = {"spare_milli_fte": None}
BOTH = ("north", "south")


def _pin(least: int = 0, most: int | None = None, teams: tuple[str, ...] = BOTH) -> Pin:
    return Pin(id="what if", teams=teams, roles=("officer",), least=least, most=most)


def test_holds() -> None:
    """Nothing to do and two officers asked for: two posts; without the rule none. A ban leaves work undone."""
    case = problem(kind(most=1), kind("south", most=1), _pin(least=2), **FREE)
    assert posts(case) == {"north officer": 1, "south officer": 1}
    assert posts_without(case, "pins") == {}
    banned = problem(kind(), work(), able(), _pin(most=0))
    assert posts(banned) == {}
    assert posts_without(banned, "pins") == {"north officer": 1}


def test_forced_breach() -> None:
    """Five officers where two can exist: nothing fits, three too few."""
    case = problem(kind(most=1), kind("south", most=1), _pin(least=5), **FREE)
    assert infeasible(case)
    two = structure({"north officer": 1, "south officer": 1})
    assert broken(case, two) == [("pins", "what if", 3)]
    assert not both_allow(case, two)
    assert gives_at(case, "pins", 3)


def test_forced_breach_above() -> None:
    """Four posts must stay where one is allowed: nothing fits, three too many."""
    case = problem(kind(least=2), kind("south", least=2), _pin(most=1), **FREE)
    assert infeasible(case)
    assert broken(case, structure({"north officer": 2, "south officer": 2})) == [("pins", "what if", 3)]
    assert gives_at(case, "pins", 3)


@pytest.mark.parametrize(("count", "fits"), [(0, False), (1, True), (2, True), (3, False)])
def test_edge(count: int, *, fits: bool) -> None:
    """One to two officers in north; other teams and roles are not asked about."""
    case = problem(kind(), kind("south"), kind(job="clerk"), _pin(least=1, most=2, teams=("north",)), **FREE)
    given = structure({"north clerk": 3, "north officer": count, "south officer": 3})
    assert both_allow(case, given) == fits
    assert broken(case, given) == ([] if fits else [("pins", "what if", 1)])


def test_the_side_that_is_broken_is_said() -> None:
    """A finding names the bound that was broken, whether or not the other is stated."""
    too_few, too_many = problem(kind(), _pin(least=5), **FREE), problem(kind(most=9), _pin(most=1), **FREE)
    said = [judge(too_few, structure({"north officer": 2})), judge(too_many, structure({"north officer": 4}))]
    assert [verdict.findings[0].message for verdict in said] == [
        "2 posts where what if asks for at least 5",
        "4 posts where what if asks for at most 1",
    ]
