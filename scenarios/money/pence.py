"""Rounding to the penny: the one place where an exact fraction becomes a whole number.

Sums are made of exact fractions and rounded once, at the end, so that no total drifts.
Change this when an authority rounds its budgets by another convention.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import Final

PENCE_IN_POUND: Final = 100
_HALF: Final = Fraction(1, 2)


def round_half_up(exact_pence: Fraction | int) -> int:
    """Round exact pence to whole pence, halves away from nought.

    A cost and the same saving (its negative) so print the same figure.
    """
    rounded = floor(abs(Fraction(exact_pence)) + _HALF)
    return rounded if exact_pence >= 0 else -rounded


def round_to_pound(exact_pence: Fraction | int) -> int:
    """Round exact pence to the nearest whole pound, halves away from nought; returns pence."""
    return round_half_up(Fraction(exact_pence) / PENCE_IN_POUND) * PENCE_IN_POUND
