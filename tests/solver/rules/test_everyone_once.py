"""Everyone who stays is placed or displaced, once. Change this when a person may be counted in another way."""

from solver.rules import RULES
from tests.solver.build import claim, group, kind, places, problem, staff, structure
from tests.solver.verdicts import allows, broken, designed, infeasible, posts_without

NORTH, SOUTH = kind("north", most=1), kind("south", most=1)
TWO_OFFICERS = staff(2, ("north", "south"))
OTHER_RULES = [rule for rule in RULES if rule.name != "everyone_once"]


def test_holds() -> None:
    """Two people and no work: two posts place them; without the rule nobody counts as displaced and nothing is kept."""
    case = problem(NORTH, SOUTH, *TWO_OFFICERS, spare_milli_fte=None)
    assert dict(designed(case).posts) == {"north officer": 1, "south officer": 1}
    assert posts_without(case, "everyone_once") == {}


def test_forced_breach() -> None:
    """Two people, one place, nobody may be displaced: nothing fits, and a third person cannot be invented."""
    case = problem(NORTH, *staff(2), spare_milli_fte=None, displaced=0)
    assert infeasible(case)
    two_sites = problem(
        NORTH,
        kind("south", most=2),
        group(people=2),
        places(),
        places(id="south", teams=("south",)),
        claim(),
        claim(at="south", strength=1),
        spare_milli_fte=None,
    )
    three_placed = structure(
        {"north officer": 1, "south officer": 2},
        placements={("officers", "officer"): 1, ("officers", "south"): 2},
    )
    assert broken(two_sites, three_placed) == [("everyone_once", "officers", 1)]
    assert not allows(two_sites, three_placed)
    assert allows(two_sites, three_placed, OTHER_RULES)


def test_edge() -> None:
    """All people placed is allowed, and so is one fewer, who is displaced; one more than there are is refused."""
    case = problem(kind(most=3), *staff(2), spare_milli_fte=None)
    for placed, allowed in ((2, True), (3, False)):
        full = structure({"north officer": placed}, placements={("officers", "officer"): placed})
        assert allows(case, full) == allowed
        assert broken(case, full) == ([] if allowed else [("everyone_once", "officers", 1)])
    one_displaced = structure({"north officer": 1}, placements={("officers", "officer"): 1})
    assert allows(case, one_displaced)
    assert broken(case, one_displaced) == []
