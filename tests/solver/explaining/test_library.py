"""Each impossible problem of the library has the conflict and the first way out that a planner would name.

Change this when the library says more of each.
"""

import pytest

from solver.demands import may_give
from solver.engine import Settings
from solver.explaining.conflict import Conflict, Unsettled, smallest_conflict
from solver.explaining.ways_out import ways_out
from solver.outcome import Designed
from solver.rules import RULES
from solver.search import design
from tests.solver.build import packing
from tests.solver.explaining.library import LIBRARY, Impossible
from tests.solver.verdicts import infeasible

EACH = pytest.mark.parametrize("entry", LIBRARY.values(), ids=list(LIBRARY))


@EACH
def test_nothing_fits(entry: Impossible) -> None:
    """No structure keeps the rules."""
    assert infeasible(entry.problem), entry.why


@EACH
def test_conflict(entry: Impossible) -> None:
    """The smallest conflict is the one expected, but for the choice of a team where two are alike."""
    found = smallest_conflict(entry.problem)
    assert isinstance(found, Conflict)
    assert found.smallest
    named = tuple((d.rule, d.place, d.side) for d in found.demands)
    if entry.why.startswith("two posts stay in two teams"):
        named = tuple((rule, place.replace("south", "north"), side) for rule, place, side in named)
    assert named == entry.conflict, entry.why


@EACH
def test_way_out(entry: Impossible) -> None:
    """The first way out is the one expected; applied, a structure is designed."""
    ways = list(ways_out(entry.problem))
    first = tuple(((d.rule, d.place, d.side), by) for d, by in ways[0].gives) if ways else ()
    assert first == entry.way_out, entry.why
    for way in ways:
        assert way.cheapest
        assert all(may_give(demand) for demand, _ in way.gives)
        assert isinstance(design(way.problem), Designed)


def test_every_rule_that_asks_has_a_place() -> None:
    """Every rule with demands is in the conflict of some problem of the library, but for limits on a group."""
    named = {rule for entry in LIBRARY.values() for rule, _, _ in entry.conflict}
    silent = {"everyone_once", "places_filled", "claims_only", "stronger_claim_first", "work_fits", "whole_posts"}
    assert {rule.name for rule in RULES} - silent - named <= {"group_limits"}
    assert len(LIBRARY) >= 15


def test_undecided() -> None:
    """Blocks packed into teams with next to no effort: no conflict is claimed, and no way out to be the cheapest."""
    settings = Settings(effort=1e-6)
    assert isinstance(smallest_conflict(packing(), settings), Unsettled)
    assert not any(way.cheapest for way in ways_out(packing(), settings))
