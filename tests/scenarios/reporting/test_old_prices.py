"""Old prices are said once they are a year old, and only where years are shown.

Change this when costs are brought to the prices of a year.
"""

from datetime import date

import pytest

from scenarios.reporting.old_prices import older_prices
from tests.scenarios.claims.small_question import scenario
from tests.scenarios.compiling.services import head


@pytest.mark.parametrize(
    ("base", "years", "start", "said"),
    [
        ("2013/14 pay", (2015, 2016), None, "2013/14 pay are 2 years older than 2015/16, the first year shown"),
        ("2014/15", (), date(2015, 10, 1), "2014/15 are 1 year older than 2015/16"),
        ("2015/16 pay", (2015,), None, None),
        ("2016/17 pay", (2015,), None, None),
        ("prices of the day", (2015,), None, None),
        ("2013/14 pay", (), None, None),
    ],
)
def test_prices_a_year_old_are_said(base: str, years: tuple[int, ...], start: date | None, said: str | None) -> None:
    """How many years lie between, and that nothing in between is counted; nothing where the base names no year."""
    found = older_prices(scenario([], [], header=head(price_base=base, years=years, start_date=start)))
    assert (said is None and not found) or (said is not None and said in found)
