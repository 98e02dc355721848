"""Stronger claim first, no waste: no place a displaced person could take goes to a weaker claim or stays empty.

The rule limits who is placed, not which posts can exist: for any posts a placement of the most people keeps it (swap a
displaced person for a weaker claimant; the number placed stays, the sum of strengths falls). So the search leaves these
rows out, fills the posts it found in with them, and adds them, from the first goal they can change (`moved_down`), only
where that shows they matter (solver/search.py).
"""

from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    """Room less the people of claims as strong is at most M x (1 - someone displaced), M being the most room."""
    for places in v.problem.places:
        most = max(0, v.most_room(places))
        for claim in v.problem.claims_on[places.id]:
            if claim.group not in v.someone_displaced:
                continue
            as_strong = [
                (-1, v.placed[c.group, c.places])
                for c in v.problem.claims_on[places.id]
                if c.strength <= claim.strength
            ]
            switch = (most, v.someone_displaced[claim.group])
            terms = [*v.room(places), *as_strong, switch]
            v.linear.row("stronger_claim_first", terms, high=most + places.reserved)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    for claim in tally.problem.claims:
        if tally.displaced[claim.group] <= 0:
            continue
        places = next(p for p in tally.problem.places if p.id == claim.places)
        taken = sum(
            tally.placed.get((other.group, other.places), 0)
            for other in tally.problem.claims
            if other.places == claim.places and other.strength <= claim.strength
        )
        passed_over = tally.room(places) - taken
        if passed_over > 0:
            message = (
                f"{some(tally.displaced[claim.group], 'person', 'people')} of {claim.group} displaced while "
                f"{some(passed_over, 'place')} in {claim.places} go to a weaker claim or stay empty"
            )
            findings.append(Finding("stronger_claim_first", claim.group, passed_over, message))
    return findings


RULE = Rule("stronger_claim_first", Standing.STRUCTURAL, __doc__, _constrain, _check)
