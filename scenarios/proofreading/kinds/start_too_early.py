"""The new structure does not start before the steps that come first can be over.

Rule: from the last decision, or the last day of a consultation, to the first day of the structure there are at least
the days that the policy gives ring-fences, appeals and notice, and the week of notice that the law gives anybody.
Source: domain-rules.md section 18 (earliest saving); what nobody states counts as no days.
Change this when a step may run beside another.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from scenarios.timetable.periods import periods
from solver.wording import some

CODE = "start-too-early"
AFTER_CONSULTATION = ("slotting in and ring-fences", "appeals", "notice")


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every start that leaves fewer days than must pass, where people may have to go."""
    ends = [(step.until_date or step.from_date, index, step) for index, step in draft.steps("consultation", "decision")]
    dated = [(end, index, step) for end, index, step in ends if end is not None]
    most = [stated.people.bounds[1] for stated in draft.given if stated.people.bounds is not None]
    if not dated or not any(most):
        return
    end, number, last = max(dated, key=lambda row: row[:2])
    steps = periods(draft.scenario.policy, max(most), on=end, service=draft.sealed.service, book=draft.book)
    needed = sum(step.least_days for step in steps if step.name in AFTER_CONSULTATION)
    for index, step in draft.steps("start"):
        if step.from_date is not None and (step.from_date - end).days <= needed:
            says = (
                f"{step.step!r} is {some((step.from_date - end).days, 'day')} after {last.step!r}, and "
                "ring-fences, appeals and "
                f"notice take {needed} at least"
            )
            at, beside = At("calendar", index, "date"), At("calendar", number, "until" if last.until_date else "date")
            todo = "start later, or say that nobody has to leave"
            yield draft.doubt(CODE, at, says, todo=todo, value=str(step.from_date), beside=beside)
