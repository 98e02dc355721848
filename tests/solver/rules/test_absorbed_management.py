"""Managers outside the scope have room for what they take on. Change this when absorbed management is by manager."""

import pytest

from solver.problem import Team
from tests.solver.build import able, kind, problem, structure, work
from tests.solver.verdicts import BY_NAME, both_allow, broken, gives_at, infeasible, posts, posts_without

NORTH, SOUTH = Team(id="north", absorbed_milli_fte=150), Team(id="south", absorbed_milli_fte=100)


def test_holds() -> None:
    """Work in both teams, room for one: the lighter team is open; without the rule both are."""
    case = problem(
        NORTH,
        SOUTH,
        kind(),
        kind("south"),
        work(),
        work("letters", teams=("south",)),
        able(),
        able(block="letters"),
        absorbed_milli_fte=149,
    )
    assert posts(case) == {"south officer": 1}
    assert posts_without(case, "absorbed_management") == {"north officer": 1, "south officer": 1}


def test_forced_breach() -> None:
    """Both teams have posts that must stay: 0.25 FTE to absorb, of at most 0.18: nothing fits, by 0.07 FTE."""
    case = problem(NORTH, SOUTH, kind(least=1), kind("south", least=1), spare_milli_fte=None, absorbed_milli_fte=180)
    assert infeasible(case)
    both = structure({"north officer": 1, "south officer": 3})
    assert broken(case, both) == [("absorbed_management", "outside the scope", 70)]
    assert not both_allow(case, both)
    assert gives_at(case, "absorbed_management", 70)


@pytest.mark.parametrize(("limit", "fits"), [(250, True), (249, False), (None, True)])
def test_edge(limit: int | None, *, fits: bool) -> None:
    """Both teams open need 0.25 FTE: allowed at that and without a limit, not a thousandth below."""
    case = problem(NORTH, SOUTH, kind(least=1), kind("south", least=1), spare_milli_fte=None, absorbed_milli_fte=limit)
    assert infeasible(case) != fits
    assert both_allow(case, structure({"north officer": 1, "south officer": 1})) == fits
    assert len(BY_NAME["absorbed_management"].demands(case)) == (
        limit
        not in (
            250,
            None,
        )
    )
