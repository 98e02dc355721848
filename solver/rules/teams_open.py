"""The number of open teams is within what the option allows."""

from dataclasses import replace

from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    limits = v.problem.limits
    if limits.least_teams_open or limits.most_teams_open is not None:
        switches = [(1, v.open[t.id]) for t in v.problem.teams]
        v.linear.row("teams_open", switches, low=limits.least_teams_open, high=limits.most_teams_open)


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
    return [Finding("teams_open", "all teams", amount, message)]


def _loosen(problem: Problem, by: int) -> Problem:
    """Allow `by` fewer or more teams."""
    limits = problem.limits
    most = None if limits.most_teams_open is None else limits.most_teams_open + by
    least = max(0, limits.least_teams_open - by)
    return replace(problem, limits=replace(limits, least_teams_open=least, most_teams_open=most))


RULE = Rule("teams_open", Standing.POLICY, __doc__, _constrain, _check, _loosen, "teams")
