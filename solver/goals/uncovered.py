"""Work left uncovered, each block by its weight."""

from solver.goals.goal import Goal
from solver.linear import Term
from solver.tally import Tally
from solver.variables import Variables


def _terms(v: Variables) -> list[Term]:
    return [(w.weight, v.uncovered[w.id]) for w in v.problem.works]


def _value(tally: Tally) -> int:
    return sum(w.weight * tally.uncovered[w.id] for w in tally.problem.works)


GOAL = Goal("uncovered", "weighted thousandths of FTE", __doc__, _terms, _value)
