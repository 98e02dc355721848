"""Managers outside the scope take on no more management than they have room for."""

from dataclasses import replace

from solver.demand import Demand
from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import fte

PLACE = "outside the scope"


def _constrain(v: Variables) -> None:
    limit = v.problem.limits.absorbed_milli_fte
    if limit is not None:
        terms = [(t.absorbed_milli_fte, v.open[t.id]) for t in v.problem.teams]
        v.linear.row("absorbed_management", [*terms, *v.gives(-1, "absorbed_management", PLACE)], high=limit)


def _check(tally: Tally) -> list[Finding]:
    limit = tally.problem.limits.absorbed_milli_fte
    absorbed = sum(t.absorbed_milli_fte for t in tally.problem.teams if tally.team_posts(t.id))
    if limit is None or absorbed <= limit:
        return []
    message = f"{fte(absorbed)} of management to absorb outside the scope, of at most {fte(limit)}"
    return [Finding("absorbed_management", PLACE, absorbed - limit, message)]


def _demands(problem: Problem) -> tuple[Demand, ...]:
    limit = problem.limits.absorbed_milli_fte
    over = sum(t.absorbed_milli_fte for t in problem.teams) - (limit or 0)
    if limit is None or over <= 0:
        return ()
    return (Demand("absorbed_management", PLACE, asked=limit, most=over, unit="thousandths of FTE"),)


def _loosen(problem: Problem, _demand: Demand, by: int) -> Problem:
    """Let `by` thousandths of FTE more be absorbed."""
    limit = problem.limits.absorbed_milli_fte
    more = None if limit is None else limit + by
    return replace(problem, limits=replace(problem.limits, absorbed_milli_fte=more))


RULE = Rule("absorbed_management", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
