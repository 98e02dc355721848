"""Places are not over-filled: nobody is placed where there is no room."""

from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for places in v.problem.places:
        placed = [(-1, v.placed[c.group, c.places]) for c in v.problem.claims_on[places.id]]
        v.linear.row("places_filled", [*v.room(places), *placed], low=places.reserved)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    for places in tally.problem.places:
        people = sum(n for (_group, at), n in tally.placed.items() if at == places.id)
        over = people - max(0, tally.room(places))
        if over > 0:
            message = f"{some(people, 'person', 'people')} placed in {places.id}, {over} more than it has room for"
            findings.append(Finding("places_filled", places.id, over, message))
    return findings


RULE = Rule("places_filled", Standing.STRUCTURAL, __doc__, _constrain, _check)
