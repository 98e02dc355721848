"""Recurring cost of a full year at the price base."""

from solver.goals.goal import Goal
from solver.linear import Term
from solver.problem import Problem
from solver.tally import Tally
from solver.variables import Variables


def _terms(v: Variables) -> list[Term]:
    return [(k.cost_pence, v.posts[k.id]) for k in v.problem.kinds]


def _value(tally: Tally) -> int:
    return tally.cost_pence


def _constant(problem: Problem) -> int:
    return problem.limits.other_pence


GOAL = Goal("cost", "pence", __doc__, _terms, _value, _constant)
