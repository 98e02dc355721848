"""Where funding lines are named, each post is paid by lines that may pay for it, within what each has in each year."""

from dataclasses import replace

from solver.demand import Demand
from solver.problem import FundingLine, PostKind, Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import financial_year, pounds

UNPAID = "no line may pay"
"""The side of the demand that a role no line may pay for has no posts."""


def _constrain(v: Variables) -> None:
    problem = v.problem
    if not problem.funding:
        return
    for year in range(len(problem.years)):
        for kind in problem.kinds:
            paid = [(1, v.paid[f.id, kind.id, year]) for f in problem.funding if kind.role in f.roles]
            cost = (-kind.ceiling_pence[year], v.posts[kind.id])
            free = v.gives(_dearest(kind, year), "funding", kind.role, UNPAID)
            v.linear.row("funding", [*paid, cost, *free], low=0, high=None if free else 0)
        for line in problem.funding:
            paid = [(1, v.paid[line.id, k.id, year]) for k in problem.kinds if k.role in line.roles]
            v.linear.row("funding", [*paid, *v.gives(-1, "funding", line.id)], high=line.pence_by_year[year])


def _check(tally: Tally) -> list[Finding]:
    if not tally.problem.funding:
        return []
    return [*_unpaid(tally), *_overdrawn(tally)]


def _unpaid(tally: Tally) -> list[Finding]:
    paid: dict[tuple[str, int], int] = {}
    for _line, name, year, pence in tally.structure.payments:
        paid[name, year] = paid.get((name, year), 0) + pence
    findings = []
    for kind in tally.problem.kinds:
        for position, shown in enumerate(tally.problem.years):
            cost = kind.ceiling_pence[position] * tally.posts[kind.id]
            short = cost - paid.get((kind.id, shown), 0)
            if short:
                message = (
                    f"{kind.id} in {shown}: {pounds(abs(short))} {'not paid by any line' if short > 0 else 'overpaid'}"
                )
                findings.append(Finding("funding", kind.id, abs(short), message))
    return findings


def _overdrawn(tally: Tally) -> list[Finding]:
    findings = []
    for line in tally.problem.funding:
        for position, year in enumerate(tally.problem.years):
            drawn = 0
            for name, kind, when, pence in tally.structure.payments:
                if (name, when) != (line.id, year):
                    continue
                drawn += pence
                if pence < 0 or tally.problem.kind[kind].role not in line.roles:
                    message = f"{line.id} may not pay {pounds(pence)} for {kind}"
                    findings.append(Finding("funding", line.id, abs(pence), message))
            over = drawn - line.pence_by_year[position]
            if over > 0:
                message = f"{line.id} pays {pounds(over)} too much in {financial_year(year)}"
                findings.append(Finding("funding", line.id, over, message))
    return findings


def _dearest(kind: PostKind, year: int) -> int:
    """What all posts of a kind that can exist cost in a year, by its position."""
    return kind.ceiling_pence[year] * max(kind.least, kind.most)


def _demands(problem: Problem) -> tuple[Demand, ...]:
    """What each line has, and that posts which no line may pay for cannot be."""
    found = []
    payable = {role for line in problem.funding for role in line.roles}
    for role in sorted({k.role for k in problem.kinds if any(k.ceiling_pence)} - payable if problem.funding else ()):
        found.append(Demand("funding", role, UNPAID, unit="roles"))
    for line in problem.funding:
        paid = [k for k in problem.kinds if k.role in line.roles]
        over = max(sum(_dearest(k, year) for k in paid) - pence for year, pence in enumerate(line.pence_by_year))
        if over > 0:
            found.append(Demand("funding", line.id, asked=min(line.pence_by_year), most=over, unit="pence"))
    return tuple(found)


def _loosen(problem: Problem, demand: Demand, by: int) -> Problem:
    """Give the line `by` pence more every year, or let another pay for the role: never offered."""
    if demand.side == UNPAID:
        needed = tuple(
            sum(_dearest(k, year) for k in problem.kinds if k.role == demand.place)
            for year in range(len(problem.years))
        )
        other = FundingLine(id=f"another line for {demand.place}", roles=(demand.place,), pence_by_year=needed)
        return replace(problem, funding=(*problem.funding, other)) if by else problem
    more = {demand.place: by}
    looser = (
        replace(f, pence_by_year=tuple(pence + more.get(f.id, 0) for pence in f.pence_by_year)) for f in problem.funding
    )
    return replace(problem, funding=tuple(looser))


RULE = Rule("funding", Standing.STRUCTURAL, __doc__, _constrain, _check, _demands, _loosen)
