"""Statutory work is covered in full."""

from dataclasses import replace

from solver.demand import Demand
from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import fte


def _constrain(v: Variables) -> None:
    for work in v.problem.works:
        if work.statutory:
            left = [(1, v.uncovered[work.id]), *v.gives(-work.demand_milli_fte, "statutory_work", work.id)]
            v.linear.row("statutory_work", left, high=0)


def _check(tally: Tally) -> list[Finding]:
    return [
        Finding("statutory_work", w.id, left, f"{fte(left)} of statutory work left uncovered in {w.id}")
        for w in tally.problem.works
        if w.statutory and (left := tally.uncovered[w.id]) > 0
    ]


def _demands(problem: Problem) -> tuple[Demand, ...]:
    return tuple(
        Demand(
            "statutory_work",
            w.id,
            asked=w.demand_milli_fte,
            most=1,
            unit="blocks of work",
            asked_unit="thousandths of FTE",
        )
        for w in problem.works
        if w.statutory
    )


def _loosen(problem: Problem, demand: Demand, by: int) -> Problem:
    """Leave the block out of the rule: never offered, but it can be what stands in the way."""
    freed = {demand.place} if by else set()
    return replace(problem, works=tuple(replace(w, statutory=w.statutory and w.id not in freed) for w in problem.works))


RULE = Rule("statutory_work", Standing.STATUTORY, __doc__, _constrain, _check, _demands, _loosen)
