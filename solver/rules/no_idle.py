"""No post without work: established direct time is used, but for the spare capacity allowed.

Without this rule, placing people first buys idle posts up to the ceiling (design.md section 5).
"""

from dataclasses import replace

from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import fte


def _constrain(v: Variables) -> None:
    spare = v.problem.limits.spare_milli_fte
    if spare is not None:
        time = [(v.problem.direct_milli_fte(k), v.posts[k.id]) for k in v.problem.kinds]
        v.linear.row("no_idle", [*time, *((-1, d) for d in v.done.values())], high=spare)


def _check(tally: Tally) -> list[Finding]:
    spare = tally.problem.limits.spare_milli_fte
    if spare is None or tally.idle_milli_fte <= spare:
        return []
    over = tally.idle_milli_fte - spare
    message = (
        f"{fte(tally.idle_milli_fte)} of established time has no work, {fte(over)} more than the {fte(spare)} allowed"
    )
    return [Finding("no_idle", "all teams", over, message)]


def _loosen(problem: Problem, by: int) -> Problem:
    """Allow `by` thousandths of FTE more spare capacity."""
    spare = problem.limits.spare_milli_fte
    more = None if spare is None else spare + by
    return replace(problem, limits=replace(problem.limits, spare_milli_fte=more))


RULE = Rule("no_idle", Standing.POLICY, __doc__, _constrain, _check, _loosen, "thousandths of FTE")
