"""Nobody is appointed to the new structure before it is consulted on.

Rule: an appointment whose day is before the first day of the consultation.
Source: seed-facts.md section 4.3-d: two heads appointed before the consultation.
Change this when an appointment may be outside the structure.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "appointed-first"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every appointment before the first consultation."""
    dated = [
        (step.from_date, number, step) for number, step in draft.steps("consultation") if step.from_date is not None
    ]
    if not dated:
        return
    first, number, consultation = min(dated, key=lambda row: row[:2])
    for index, step in draft.steps("appointment"):
        if step.from_date is not None and step.from_date < first:
            says = f"{step.step!r} is before {consultation.step!r} begins"
            at, beside = At("calendar", index, "date"), At("calendar", number, "date")
            todo = "say why these posts are outside what is consulted on"
            yield draft.doubt(CODE, at, says, todo=todo, value=str(step.from_date), beside=beside)
