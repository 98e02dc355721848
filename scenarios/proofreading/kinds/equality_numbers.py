"""The equality figures speak of everybody whose post changes.

Rule: the people in posts that are deleted, shrink or become another role are a number that gives every printed share;
where they are not, the smallest number that does is told.
Source: seed-facts.md section 5.8-l: 14 people in the figures, and re-designated holders are not among them.
Change this when the sheet states how many people its shares are of.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.equality.counts import compared, could_be_of
from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from solver.wording import some

CODE = "equality-numbers"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield one doubt where the shares are of another number of people than the posts that change have."""
    people, _ = compared(draft.sealed.equality)
    for stated in draft.given:
        touched = stated.people.value
        if people is None or touched is None or not touched or could_be_of(draft.sealed.equality, touched):
            continue
        says = (
            f"the shares are of {some(people, 'person', 'people')}, and {touched} hold posts that are "
            "deleted, shrink or become "
            f"another role in {stated.option!r}"
        )
        later = [line for line in stated.touched if getattr(line.row, "people", None) is not None]
        at, beside = At("equality", 0, "share"), At("posts", later[-1].index, "people")
        yield draft.doubt(
            CODE, at, says, todo="say whom the figures leave out, and why", value=str(people), beside=beside
        )
        return
