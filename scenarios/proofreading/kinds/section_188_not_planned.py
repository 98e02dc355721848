"""Where section 188 asks for a consultation, the calendar has one with its dates, and the HR1 form.

Rule: the most people at risk reach the number of section 188, and no dated consultation, or no HR1 step, is in the
calendar.
Source: seed-facts.md section 1.9-m; domain-rules.md section 6.1 (a late HR1 is an offence).
Change this when the number of the law changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.money.consultation import section_188, thresholds
from scenarios.proofreading.draft import At, Draft
from scenarios.proofreading.kinds.consultation_too_short import days_of, least_days
from scenarios.schema.faults import Doubt
from solver.wording import some

CODE = "section-188-not-planned"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt where the law may ask for days of consultation and the calendar has none, or no HR1."""
    on = draft.scenario.header.case_date or draft.scenario.header.start_date
    if on is None or not draft.scenario.calendar:
        return
    _, people, row = least_days(draft, on)
    days = section_188(people, proposed_on=on, book=draft.book).least_days
    if row is None or not days:
        return
    missing = (
        [] if any(days_of(step) for _, step in draft.steps("consultation")) else [f"no consultation of {days} days"]
    )
    missing += [] if any(draft.steps("HR1")) else ["no HR1"]
    if missing:
        says = f"{some(people, 'person', 'people')} may be at risk, and the calendar has {' and '.join(missing)}"
        at, beside = At("calendar", 0, "step"), At("posts", row, "people")
        fewest = thresholds(proposed_on=on, book=draft.book)[0].people
        todo = f"plan it before the first notice, or show that fewer than {fewest} may be dismissed"
        yield draft.doubt(CODE, at, says, todo=todo, value=str(people), beside=beside)
