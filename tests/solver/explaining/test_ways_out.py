"""Ways out lead out, ask for no more than is needed, keep to the levels and share nothing.

Change this when ways out are compared by something else.
"""

from dataclasses import replace

import pytest

from bench.generator import middle_sized
from bench.tiny import tiny
from solver.checker import judge
from solver.demand import Demand
from solver.demands import demands_of, loosened, may_give, without
from solver.engine import Settings, Stop
from solver.explaining import ways_out as module
from solver.explaining.ways_out import NEGOTIABLE, levels_of, unit_prices_pence, ways_out
from solver.problem import Problem, Team
from tests.properties.variations import shuffled
from tests.solver.build import able, kind, problem, role, staff, work
from tests.solver.explaining.counted_out import breaks
from tests.solver.verdicts import infeasible

SEEDS = tuple(range(150))
LEVEL = {rule: number for number, rules in enumerate(NEGOTIABLE) for rule in rules}


def test_each_leads_out_and_asks_for_no_more_than_is_needed() -> None:
    """On tiny problems: applied, a structure is right by every sentence; a unit less of any part and nothing fits."""
    found = 0
    for seed in SEEDS:
        case = tiny(seed, 400)
        for way in ways_out(case):
            gives = dict(way.gives)
            assert way.problem == loosened(case, gives)
            assert judge(way.problem, way.structure).ok
            assert not breaks(way.problem, way.structure)
            assert all(may_give(demand) for demand in gives)
            for demand, by in gives.items():
                assert infeasible(loosened(case, gives | {demand: by - 1}))
            found += bool(gives)
    assert found >= 50


def test_the_most_negotiable_level_comes_first_and_nothing_is_shared() -> None:
    """The level of each way is needed: all that is below it, without what earlier ways used, is not enough."""
    for seed in SEEDS:
        case, used = tiny(seed, 400), set[Demand]()
        levels = [way.level for way in ways_out(case)]
        assert levels == sorted(levels)
        for way in ways_out(case):
            named = {demand for demand, _ in way.gives}
            assert not named & used
            assert way.level == max((LEVEL[d.rule] for d in named), default=0)
            lower = [d for d in demands_of(case) if LEVEL.get(d.rule, 99) < way.level and d not in used]
            assert not named or infeasible(without(case, lower))
            used |= named


def test_no_single_demand_would_do_for_less() -> None:
    """Where one demand of the level alone leads out, the way found costs no more than the least it must give."""
    compared = 0
    for seed in SEEDS[:60]:
        case = tiny(seed, 400)
        first = next(ways_out(case), None)
        if first is None or not first.gives:
            continue
        prices = unit_prices_pence(case)
        for demand in demands_of(case):
            if LEVEL.get(demand.rule, 99) <= first.level and not infeasible(without(case, [demand])):
                assert first.price_pence <= prices[demand.unit] * _least(case, demand)
                compared += 1
    assert compared >= 12


def _least(case: Problem, demand: Demand) -> int:
    low, high = 0, demand.most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if infeasible(loosened(case, {demand: middle})) else (low, middle)
    return high


def test_where_something_fits_there_is_nothing_to_give() -> None:
    """One way out that gives nothing; where structure alone is in the way, none."""
    (only,) = ways_out(problem(kind(), *staff(1), work(), able()))
    assert only.gives == ()
    assert only.price_pence == 0
    assert list(ways_out(problem(kind(most=0), work(statutory=True), able()))) == []


def test_levels_may_be_named() -> None:
    """Three people and money for two: money gives first unless people are named as more open to negotiation."""
    case = problem(kind(), *staff(3), displaced=0, ceiling_pence=(6_000_000, 6_000_000), spare_milli_fte=None)
    assert [[d.rule for d, _ in way.gives] for way in ways_out(case)] == [["ceiling"], ["displaced_limit"]]
    people_first = levels_of(["displaced_limit"])
    assert people_first[0] == ("displaced_limit",)
    assert sorted(rule for level in people_first for rule in level) == sorted(LEVEL)
    (first, *_) = ways_out(case, levels=people_first)
    assert [(d.rule, by) for d, by in first.gives] == [("displaced_limit", 1)]
    assert levels_of([]) == NEGOTIABLE
    assert list(ways_out(case, levels=(("span",),))) == []


@pytest.mark.parametrize("seed", [23, 36, 75, 98])
def test_order_and_seed_change_nothing(seed: int) -> None:
    """Rows in another order and another seed of the engine give the same ways out, structures and all."""
    plain = [(way.gives, way.structure) for way in ways_out(tiny(seed))]
    assert plain
    for turn in (1, 2):
        other = ways_out(shuffled(tiny(seed), turn), Settings(seed=turn))
        assert [(way.gives, way.structure) for way in other] == plain


def test_at_most_so_many() -> None:
    """Of six pairs of teams that could give, as many ways are told as are asked for."""
    teams = [Team(id=f"t{n}", must_open=True) for n in range(8)]
    case = problem(*teams, *(kind(f"t{n}") for n in range(8)), role(most=7), spare_milli_fte=None)
    assert len(list(ways_out(case))) == 5
    assert len(list(ways_out(case, at_most=2))) == 2


def test_with_little_effort_parts_are_made_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the cheapest is not settled each part is still made as small as it can be, and it is said."""
    case = middle_sized(20)
    ceiling = tuple(None if each is None else each // 2 for each in case.limits.ceiling_pence)
    tight = replace(case, limits=replace(case.limits, ceiling_pence=ceiling, displaced=2))
    monkeypatch.setattr(module, "EFFORT", 1e-3)
    for way in ways_out(tight):
        assert way.gives
        assert judge(way.problem, way.structure).ok
        assert not way.cheapest or way.price_pence


def test_a_stop_ends_it() -> None:
    """Nothing is told after a stop."""
    stop = Stop()
    stop.ask()
    assert list(ways_out(tiny(11), Settings(stop=stop))) == []
