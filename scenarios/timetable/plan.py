"""The timetable of a change: its periods laid end to end from the decision, and the first saving they leave.

Source: domain-rules.md section 18: earliest saving = decision + consultation + evaluation + ring-fences + notice; the
first year holds the whole months left. Section 6.1: the Secretary of State is told (HR1) as many days before the first
dismissal as the consultation needs.
Change this when something other than a saving is planned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scenarios.money.consultation import section_188
from scenarios.money.part_year import months_left
from scenarios.money.rate_book import SHIPPED, RateBook
from scenarios.money.years import FinancialYear
from scenarios.timetable.periods import Period


@dataclass(frozen=True)
class Laid:
    """A period with its days: first and last at the earliest, last at the latest (None: not known)."""

    period: Period
    first: date
    last: date
    latest: date | None


@dataclass(frozen=True)
class Timetable:
    """A change from its decision to its first saving.

    `people` may be dismissed at most. `hr1_by` is the last day on which the Secretary of State may be told if the first
    notice runs out on the earliest day; None where no form is asked for, or nobody knows. `months` counts the whole
    months of the first year that the earliest saving leaves; with `latest_saving` unknown nobody can say how many fewer
    it may be.
    """

    decided_on: date
    people: int | None
    laid: tuple[Laid, ...]
    hr1_by: date | None
    earliest_saving: date
    latest_saving: date | None
    year: FinancialYear
    months: int
    least_months: int | None
    not_known: tuple[str, ...]


def plan(steps: Sequence[Period], people: int | None, *, decided_on: date, book: RateBook = SHIPPED) -> Timetable:
    """Return the timetable of periods that follow each other from the day after a decision.

    Args:
        steps: the periods in their order.
        people: who may be dismissed, at most; None where nobody knows.
        decided_on: the day of the decision to consult.
        book: the rates of the law.
    """
    laid: list[Laid] = []
    early, late = decided_on, decided_on
    known = True
    for step in steps:
        first = early + timedelta(days=1)
        early += timedelta(days=step.least_days)
        known = known and step.most_days is not None
        late += timedelta(days=step.most_days or 0)
        laid.append(Laid(step, first, early, late if known else None))
    starts = early + timedelta(days=1)
    latest = late + timedelta(days=1) if known else None
    year = FinancialYear.containing(starts)
    same = latest is not None and FinancialYear.containing(latest) == year
    return Timetable(
        decided_on=decided_on,
        people=people,
        laid=tuple(laid),
        hr1_by=_hr1(people, early, decided_on, book),
        earliest_saving=starts,
        latest_saving=latest,
        year=year,
        months=months_left(starts),
        least_months=months_left(latest) if latest is not None and same else 0 if latest is not None else None,
        not_known=tuple(step.why for step in steps if not step.given),
    )


def _hr1(people: int | None, leaving: date, decided_on: date, book: RateBook) -> date | None:
    """The last day for the form: so many days before the first dismissal."""
    days = 0 if people is None else section_188(people, proposed_on=decided_on, book=book).least_days
    return leaving - timedelta(days=days) if days else None
