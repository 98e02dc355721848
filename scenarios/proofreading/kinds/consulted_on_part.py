"""A consultation is on everything that will be decided about people.

Rule: a consultation states what it is on, and posts, grades or ring-fences are not among it.
Source: seed-facts.md sections 4.3-a and 6, kind 12: staff are asked about functions only.
Change this when the law lists what must be shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "consulted-on-part"
NEEDED = ("posts", "grades", "ring-fences")


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for the consultation that is on most, where it leaves out posts, grades or ring-fences."""
    told = [
        (len(_missing(step.on)), index, step.step, _missing(step.on))
        for index, step in draft.steps("consultation")
        if step.on
    ]
    touched = next((stated.new[0] for stated in draft.given if stated.new), None)
    if not told or touched is None:
        return
    _, index, name, missing = min(told)
    if missing:
        says = f"{name!r} leaves out {' and '.join(missing)}"
        at, beside = At("calendar", index, "on"), At("proposed", touched.index, "title")
        todo = "add them to what people are shown, or consult again when they are known"
        yield draft.doubt(CODE, at, says, todo=todo, value=name, beside=beside)


def _missing(on: tuple[str, ...]) -> tuple[str, ...]:
    named = {name.casefold() for name in on}
    return tuple(name for name in NEEDED if name not in named)
