"""Notice: the statutory minimum, the longer of statute and contract, and pay in lieu of it.

Pay in lieu moves the day of leaving, not the cost of the weeks; it is a cost of the restructure
where the post's budget is already counted as a saving.
Source: minimum notice under the Employment Rights Act 1996; `rates/notice.csv`.
Change this when contractual notice has to be read from a table by grade.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from scenarios.money.pence import round_half_up
from scenarios.money.rate_book import SHIPPED, RateBook


def statutory_notice_weeks(complete_months: int, *, on: date, book: RateBook = SHIPPED) -> int:
    """Return the weeks of notice an employer must give, by complete months of service.

    None in the first month, a week to two years, then a week a complete year, twelve at most.
    Raises UnknownRate for service below nought or a day before the rows begin.
    """
    return book.band("statutory_notice", complete_months, on=on).value


def notice_weeks(statutory_weeks: int, contract_weeks: int | None) -> int | None:
    """Return the longer of statute and contract; None when the contract is not known.

    At twelve statutory weeks a contract could still give more, so it too stays unknown.
    """
    return None if contract_weeks is None else max(statutory_weeks, contract_weeks)


def pay_in_lieu_pence(weekly_pence: Fraction | int, weeks: int | None) -> int | None:
    """Return the pay for so many weeks, to the nearest penny; None when the weeks are unknown."""
    return None if weeks is None else round_half_up(Fraction(weekly_pence) * weeks)


def last_day(given_on: date, weeks: int) -> date:
    """Return the last day of notice given on a day: the day of leaving."""
    return given_on + timedelta(weeks=weeks)
