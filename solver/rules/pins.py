"""Demands on posts by team and role are kept: what a planner pins or bans to ask "what if"."""

from dataclasses import replace

from solver.demand import LEAST, MOST, Demand
from solver.problem import Pin, PostKind, Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _pinned(pin: Pin, kind: PostKind) -> bool:
    return kind.team in pin.teams and kind.role in pin.roles


def _constrain(v: Variables) -> None:
    for pin in v.problem.pins:
        posts = v.count(k for k in v.problem.kinds if _pinned(pin, k))
        if pin.least:
            v.linear.row("pins", [*posts, *v.gives(1, "pins", pin.id, LEAST)], low=pin.least)
        if pin.most is not None:
            v.linear.row("pins", [*posts, *v.gives(-1, "pins", pin.id, MOST)], high=pin.most)


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


def _demands(problem: Problem) -> tuple[Demand, ...]:
    found = []
    for pin in problem.pins:
        there = sum(max(k.least, k.most) for k in problem.kinds if _pinned(pin, k))
        if pin.least:
            found.append(Demand("pins", pin.id, LEAST, asked=pin.least, most=pin.least, unit="posts"))
        if pin.most is not None and there > pin.most:
            found.append(Demand("pins", pin.id, MOST, asked=pin.most, most=there - pin.most, unit="posts"))
    return tuple(found)


def _loosen(problem: Problem, demand: Demand, by: int) -> Problem:
    """Let the pin give by `by` posts on the side named."""
    return replace(
        problem, pins=tuple(_looser(p, demand.side, by) if p.id == demand.place else p for p in problem.pins)
    )


def _looser(pin: Pin, side: str, by: int) -> Pin:
    if side == LEAST:
        return replace(pin, least=max(0, pin.least - by))
    return replace(pin, most=None if pin.most is None else pin.most + by)


RULE = Rule("pins", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
