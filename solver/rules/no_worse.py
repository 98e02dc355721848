"""No worse than the option compared with: no more work uncovered and no higher cost, where that is asked."""

from dataclasses import replace

from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import fte, pounds


def _constrain(v: Variables) -> None:
    limits = v.problem.limits
    if limits.uncovered_weighted is not None:
        left = [(w.weight, v.uncovered[w.id]) for w in v.problem.works]
        v.linear.row("no_worse", left, high=limits.uncovered_weighted)
    if limits.cost_pence is not None:
        cost = [(k.cost_pence, v.posts[k.id]) for k in v.problem.kinds]
        v.linear.row("no_worse", cost, high=limits.cost_pence - limits.other_pence)


def _check(tally: Tally) -> list[Finding]:
    limits = tally.problem.limits
    findings = []
    uncovered = sum(w.weight * tally.uncovered[w.id] for w in tally.problem.works)
    if limits.uncovered_weighted is not None and uncovered > limits.uncovered_weighted:
        over = uncovered - limits.uncovered_weighted
        message = f"{fte(over)} (weighted) more left uncovered than by the option compared with"
        findings.append(Finding("no_worse", "work", over, message))
    if limits.cost_pence is not None and tally.cost_pence > limits.cost_pence:
        over = tally.cost_pence - limits.cost_pence
        findings.append(Finding("no_worse", "cost", over, f"costs {pounds(over)} more than the option compared with"))
    return findings


def _loosen(problem: Problem, by: int) -> Problem:
    """Allow `by` pence more cost and `by` weighted thousandths of FTE more uncovered."""
    limits = problem.limits
    cost = None if limits.cost_pence is None else limits.cost_pence + by
    uncovered = None if limits.uncovered_weighted is None else limits.uncovered_weighted + by
    return replace(problem, limits=replace(limits, cost_pence=cost, uncovered_weighted=uncovered))


RULE = Rule("no_worse", Standing.POLICY, __doc__, _constrain, _check, _loosen, "pence or thousandths of FTE")
