"""Everyone who stays is placed or displaced, once."""

from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for group in v.problem.groups:
        places = [c.places for c in v.problem.claims if c.group == group.id]
        placed = [(1, v.placed[group.id, p]) for p in places]
        people = group.people
        v.linear.row("everyone_once", [*placed, (1, v.displaced[group.id])], low=people, high=people)


def _check(tally: Tally) -> list[Finding]:
    return [
        Finding(
            "everyone_once", group, -left, f"{some(-left, 'person', 'people')} of {group} placed twice or not there"
        )
        for group, left in tally.displaced.items()
        if left < 0
    ]


RULE = Rule("everyone_once", Standing.STRUCTURAL, __doc__, _constrain, _check)
