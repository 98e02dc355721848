"""What the redundancies of one staff group may cost: a range, worked out after the search.

Reads the sealed service table (age band, years, pay, count; no names). The range covers every
choice of leavers: from the fewest people at the least each could be paid, to the most people at
the most. It says nothing about who leaves, and must never reach the search, because the cost of
an exit rises with age. Pension strain is not in it: only the fund can quote that.
Source: design, "people are worked out after the search"; the formulas of `redundancy` and
`nhs_redundancy`. Change this when the sealed table holds other columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from scenarios.money.nhs_redundancy import nhs_package_pence
from scenarios.money.pence import round_half_up
from scenarios.money.rate_book import SHIPPED, RateBook
from scenarios.money.redundancy import Service, SeverancePolicy, package, weekly_pay_pence


@dataclass(frozen=True)
class ServiceRow:
    """So many people alike: age band, complete years and own pay a year; None where not known."""

    age_low: int | None
    age_high: int | None
    complete_years: int | None
    annual_pay_pence: int | None
    people: int

    def __post_init__(self) -> None:
        if self.people <= 0:
            raise ValueError("a row of the service table holds at least one person")
        if self.age_low is not None and self.age_high is not None and self.age_low > self.age_high:
            raise ValueError(f"ages {self.age_low} to {self.age_high} do not run upwards")


@dataclass(frozen=True)
class Leavers:
    """How many of a group may leave, at least and at most; None where that is not known."""

    at_least: int | None
    at_most: int | None

    def __post_init__(self) -> None:
        low, high = self.at_least, self.at_most
        known = [count for count in (low, high) if count is not None]
        if any(count < 0 for count in known) or known != sorted(known):
            raise ValueError(f"leavers from {low} to {high} do not run upwards from nought")


@dataclass(frozen=True)
class NhsTerms:
    """The group is on NHS terms: section 16 applies and no policy of the authority's does."""


@dataclass(frozen=True)
class ExitRange:
    """Pence at least, expected and at most; None where something is not known, and what that is."""

    low_pence: int | None
    expected_pence: int | None
    high_pence: int | None
    unknown: tuple[str, ...] = ()


def exit_cost_range(
    rows: Sequence[ServiceRow],
    leavers: Leavers,
    *,
    terms: SeverancePolicy | NhsTerms,
    on: date,
    book: RateBook = SHIPPED,
) -> ExitRange:
    """Return what the leavers of one staff group may cost, dismissed on a day.

    "Expected" is the mean package of the group, each person at the middle of the two ends of the
    age band, times the middle of the two numbers of leavers; it assumes nothing about who leaves.
    Nobody leaving costs nought whatever else is unknown; otherwise one unknown cell, an unstated
    policy or an unknown number of leavers leaves the bound it matters to unknown.
    Raises ValueError when more people may leave than the rows hold or an age cannot be, and
    UnknownRate for a day without rates.
    """
    people = sum(row.people for row in rows)
    for count in (leavers.at_least, leavers.at_most):
        if count is not None and count > people:
            raise ValueError(f"{count} leavers, but the service table holds {people} people")
    if leavers.at_most == 0:
        return ExitRange(0, 0, 0)
    unknown = _unknown(rows, leavers, terms)
    priced = [_price(row, terms, on=on, book=book) for row in rows]
    known = [row for row in priced if row is not None]
    if len(known) < len(priced):
        return ExitRange(0 if leavers.at_least == 0 else None, None, None, unknown)
    expected = None
    if leavers.at_least is not None and leavers.at_most is not None:
        both = sum((row.low_pence + row.high_pence) * row.people for row in known)
        mean = Fraction(both, 2 * people)
        expected = round_half_up(mean * (leavers.at_least + leavers.at_most) / 2)
    cheapest = sorted((row.low_pence, row.people) for row in known)
    dearest = sorted(((row.high_pence, row.people) for row in known), reverse=True)
    return ExitRange(
        low_pence=_first(cheapest, leavers.at_least),
        expected_pence=expected,
        high_pence=_first(dearest, leavers.at_most),
        unknown=unknown,
    )


@dataclass(frozen=True)
class _Priced:
    """What each of so many people would be paid, at both ends of the age band."""

    low_pence: int
    high_pence: int
    people: int


def _unknown(rows: Sequence[ServiceRow], leavers: Leavers, terms: SeverancePolicy | NhsTerms) -> tuple[str, ...]:
    """Name everything that is missing: cells by row from 1, parts of the policy, leavers."""
    missing = []
    for place, row in enumerate(rows, 1):
        ages = [] if isinstance(terms, NhsTerms) else [row.age_low, row.age_high]
        if None in ages:
            missing.append(f"row {place}: age band")
        if row.complete_years is None:
            missing.append(f"row {place}: complete years")
        if row.annual_pay_pence is None:
            missing.append(f"row {place}: annual pay")
    if isinstance(terms, SeverancePolicy):
        missing.extend(f"policy: {name}" for name in terms.not_stated)
    counts = (("at least", leavers.at_least), ("at most", leavers.at_most))
    missing.extend(f"number of leavers, {name}" for name, count in counts if count is None)
    return tuple(missing)


def _price(row: ServiceRow, terms: SeverancePolicy | NhsTerms, *, on: date, book: RateBook) -> _Priced | None:
    """Price a row at both ends of its age band; None when a cell or the policy is missing.

    Nobody is younger than the years served, so the low end is never below them.
    """
    years, pay = row.complete_years, row.annual_pay_pence
    if years is None or pay is None:
        return None
    if isinstance(terms, NhsTerms):
        pence = round_half_up(nhs_package_pence(pay, years, on=on, book=book))
        return _Priced(pence, pence, row.people)
    if row.age_low is None or row.age_high is None:
        return None
    low, high = (
        package(Service(age, years), weekly_pay_pence(pay), policy=terms, on=on, book=book).pence
        for age in (min(row.age_high, max(row.age_low, years)), row.age_high)
    )
    return None if low is None or high is None else _Priced(low, high, row.people)


def _first(packages: Sequence[tuple[int, int]], leavers: int | None) -> int | None:
    """Add up the packages of the first so many people; None when their number is not known."""
    if leavers is None:
        return None
    total, left = 0, leavers
    for pence, people in packages:
        taken = min(left, people)
        total += pence * taken
        left -= taken
    return total
