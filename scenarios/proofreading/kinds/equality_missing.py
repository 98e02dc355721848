"""A paper that puts people at risk shows how the affected compare with the rest.

Rule: a case carries something of a report, a given structure touches posts that people may hold, and the sealed sheet
`equality` is empty.
Source: seed-facts.md section 6, kind 10; domain-rules.md section 17.1: due regard before the decision, with evidence.
Change this when equality figures may stand somewhere else.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "equality-missing"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield one doubt where people are touched and no equality figure is there."""
    if draft.sealed.equality or not draft.of_a_report:
        return
    for stated in draft.given:
        if stated.touched and stated.people.bounds != (0, 0):
            line = stated.touched[0]
            says = f"{stated.option!r} touches people's posts, and there is no equality figure of those affected"
            todo = "count the affected and the department by characteristic in the sealed sheet equality"
            beside = None if not stated.new else At("proposed", stated.new[0].index, "title")
            yield draft.doubt(
                CODE, At("posts", line.index, "people"), says, todo=todo, value=line.row.title, beside=beside
            )
            return
