"""Places reserved for a statutory right exist. Change this when a reserved place may be kept in another way."""

from tests.solver.build import kind, places, problem, staff, structure
from tests.solver.verdicts import allows, broken, designed, infeasible, posts, posts_without

FREE = {"spare_milli_fte": None}


def test_holds() -> None:
    """Nothing asks for a post but the place reserved; room for claims is counted after it and asks for it as well."""
    case = problem(kind(), places(reserved=1), **FREE)
    assert posts(case) == {"north officer": 1}
    assert posts_without(case, "places_filled") == {"north officer": 1}
    assert posts_without(case, "places_filled", "reserved_places") == {}


def test_forced_breach() -> None:
    """Three places reserved where at most one post can exist: nothing fits, and two of them are not there."""
    case = problem(kind(most=1), places(reserved=3), **FREE)
    assert infeasible(case)
    one_post = structure({"north officer": 1})
    assert broken(case, one_post) == [("reserved_places", "officer", 2)]
    assert not allows(case, one_post)


def test_edge() -> None:
    """As many places as are reserved are enough, and one fewer is not; a held vacancy is no place."""
    case = problem(kind(most=2), kind(id="held", places=0, works=False), places(reserved=2), **FREE)
    assert posts(case) == {"north officer": 2}
    one_short = structure({"held": 3, "north officer": 1})
    assert broken(case, one_short) == [("reserved_places", "officer", 1)]
    assert not allows(case, one_short)


def test_nobody_else_is_counted_into_them() -> None:
    """Two posts, one of them reserved, and two people: one person is displaced."""
    officers, _, own_job = staff(2)
    case = problem(kind(most=2), officers, places(reserved=1), own_job, **FREE)
    assert designed(case).placements == (("officers", "officer", 1),)
