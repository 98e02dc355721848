"""People placed in a job other than their own."""

from solver.goals.goal import Goal
from solver.linear import Term
from solver.tally import Tally
from solver.variables import Variables


def _terms(v: Variables) -> list[Term]:
    return [(1, v.placed[c.group, c.places]) for c in v.problem.claims if c.changes_job]


def _value(tally: Tally) -> int:
    changed = {(c.group, c.places) for c in tally.problem.claims if c.changes_job}
    return sum(people for key, people in tally.placed.items() if key in changed)


GOAL = Goal("job_changed", "people", __doc__, _terms, _value, needs_claim_order=True)
