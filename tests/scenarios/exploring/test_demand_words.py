"""What demands ask, in sentences: each number in the unit it is asked in.

Change this when a rule asks in another unit.
"""

import pytest

from bench.tiny import tiny
from scenarios.exploring.demand_words import asks, gives
from solver.demand import Demand
from solver.demands import demands_of
from solver.problem import GradeMix, Problem
from tests.solver.build import able, kind, problem, staff, work


def the_one(case: Problem, rule: str) -> Demand:
    """The only demand of a rule in a problem."""
    (found,) = (demand for demand in demands_of(case) if demand.rule == rule)
    return found


@pytest.mark.parametrize(
    ("rule", "case", "asked", "amount", "gives_in"),
    [
        (
            "payback",
            problem(kind(), *staff(1), payback_months=24, exit_pence=9_000_000, as_is_pence=3_000_000),
            24,
            "24 months",
            "pence",
        ),
        (
            "grade_mix",
            problem(kind(), GradeMix(id="seniors", roles=("officer",), most_permille=250)),
            250,
            "25%",
            "posts",
        ),
        (
            "statutory_work",
            problem(kind(), work(milli_fte=2000, statutory=True), able()),
            2000,
            "2 FTE",
            "blocks of work",
        ),
    ],
)
def test_a_number_is_told_in_the_unit_it_is_asked_in(
    rule: str, case: Problem, asked: int, amount: str, gives_in: str
) -> None:
    """Months of payback give in pence, a share of posts in posts, FTE of statutory work as a block: never mixed up."""
    demand = the_one(case, rule)
    assert (demand.asked, demand.unit) == (asked, gives_in)
    assert amount in asks(demand)


def test_every_demand_has_its_sentences() -> None:
    """Of two hundred drawn problems each demand is told with its place, and what giving by all it can would mean."""
    told = {demand for seed in range(200) for demand in demands_of(tiny(seed))}
    assert len({demand.rule for demand in told}) >= 15
    for demand in told:
        assert asks(demand).endswith(".")
        assert "{" not in asks(demand) + gives(demand, demand.most)
