"""Work that may not be split between teams is done in one team."""

from dataclasses import replace

from solver.demand import Demand
from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables


def _constrain(v: Variables) -> None:
    for work in v.problem.works:
        teams = sorted({team for block, team, _role in v.done if block == work.id})
        if work.split or len(teams) < 2:
            continue
        sits = {team: v.linear.variable(f"{work.id} sits in {team}", 0, 1) for team in teams}
        every = [(1, s) for s in sits.values()]
        v.linear.row("unsplit_work", [*every, *v.gives(1 - len(teams), "unsplit_work", work.id)], high=1)
        for team, seat in sits.items():
            done = [(1, x) for (block, there, _role), x in v.done.items() if (block, there) == (work.id, team)]
            v.linear.row("unsplit_work", [*done, (-work.demand_milli_fte, seat)], high=0)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    for work in tally.problem.works:
        teams = {team for block, team, _role, milli_fte in tally.structure.work if block == work.id and milli_fte}
        if not work.split and len(teams) > 1:
            message = f"{work.id} is split between {len(teams)} teams: {', '.join(sorted(teams))}"
            findings.append(Finding("unsplit_work", work.id, len(teams) - 1, message))
    return findings


def _demands(problem: Problem) -> tuple[Demand, ...]:
    whole = (w for w in problem.works if not w.split and len(w.teams) > 1)
    return tuple(Demand("unsplit_work", w.id, asked=1, most=1, unit="blocks of work") for w in whole)


def _loosen(problem: Problem, demand: Demand, by: int) -> Problem:
    """Let the block be split."""
    freed = {demand.place} if by else set()
    return replace(problem, works=tuple(replace(w, split=w.split or w.id in freed) for w in problem.works))


RULE = Rule("unsplit_work", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
