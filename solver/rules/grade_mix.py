"""Posts in the named roles are at most a share of all posts.

Loosened, it allows so many posts more than the share (`allowance`), which is linear where a wider share is not.
"""

from dataclasses import replace

from solver.demand import SHARE, Demand
from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for mix in v.problem.mixes:
        terms = [(1000 * (kind.role in mix.roles) - mix.most_permille, v.posts[kind.id]) for kind in v.problem.kinds]
        v.linear.row("grade_mix", [*terms, *v.gives(-1000, "grade_mix", mix.id)], high=1000 * mix.allowance)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    everything = sum(n for _kind, n in tally.held)
    for mix in tally.problem.mixes:
        posts = sum(n for kind, n in tally.held if kind.role in mix.roles)
        allowed = mix.most_permille * everything // 1000 + mix.allowance
        if posts > allowed:
            message = f"{some(posts, 'post')} in {mix.id} out of {everything}, of at most {allowed}"
            findings.append(Finding("grade_mix", mix.id, posts - allowed, message))
    return findings


def _demands(problem: Problem) -> tuple[Demand, ...]:
    found = []
    for mix in problem.mixes:
        there = sum(max(k.least, k.most) for k in problem.kinds if k.role in mix.roles)
        if mix.most_permille < 1000 and there > mix.allowance:
            asked, over = mix.most_permille, there - mix.allowance
            found.append(Demand("grade_mix", mix.id, asked=asked, most=over, unit="posts", asked_unit=SHARE))
    return tuple(found)


def _loosen(problem: Problem, demand: Demand, by: int) -> Problem:
    """Allow `by` posts more in the mix than its share."""
    more = {demand.place: by}
    looser = (replace(m, allowance=m.allowance + more.get(m.id, 0)) for m in problem.mixes)
    return replace(problem, mixes=tuple(looser))


RULE = Rule("grade_mix", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
