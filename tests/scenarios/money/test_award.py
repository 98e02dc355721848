"""An award the planner assumes."""

from datetime import date

import pytest

from scenarios.money.award import AssumedAward, with_award
from scenarios.money.rate import UnknownRate
from scenarios.money.rate_book import SHIPPED, RateBook

APRIL = date(2026, 4, 1)


def test_the_award_of_2025_given_as_an_assumption_is_the_spine_of_2025() -> None:
    """3.2 % on the points of 2024, rounded to the pound, gives every published point again."""
    earlier = RateBook(rate for rate in SHIPPED.rates if rate.valid_from < date(2025, 4, 1))
    book = with_award(earlier, AssumedAward("njc-2019", date(2025, 4, 1), "a test", 320))
    for point in range(2, 44):
        raised = book.find("njc-2019", str(point), on=date(2025, 5, 1))
        assert raised.value == SHIPPED.find("njc-2019", str(point), on=date(2025, 5, 1)).value
        assert (raised.mark, raised.source, raised.valid_to) == ("assumed", "a test", None)


def test_a_flat_award_adds_the_same_to_every_point() -> None:
    """1,000 pounds on top of point 43's 54,495, in the copy only."""
    book = with_award(SHIPPED, AssumedAward("njc-2019", APRIL, "a test", flat_pence=1_000_00))
    assert book.find("njc-2019", "43", on=APRIL).value == 55_495_00
    with pytest.raises(UnknownRate):
        SHIPPED.find("njc-2019", "43", on=APRIL)


def test_an_award_that_leaves_a_gap_or_meets_agreed_pay_is_refused() -> None:
    """A year later nothing is there to raise; on 1 April 2025 the pay is agreed."""
    with pytest.raises(ValueError, match="has no pay on 2027-03-31 to raise"):
        with_award(SHIPPED, AssumedAward("njc-2019", date(2027, 4, 1), "a test", 300))
    with pytest.raises(ValueError, match="two rows hold on"):
        with_award(SHIPPED, AssumedAward("njc-2019", date(2025, 4, 1), "a test", 300))
