"""The one-off cost is paid back by the recurring saving within the months allowed."""

from dataclasses import replace

from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import pounds


def _constrain(v: Variables) -> None:
    limits = v.problem.limits
    if limits.payback_months is None:
        return
    one_off = [(12 * limits.exit_pence, d) for d in v.displaced.values()]
    cost = [(limits.payback_months * k.cost_pence, v.posts[k.id]) for k in v.problem.kinds]
    before = limits.payback_months * (limits.as_is_pence - limits.other_pence)
    v.linear.row("payback", [*one_off, *cost], high=before - 12 * limits.one_off_fixed_pence)


def _check(tally: Tally) -> list[Finding]:
    months = tally.problem.limits.payback_months
    if months is None:
        return []
    saving = tally.problem.limits.as_is_pence - tally.cost_pence
    short = 12 * tally.one_off_pence - months * saving
    if short <= 0:
        return []
    message = f"{pounds(tally.one_off_pence)} one-off is not paid back in {months} months by {pounds(saving)} a year"
    return [Finding("payback", "one-off cost", -(-short // 12), message)]


def _loosen(problem: Problem, by: int) -> Problem:
    """Allow `by` months more."""
    months = problem.limits.payback_months
    more = None if months is None else months + by
    return replace(problem, limits=replace(problem.limits, payback_months=more))


RULE = Rule("payback", Standing.POLICY, __doc__, _constrain, _check, _loosen, "months")
