"""The one-off cost expected of the option is within its limit.

The expected exit cost is one figure for everyone, so this can limit how many are displaced and never who.
"""

from dataclasses import replace

from solver.demand import Demand
from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import pounds

PLACE = "one-off cost"


def _constrain(v: Variables) -> None:
    limits = v.problem.limits
    if limits.one_off_pence is not None:
        terms = [(limits.exit_pence, d) for d in v.displaced.values()]
        v.linear.row(
            "one_off", [*terms, *v.gives(-1, "one_off", PLACE)], high=limits.one_off_pence - limits.one_off_fixed_pence
        )


def _check(tally: Tally) -> list[Finding]:
    limit = tally.problem.limits.one_off_pence
    if limit is None or tally.one_off_pence <= limit:
        return []
    over = tally.one_off_pence - limit
    message = f"one-off cost of {pounds(tally.one_off_pence)}, {pounds(over)} over the limit of {pounds(limit)}"
    return [Finding("one_off", PLACE, over, message)]


def _demands(problem: Problem) -> tuple[Demand, ...]:
    limits = problem.limits
    reach = limits.one_off_fixed_pence + limits.exit_pence * sum(g.people for g in problem.groups)
    limit = limits.one_off_pence
    if limit is None or reach <= limit:
        return ()
    return (Demand("one_off", PLACE, asked=limit, most=reach - limit, unit="pence"),)


def _loosen(problem: Problem, _demand: Demand, by: int) -> Problem:
    """Raise the one-off limit by `by` pence."""
    limit = problem.limits.one_off_pence
    more = None if limit is None else limit + by
    return replace(problem, limits=replace(problem.limits, one_off_pence=more))


RULE = Rule("one_off", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
