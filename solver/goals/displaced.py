"""People displaced, all together: priorities order claims, they do not weigh people."""

from solver.goals.goal import Goal
from solver.linear import Term
from solver.tally import Tally
from solver.variables import Variables


def _terms(v: Variables) -> list[Term]:
    return [(1, d) for d in v.displaced.values()]


def _value(tally: Tally) -> int:
    return sum(tally.displaced.values())


GOAL = Goal("displaced", "people", __doc__, _terms, _value)
