"""Where funding lines are named, each post is paid by lines that may pay for it, within what each has in each year."""

from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import pounds


def _constrain(v: Variables) -> None:
    problem = v.problem
    if not problem.funding:
        return
    for year in range(len(problem.years)):
        for kind in problem.kinds:
            paid = [(1, v.paid[f.id, kind.id, year]) for f in problem.funding if kind.role in f.roles]
            cost = (-kind.ceiling_pence[year], v.posts[kind.id])
            v.linear.row("funding", [*paid, cost], low=0, high=0)
        for line in problem.funding:
            paid = [(1, v.paid[line.id, k.id, year]) for k in problem.kinds if k.role in line.roles]
            v.linear.row("funding", paid, high=line.pence_by_year[year])


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
                findings.append(Finding("funding", line.id, over, f"{line.id} pays {pounds(over)} too much in {year}"))
    return findings


RULE = Rule("funding", Standing.STRUCTURAL, __doc__, _constrain, _check)
