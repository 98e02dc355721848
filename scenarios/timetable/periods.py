"""The periods of a timetable, one after the other, each with its least and most days as far as they are known.

A period that nobody gives a length for counts as no days in the earliest date and leaves the latest unknown: unknown is
never nought. Days are calendar days, both ends of a period counted; working days are turned into calendar days by
weeks of five, without bank holidays (days.py says so to readers).
Source: domain-rules.md section 18 (steps and formula), sections 2 and 6.1 (notice and consultation are law).
Change this when a change has another step, or a step can run beside another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scenarios.money.consultation import section_188, thresholds
from scenarios.money.notice import statutory_notice_weeks
from scenarios.money.rate_book import SHIPPED, RateBook
from scenarios.schema.figure import Figure
from scenarios.schema.policy import Policy
from scenarios.schema.service import ServiceBand
from solver.wording import some

DAYS_IN_WEEK = 7
WORKING_DAYS_IN_WEEK = 5
MONTHS_IN_YEAR = 12
LONG_SERVICE_YEARS = 12
"""From here on the law gives no more notice: a week a year, twelve at most (Employment Rights Act 1996, section 86)."""


@dataclass(frozen=True)
class Period:
    """One period: its least days, its most (None: not known), whether any length is given, and what says so."""

    name: str
    least_days: int
    most_days: int | None
    given: bool
    why: str


def periods(
    policy: Policy, people: int | None, *, on: date, service: Iterable[ServiceBand] = (), book: RateBook = SHIPPED
) -> tuple[Period, ...]:
    """Return the periods of a change in their order: consultation, answer, evaluation, ring-fences, appeals, notice.

    Args:
        policy: the authority's own lengths; blank is not known.
        people: who may be dismissed, at most; None where nobody knows.
        on: the day of the decision to consult.
        service: the sealed table, for the longest and shortest notice that the law gives anybody in it.
        book: the rates of the law.
    """
    return (
        consultation(policy, people, on=on, book=book),
        _stated("answer and final structure", policy.response_days, "policy, response days"),
        _stated("job evaluation", policy.evaluation_days, "policy, evaluation days"),
        _stated("slotting in and ring-fences", policy.ring_fence_days, "policy, ring-fence days"),
        _appeals(policy.appeal_days),
        Period("notice", 0, 0, given=True, why="nobody is at risk")
        if people == 0
        else notice(policy, tuple(service), on=on, book=book),
    )


def consultation(policy: Policy, people: int | None, *, on: date, book: RateBook = SHIPPED) -> Period:
    """Return the consultation that is long enough for so many people: the longer of the law's and the policy's days.

    Args: see `periods`.
    """
    local = (0, 0) if policy.consultation_days is None else policy.consultation_days.bounds or (0, 0)
    if people is None:
        return Period("consultation", local[0], None, given=False, why="not known: how many people may be dismissed")
    law = section_188(people, proposed_on=on, book=book).least_days
    if law >= max(local) and law:
        return Period(
            "consultation", law, law, given=True, why=f"section 188: {law} days for {some(people, 'person', 'people')}"
        )
    fewest = thresholds(proposed_on=on, book=book)[0].people
    why = (
        "policy, consultation days"
        if local[1]
        else f"no days in the law for fewer than {fewest} people, and none in the policy"
    )
    return Period("consultation", max(law, local[0]), max(law, local[1]), given=True, why=why)


def notice(policy: Policy, service: tuple[ServiceBand, ...], *, on: date, book: RateBook = SHIPPED) -> Period:
    """Return the notice of those who leave: the longer of law and contract, at the shortest and the longest service.

    Without a table of service the law gives one week at least and twelve at most; a contract may give more, so the
    most is known only where the policy states it.
    """
    months = sorted(band.service_years * MONTHS_IN_YEAR for band in service) or [1, LONG_SERVICE_YEARS * MONTHS_IN_YEAR]
    law = [statutory_notice_weeks(months[end], on=on, book=book) for end in (0, -1)]
    contract = None if policy.notice_weeks is None else policy.notice_weeks.bounds
    least = max(law[0], 0 if contract is None else contract[0]) * DAYS_IN_WEEK
    most = None if contract is None else max(law[1], contract[1]) * DAYS_IN_WEEK
    said = "policy, notice weeks, and the law" if contract is not None else f"the law: {law[0]} to {law[1]} weeks"
    return Period("notice", least, most, given=True, why=f"{said}{'' if contract else '; contracts may give more'}")


def _stated(name: str, figure: Figure | None, where: str) -> Period:
    bounds = None if figure is None else figure.bounds
    if bounds is None:
        return Period(name, 0, None, given=False, why=f"not known: {where}")
    return Period(name, bounds[0], bounds[1], given=True, why=where)


def _appeals(figure: Figure | None) -> Period:
    period = _stated("appeals", figure, "policy, appeal days, in weeks of five")
    if period.most_days is None:
        return period
    return Period(period.name, _calendar(period.least_days), _calendar(period.most_days), given=True, why=period.why)


def _calendar(working_days: int) -> int:
    """Calendar days that hold so many working days, whatever weekday they start on."""
    weeks, rest = divmod(working_days, WORKING_DAYS_IN_WEEK)
    return weeks * DAYS_IN_WEEK + (rest + DAYS_IN_WEEK - WORKING_DAYS_IN_WEEK if rest else 0)
