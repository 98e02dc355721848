"""Adding and scaling figures without losing what is not known.

Rules: design.md promise 4. A sum with an unknown part is unknown; a range is carried through; what is worked out here
is 'derived'.
Change this when figures have to be combined in another way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import lru_cache
from itertools import product

from scenarios.schema.figure import MOST, UNKNOWN, Figure

Rule = Callable[..., Fraction]


@lru_cache(maxsize=10_000)
def derived(value: int | None, bounds: tuple[int, int] | None, source: str) -> Figure:
    """Return a figure worked out here.

    Args:
        value: the number, in the field's unit; None when only its range is known.
        bounds: the least and the most it may be; None when nothing bounds it.
        source: what it is worked out from.

    Returns:
        The figure; not known when it is beyond any scale a figure may have. The same figures are asked for thousands
        of times while assumptions are moved; they are frozen, so one is as good as another and the last ones are kept.
    """
    if any(abs(number) > MOST for number in (value or 0, *(bounds or ()))):
        return UNKNOWN
    if bounds is None or (value is not None and bounds == (value, value)):
        return Figure(value=value, basis="derived", source=source) if value is not None else UNKNOWN
    return Figure(value=value, low=bounds[0], high=bounds[1], basis="derived", source=source)


def total(figures: Iterable[Figure | None], source: str) -> Figure:
    """Return the sum of figures of one unit; not given or not known makes the sum not known."""
    parts = [UNKNOWN if figure is None else figure for figure in figures]
    values = [figure.value for figure in parts if figure.value is not None]
    bounds = [figure.bounds for figure in parts if figure.bounds is not None]
    value = sum(values) if len(values) == len(parts) else None
    if len(bounds) < len(parts):
        return derived(value, None, source)
    return derived(value, (sum(low for low, _ in bounds), sum(high for _, high in bounds)), source)


def half_up(exact: Fraction) -> int:
    """Return the nearest whole number, halves upwards."""
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def worked_out(figures: tuple[Figure | None, ...], rule: Rule, source: str) -> Figure:
    """Return what a rule makes of several figures: from their values, and from every corner of their ranges.

    The corners hold the least and the most because the rules here rise or fall steadily in each figure.

    Args:
        figures: the figures, in the order the rule takes them.
        rule: exact result from whole numbers, in the unit of the result.
        source: what the result is worked out from.
    """
    parts = [UNKNOWN if figure is None else figure for figure in figures]
    values = [figure.value for figure in parts if figure.value is not None]
    value = half_up(rule(*values)) if len(values) == len(parts) else None
    bounds = [figure.bounds for figure in parts if figure.bounds is not None]
    if len(bounds) < len(parts):
        return derived(value, None, source)
    corners = [half_up(rule(*corner)) for corner in product(*bounds)]
    return derived(value, (min(corners), max(corners)), source)
