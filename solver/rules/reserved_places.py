"""Places reserved for a statutory right exist, and nobody else is counted into them."""

from dataclasses import replace

from solver.demand import Demand
from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for places in v.problem.places:
        if places.reserved:
            v.linear.row("reserved_places", v.room(places), low=places.reserved)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    for places in tally.problem.places:
        missing = -tally.room(places)
        if places.reserved and missing > 0:
            message = f"{some(places.reserved, 'place')} reserved in {places.id}, {missing} of them not there"
            findings.append(Finding("reserved_places", places.id, missing, message))
    return findings


def _demands(problem: Problem) -> tuple[Demand, ...]:
    return tuple(
        Demand("reserved_places", p.id, asked=p.reserved, most=p.reserved, unit="places")
        for p in problem.places
        if p.reserved
    )


def _loosen(problem: Problem, demand: Demand, by: int) -> Problem:
    """Reserve `by` places fewer: never offered, but they can be what stands in the way."""
    fewer = {demand.place: by}
    looser = (replace(p, reserved=max(0, p.reserved - fewer.get(p.id, 0))) for p in problem.places)
    return replace(problem, places=tuple(looser))


RULE = Rule("reserved_places", Standing.STATUTORY, __doc__, _constrain, _check, _demands, _loosen)
