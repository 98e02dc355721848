"""Nobody is placed where there is no room. Change this when a post gives room in another way."""

import pytest

from tests.solver.build import claim, group, kind, places, problem, staff, structure
from tests.solver.verdicts import allows, broken, infeasible, posts, posts_without

FREE = {"spare_milli_fte": None}


def test_holds() -> None:
    """Three people need three posts; without the rule they stand on each other in none."""
    case = problem(kind(), *staff(3), **FREE)
    assert posts(case) == {"north officer": 3}
    assert posts_without(case, "places_filled") == {}


def test_forced_breach() -> None:
    """Three people, at most two posts, nobody displaced: nothing fits; three in two places is one too many."""
    case = problem(kind(most=2), *staff(3), displaced=0, **FREE)
    assert infeasible(case)
    crowded = structure({"north officer": 2}, placements={("officers", "officer"): 3})
    assert broken(case, crowded) == [("places_filled", "officer", 1)]
    assert not allows(case, crowded)


@pytest.mark.parametrize(
    ("place_count", "reserved", "room"),
    [(1, 0, 2), (2, 0, 4), (0, 0, 0), (1, 1, 1)],
    ids=["one each", "shared posts", "held vacancies", "one reserved"],
)
def test_edge(place_count: int, reserved: int, room: int) -> None:
    """Two posts take as many people as they have places not reserved, and not one more."""
    case = problem(kind(most=2, places=place_count), group(people=9), places(reserved=reserved), claim(), **FREE)
    full = structure({"north officer": 2}, placements={("officers", "officer"): room} if room else {})
    over = structure({"north officer": 2}, placements={("officers", "officer"): room + 1})
    assert allows(case, full)
    assert broken(case, full) == []
    assert not allows(case, over)
    assert broken(case, over) == [("places_filled", "officer", 1)]
