"""An open team has a number of posts within its sizes; a team that must open has a post."""

from dataclasses import replace

from solver.demand import LEAST, MOST, Demand
from solver.problem import Problem, Team
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for team in v.problem.teams:
        posts = v.count(k for k in v.problem.kinds if k.team == team.id)
        enough = [*posts, *v.gives(1, "team_sizes", team.id, LEAST)]
        if team.must_open:
            v.linear.row("team_sizes", enough, low=max(1, team.least))
        elif team.least > 1:
            v.linear.row("team_sizes", [*enough, (-team.least, v.open[team.id])], low=0)
        if team.most is not None:
            v.linear.row("team_sizes", [*posts, *v.gives(-1, "team_sizes", team.id, MOST)], high=team.most)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    for team in tally.problem.teams:
        posts = tally.team_posts(team.id)
        least = max(1, team.least) if team.must_open else team.least if posts else 0
        if posts < least:
            message = f"{team.id} has {some(posts, 'post')}, of at least {least}"
            findings.append(Finding("team_sizes", team.id, least - posts, message))
        if team.most is not None and posts > team.most:
            message = f"{team.id} has {some(posts, 'post')}, of at most {team.most}"
            findings.append(Finding("team_sizes", team.id, posts - team.most, message))
    return findings


def _demands(problem: Problem) -> tuple[Demand, ...]:
    found = []
    for team in problem.teams:
        there = sum(max(k.least, k.most) for k in problem.kinds if k.team == team.id)
        least = max(1, team.least) if team.must_open else team.least
        if team.must_open or least > 1:
            reach = least if team.must_open else least - 1  # an open team has a post in any case
            found.append(Demand("team_sizes", team.id, LEAST, asked=least, most=reach, unit="posts"))
        if team.most is not None and there > team.most:
            found.append(Demand("team_sizes", team.id, MOST, asked=team.most, most=there - team.most, unit="posts"))
    return tuple(found)


def _loosen(problem: Problem, demand: Demand, by: int) -> Problem:
    """Let the team be `by` posts smaller or larger; if it must open it may close once nothing is left to ask of it."""
    looser = (_looser(team, demand.side, by) if team.id == demand.place else team for team in problem.teams)
    return replace(problem, teams=tuple(looser))


def _looser(team: Team, side: str, by: int) -> Team:
    if side == MOST:
        return replace(team, most=None if team.most is None else team.most + by)
    least = max(0, (max(1, team.least) if team.must_open else team.least) - by)
    return replace(team, least=least, must_open=team.must_open and least > 0)


RULE = Rule("team_sizes", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
