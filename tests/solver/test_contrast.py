"""What a demand costs, goal by goal, against counting out every structure of tiny problems.

Change this when two searches are compared by something else.
"""

from dataclasses import replace

import pytest

from bench.tiny import tiny
from solver.contrast import Difference, differences, first_worse
from solver.outcome import Designed, Infeasible, Stage
from solver.problem import Pin, Problem
from solver.search import PEOPLE_FIRST, design, swapped
from tests.properties.enumerate import lexicographic_optimum
from tests.properties.variations import shuffled

SEEDS = tuple(range(200))
MONEY_FIRST = swapped(PEOPLE_FIRST, "displaced", "cost")


def demanded(case: Problem, seed: int) -> Problem:
    """A tiny problem with one demand more: a post or two of a role, a few posts in all at most, or none in a team."""
    roles, teams = tuple(r.id for r in case.roles), tuple(t.id for t in case.teams)
    asked = (
        Pin(id="demand 1", teams=teams, roles=(roles[seed % len(roles)],), least=1 + seed % 2),
        Pin(id="demand 1", teams=teams, roles=roles, most=1 + seed % 3),
        Pin(id="demand 1", teams=(teams[seed % 2],), roles=roles, most=0),
    )[seed % 3]
    return replace(case, pins=(*case.pins, asked))


def test_the_costs_equal_counting_out() -> None:
    """Goal by goal the differences are those of two enumerations; the first that differs is always worse."""
    costly = free = impossible = 0
    for seed in SEEDS:
        case, order = tiny(seed, 400), MONEY_FIRST if seed % 2 else PEOPLE_FIRST
        asked = demanded(case, seed)
        names, within = [name for name, _ in order], dict(order)
        before = lexicographic_optimum(case, names, tolerances=within)
        after = lexicographic_optimum(asked, names, tolerances=within)
        if before is None or after is None:
            assert isinstance(design(asked, order), Infeasible)
            impossible += 1
            continue
        one, other = design(case, order), design(asked, order)
        assert isinstance(one, Designed)
        assert isinstance(other, Designed)
        found = differences(one.stages, other.stages)
        pairs = zip(before.values, after.values, strict=True)
        assert found == tuple(Difference(goal, was, now) for (goal, was), (_, now) in pairs)
        worse = first_worse(found)
        assert all(each.more > 0 for each in found if each.goal == worse)
        costly += worse is not None
        free += worse is None
        turned = design(shuffled(asked, seed), order)
        assert isinstance(turned, Designed)
        assert (turned.structure, turned.stages) == (other.structure, other.stages)
    assert min(costly, free, impossible) > 20


def test_only_the_same_goals_are_compared() -> None:
    """Searches with other goals, or goals in another order, are not set side by side."""
    one, other = (Stage(goal=name, value=1, bound=1, settled=True, kept=1) for name in ("cost", "displaced"))
    for pairs in (((one,), (other,)), ((one,), (one, other))):
        with pytest.raises(ValueError, match=r"same goals|shorter|longer"):
            differences(*pairs)
