"""Posts more or fewer than today, or than in the option consulted on."""

from solver.goals.goal import Goal
from solver.linear import Term
from solver.tally import Tally
from solver.variables import Variables


def _terms(v: Variables) -> list[Term]:
    return [(1, change) for change in v.change.values()]


def _value(tally: Tally) -> int:
    return sum(abs(tally.posts[k.id] - k.today) for k in tally.problem.kinds)


GOAL = Goal("posts_changed", "posts", __doc__, _terms, _value)
