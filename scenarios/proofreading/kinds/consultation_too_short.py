"""A consultation lasts as long as the law or the authority's own rule asks, and as long as it is said to last.

Rule: the days of a consultation, both ends counted, are at least those that section 188 asks for the most people at
risk, and those of the policy; the days stated are the days between its dates.
Source: domain-rules.md sections 6.1 and 18; seed-facts.md section 4.2.
Change this when the law counts in another way.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scenarios.money.consultation import section_188
from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from scenarios.schema.steps import Step
from solver.wording import some

CODE = "consultation-too-short"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every dated consultation with fewer days than it needs or is said to have."""
    for index, step in draft.steps("consultation"):
        days = days_of(step)
        at, beside = At("calendar", index, "until"), At("calendar", index, "date")
        if days is None or step.from_date is None:
            continue
        if step.days is not None and step.days != days:
            says = f"{step.step!r} is said to last {step.days} days, and its dates make {days}"
            yield draft.doubt(CODE, at, says, todo="mend the dates or the number", value=str(days), beside=beside)
        least, people, row = least_days(draft, step.from_date)
        if days < least:
            says = (
                f"{step.step!r} lasts {some(days, 'day')}, and "
                f"{some(people, 'person', 'people')} at risk at most need {least}"
            )
            other = None if row is None else At("posts", row, "people")
            todo = "let it last longer, or show that fewer are at risk"
            yield draft.doubt(CODE, at, says, todo=todo, value=str(days), beside=other)


def days_of(step: Step) -> int | None:
    """Return the days a step lasts, both ends counted; None where a date is not known."""
    if step.from_date is None or step.until_date is None:
        return None
    return (step.until_date - step.from_date).days + 1


def least_days(draft: Draft, on: date) -> tuple[int, int, int | None]:
    """Return the days asked for, the most people at risk in any given structure, and a row of theirs."""
    most, row = 0, None
    for stated in draft.given:
        bounds = stated.people.bounds
        if bounds is not None and bounds[1] > most and stated.touched:
            most, row = bounds[1], stated.touched[0].index
    local = draft.scenario.policy.consultation_days
    own = 0 if local is None or local.value is None else local.value
    return max(section_188(most, proposed_on=on, book=draft.book).least_days, own), most, row
