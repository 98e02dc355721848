"""A consultation over Christmas lasts longer than the least.

Rule: its days reach into the time from 18 December to 2 January, and it has no more days than section 188 asks for, or
no more than 30.
Source: seed-facts.md section 4.3-c; a neighbour's calendar in domain-rules.md section 18 took 38 days over Christmas.
Change this when other holidays count.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scenarios.proofreading.draft import At, Draft
from scenarios.proofreading.kinds.consultation_too_short import days_of, least_days
from scenarios.schema.faults import Doubt

CODE = "over-holidays"
FIRST = (12, 18)
LAST = (1, 2)
"""From a week before Christmas to the day after New Year: ours, as seed-facts.md section 4.3-c names no days."""
USUAL_LEAST_DAYS = 30
"""What is taken where nobody knows how many are at risk: the law's shorter length (domain-rules.md section 18)."""


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every consultation of no more than the least days that runs into Christmas."""
    for index, step in draft.steps("consultation"):
        days = days_of(step)
        if (
            days is None
            or step.from_date is None
            or step.until_date is None
            or not _over(step.from_date, step.until_date)
        ):
            continue
        if days <= max(USUAL_LEAST_DAYS, least_days(draft, step.from_date)[0]):
            says = f"{step.step!r} runs into Christmas with {days} days and nothing added"
            at, beside = At("calendar", index, "until"), At("calendar", index, "date")
            todo = "add the days on which nobody can answer"
            yield draft.doubt(CODE, at, says, todo=todo, value=str(step.until_date), beside=beside)


def _over(first: date, last: date) -> bool:
    years = range(first.year - 1, last.year + 1)
    return any(date(year, *FIRST) <= last and first <= date(year + 1, *LAST) for year in years)
