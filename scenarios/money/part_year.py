"""Part of a year: what so many whole months of a yearly figure come to, and when they start.

A saving starts with the first whole month after the change; the days before are not counted.
The months are always printed beside the figure: 50,417 of 121,000 means nothing without "5/12".
Source: the practice of the five real reports (one takes 5/12 from a late October start).
Change this when an authority counts days instead of months.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from scenarios.money.pence import round_half_up
from scenarios.money.years import MONTHS_IN_YEAR, FinancialYear


@dataclass(frozen=True)
class YearAmount:
    """One financial year's share of a yearly figure: the months counted and the exact pence."""

    year: FinancialYear
    months: int
    exact_pence: Fraction

    @property
    def pence(self) -> int:
        """The share to the nearest penny, halves away from nought."""
        return round_half_up(self.exact_pence)


def part_year_pence(annual_pence: Fraction | int, months: int) -> Fraction:
    """Return so many twelfths of a yearly figure, in exact pence; more than twelve are allowed.

    A term of fourteen months costs fourteen twelfths. Raises ValueError for months below nought.
    """
    if months < 0:
        raise ValueError(f"{months} months is no part of a year")
    return Fraction(annual_pence) * months / MONTHS_IN_YEAR


def months_left(day: date) -> int:
    """Return the whole months of the financial year that begin on a day or after it.

    1 April leaves twelve, 26 October five, 2 March none.
    """
    offset = (day.month - FinancialYear.containing(day).first_day.month) % MONTHS_IN_YEAR
    return MONTHS_IN_YEAR - offset - (0 if day.day == 1 else 1)


def by_year(annual_pence: Fraction | int, *, starts: date, years: int) -> tuple[YearAmount, ...]:
    """Return a yearly figure over so many financial years, the first one cut to its months left.

    `starts` is the first day of the change. Raises ValueError for fewer than one year.
    """
    if years < 1:
        raise ValueError("at least one year is shown")
    first = FinancialYear.containing(starts)
    months = (months_left(starts), *[MONTHS_IN_YEAR] * (years - 1))
    return tuple(
        YearAmount(first.plus(later), count, part_year_pence(annual_pence, count)) for later, count in enumerate(months)
    )


def earliest_saving(decided_on: date, days_by_step: tuple[int, ...]) -> date:
    """Return the first day a saving can start: the decision and every step after it, in days.

    Steps are consultation, job evaluation, ring-fences, notice: whatever must follow in turn.
    Raises ValueError for a step below nought.
    """
    if any(days < 0 for days in days_by_step):
        raise ValueError("a step of the timetable cannot take less than no days")
    return decided_on + timedelta(days=sum(days_by_step))
