"""The structure costs no more than the ceiling in each year, at the price base the ceiling is stated in."""

from dataclasses import replace

from solver.demand import Demand
from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import financial_year, pounds

PLACE = "every year"


def _constrain(v: Variables) -> None:
    for year, ceiling in enumerate(v.problem.limits.ceiling_pence):
        if ceiling is not None:
            cost = [(k.ceiling_pence[year], v.posts[k.id]) for k in v.problem.kinds]
            v.linear.row(
                "ceiling", [*cost, *v.gives(-1, "ceiling", PLACE)], high=ceiling - v.problem.limits.other_pence
            )


def _check(tally: Tally) -> list[Finding]:
    findings = []
    for position, (year, ceiling) in enumerate(
        zip(tally.problem.years, tally.problem.limits.ceiling_pence, strict=False)
    ):
        cost = tally.problem.limits.other_pence
        cost += sum(kind.ceiling_pence[position] * posts for kind, posts in tally.held)
        if ceiling is not None and cost > ceiling:
            over = cost - ceiling
            said = f"costs {pounds(cost)} in {financial_year(year)}"
            message = f"{said}, {pounds(over)} over the ceiling of {pounds(ceiling)}"
            findings.append(Finding("ceiling", str(year), over, message))
    return findings


def _demands(problem: Problem) -> tuple[Demand, ...]:
    """One demand for all years: a ceiling that is raised is raised in each of them alike."""
    stated = [(year, ceiling) for year, ceiling in enumerate(problem.limits.ceiling_pence) if ceiling is not None]
    dearest = [sum(k.ceiling_pence[y] * max(k.least, k.most) for k in problem.kinds) - c for y, c in stated]
    over = max(dearest, default=0) + problem.limits.other_pence
    if not stated or over <= 0:
        return ()
    lowest = min(ceiling for _, ceiling in stated)
    return (Demand("ceiling", PLACE, asked=lowest, most=over, unit="pence"),)


def _loosen(problem: Problem, _demand: Demand, by: int) -> Problem:
    """Raise the ceiling by `by` pence in every year that has one."""
    raised = tuple(None if c is None else c + by for c in problem.limits.ceiling_pence)
    return replace(problem, limits=replace(problem.limits, ceiling_pence=raised))


RULE = Rule("ceiling", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
