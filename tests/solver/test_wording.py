"""Amounts as a planner reads them. Change this when a unit is shown differently."""

import pytest

from solver.wording import financial_year, fte, pounds, some


@pytest.mark.parametrize(
    ("pence", "written"),
    [
        (0, "£0"),
        (1, "£0.01"),
        (92_930, "£929.30"),
        (38_650_000, "£386,500"),
        (-5, "-£0.05"),
        (-123_456_700, "-£1,234,567"),
    ],
)
def test_pounds(pence: int, written: str) -> None:
    """Pounds with thousands marked, pence only where there are any, the sign before the pound."""
    assert pounds(pence) == written


def test_financial_years() -> None:
    """By its first calendar year, as tables print it, over the turn of a century too."""
    assert [financial_year(year) for year in (2026, 2099)] == ["2026/27", "2099/00"]


@pytest.mark.parametrize(
    ("milli_fte", "written"),
    [(0, "0 FTE"), (1000, "1 FTE"), (1500, "1.5 FTE"), (625, "0.625 FTE"), (50, "0.05 FTE"), (-1001, "-1.001 FTE")],
)
def test_fte(milli_fte: int, written: str) -> None:
    """Thousandths as decimals without closing zeros."""
    assert fte(milli_fte) == written


@pytest.mark.parametrize(
    ("count", "noun", "plural", "written"),
    [
        (1, "post", "", "1 post"),
        (0, "post", "", "0 posts"),
        (6, "post", "", "6 posts"),
        (1, "person", "people", "1 person"),
        (2000, "person", "people", "2,000 people"),
    ],
)
def test_some(count: int, noun: str, plural: str, written: str) -> None:
    """One is singular, everything else plural, irregular where it is said."""
    assert some(count, noun, plural) == written
