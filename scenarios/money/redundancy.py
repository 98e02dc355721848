"""Redundancy pay in Great Britain: the statutory weeks, and an authority's own package on top.

The statutory sum is law, dated by the day of dismissal. The package is the authority's policy
under the 2006 regulations (actual pay instead of the cap, up to 104 weeks in all); it includes
the statutory sum, so the two are never added. A policy that is not stated gives no package:
there is no usual multiplier. These are figures for a report written after the search; nothing
here may decide which posts go. None of it is legal advice.
Sources: Employment Rights Act 1996 as coded in the government's calculator; SI 2006/2914
regulations 5 and 6; `rates/redundancy.csv`.
Change this when the formula changes; a new cap is a new row, not a new line here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from scenarios.money.pence import round_half_up
from scenarios.money.rate_book import SHIPPED, RateBook

WEEKS_IN_YEAR: Final = Fraction(365, 7)
HALVES_IN_ONE: Final = 2


@dataclass(frozen=True)
class Service:
    """Age and complete years of continuous service, both on the day of dismissal.

    Service with another body on the modification order's list counts where it is continuous.
    """

    age_years: int
    complete_years: int

    def __post_init__(self) -> None:
        if not 0 <= self.complete_years <= self.age_years:
            raise ValueError(f"{self.complete_years} years of service do not fit an age of {self.age_years}")


@dataclass(frozen=True, kw_only=True)
class SeverancePolicy:
    """What the authority pays above the statute; None where its policy is not stated.

    `multiplier` of the statutory weeks (one or more), `use_actual_pay` instead of the weekly cap,
    `ceiling_weeks` of pay in all.
    """

    multiplier: Fraction | None = None
    use_actual_pay: bool | None = None
    ceiling_weeks: int | None = None

    def __post_init__(self) -> None:
        if self.multiplier is not None and self.multiplier < 1:
            raise ValueError("a multiplier below one would pay less than the statute")
        if self.ceiling_weeks is not None and self.ceiling_weeks <= 0:
            raise ValueError("a ceiling is a number of weeks above nought")

    @property
    def not_stated(self) -> tuple[str, ...]:
        """The parts of the policy still to be given, in words."""
        parts = (
            ("multiplier", self.multiplier),
            ("actual pay or cap", self.use_actual_pay),
            ("ceiling in weeks", self.ceiling_weeks),
        )
        return tuple(name for name, given in parts if given is None)


@dataclass(frozen=True)
class Package:
    """One leaver's sums in pence: the statutory part, and the whole (None: policy not stated)."""

    statutory_weeks: Fraction
    statutory_pence: int
    paid_weeks: Fraction | None
    pence: int | None
    not_stated: tuple[str, ...] = ()


def weekly_pay_pence(annual_pay_pence: Fraction | int) -> Fraction:
    """Return a week's pay in exact pence: the year's over 365/7 weeks (the usual 52.143)."""
    return Fraction(annual_pay_pence) / WEEKS_IN_YEAR


def statutory_weeks(service: Service, *, on: date, book: RateBook = SHIPPED) -> Fraction:
    """Return the weeks of pay the statute gives: half, one or one and a half a year, by age.

    Only the last twenty years count, and none unless there are two. A year counts at the rate
    of the age reached at its end: 1.5 from 42, one from 23, so that each year was worked wholly
    at 41 or over, or at 22 or over.
    Raises UnknownRate for a dismissal before the rows begin.
    Source: Employment Rights Act 1996 sections 155 and 162.
    """
    least = book.find("redundancy_years", "least", on=on).value
    most = book.find("redundancy_years", "most", on=on).value
    if service.complete_years < least:
        return Fraction(0)
    ages = (service.age_years - back for back in range(min(most, service.complete_years)))
    halves = sum(book.band("redundancy_half_weeks_by_age", age, on=on).value for age in ages)
    return Fraction(halves, HALVES_IN_ONE)


def capped_weekly_pay_pence(weekly_pence: Fraction | int, *, on: date, book: RateBook = SHIPPED) -> Fraction:
    """Return a week's pay, or the statutory cap of the day of dismissal where that is less.

    Raises UnknownRate when no cap is held for that day.
    """
    cap = book.find("redundancy_weekly_cap", "great_britain", on=on).value
    return min(Fraction(weekly_pence), Fraction(cap))


def package(
    service: Service,
    weekly_pence: Fraction | int,
    *,
    policy: SeverancePolicy,
    on: date,
    book: RateBook = SHIPPED,
) -> Package:
    """Return what one leaver is paid under the statute and under the authority's policy.

    `weekly_pence` is the leaver's own pay, for the hours worked at dismissal; `on` the day of
    dismissal. Where the policy is not stated in full the package is None and says what is missing.
    The ceiling is never above regulation 6's, and no package is less than the statute's sum.
    Raises UnknownRate for a day without a cap.
    """
    weeks = statutory_weeks(service, on=on, book=book)
    capped = capped_weekly_pay_pence(weekly_pence, on=on, book=book)
    statutory = weeks * capped
    if policy.multiplier is None or policy.use_actual_pay is None or policy.ceiling_weeks is None:
        return Package(weeks, round_half_up(statutory), None, None, policy.not_stated)
    limit = book.find("discretionary_ceiling", "england_and_wales", on=on).value
    paid_weeks = min(weeks * policy.multiplier, Fraction(min(limit, policy.ceiling_weeks)))
    week = Fraction(weekly_pence) if policy.use_actual_pay else capped
    return Package(
        statutory_weeks=weeks,
        statutory_pence=round_half_up(statutory),
        paid_weeks=paid_weeks,
        pence=round_half_up(max(statutory, paid_weeks * week)),
    )


def reaches_top_tier(
    parts_pence: Iterable[int | None],
    *,
    on: date,
    threshold_pence: int | None = None,
    book: RateBook = SHIPPED,
) -> bool | None:
    """Say whether one leaver's package reaches the sum that goes to the authority's top tier.

    `parts_pence`: redundancy pay, pension strain, pay in lieu; None where a part is not known.
    `threshold_pence` is the authority's own figure where it has one; else the statutory guidance
    of May 2022 (100,000 pounds and over). Returns None when the parts known do not settle it.
    Raises UnknownRate before that guidance where no threshold is given.
    """
    if threshold_pence is None:
        threshold_pence = book.find("severance_top_tier", "england", on=on).value
    parts = tuple(parts_pence)
    if sum(part for part in parts if part is not None) >= threshold_pence:
        return True
    return None if None in parts else False
