"""People are consulted before their posts are decided on.

Rule: a consultation that begins after a decision on posts, or is said to follow it; a decision on posts with no
consultation in the calendar at all.
Source: seed-facts.md sections 3.6-m and 6, kind 12. Domain-rules.md section 18.
Change this when a decision may be subject to consultation.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "approved-first"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every decision on posts that comes before people were consulted on them."""
    consultations = list(draft.steps("consultation"))
    for index, decision in draft.steps("decision"):
        if not {"posts", "structure"} & {name.casefold() for name in decision.on}:
            continue
        at = At("calendar", index, "date")
        if not consultations:
            says = f"{decision.step!r} decides on posts, and no consultation is in the calendar"
            todo = "put it in, with its first and last day"
            yield draft.doubt(CODE, at, says, todo=todo, value=decision.step, beside=None)
        for number, step in consultations:
            follows = step.after == decision.step
            later = step.from_date and decision.from_date and step.from_date > decision.from_date
            if follows or later:
                says = f"{step.step!r} comes after {decision.step!r}, which decides on posts"
                beside = At("calendar", number, "after" if follows else "date")
                todo = "consult first, or decide subject to what is said"
                yield draft.doubt(CODE, at, says, todo=todo, value=decision.step, beside=beside)
