"""A consultation says about how many people it is.

Rule: a consultation is in the calendar, and the people in the posts touched are not known, or only assumed.
Source: seed-facts.md sections 4.3-h and 1.9-m: whether 30 days are enough depends on a number that is not stated.
Change this when a calendar can state the number.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from scenarios.schema.posts import Post

CODE = "number-not-stated"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield one doubt for a consultation on posts whose people the source does not count."""
    if any(draft.quotes("people", "people at risk")):
        return
    for index, step in draft.steps("consultation"):
        for stated in draft.given:
            for line in stated.shrunk:
                people = line.row.people if isinstance(line.row, Post) else None
                if people is None or people.basis in ("assumed", "unknown"):
                    says = f"{step.step!r} does not say how many may be dismissed, and nothing else does"
                    at, beside = At("calendar", index, "days"), At("posts", line.index, "people")
                    todo = "state the number: 20 ask for 30 days and 100 for 45"
                    yield draft.doubt(CODE, at, says, todo=todo, value=step.step, beside=beside)
                    return
