"""Every demand of a problem, and the problem with some of them asking less or nothing.

Change this when a problem may be loosened in another way than demand by demand.
"""

from collections.abc import Iterable, Mapping

from solver.demand import Demand
from solver.problem import Problem
from solver.rules import RULES, Standing

_BY_NAME = {rule.name: rule for rule in RULES}


def demands_of(problem: Problem) -> tuple[Demand, ...]:
    """Every demand that some structure could break, in a fixed order."""
    return tuple(sorted(demand for rule in RULES for demand in rule.demands(problem)))


def may_give(demand: Demand) -> bool:
    """Whether a demand may ever be offered as a way out: only policy may."""
    return _BY_NAME[demand.rule].standing is Standing.POLICY


def loosened(problem: Problem, gives: Mapping[Demand, int]) -> Problem:
    """The problem with each demand named asking less, by so many of its units; in any order the same."""
    for demand in sorted(gives):
        problem = _BY_NAME[demand.rule].loosen(problem, demand, gives[demand])
    return problem


def without(problem: Problem, demands: Iterable[Demand]) -> Problem:
    """The problem with some demands asking nothing any more."""
    return loosened(problem, {demand: demand.most for demand in demands})
