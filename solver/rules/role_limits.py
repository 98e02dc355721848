"""A role has a number of posts, over all teams, within its limits."""

from dataclasses import replace

from solver.demand import LEAST, MOST, Demand
from solver.problem import Problem, Role
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for role in v.problem.roles:
        posts = v.count(k for k in v.problem.kinds if k.role == role.id)
        if role.least:
            v.linear.row("role_limits", [*posts, *v.gives(1, "role_limits", role.id, LEAST)], low=role.least)
        if role.most is not None:
            v.linear.row("role_limits", [*posts, *v.gives(-1, "role_limits", role.id, MOST)], high=role.most)


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


def _demands(problem: Problem) -> tuple[Demand, ...]:
    found = []
    for role in problem.roles:
        there = sum(max(k.least, k.most) for k in problem.kinds if k.role == role.id)
        if role.least:
            found.append(Demand("role_limits", role.id, LEAST, asked=role.least, most=role.least, unit="posts"))
        if role.most is not None and there > role.most:
            found.append(Demand("role_limits", role.id, MOST, asked=role.most, most=there - role.most, unit="posts"))
    return tuple(found)


def _loosen(problem: Problem, demand: Demand, by: int) -> Problem:
    """Let the role have `by` fewer or more posts, on the side named."""
    looser = (_looser(role, demand.side, by) if role.id == demand.place else role for role in problem.roles)
    return replace(problem, roles=tuple(looser))


def _looser(role: Role, side: str, by: int) -> Role:
    if side == LEAST:
        return replace(role, least=max(0, role.least - by))
    return replace(role, most=None if role.most is None else role.most + by)


RULE = Rule("role_limits", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
