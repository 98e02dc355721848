"""A pay award the planner assumes: a book of rates with one more year of a spine.

No award ships before it is agreed. A planner who needs prices of such a year gives the award and
sees it marked "assumed" in every line that rests on it.
Source: awards are agreed as a percentage or a flat sum and rounded to the nearest pound.
Change this when an award mixes both, or differs by point.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from scenarios.money.pence import round_to_pound
from scenarios.money.rate import Rate
from scenarios.money.rate_book import RateBook

_BASIS_POINTS_IN_ONE = 10_000


@dataclass(frozen=True)
class AssumedAward:
    """An award to a spine from a day on: basis points of pay, and a flat sum in pence a year."""

    spine: str
    valid_from: date
    source: str
    basis_points: int = 0
    flat_pence: int = 0


def with_award(book: RateBook, award: AssumedAward) -> RateBook:
    """Return a copy of the book with the spine's points raised from the award's day on.

    Every point paid on the day before is raised, to the nearest pound, without an end.
    Raises ValueError when the spine has no pay on the day before, or already has pay from the
    award's day on.
    """
    eve = award.valid_from - timedelta(days=1)
    points = [rate for rate in book.rates if rate.rule == award.spine and rate.holds_on(eve)]
    if not points:
        raise ValueError(f"{award.spine} has no pay on {eve} to raise")
    factor = 1 + Fraction(award.basis_points, _BASIS_POINTS_IN_ONE)
    return book.with_rates(
        Rate(
            rule=point.rule,
            key=point.key,
            valid_from=award.valid_from,
            valid_to=None,
            value=round_to_pound(point.value * factor) + award.flat_pence,
            unit=point.unit,
            source=award.source,
            mark="assumed",
        )
        for point in points
    )
