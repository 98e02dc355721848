"""What a line would cost with a further pay award: the designer's own arithmetic, beside a workbook's formulas.

Points of a spine are raised and rounded to the pound, and on-costs worked out anew. A printed or all-in cost is raised
as a whole: its on-costs are not told apart, and the thresholds of National Insurance do not move with pay, so that it
comes out slightly low. Costs that are not pay stay as they are.
Source: scenarios/money/award.py for the rounding of an award.
Change this when an award is taken into account in another way.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from scenarios.compiling.unit_costs import FULL_TIME, UnitCost
from scenarios.money.ledger import Line
from scenarios.money.oncosts import EmployerCost, PersonPay, employer_cost
from scenarios.money.pay import annual_pay
from scenarios.money.pence import round_half_up, round_to_pound
from scenarios.money.rate import UnknownRate
from scenarios.money.rate_book import SHIPPED, RateBook
from scenarios.money.years import FinancialYear

BASIS_POINTS_IN_ONE = 10_000


def line_pence(line: Line, unit: UnitCost | None, *, year: int, basis_points: int = 0) -> int | None:
    """Return what a recurring line costs in a year with a further award, in pence; None where it is not known.

    Args:
        line: the line in that year's ledger.
        unit: what its role costs.
        year: the first calendar year of the financial year.
        basis_points: the award on top of the pay in use.
    """
    if line.pence is None or not line.role:
        return line.pence
    factor = 1 + Fraction(basis_points, BASIS_POINTS_IN_ONE)
    if unit is None or not line.sizes:
        return round_half_up(line.pence * factor)
    if unit.pence_per_fte is not None:
        size = sum(each * posts for each, posts in line.sizes)
        return round_half_up(unit.pence_per_fte * size * factor / FULL_TIME)
    total = 0
    for each, people in people_of(line.sizes).items():
        cost = person_cost(unit, each, year=year, basis_points=basis_points)
        if cost is None:
            return None
        total += people * cost.pence
    return total


def people_of(sizes: tuple[tuple[int, int], ...]) -> dict[int, int]:
    """Return people by the hours they are costed at: a post above one FTE is full-timers and one for the rest.

    Args:
        sizes: posts as (thousandths of FTE of one, posts).
    """
    people: dict[int, int] = {}
    for size, posts in sizes:
        whole, part = divmod(size, FULL_TIME)
        for each, count in ((FULL_TIME, whole), (part, 1)):
            if each and count:
                people[each] = people.get(each, 0) + count * posts
    return dict(sorted(people.items(), reverse=True))


def person_cost(unit: UnitCost, milli_fte: int, *, year: int, basis_points: int = 0) -> EmployerCost | None:
    """Return what one person on a spine costs the employer in a year; None where a rate is not held.

    Args:
        unit: what the role costs, by a spine.
        milli_fte: the hours in thousandths of FTE, up to 1000.
        year: the first calendar year of the financial year.
        basis_points: the award on top of the points in force.
    """
    if unit.terms is None or not unit.spines:
        return None
    financial_year = FinancialYear(year)
    grade = unit.grade_in(financial_year)
    book = raised(grade.spine, basis_points)
    try:
        pay = annual_pay(grade, unit.convention, on=financial_year.first_day, book=book)
        return employer_cost(PersonPay(pay, milli_fte), financial_year, terms=unit.terms, book=book)
    except UnknownRate:
        return None


@lru_cache(maxsize=64)
def raised(spine: str, basis_points: int) -> RateBook:
    """Return the book of rates with every point of a spine raised, to the nearest pound as awards are."""
    if not basis_points:
        return SHIPPED
    factor = 1 + Fraction(basis_points, BASIS_POINTS_IN_ONE)
    return RateBook(
        replace(rate, value=round_to_pound(rate.value * factor)) if rate.rule == spine else rate
        for rate in SHIPPED.rates
    )
