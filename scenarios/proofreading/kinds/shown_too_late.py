"""People are consulted on what they can see: grades, ring-fences and costs come before the end, with time to answer.

Rule: a step that shows grades, ring-fences, posts or costs is after the last day of the consultation, or leaves fewer
than half of its days.
Source: seed-facts.md sections 4.3-a and 4.3-b; domain-rules.md section 18.
Change this when a paper may be shown in parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.proofreading.kinds.consultation_too_short import days_of
from scenarios.schema.faults import Doubt
from scenarios.schema.steps import Step
from solver.wording import some

CODE = "shown-too-late"
WEIGHTY = ("grades", "ring-fences", "posts", "costs", "structure")


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for everything weighty that is shown after a consultation, or late in it."""
    for number, consultation in draft.steps("consultation"):
        end, days = consultation.until_date, days_of(consultation)
        if end is None or days is None:
            continue
        for index, step in draft.steps("shown", "ring-fences", "evaluation"):
            shown = what_of(step)
            if step.from_date is None or not shown:
                continue
            left = (end - step.from_date).days + 1
            names = " and ".join(shown)
            if left <= 0:
                says = (
                    f"{names} are shown on {step.from_date}, {some(1 - left, 'day')} after {consultation.step!r} ends"
                )
            elif left * 2 < days:
                says = f"{names} are shown with {some(left, 'day')} of the {days} of {consultation.step!r} left"
            else:
                continue
            at, beside = At("calendar", index, "date"), At("calendar", number, "until")
            todo = "show them when it starts, or let it last longer"
            yield draft.doubt(CODE, at, says, todo=todo, value=str(step.from_date), beside=beside)


def what_of(step: Step) -> tuple[str, ...]:
    """Return what weighty things a step shows, in a fixed order; ring-fences where it is the step about them."""
    named = {name.casefold() for name in step.on} | ({"ring-fences"} if step.kind == "ring-fences" else set())
    return tuple(name for name in WEIGHTY if name in named)
