"""Nobody is placed where their group has no claim."""

from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    """Placements exist for claims only, so there is nothing to forbid; nobody is placed a negative number of times."""
    for place in sorted(v.placed):
        v.linear.row("claims_only", [(1, v.placed[place])], low=0)


def _check(tally: Tally) -> list[Finding]:
    claims = {(c.group, c.places) for c in tally.problem.claims}
    return [
        Finding(
            "claims_only", group, people, f"{some(people, 'person', 'people')} of {group} placed in {places}: no claim"
        )
        for (group, places), people in tally.placed.items()
        if (group, places) not in claims or people < 0
    ]


RULE = Rule("claims_only", Standing.STRUCTURAL, __doc__, _constrain, _check)
