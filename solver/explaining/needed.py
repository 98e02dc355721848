"""How little of what gives a structure needs: judged again and again, without a search.

A structure that keeps the rules once demands give may need less of them than they were tried with, since posts come
whole. Money is counted in whole £100, as it is told.
Change this when an amount that gives is told in another step.
"""

from collections.abc import Mapping

from solver.checker import judge
from solver.demand import Demand
from solver.demands import loosened
from solver.problem import Problem
from solver.structure import Structure

STEPS = {"pence": 10_000}
"""Units whose amounts are told in steps, and the step; anything else is told to the unit."""


def needed(problem: Problem, structure: Structure, gives: Mapping[Demand, int]) -> dict[Demand, int]:
    """The least that a structure needs of what gives, one demand after the other; what it needs nothing of is left out.

    Args: a problem; a structure that keeps its rules once demands give; by how many of its units each gives. An amount
    comes back in whole steps (STEPS), or as it was given where that is less than the next step.
    """
    found = dict(gives)
    for demand in sorted(gives):
        found[demand] = _least(problem, structure, demand=demand, found=found)
    return {demand: by for demand, by in found.items() if by}


def _least(problem: Problem, structure: Structure, *, demand: Demand, found: Mapping[Demand, int]) -> int:
    """The least of one demand by halving: what is enough stays enough when it gives more."""
    step, most = STEPS.get(demand.unit, 1), found[demand]
    short, enough = -1, -(-most // step)
    while enough - short > 1:
        middle = (short + enough) // 2
        kept = judge(loosened(problem, {**found, demand: min(most, middle * step)}), structure).ok
        short, enough = (short, middle) if kept else (middle, enough)
    return min(most, enough * step)
