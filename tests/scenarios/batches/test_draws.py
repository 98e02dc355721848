"""Draws: the same for the same seed, whoever draws and in whatever order, within their range, and shaped as told.

The seeds are fixed, so that what is counted here comes out alike on every machine.
Change this when a figure may be drawn in another shape.
"""

from collections import Counter
from fractions import Fraction
from itertools import pairwise

import pytest

from scenarios.batches.draws import Shape

DRAWS = 4_000


def drawn(shape: Shape, seed: int = 1, what: str = "demand", count: int = DRAWS) -> list[int]:
    """Values of the first draws."""
    return [shape.drawn(seed, number, what) for number in range(1, count + 1)]


@pytest.mark.parametrize(
    "shape", [Shape(-5, 5), Shape(-5, 5, 0), Shape(0, 7, 0), Shape(0, 7, 7), Shape(3, 3), Shape(3, 3, 3)]
)
def test_both_ends_are_reached_and_nothing_beyond(shape: Shape) -> None:
    """Every draw lies within its range, and each whole number of it comes up."""
    assert {*drawn(shape)} == {*range(shape.low, shape.high + 1)}


def test_a_draw_depends_on_seed_number_and_name_alone() -> None:
    """Backwards, one alone, or once more: the same value; another seed or another name: another row of values."""
    shape = Shape(0, 10**9)
    forwards = drawn(shape, count=50)
    assert [shape.drawn(1, number, "demand") for number in range(50, 0, -1)] == forwards[::-1]
    assert shape.drawn(1, 37, "demand") == forwards[36]
    assert len({tuple(forwards), tuple(drawn(shape, seed=2, count=50)), tuple(drawn(shape, what="x", count=50))}) == 3
    assert len({*forwards}) == 50


def test_values_are_frozen() -> None:
    """A recipe gives the same futures in every later version: these values were drawn once and must stay."""
    assert drawn(Shape(0, 999), seed=7, count=5) == [282, 430, 167, 954, 875]
    assert drawn(Shape(-1000, 2000, 0), seed=7, count=5) == [-155, -722, 463, 1387, -535]


def test_an_even_draw_favours_nothing() -> None:
    """Ten values come up about equally often: chi-squared of nine degrees is below 27.9 (a thousandth)."""
    counts = Counter(drawn(Shape(0, 9)))
    expected = DRAWS / 10
    assert sum((counts[value] - expected) ** 2 / expected for value in range(10)) < 27.9


@pytest.mark.parametrize("most_likely", [0, 3, 10])
def test_a_triangle_is_highest_where_it_should_be(most_likely: int) -> None:
    """Each whole number comes up as often as the triangle has room within half a unit of it (chi-squared)."""
    shape = Shape(0, 10, most_likely)
    counts = Counter(drawn(shape))
    edges = [Fraction(0), *(Fraction(2 * n + 1, 2) for n in range(10)), Fraction(10)]
    shares = [below(shape, high) - below(shape, low) for low, high in pairwise(edges)]
    assert sum(shares) == 1
    expected = [float(share * DRAWS) for share in shares]
    assert sum((counts[n] - count) ** 2 / count for n, count in enumerate(expected)) < 29.6


def below(shape: Shape, x: Fraction) -> Fraction:
    """The share of a triangle that lies below x, by its area."""
    low, high, top = shape.low, shape.high, shape.most_likely or 0
    if x <= top:
        return Fraction((x - low) ** 2, (high - low) * max(1, top - low)) if top > low else Fraction(0)
    return 1 - Fraction((high - x) ** 2, (high - low) * (high - top))


@pytest.mark.parametrize("width", [2**64 - 1, 2**64, 2**64 + 1, 3 * 2**64 + 7, 10**60])
def test_a_range_wider_than_the_generator_is_drawn_all_over(width: int) -> None:
    """However wide a range is, each of its quarters comes up about as often, and nothing lies beyond."""
    values = drawn(Shape(0, width), count=400)
    assert all(0 <= value <= width for value in values)
    quarters = Counter(4 * value // (width + 1) for value in values)
    assert all(60 < quarters[quarter] < 140 for quarter in range(4))
