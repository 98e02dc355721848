"""Established posts are whole; a team has at most one make-up post in a role."""

from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for kinds in v.problem.kinds_at.values():
        make_up = [k for k in kinds if k.make_up]
        if make_up:
            v.linear.row("whole_posts", v.count(make_up), high=1)


def _check(tally: Tally) -> list[Finding]:
    made: dict[tuple[str, str], int] = {}
    for kind, posts in tally.held:
        if kind.make_up:
            made[kind.team, kind.role] = made.get((kind.team, kind.role), 0) + posts
    return [
        Finding(
            "whole_posts", f"{role} in {team}", n - 1, f"{some(n, 'make-up post')} of {role} in {team}, of at most 1"
        )
        for (team, role), n in sorted(made.items())
        if n > 1
    ]


RULE = Rule("whole_posts", Standing.STRUCTURAL, __doc__, _constrain, _check)
