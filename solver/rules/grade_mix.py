"""Posts in the named roles are at most a share of all posts."""

from dataclasses import replace

from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for mix in v.problem.mixes:
        terms = [(1000 * (kind.role in mix.roles) - mix.most_permille, v.posts[kind.id]) for kind in v.problem.kinds]
        v.linear.row("grade_mix", terms, high=0)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    everything = sum(n for _kind, n in tally.held)
    for mix in tally.problem.mixes:
        posts = sum(n for kind, n in tally.held if kind.role in mix.roles)
        allowed = mix.most_permille * everything // 1000
        if posts > allowed:
            message = f"{some(posts, 'post')} in {mix.id} out of {everything}, of at most {allowed}"
            findings.append(Finding("grade_mix", mix.id, posts - allowed, message))
    return findings


def _loosen(problem: Problem, by: int) -> Problem:
    """Allow `by` thousandths more of all posts in each mix."""
    looser = (replace(m, most_permille=min(1000, m.most_permille + by)) for m in problem.mixes)
    return replace(problem, mixes=tuple(looser))


RULE = Rule("grade_mix", Standing.POLICY, __doc__, _constrain, _check, _loosen, "thousandths of all posts")
