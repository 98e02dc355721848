"""Demands on posts by team and role are kept: what a planner pins or bans to ask "what if"."""

from dataclasses import replace

from solver.problem import Pin, PostKind, Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _pinned(pin: Pin, kind: PostKind) -> bool:
    return kind.team in pin.teams and kind.role in pin.roles


def _constrain(v: Variables) -> None:
    for pin in v.problem.pins:
        v.linear.row("pins", v.count(k for k in v.problem.kinds if _pinned(pin, k)), low=pin.least, high=pin.most)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    for pin in tally.problem.pins:
        posts = sum(n for kind, n in tally.held if kind.team in pin.teams and kind.role in pin.roles)
        over = 0 if pin.most is None else posts - pin.most
        amount = max(pin.least - posts, over)
        if amount > 0:
            bound = f"at most {pin.most}" if over > 0 else f"at least {pin.least}"
            findings.append(Finding("pins", pin.id, amount, f"{some(posts, 'post')} where {pin.id} asks for {bound}"))
    return findings


def _loosen(problem: Problem, by: int) -> Problem:
    """Let each pin give by `by` posts."""
    looser = (
        replace(p, least=max(0, p.least - by), most=None if p.most is None else p.most + by) for p in problem.pins
    )
    return replace(problem, pins=tuple(looser))


RULE = Rule("pins", Standing.POLICY, __doc__, _constrain, _check, _loosen, "posts")
