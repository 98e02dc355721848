"""Where people may go, the report says what that may cost.

Rule: a case carries something of a report, a given structure touches posts that people hold, and nothing states a
severance, redundancy, pension or protection cost: no quote, no one-off or expected exit cost, no sealed service table.
Source: seed-facts.md section 6, kind 9.
Change this when exit costs can be stated in another way.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "severance-missing"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield one doubt where people may lose their posts and no cost of that is stated."""
    stated_somewhere = (
        any(draft.quotes("severance", "pay protection"))
        or any(row.repeats == "one-off" for row in draft.scenario.other_costs)
        or draft.scenario.limits.exit_cost_pence is not None
        or draft.sealed.service
    )
    for stated in draft.given if draft.of_a_report and not stated_somewhere else ():
        people = stated.people
        held = [line for line in stated.touched if getattr(line.row, "people", None) is None or _some(line.row)]
        if held and people.bounds != (0, 0):
            says = (
                f"{stated.option!r} touches posts that people hold, and no redundancy, "
                "pension or protection cost is stated"
            )
            beside = None if not stated.new else At("proposed", stated.new[0].index, "title")
            at, todo = At("posts", held[0].index, "people"), "state what leaving and protected pay may cost, as a range"
            yield draft.doubt(CODE, at, says, todo=todo, value=held[0].row.title, beside=beside)
            return


def _some(row: object) -> bool:
    """Whether there may be somebody in a row."""
    people = getattr(row, "people", None)
    return people is not None and people.bounds != (0, 0)
