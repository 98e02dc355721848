"""The financial year that a price base names.

Change this when price bases are written in another way.
"""

import pytest

from scenarios.proofreading.price_year import year_in


@pytest.mark.parametrize(
    ("price_base", "year"),
    [
        ("2018/19 pay", 2018),
        ("2020 budget", 2020),
        ("April 2013", 2013),
        ("January 2014", 2013),
        ("prices of 31 March 2014", 2013),
        ("pay at 1 Apr 2014", 2014),
        ("SEPT 2014", 2014),
        ("Feb-2014", 2013),
        ("January 2014, the pay of 2014/15", 2014),
        ("market rates 2014", 2014),
        ("January 1974", None),
        ("current pay", None),
        (None, None),
    ],
)
def test_a_month_says_which_financial_year(price_base: str | None, year: int | None) -> None:
    """January to March lie in the year before theirs; a year printed as a financial year goes first."""
    assert year_in(price_base) == year
