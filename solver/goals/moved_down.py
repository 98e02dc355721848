"""People placed in a lower grade than their own."""

from solver.goals.goal import Goal
from solver.linear import Term
from solver.tally import Tally
from solver.variables import Variables


def _terms(v: Variables) -> list[Term]:
    return [(1, v.placed[c.group, c.places]) for c in v.problem.claims if c.moves_down]


def _value(tally: Tally) -> int:
    down = {(c.group, c.places) for c in tally.problem.claims if c.moves_down}
    return sum(people for key, people in tally.placed.items() if key in down)


GOAL = Goal("moved_down", "people", __doc__, _terms, _value, needs_claim_order=True)
