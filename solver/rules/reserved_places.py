"""Places reserved for a statutory right exist, and nobody else is counted into them."""

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


RULE = Rule("reserved_places", Standing.STATUTORY, __doc__, _constrain, _check)
