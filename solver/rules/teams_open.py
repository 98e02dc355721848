"""The number of open teams is within what the option allows."""

from dataclasses import replace

from solver.demand import LEAST, MOST, Demand
from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some

PLACE = "all teams"


def _constrain(v: Variables) -> None:
    limits = v.problem.limits
    if limits.least_teams_open:
        enough = [*((1, v.open[t.id]) for t in v.problem.teams), *v.gives(1, "teams_open", PLACE, LEAST)]
        v.linear.row("teams_open", enough, low=limits.least_teams_open)
    if limits.most_teams_open is not None:
        few = [*((1, v.open[t.id]) for t in v.problem.teams), *v.gives(-1, "teams_open", PLACE, MOST)]
        v.linear.row("teams_open", few, high=limits.most_teams_open)


def _check(tally: Tally) -> list[Finding]:
    limits = tally.problem.limits
    count = sum(1 for t in tally.problem.teams if tally.team_posts(t.id) > 0)
    over = 0 if limits.most_teams_open is None else count - limits.most_teams_open
    amount = max(limits.least_teams_open - count, over)
    if amount <= 0:
        return []
    most = limits.most_teams_open
    allowed = f"at least {limits.least_teams_open}" + ("" if most is None else f" and at most {most}")
    message = f"{some(count, 'team')} open, of {allowed}"
    return [Finding("teams_open", PLACE, amount, message)]


def _demands(problem: Problem) -> tuple[Demand, ...]:
    least, most = problem.limits.least_teams_open, problem.limits.most_teams_open
    found = []
    if least:
        found.append(Demand("teams_open", PLACE, LEAST, asked=least, most=least, unit="teams"))
    if most is not None and len(problem.teams) > most:
        found.append(Demand("teams_open", PLACE, MOST, asked=most, most=len(problem.teams) - most, unit="teams"))
    return tuple(found)


def _loosen(problem: Problem, demand: Demand, by: int) -> Problem:
    """Allow `by` fewer or more teams, on the side named."""
    limits = problem.limits
    if demand.side == LEAST:
        return replace(problem, limits=replace(limits, least_teams_open=max(0, limits.least_teams_open - by)))
    most = None if limits.most_teams_open is None else limits.most_teams_open + by
    return replace(problem, limits=replace(limits, most_teams_open=most))


RULE = Rule("teams_open", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
