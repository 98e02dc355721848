"""The range of what one staff group's redundancies may cost."""

from datetime import date
from fractions import Fraction

import pytest

from scenarios.money.exit_range import ExitRange, Leavers, NhsTerms, ServiceRow, exit_cost_range
from scenarios.money.redundancy import SeverancePolicy

DAY = date(2021, 3, 31)  # cap 538 pounds
POLICY = SeverancePolicy(multiplier=Fraction(1), use_actual_pay=True, ceiling_weeks=30)
# 36,500 pounds a year is 700 a week: 4 weeks for each of two, 10 for each of three
YOUNG = ServiceRow(30, 35, 4, 36_500_00, 2)
LONG = ServiceRow(38, 41, 10, 36_500_00, 3)
# at 41 ten weeks, at 43 eleven: the band straddles the age of 42
BAND = ServiceRow(41, 43, 10, 36_500_00, 1)


def test_the_range_runs_from_the_cheapest_few_to_the_dearest_many() -> None:
    """At least one of the short-served at 2,800; at most three long-served and one short-served."""
    found = exit_cost_range([LONG, YOUNG], Leavers(1, 4), terms=POLICY, on=DAY)
    mean = Fraction(2 * 2_800_00 + 3 * 7_000_00, 5)
    assert found == ExitRange(2_800_00, int(mean * 5 / 2), 3 * 7_000_00 + 2_800_00)


def test_an_age_band_widens_the_range() -> None:
    """One person in a band over 42: ten weeks at least, eleven at most, half way expected."""
    found = exit_cost_range([BAND], Leavers(1, 1), terms=POLICY, on=DAY)
    assert found == ExitRange(7_000_00, 7_350_00, 7_700_00)


def test_everybody_leaving_is_no_range_where_the_ages_do_not_matter() -> None:
    """Two at 2,800 and three at 7,000 make 26,600 pounds, however one looks at it."""
    found = exit_cost_range([YOUNG, LONG], Leavers(5, 5), terms=POLICY, on=DAY)
    assert found == ExitRange(26_600_00, 26_600_00, 26_600_00)


def test_the_order_of_the_rows_changes_nothing() -> None:
    """The table may come in any order."""
    rows = [YOUNG, LONG, BAND]
    found = exit_cost_range(rows, Leavers(2, 3), terms=POLICY, on=DAY)
    assert exit_cost_range(rows[::-1], Leavers(2, 3), terms=POLICY, on=DAY) == found


def test_the_foot_of_an_age_band_is_never_below_the_years_served() -> None:
    """A band from nought with 30 years' service starts at 30."""
    row = ServiceRow(0, 61, 30, 36_500_00, 1)
    found = exit_cost_range([row], Leavers(1, 1), terms=POLICY, on=DAY)
    # at 30: 8 years from 23 at one week, 12 up to 22 at a half = 14; at 61: 30 weeks
    assert (found.low_pence, found.high_pence) == (14 * 700_00, 30 * 700_00)


def test_nobody_leaving_costs_nothing_even_where_all_is_unknown() -> None:
    """Nought people cost nought, policy or no policy."""
    blank = ServiceRow(None, None, None, None, 3)
    assert exit_cost_range([blank], Leavers(0, 0), terms=SeverancePolicy(), on=DAY) == ExitRange(0, 0, 0)


@pytest.mark.parametrize(
    ("row", "missing"),
    [
        (ServiceRow(None, 35, 4, 36_500_00, 1), "row 2: age band"),
        (ServiceRow(30, None, 4, 36_500_00, 1), "row 2: age band"),
        (ServiceRow(30, 35, None, 36_500_00, 1), "row 2: complete years"),
        (ServiceRow(30, 35, 4, None, 1), "row 2: annual pay"),
    ],
)
def test_one_blank_cell_leaves_the_range_unknown(row: ServiceRow, missing: str) -> None:
    """A blank is never nought; the cell is named."""
    found = exit_cost_range([YOUNG, row], Leavers(1, 2), terms=POLICY, on=DAY)
    assert found == ExitRange(None, None, None, (missing,))


def test_a_policy_not_stated_leaves_the_range_unknown_and_a_low_of_nobody_nought() -> None:
    """No multiplier is put in; when nobody need leave the low end alone is known."""
    policy = SeverancePolicy(use_actual_pay=True, ceiling_weeks=30)
    missing = ("policy: multiplier",)
    found = exit_cost_range([YOUNG], Leavers(1, 2), terms=policy, on=DAY)
    assert found == ExitRange(None, None, None, missing)
    found = exit_cost_range([YOUNG], Leavers(0, 2), terms=policy, on=DAY)
    assert found == ExitRange(0, None, None, missing)


def test_an_unknown_number_of_leavers_leaves_its_own_end_unknown() -> None:
    """The low end needs the fewest, the high end the most, the middle both."""
    found = exit_cost_range([YOUNG], Leavers(1, None), terms=POLICY, on=DAY)
    assert found == ExitRange(2_800_00, None, None, ("number of leavers, at most",))
    found = exit_cost_range([YOUNG], Leavers(None, 2), terms=POLICY, on=DAY)
    assert found == ExitRange(None, None, 5_600_00, ("number of leavers, at least",))


def test_nhs_terms_use_no_age_and_no_policy() -> None:
    """Four years at 36,000 pounds are four months at 3,000; a blank age does not matter."""
    row = ServiceRow(None, None, 4, 36_000_00, 2)
    found = exit_cost_range([row], Leavers(1, 2), terms=NhsTerms(), on=DAY)
    assert found == ExitRange(12_000_00, 18_000_00, 24_000_00)
    blank = ServiceRow(None, None, 4, None, 2)
    found = exit_cost_range([blank], Leavers(1, 2), terms=NhsTerms(), on=DAY)
    assert found.unknown == ("row 1: annual pay",)


def test_more_leavers_than_people_are_refused() -> None:
    """Three cannot leave a table of two."""
    with pytest.raises(ValueError, match="3 leavers, but the service table holds 2"):
        exit_cost_range([YOUNG], Leavers(1, 3), terms=POLICY, on=DAY)


@pytest.mark.parametrize(("low", "high"), [(2, 1), (-1, 2), (None, -1)])
def test_leavers_that_cannot_be_are_refused(low: int | None, high: int) -> None:
    """At least may not exceed at most, and neither is below nought."""
    with pytest.raises(ValueError, match="do not run upwards"):
        Leavers(low, high)


def test_rows_that_cannot_be_are_refused() -> None:
    """A row of nobody and an age band upside down are slips."""
    with pytest.raises(ValueError, match="at least one person"):
        ServiceRow(30, 35, 4, 1, 0)
    with pytest.raises(ValueError, match="do not run upwards"):
        ServiceRow(35, 30, 4, 1, 1)
