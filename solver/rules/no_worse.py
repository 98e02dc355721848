"""No worse than the option compared with: no more work uncovered and no higher cost, where that is asked."""

from dataclasses import replace

from solver.demand import Demand
from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import fte, pounds

WORK, COST = "work", "cost"


def _constrain(v: Variables) -> None:
    limits = v.problem.limits
    if limits.uncovered_weighted is not None:
        left = [(w.weight, v.uncovered[w.id]) for w in v.problem.works]
        v.linear.row("no_worse", [*left, *v.gives(-1, "no_worse", WORK)], high=limits.uncovered_weighted)
    if limits.cost_pence is not None:
        cost = [(k.cost_pence, v.posts[k.id]) for k in v.problem.kinds]
        v.linear.row("no_worse", [*cost, *v.gives(-1, "no_worse", COST)], high=limits.cost_pence - limits.other_pence)


def _check(tally: Tally) -> list[Finding]:
    limits = tally.problem.limits
    findings = []
    uncovered = sum(w.weight * tally.uncovered[w.id] for w in tally.problem.works)
    if limits.uncovered_weighted is not None and uncovered > limits.uncovered_weighted:
        over = uncovered - limits.uncovered_weighted
        message = f"{fte(over)} (weighted) more left uncovered than by the option compared with"
        findings.append(Finding("no_worse", WORK, over, message))
    if limits.cost_pence is not None and tally.cost_pence > limits.cost_pence:
        over = tally.cost_pence - limits.cost_pence
        message = f"costs {pounds(over)} more than the option compared with"
        findings.append(Finding("no_worse", COST, over, message))
    return findings


def _demands(problem: Problem) -> tuple[Demand, ...]:
    limits = problem.limits
    everything = sum(w.weight * w.demand_milli_fte for w in problem.works)
    dearest = sum(k.cost_pence * max(k.least, k.most) for k in problem.kinds) + limits.other_pence
    stated = (
        (COST, limits.cost_pence, dearest, "pence"),
        (WORK, limits.uncovered_weighted, everything, "weighted thousandths of FTE"),
    )
    return tuple(
        Demand("no_worse", place, asked=limit, most=reach - limit, unit=unit)
        for place, limit, reach, unit in stated
        if limit is not None and reach > limit
    )


def _loosen(problem: Problem, demand: Demand, by: int) -> Problem:
    """Allow `by` pence more cost, or `by` weighted thousandths of FTE more uncovered."""
    limits = problem.limits
    if demand.place == COST and limits.cost_pence is not None:
        limits = replace(limits, cost_pence=limits.cost_pence + by)
    if demand.place == WORK and limits.uncovered_weighted is not None:
        limits = replace(limits, uncovered_weighted=limits.uncovered_weighted + by)
    return replace(problem, limits=limits)


RULE = Rule("no_worse", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
