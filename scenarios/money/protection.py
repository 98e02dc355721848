"""Pay protection: what is paid, and for how long, to people who move to a lower-paid post.

A cost with an end, never a recurring one: so many years, each at its own share of the shortfall,
the shortfall held to a share of the old pay where the policy says so. Old pay is frozen on the
day of the move while new pay rises with each award, so protection shrinks every April. Years of
protection run from the move; their months fall into financial years.
Source: the shapes of nine employers' policies; every figure is the authority's own, and without
a stated policy there is no result.
Change this when a policy protects hours or allowances instead of pay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Final

from scenarios.money.pence import round_half_up
from scenarios.money.years import MONTHS_IN_YEAR, FinancialYear, add_months

MILLI: Final = 1_000
_WHOLE: Final = 10_000


@dataclass(frozen=True)
class ProtectionPolicy:
    """Basis points of the shortfall paid in each year, and the limit in basis points of old pay.

    (10000, 7500) is two years, the second at three quarters; a limit of None means that the
    policy sets none. An authority whose policy is not stated has no value of this class.
    """

    share_by_year_basis_points: tuple[int, ...]
    limit_basis_points: int | None = None

    def __post_init__(self) -> None:
        limits = () if self.limit_basis_points is None else (self.limit_basis_points,)
        if any(not 0 <= share <= _WHOLE for share in (*self.share_by_year_basis_points, *limits)):
            raise ValueError("shares and limit must be from 0 to 10,000 basis points")


@dataclass(frozen=True)
class Move:
    """One move downwards: full-time pay before it, FTE, on-cost, and new pay by financial year.

    `oncost_basis_points` is what each further pound of pay costs: NI above the threshold, and
    pension. A year missing from `new_pay_pence` is a year whose pay is not known.
    """

    starts: date
    old_pay_pence: int
    new_pay_pence: Mapping[FinancialYear, int] = field(hash=False)
    milli_fte: int = MILLI
    oncost_basis_points: int = 0

    def __post_init__(self) -> None:
        if self.starts.day != 1:
            raise ValueError("protection starts on the first of a month")
        if self.milli_fte <= 0 or self.oncost_basis_points < 0 or self.old_pay_pence < 0:
            raise ValueError("pay and on-cost cannot be below nought, and FTE is above it")


@dataclass(frozen=True)
class ProtectionYear:
    """One financial year of protection: the months in it and exact pence, None where not known."""

    year: FinancialYear
    months: int
    exact_pence: Fraction | None

    @property
    def pence(self) -> int | None:
        """The year's cost to the nearest penny."""
        return None if self.exact_pence is None else round_half_up(self.exact_pence)


def protected_pence(
    old_pay_pence: int, new_pay_pence: int, *, share_basis_points: int, limit_basis_points: int | None
) -> Fraction:
    """Return a year's protection for one FTE, before on-costs, in exact pence.

    The share of the shortfall, itself held to the limit's share of old pay; nought where the new
    pay has caught up.
    """
    shortfall = Fraction(max(0, old_pay_pence - new_pay_pence))
    if limit_basis_points is not None:
        shortfall = min(shortfall, Fraction(old_pay_pence * limit_basis_points, _WHOLE))
    return shortfall * share_basis_points / _WHOLE


def protection_by_year(move: Move, policy: ProtectionPolicy | None) -> tuple[ProtectionYear, ...] | None:
    """Return the cost of one move by financial year, on-costs included, first year first.

    None when the policy is not stated; a year whose new pay is not known has no pence.
    Months run from the move, so a year of protection from November falls into two years.
    """
    if policy is None:
        return None
    first = FinancialYear.containing(move.starts)
    months: dict[FinancialYear, list[int]] = {}
    for index in range(len(policy.share_by_year_basis_points) * MONTHS_IN_YEAR):
        year = FinancialYear.containing(add_months(move.starts, index))
        share = policy.share_by_year_basis_points[index // MONTHS_IN_YEAR]
        months.setdefault(year, []).append(share)
    return tuple(
        _year_amount(move, first.plus(later), shares, limit_basis_points=policy.limit_basis_points)
        for later, shares in enumerate(months.values())
    )


def _year_amount(
    move: Move, year: FinancialYear, shares: list[int], *, limit_basis_points: int | None
) -> ProtectionYear:
    """Add up the months of one financial year, each at the share of its year of protection."""
    new_pay = move.new_pay_pence.get(year)
    if new_pay is None:
        return ProtectionYear(year, len(shares), None)
    full_time = sum(
        (
            protected_pence(
                move.old_pay_pence,
                new_pay,
                share_basis_points=share,
                limit_basis_points=limit_basis_points,
            )
            for share in shares
        ),
        Fraction(0),
    )
    with_oncost = full_time * (_WHOLE + move.oncost_basis_points) / _WHOLE
    exact = with_oncost * move.milli_fte / MILLI / MONTHS_IN_YEAR
    return ProtectionYear(year, len(shares), exact)
