"""Redundancy pay for staff on NHS terms in England: a month's pay for each year, up to 24.

Service with a council does not count here, nor the reverse: which formula applies follows the
employer, and the two differ several-fold.
Source: NHS terms and conditions handbook section 16, from 1 April 2015; `rates/redundancy.csv`.
Change this when section 16 changes. What the floor means for part-timers is not in the sources
read: give whole-time pay and check the result with the employer.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

from scenarios.money.rate_book import SHIPPED, RateBook
from scenarios.money.years import MONTHS_IN_YEAR

HUNDREDTHS: Final = 100


def nhs_package_pence(
    annual_pay_pence: Fraction | int,
    complete_years: int,
    *,
    on: date,
    week_pence: Fraction | int | None = None,
    book: RateBook = SHIPPED,
) -> Fraction:
    """Return one leaver's redundancy pay on NHS terms, in exact pence.

    A month is a twelfth of the year's pay or, where `week_pence` is given and 4.35 of it is more,
    that; never less than a twelfth of the floor nor more than a twelfth of the cap. Years are
    complete years of reckonable service: none is paid below two, and 24 at most.
    Raises ValueError for years or pay below nought, UnknownRate before April 2015.
    """
    if complete_years < 0 or annual_pay_pence < 0:
        raise ValueError("years of service and pay cannot be below nought")

    def term(key: str) -> int:
        return book.find("nhs_redundancy", key, on=on).value

    if complete_years < term("years_least"):
        return Fraction(0)
    month = Fraction(annual_pay_pence) / MONTHS_IN_YEAR
    if week_pence is not None:
        month = max(month, week_pence * Fraction(term("hundredths_of_week_in_month"), HUNDREDTHS))
    floor = Fraction(term("pay_floor"), MONTHS_IN_YEAR)
    cap = Fraction(term("pay_cap"), MONTHS_IN_YEAR)
    return min(max(month, floor), cap) * min(term("years_most"), complete_years)
