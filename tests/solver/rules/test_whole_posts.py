"""A team has at most one make-up post in a role. Change this when posts may be established in parts."""

from tests.solver.build import able, kind, problem, structure, work
from tests.solver.verdicts import both_allow, broken, infeasible, posts, posts_without

HALF = {"id": "north half", "milli_fte": 500, "cost_pence": 1_500_000, "make_up": True}
THIRD = HALF | {"id": "north third", "milli_fte": 400}


def test_holds() -> None:
    """1 FTE of work: one whole post, for two halves are two make-up posts; without the rule halves at a lower price."""
    case = problem(kind(), kind(**HALF | {"cost_pence": 1_300_000}), work(), able(), spare_milli_fte=0)
    assert posts(case) == {"north officer": 1}
    assert posts_without(case, "whole_posts") == {"north half": 2}


def test_forced_breach() -> None:
    """Three make-up posts must stay: nothing fits, two too many, whatever their sizes."""
    case = problem(kind(**HALF, least=2), kind(**THIRD, least=1), spare_milli_fte=None)
    assert infeasible(case)
    three = structure({"north half": 2, "north third": 1})
    assert broken(case, three) == [("whole_posts", "officer in north", 2)]
    assert not both_allow(case, three)


def test_edge() -> None:
    """One make-up post in each team and role is allowed beside whole posts; a second of another size is refused."""
    case = problem(
        kind(),
        kind(**HALF),
        kind(**THIRD),
        kind("south", **HALF | {"id": "south half"}),
        kind(job="clerk", **HALF | {"id": "north half clerk"}),
        spare_milli_fte=None,
    )
    one_each = {"north half": 1, "north half clerk": 1, "north officer": 3, "south half": 1}
    assert both_allow(case, structure(one_each))
    assert broken(case, structure(one_each | {"north third": 1})) == [("whole_posts", "officer in north", 1)]
    assert not both_allow(case, structure(one_each | {"north third": 1}))
