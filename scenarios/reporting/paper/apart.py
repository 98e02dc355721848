"""Dates of the first saving that do not agree: what savings are counted from, the steps stated, the periods laid out.

A saving starts with the first whole month (scenarios/money/part_year.py), so days apart within a month are no matter.
Source: domain-rules.md sections 14 (the months of a part year) and 18 (earliest saving).
Change this when a paper can state another day of a first saving.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from scenarios.money.years import MONTHS_IN_YEAR
from scenarios.reporting.amounts import day_text
from scenarios.schema.steps import Step
from scenarios.timetable.plan import Timetable
from solver.wording import some


def apart(counted_from: date | None, found: Timetable, steps: Sequence[Step]) -> Iterator[str]:
    """Yield a sentence for each date that whole months of saving lie between and the day that savings are counted from.

    Args:
        counted_from: the first day of the structure in the money; None: a full year is counted, and nothing is said.
        found: the timetable laid out from the periods.
        steps: the calendar as stated.
    """
    if counted_from is None:
        return
    counted = day_text(counted_from)
    starts = [(step.from_date, step.step) for step in steps if step.kind == "start" and step.from_date is not None]
    if starts:
        first, name = min(starts)
        months = _months_between(counted_from, first)
        if months:
            yield _stated(months, first=f"{name!r} on {day_text(first)}", counted=counted)
    months = _months_between(counted_from, found.earliest_saving)
    day = day_text(found.earliest_saving)
    if months > 0:
        least = "at least " if found.not_known else ""
        yield (
            f"Savings are counted from {counted}, but by the periods above none begins before {day}: "
            f"{least}{some(months, 'month')} of the saving counted would be lost."
        )
    if months < 0:
        most = "up to " if found.not_known else ""
        yield (
            f"By the periods above a saving could begin on {day}, but savings are counted from {counted}: "
            f"{most}{some(-months, 'month')} of saving would be lost by starting then."
        )


def _stated(months: int, *, first: str, counted: str) -> str:
    """Say that a stated start and the day that savings are counted from are so many whole months apart."""
    if months > 0:
        return (
            f"Savings are counted from {counted}, but the calendar has {first}: "
            f"{some(months, 'month')} of the saving counted would be lost."
        )
    return (
        f"The calendar has {first}, but savings are counted from {counted}: "
        f"{some(-months, 'month')} of saving would be lost by starting then."
    )


def _months_between(one: date, other: date) -> int:
    """Whole months of saving that lie from one first day to another; below nought where the other is earlier."""
    return _first_month(other) - _first_month(one)


def _first_month(day: date) -> int:
    """The first whole month on or after a day, counted from year nought."""
    return day.year * MONTHS_IN_YEAR + day.month - 1 + (day.day > 1)
