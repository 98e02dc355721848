"""Demands give in the model exactly as they do in the problem. Change this when a rule asks in another way."""

from collections.abc import Iterator
from functools import cache

import pytest

from bench.tiny import tiny
from solver.checker import judge
from solver.demand import Demand
from solver.demands import demands_of, loosened, may_give, without
from solver.engine import Settings, Status, solve
from solver.model import Model
from solver.problem import FundingLine, Problem
from solver.rules import RULES, Standing
from solver.structure import Structure
from tests.properties.enumerate import breaches, structures
from tests.solver.build import kind, problem, work
from tests.solver.verdicts import allows, infeasible

SEEDS = tuple(range(60))


@cache
def some_structures(seed: int) -> tuple[Structure, ...]:
    """About a dozen structures of a tiny problem, spread over all of them, and those nearest to keeping the rules."""
    case = tiny(seed, 400)
    every = list(structures(case))
    spread = every[:: max(1, len(every) // 6)]
    nearest = sorted(every, key=lambda one: len(breaches(case, one)))[:6]
    return (*spread, *nearest)


def steps(demand: Demand) -> Iterator[int]:
    """Nothing, everything, and one amount between."""
    yield from sorted({0, (demand.most + 1) // 2, demand.most})


def allows_at(case: Problem, structure: Structure, given: dict[Demand, int]) -> bool:
    """Whether the elastic model, with what its demands give fixed, has a point with this structure."""
    elastic = Model(case, RULES, elastic=given)
    for demand, by in given.items():
        v = elastic.variables.given[demand]
        elastic.linear.lows[v] = elastic.linear.highs[v] = by
    return _has(elastic, structure, case)


def _has(model: Model, structure: Structure, case: Problem) -> bool:
    v, linear = model.variables, model.linear
    paid = {(f, k, case.years[year]): each for (f, k, year), each in v.paid.items()} if case.funding else {}
    tables = ((v.posts, structure.posts), (v.done, structure.work), (v.placed, structure.placements))
    wanted = [(table, {row[:-1] if len(row) > 2 else row[0]: row[-1] for row in rows}) for table, rows in tables]
    for table, values in (*wanted, (paid, {row[:-1]: row[-1] for row in structure.payments})):
        if any(value and key not in table for key, value in values.items()):
            return False
        for key, each in table.items():
            if not linear.lows[each] <= values.get(key, 0) <= linear.highs[each]:
                return False
            linear.lows[each] = linear.highs[each] = values.get(key, 0)
    return solve(linear, [], Settings()).status is Status.SETTLED


@pytest.mark.parametrize("seed", SEEDS)
def test_what_gives_in_the_model_gives_in_the_problem(seed: int) -> None:
    """A demand fixed to give by an amount allows what the problem loosened by it allows, for model and sentences."""
    case = tiny(seed, 400)
    for demand in demands_of(case):
        for by in steps(demand):
            free = loosened(case, {demand: by})
            for structure in some_structures(seed)[:: 1 if seed % 3 == 0 else 4]:
                expected = not breaches(free, structure) - {"funding"}
                rules = {f.rule for f in judge(free, structure).findings} - {"funding"}
                assert (not rules) == expected
                if not rules and not judge(free, structure).ok:
                    continue  # payments are those of the problem as it stood
                assert allows_at(case, structure, {demand: by}) == expected


def test_everything_gives_at_once() -> None:
    """With every demand asking nothing, anything that is a structure at all fits, and no demand is left."""
    for seed in SEEDS:
        case = tiny(seed)
        free = without(case, demands_of(case))
        assert demands_of(free) == ()
        assert not infeasible(free)


def test_a_demand_asks_until_its_most() -> None:
    """One unit before `most` the demand is still there, with the same identity; at `most` it is not."""
    for seed in SEEDS:
        case = tiny(seed)
        for demand in demands_of(case):
            assert demand.most > 0
            assert demand not in demands_of(loosened(case, {demand: demand.most}))
            nearly = {d: d.most for d in demands_of(loosened(case, {demand: demand.most - 1}))}
            assert nearly.get(demand, 0) == 1


def test_every_rule_that_asks_has_demands() -> None:
    """Over the tiny problems every rule has demands but those that say what a structure is; only policy may give."""
    found = {demand.rule for seed in range(200) for demand in demands_of(tiny(seed))}
    background = {"everyone_once", "places_filled", "claims_only", "stronger_claim_first", "work_fits", "whole_posts"}
    background |= {"group_limits"}  # what a question asks is taken for granted, never offered to give
    assert found == {rule.name for rule in RULES} - background
    for rule in RULES:
        assert rule.name not in background or rule.loosen(tiny(0), Demand(rule.name, "anywhere"), 1) == tiny(0)
        assert may_give(Demand(rule.name, "anywhere")) == (rule.standing is Standing.POLICY)


def test_a_role_that_no_line_may_pay_for() -> None:
    """An officer who must stay and no line for officers: that stands in the way, and another line lets it fit."""
    case = problem(
        kind(least=1), FundingLine(id="grant", roles=("clerk",), pence_by_year=(1, 1)), work(), spare_milli_fte=None
    )
    (unpaid,) = (d for d in demands_of(case) if d.rule == "funding")
    assert (unpaid.place, unpaid.side, unpaid.most) == ("officer", "no line may pay", 1)
    assert infeasible(case)
    assert not infeasible(without(case, [unpaid]))
    one = Structure(posts=(("north officer", 1),))
    assert allows_at(case, one, {unpaid: 1})
    assert not allows_at(case, one, {unpaid: 0})
    assert not allows(case, one)
