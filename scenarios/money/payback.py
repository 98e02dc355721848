"""Payback and the yearly net: when a saving has paid for its one-off costs.

Source: one-off costs over recurring saving, as councils print it; the net of a year is saving
less protection less one-off costs, shown for three years at least.
Change this when an authority discounts later years.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from scenarios.money.years import FinancialYear

LEAST_YEARS_SHOWN: Final = 3


@dataclass(frozen=True)
class PaysBack:
    """The one-off costs are recovered after so many years, an exact fraction."""

    years: Fraction


@dataclass(frozen=True)
class NeverPaysBack:
    """There are one-off costs and no saving to recover them from."""


@dataclass(frozen=True)
class YearFigures:
    """One year's saving, pay protection and one-off costs in pence; None where not known."""

    year: FinancialYear
    saving_pence: int | None
    protection_pence: int | None
    one_off_pence: int | None

    @property
    def net_pence(self) -> int | None:
        """Saving less protection less one-off costs; None when one of them is not known."""
        saving, protection, one_off = self.saving_pence, self.protection_pence, self.one_off_pence
        if saving is None or protection is None or one_off is None:
            return None
        return saving - protection - one_off


def payback(one_off_pence: int | None, recurring_saving_pence: int | None) -> PaysBack | NeverPaysBack | None:
    """Return the years a recurring saving takes to cover the one-off costs.

    None when either figure is not known. Without one-off costs, or where receipts outweigh them, it
    is nought years, whatever the saving.
    """
    if one_off_pence is None or recurring_saving_pence is None:
        return None
    if one_off_pence <= 0:
        return PaysBack(Fraction(0))
    if recurring_saving_pence <= 0:
        return NeverPaysBack()
    return PaysBack(Fraction(one_off_pence, recurring_saving_pence))


def running_net_pence(years: tuple[YearFigures, ...]) -> tuple[int | None, ...]:
    """Return the net added up to the end of each year; None from the first unknown year on.

    Raises ValueError when fewer than three years are given or they do not follow each other.
    """
    if len(years) < LEAST_YEARS_SHOWN:
        raise ValueError(f"at least {LEAST_YEARS_SHOWN} years are shown, not {len(years)}")
    if any(row.year != years[0].year.plus(later) for later, row in enumerate(years)):
        raise ValueError("the years do not follow each other")
    totals: list[int | None] = []
    total: int | None = 0
    for row in years:
        net = row.net_pence
        total = None if total is None or net is None else total + net
        totals.append(total)
    return tuple(totals)
