"""An open team has a number of posts within its sizes; a team that must open has a post."""

from dataclasses import replace

from solver.problem import Problem, Team
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for team in v.problem.teams:
        posts = v.count(k for k in v.problem.kinds if k.team == team.id)
        if team.must_open:
            v.linear.row("team_sizes", posts, low=max(1, team.least))
        elif team.least > 1:
            v.linear.row("team_sizes", [*posts, (-team.least, v.open[team.id])], low=0)
        if team.most is not None:
            v.linear.row("team_sizes", posts, high=team.most)


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


def _loosen(problem: Problem, by: int) -> Problem:
    """Let teams be `by` posts smaller or larger; one that must open may close once nothing is left to ask of it."""
    return replace(problem, teams=tuple(_looser(team, by) for team in problem.teams))


def _looser(team: Team, by: int) -> Team:
    least = max(0, (max(1, team.least) if team.must_open else team.least) - by)
    most = None if team.most is None else team.most + by
    return replace(team, least=least, most=most, must_open=team.must_open and least > 0)


RULE = Rule("team_sizes", Standing.POLICY, __doc__, _constrain, _check, _loosen, "posts")
