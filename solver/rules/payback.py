"""The one-off cost is paid back by the recurring saving within the months allowed.

Loosened, so much of the one-off cost need not be paid back (`not_paid_back_pence`, found elsewhere): linear, where more
months would multiply the cost.
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
    if limits.payback_months is None:
        return
    one_off = [(12 * limits.exit_pence, d) for d in v.displaced.values()]
    cost = [(limits.payback_months * k.cost_pence, v.posts[k.id]) for k in v.problem.kinds]
    before = limits.payback_months * (limits.as_is_pence - limits.other_pence)
    once = limits.one_off_fixed_pence - limits.not_paid_back_pence
    v.linear.row("payback", [*one_off, *cost, *v.gives(-12, "payback", PLACE)], high=before - 12 * once)


def _check(tally: Tally) -> list[Finding]:
    months = tally.problem.limits.payback_months
    if months is None:
        return []
    saving = tally.problem.limits.as_is_pence - tally.cost_pence
    once = tally.one_off_pence - tally.problem.limits.not_paid_back_pence
    short = 12 * once - months * saving
    if short <= 0:
        return []
    message = f"{pounds(once)} one-off is not paid back in {months} months by {pounds(saving)} a year"
    return [Finding("payback", PLACE, -(-short // 12), message)]


def _demands(problem: Problem) -> tuple[Demand, ...]:
    limits = problem.limits
    if limits.payback_months is None:
        return ()
    most_once = limits.one_off_fixed_pence + limits.exit_pence * sum(g.people for g in problem.groups)
    dearest = sum(k.cost_pence * max(k.least, k.most) for k in problem.kinds) + limits.other_pence
    short = 12 * (most_once - limits.not_paid_back_pence) - limits.payback_months * (limits.as_is_pence - dearest)
    if short <= 0:
        return ()
    return (
        Demand("payback", PLACE, asked=limits.payback_months, most=-(-short // 12), unit="pence", asked_unit="months"),
    )


def _loosen(problem: Problem, _demand: Demand, by: int) -> Problem:
    """Let `by` pence of the one-off cost be found elsewhere and not be paid back."""
    limits = problem.limits
    return replace(problem, limits=replace(limits, not_paid_back_pence=limits.not_paid_back_pence + by))


RULE = Rule("payback", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
