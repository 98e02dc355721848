"""Enough posts are able to do each block of work that someone can cover for an absence."""

from dataclasses import replace

from solver.demand import Demand
from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    able = {(a.role, a.work) for a in v.problem.abilities if a.share_permille}
    for work in v.problem.works:
        if work.least_able:
            kinds = [k for k in v.problem.kinds if k.works and k.team in work.teams and (k.role, work.id) in able]
            v.linear.row("cover", [*v.count(kinds), *v.gives(1, "cover", work.id)], low=work.least_able)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    for work in tally.problem.works:
        roles = {a.role for a in tally.problem.abilities if a.work == work.id and a.share_permille > 0}
        posts = sum(n for k, n in tally.held if k.works and k.role in roles and k.team in work.teams)
        if posts < work.least_able:
            message = f"{some(posts, 'post')} able to do {work.id}, of at least {work.least_able}"
            findings.append(Finding("cover", work.id, work.least_able - posts, message))
    return findings


def _demands(problem: Problem) -> tuple[Demand, ...]:
    return tuple(
        Demand("cover", w.id, asked=w.least_able, most=w.least_able, unit="posts")
        for w in problem.works
        if w.least_able
    )


def _loosen(problem: Problem, demand: Demand, by: int) -> Problem:
    """Ask for `by` fewer posts able to do the block."""
    asked = {demand.place: by}
    looser = (replace(w, least_able=max(0, w.least_able - asked.get(w.id, 0))) for w in problem.works)
    return replace(problem, works=tuple(looser))


RULE = Rule("cover", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
