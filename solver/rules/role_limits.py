"""A role has a number of posts, over all teams, within its limits."""

from dataclasses import replace

from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for role in v.problem.roles:
        if role.least or role.most is not None:
            posts = v.count(k for k in v.problem.kinds if k.role == role.id)
            v.linear.row("role_limits", posts, low=role.least, high=role.most)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    for role in tally.problem.roles:
        posts = sum(n for kind, n in tally.held if kind.role == role.id)
        over = 0 if role.most is None else posts - role.most
        amount = max(role.least - posts, over)
        if amount > 0:
            bound = f"at most {role.most}" if over > 0 else f"at least {role.least}"
            findings.append(Finding("role_limits", role.id, amount, f"{some(posts, 'post')} of {role.id}, of {bound}"))
    return findings


def _loosen(problem: Problem, by: int) -> Problem:
    """Let each role have `by` fewer or more posts."""
    looser = (
        replace(r, least=max(0, r.least - by), most=None if r.most is None else r.most + by) for r in problem.roles
    )
    return replace(problem, roles=tuple(looser))


RULE = Rule("role_limits", Standing.POLICY, __doc__, _constrain, _check, _loosen, "posts")
