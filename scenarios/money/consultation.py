"""Collective consultation: who counts, how many days the law asks for, and the award at risk.

Counted are people who could be dismissed, not posts or FTE: also volunteers asked for in the
exercise, people redeployed by ending one contract for another, and dismissal with re-engagement.
Not counted: vacant posts, fixed terms that end on their day, retirements, resignations, agency.
The number depends on what the establishment is; that is the authority's to say.
Source: 1992 Act sections 188, 189 and 195 and case notes; `rates/consultation.csv`.
Change this when the organisation-wide threshold of the 2025 Act is in force.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from scenarios.money.pence import round_half_up
from scenarios.money.rate_book import SHIPPED, RateBook

DAYS_IN_WEEK: Final = 7


@dataclass(frozen=True, kw_only=True)
class Counted:
    """People who count towards section 188 at one establishment within 90 days."""

    redundant: int = 0
    volunteers: int = 0
    redeployed_by_dismissal: int = 0
    re_engaged: int = 0
    fixed_terms_ended_early: int = 0

    def __post_init__(self) -> None:
        if any(people < 0 for people in astuple(self)):
            raise ValueError("a number of people cannot be below nought")

    @property
    def people(self) -> int:
        """All who count."""
        return sum(astuple(self))


@dataclass(frozen=True)
class Duty:
    """What the law asks for so many people: days before the first dismissal takes effect.

    The Secretary of State is to be told at least as many days before; 0 days is no duty.
    """

    people: int
    least_days: int

    @property
    def applies(self) -> bool:
        """Say whether there is a statutory minimum at all."""
        return self.least_days > 0


def section_188(people: int, *, proposed_on: date, book: RateBook = SHIPPED) -> Duty:
    """Return the duty that goes with a number of people proposed for dismissal on a day.

    Under 20: none (a local rule may ask for days). 20 to 99: 30 days. 100 or more: 45 days, 90
    for proposals before 6 April 2013.
    Raises ValueError for people below nought, UnknownRate before the rows begin.
    """
    if people < 0:
        raise ValueError("a number of people cannot be below nought")
    return Duty(people, book.band("collective_consultation", people, on=proposed_on).value)


def thresholds(*, proposed_on: date, book: RateBook = SHIPPED) -> tuple[Duty, ...]:
    """Return the fewest people for whom the law asks for each number of days on a day; none before the rows begin."""
    rows = (row for row in book.rates if row.rule == "collective_consultation" and row.holds_on(proposed_on))
    duties = (Duty(int(row.key), row.value) for row in rows if row.value)
    return tuple(sorted(duties, key=lambda duty: duty.people))


def protective_award_pence(
    people: int, weekly_pence: Fraction | int, *, dismissed_on: date, book: RateBook = SHIPPED
) -> int:
    """Return the most a tribunal could award if the duty were missed, to the nearest penny.

    So many people at a mean week's pay, uncapped: a seventh a day for 90 days, 180 for dismissals
    on or after 6 April 2026. A figure for the risk paragraph, never a cost of the structure.
    Raises ValueError for people below nought, UnknownRate before the rows begin.
    """
    if people < 0:
        raise ValueError("a number of people cannot be below nought")
    days = book.find("protective_award", "great_britain", on=dismissed_on).value
    return round_half_up(people * Fraction(weekly_pence) / DAYS_IN_WEEK * days)
