"""What one person's post costs the employer for a financial year: pay, NI, pension, levy.

National Insurance is charged on each person's own pay, so the threshold is taken off after hours:
two half-timers cost less than one full-timer. The tax year is not the financial year, and in
2022/23 the rate changed half way. Each month takes the threshold and the rate in force on its
last day, when salaries are paid: seven months of 2022/23 at 15.05 % and five at 13.8 %, about
14.53 % over a full year. That months (not days or weeks) are the measure is our convention; a
payroll that pays weekly or on another day differs by a few pounds in that one year.
The pension rate is always given: it belongs to the employer and the year, and the cash lump sum
some funds charge besides does not fall when posts go, so it has no place here.
Sources: `rates/national_insurance.csv`, `rates/apprenticeship_levy.csv`.
Change this when an on-cost is charged on another footing than a person's annual pay.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from scenarios.money.pence import round_half_up
from scenarios.money.rate_book import SHIPPED, RateBook
from scenarios.money.years import ALL_YEAR, MONTHS_IN_YEAR, FinancialYear, Months

MILLI: Final = 1_000
_BASIS_POINTS_IN_ONE: Final = 10_000


@dataclass(frozen=True)
class PersonPay:
    """One person's pay: the full-time pence a year and the hours worked in thousandths of FTE."""

    annual_pay_pence: Fraction | int
    milli_fte: int = MILLI

    def __post_init__(self) -> None:
        if self.annual_pay_pence < 0:
            raise ValueError("annual pay cannot be below nought")
        if not 0 < self.milli_fte <= MILLI:
            raise ValueError(f"one person works 1 to {MILLI} thousandths, not {self.milli_fte}")

    @property
    def earned_pence(self) -> Fraction:
        """Pay for the hours worked, a full year."""
        return Fraction(self.annual_pay_pence) * self.milli_fte / MILLI


@dataclass(frozen=True)
class EmployerTerms:
    """What an employer pays on top: pension in basis points of pay, and two yes-or-no terms.

    `contracted_out`: the person is in a contracted-out pension scheme (ended April 2016).
    `levy`: the apprenticeship levy is counted as a cost of the post.
    """

    pension_basis_points: int
    contracted_out: bool = False
    levy: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.pension_basis_points <= _BASIS_POINTS_IN_ONE:
            raise ValueError("the pension rate must be from 0 to 10,000 basis points")


@dataclass(frozen=True)
class EmployerCost:
    """The parts of a cost in exact pence; `pence` is their sum rounded once."""

    pay_pence: Fraction
    ni_pence: Fraction
    pension_pence: Fraction
    levy_pence: Fraction

    @property
    def exact_pence(self) -> Fraction:
        """The whole cost before rounding."""
        return self.pay_pence + self.ni_pence + self.pension_pence + self.levy_pence

    @property
    def pence(self) -> int:
        """The whole cost to the nearest penny, halves up."""
        return round_half_up(self.exact_pence)


def annual_ni_pence(
    earned_pence: Fraction | int,
    on: date,
    *,
    contracted_out: bool = False,
    book: RateBook = SHIPPED,
) -> Fraction:
    """Return a year's employer National Insurance on one person's pay, at one day's rates.

    `earned_pence` is the person's own pay a year, after hours. For a contracted-out person the
    rebate on the slice of pay it covers is taken off; on pay just above the slice's foot the
    result is below nought, as it was for employers.
    Raises UnknownRate when the threshold, rate or rebate of that day is not held.
    """
    earned = Fraction(earned_pence)
    threshold = book.find("employer_ni_threshold", "uk", on=on).value
    rate = book.find("employer_ni_rate", "uk", on=on).ratio
    contribution = rate * max(Fraction(0), earned - threshold)
    if not contracted_out:
        return contribution
    rebate = book.find("contracted_out_rebate", "rate", on=on).ratio
    foot = book.find("contracted_out_rebate", "from_pay", on=on).value
    head = book.find("contracted_out_rebate", "to_pay", on=on).value
    return contribution - rebate * max(Fraction(0), min(earned, Fraction(head)) - foot)


def employer_cost(
    person: PersonPay,
    year: FinancialYear,
    *,
    terms: EmployerTerms,
    months: Months = ALL_YEAR,
    book: RateBook = SHIPPED,
) -> EmployerCost:
    """Return what one person costs the employer in some whole months of a financial year.

    Each month costs a twelfth of the year's pay, of the year's NI at that month's rates, of the
    pension and, where counted, of the levy.
    Raises UnknownRate when a rate of one of the months is not held.
    Source: pay + rate x (pay - threshold) + pension x pay, checked on two posts of a council
    report of January 2019 to the pound.
    """
    earned = person.earned_pence
    ni = levy = Fraction(0)
    for day in year.month_ends()[months.skipped : months.skipped + months.count]:
        ni += annual_ni_pence(earned, day, contracted_out=terms.contracted_out, book=book)
        if terms.levy:
            levy += earned * book.find("apprenticeship_levy", "uk", on=day).ratio
    pay = earned * months.count / MONTHS_IN_YEAR
    return EmployerCost(
        pay_pence=pay,
        ni_pence=ni / MONTHS_IN_YEAR,
        pension_pence=pay * terms.pension_basis_points / _BASIS_POINTS_IN_ONE,
        levy_pence=levy / MONTHS_IN_YEAR,
    )
