"""No more people of a staff group are displaced than a what-if question asks.

It is what is asked, never offered to give: structural, and without demands.
Change this when a case itself may limit a group.
"""

from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for limit in v.problem.group_limits:
        v.linear.row("group_limits", [(1, v.displaced[limit.group])], high=limit.displaced)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    for limit in tally.problem.group_limits:
        displaced = tally.displaced[limit.group]
        if displaced > limit.displaced:
            people = some(displaced, "person", "people")
            message = f"{people} of {limit.group} displaced, of at most {limit.displaced}"
            findings.append(Finding("group_limits", limit.group, displaced - limit.displaced, message))
    return findings


RULE = Rule("group_limits", Standing.STRUCTURAL, __doc__, _constrain, _check)
