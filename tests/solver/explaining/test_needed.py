"""How little a structure needs of what gives, by sums that can be done by hand.

Change this when an amount that gives is told in another step.
"""

from bench.tiny import tiny
from solver.checker import judge
from solver.demand import Demand
from solver.demands import demands_of, loosened
from solver.explaining.needed import STEPS, needed
from solver.explaining.ways_out import ways_out
from solver.structure import Structure
from tests.solver.build import able, kind, problem, work

POST = kind().id


def test_money_in_hundreds_and_time_to_the_unit() -> None:
    """Two posts at £30,000 under a ceiling of £59,950, one idle: £50 too little is £100, and 1 FTE more is needed."""
    case = problem(kind(), work(), able(), ceiling_pence=(5_995_000, 5_995_000), spare_milli_fte=0)
    held = Structure(posts=((POST, 2),), work=((case.works[0].id, "north", "officer", 1000),))
    money, idle = (next(d for d in demands_of(case) if d.rule == rule) for rule in ("ceiling", "no_idle"))
    assert judge(loosened(case, {money: 5_000, idle: 1000}), held).ok
    assert needed(case, held, {money: 90_000, idle: 1000}) == {money: 10_000, idle: 1000}
    assert needed(case, held, {money: 5_000, idle: 1000}) == {money: 5_000, idle: 1000}


def test_what_is_not_needed_is_left_out() -> None:
    """Under a ceiling that is enough, money that gives is not needed."""
    case = problem(kind(), work(), able(), ceiling_pence=(3_000_000, 3_000_000))
    held = Structure(posts=((POST, 1),), work=((case.works[0].id, "north", "officer", 1000),))
    money: Demand = next(d for d in demands_of(case) if d.rule == "ceiling")
    assert needed(case, held, {money: 500_000}) == {}


def test_a_step_less_breaks_a_rule() -> None:
    """On tiny problems: the structure of a way out keeps the rules with what it needs, and a step less breaks one."""
    tried = 0
    for seed in range(60):
        case = tiny(seed, 400)
        for way in ways_out(case):
            most = {demand: min(demand.most, 3 * by) for demand, by in way.gives}
            least = needed(case, way.structure, most)
            assert judge(loosened(case, least), way.structure).ok
            for demand, by in least.items():
                short = {**least, demand: max(0, by - STEPS.get(demand.unit, 1))}
                assert not judge(loosened(case, short), way.structure).ok
                tried += 1
    assert tried > 20
