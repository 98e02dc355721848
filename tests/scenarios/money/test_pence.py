"""Rounding to the penny and to the pound."""

from fractions import Fraction

import pytest

from scenarios.money.pence import round_half_up, round_to_pound


@pytest.mark.parametrize(
    ("exact", "pence"),
    [
        (Fraction(1, 2), 1),
        (Fraction(-1, 2), -1),
        (Fraction(5, 2), 3),
        (Fraction(7, 2), 4),
        (Fraction(249, 100), 2),
        (Fraction(-5, 2), -3),
        (Fraction(-249, 100), -2),
        (7, 7),
        (0, 0),
    ],
)
def test_halves_go_away_from_nought(exact: Fraction | int, pence: int) -> None:
    """A half penny rounds up for a cost and down for its negative, never to the even penny."""
    assert round_half_up(exact) == pence


def test_whole_pounds_are_the_nearest() -> None:
    """50 p makes a pound, 49 p does not."""
    assert round_to_pound(150) == 200
    assert round_to_pound(149) == 100
    assert round_to_pound(-150) == -200
