"""No more people are displaced than the limit, all groups together."""

from dataclasses import replace

from solver.demand import Demand
from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some

PLACE = "all groups"


def _constrain(v: Variables) -> None:
    limit = v.problem.limits.displaced
    if limit is not None:
        v.linear.row(
            "displaced_limit",
            [*((1, d) for d in v.displaced.values()), *v.gives(-1, "displaced_limit", PLACE)],
            high=limit,
        )


def _check(tally: Tally) -> list[Finding]:
    limit = tally.problem.limits.displaced
    displaced = sum(tally.displaced.values())
    if limit is None or displaced <= limit:
        return []
    message = f"{some(displaced, 'person', 'people')} displaced, of at most {limit}"
    return [Finding("displaced_limit", PLACE, displaced - limit, message)]


def _demands(problem: Problem) -> tuple[Demand, ...]:
    limit = problem.limits.displaced
    over = sum(g.people for g in problem.groups) - (limit or 0)
    if limit is None or over <= 0:
        return ()
    return (Demand("displaced_limit", PLACE, asked=limit, most=over, unit="people"),)


def _loosen(problem: Problem, _demand: Demand, by: int) -> Problem:
    """Let `by` more people be displaced."""
    limit = problem.limits.displaced
    more = None if limit is None else limit + by
    return replace(problem, limits=replace(problem.limits, displaced=more))


RULE = Rule("displaced_limit", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
