"""Statutory work is covered in full."""

from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import fte


def _constrain(v: Variables) -> None:
    for work in v.problem.works:
        if work.statutory:
            v.linear.row("statutory_work", [(1, v.uncovered[work.id])], high=0)


def _check(tally: Tally) -> list[Finding]:
    return [
        Finding("statutory_work", w.id, left, f"{fte(left)} of statutory work left uncovered in {w.id}")
        for w in tally.problem.works
        if w.statutory and (left := tally.uncovered[w.id]) > 0
    ]


RULE = Rule("statutory_work", Standing.STATUTORY, __doc__, _constrain, _check)
