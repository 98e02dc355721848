"""The HR1 form reaches the Secretary of State as long before the first dismissal as the law asks.

Rule: from an HR1 step to the last day of notice in the calendar, else to the start of the structure, there are at least
the days that section 188 asks for the most people at risk.
Source: domain-rules.md section 6.1: 30 days for 20 people, 45 for a hundred; a late form is an offence.
Change this when the form is asked for at another number.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.money.consultation import section_188
from scenarios.proofreading.draft import At, Draft
from scenarios.proofreading.kinds.consultation_too_short import least_days
from scenarios.schema.faults import Doubt
from solver.wording import some

CODE = "hr1-too-late"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every HR1 step that is too near the first dismissal that the calendar shows."""
    notices = [(step.until_date, index) for index, step in draft.steps("notice") if step.until_date is not None]
    starts = [(step.from_date, index) for index, step in draft.steps("start") if step.from_date is not None]
    for index, step in draft.steps("HR1"):
        if step.from_date is None or not (notices or starts):
            continue
        leaving, number = min(notices or starts)
        _, people, _ = least_days(draft, step.from_date)
        days = section_188(people, proposed_on=step.from_date, book=draft.book).least_days
        left = (leaving - step.from_date).days
        if left < days:
            says = (
                f"{step.step!r} is {some(left, 'day')} before the first may leave, and "
                f"{some(people, 'person', 'people')} ask for {days}"
            )
            at, beside = At("calendar", index, "date"), At("calendar", number, "until" if notices else "date")
            todo = "send the form earlier, or let notice run out later"
            yield draft.doubt(CODE, at, says, todo=todo, value=str(step.from_date), beside=beside)
