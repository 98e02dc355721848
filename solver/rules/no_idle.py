"""No post without work: established direct time is used, but for the spare capacity allowed.

Without this rule, placing people first buys idle posts up to the ceiling (design.md section 5).
"""

from dataclasses import replace

from solver.demand import Demand
from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import fte

PLACE = "all teams"


def _constrain(v: Variables) -> None:
    spare = v.problem.limits.spare_milli_fte
    if spare is not None:
        time = [(v.problem.direct_milli_fte(k), v.posts[k.id]) for k in v.problem.kinds]
        v.linear.row(
            "no_idle", [*time, *((-1, d) for d in v.done.values()), *v.gives(-1, "no_idle", PLACE)], high=spare
        )


def _check(tally: Tally) -> list[Finding]:
    spare = tally.problem.limits.spare_milli_fte
    if spare is None or tally.idle_milli_fte <= spare:
        return []
    over = tally.idle_milli_fte - spare
    message = (
        f"{fte(tally.idle_milli_fte)} of established time has no work, {fte(over)} more than the {fte(spare)} allowed"
    )
    return [Finding("no_idle", PLACE, over, message)]


def _demands(problem: Problem) -> tuple[Demand, ...]:
    spare = problem.limits.spare_milli_fte
    over = sum(problem.direct_milli_fte(k) * max(k.least, k.most) for k in problem.kinds) - (spare or 0)
    if spare is None or over <= 0:
        return ()
    return (Demand("no_idle", PLACE, asked=spare, most=over, unit="thousandths of FTE"),)


def _loosen(problem: Problem, _demand: Demand, by: int) -> Problem:
    """Allow `by` thousandths of FTE more spare capacity."""
    spare = problem.limits.spare_milli_fte
    more = None if spare is None else spare + by
    return replace(problem, limits=replace(problem.limits, spare_milli_fte=more))


RULE = Rule("no_idle", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
