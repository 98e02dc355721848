"""Statutory redundancy pay, an authority's package and the NHS formula."""

from datetime import date
from fractions import Fraction

import pytest

from scenarios.money.nhs_redundancy import nhs_package_pence
from scenarios.money.rate import UnknownRate
from scenarios.money.redundancy import (
    Service,
    SeverancePolicy,
    capped_weekly_pay_pence,
    package,
    reaches_top_tier,
    statutory_weeks,
    weekly_pay_pence,
)

DAY = date(2021, 3, 31)  # cap 538 pounds
TWICE = SeverancePolicy(multiplier=Fraction(2), use_actual_pay=True, ceiling_weeks=60)


@pytest.mark.parametrize(
    ("age", "weeks"),
    [(21, Fraction(1)), (22, 1), (23, Fraction(3, 2)), (24, 2), (41, 2), (42, Fraction(5, 2))],
)
def test_two_years_of_service_at_each_edge_of_the_ages(age: int, weeks: Fraction) -> None:
    """The rate changes with the year that ends at 23 and with the one that ends at 42."""
    assert statutory_weeks(Service(age, 2), on=DAY) == weeks


def test_only_the_last_twenty_years_count() -> None:
    """A twenty-first year, long ago, adds nothing."""
    assert statutory_weeks(Service(50, 21), on=DAY) == statutory_weeks(Service(50, 20), on=DAY)
    assert statutory_weeks(Service(50, 20), on=DAY) > statutory_weeks(Service(50, 19), on=DAY)


def test_a_week_s_pay_is_the_year_s_over_its_weeks() -> None:
    """36,500 pounds a year is 700 pounds a week exactly; the cap binds above it."""
    assert weekly_pay_pence(36_500_00) == 700_00
    assert capped_weekly_pay_pence(700_00, on=DAY) == 538_00
    assert capped_weekly_pay_pence(500_00, on=DAY) == 500_00


def test_a_package_includes_the_statutory_sum() -> None:
    """Ten years to 40: 10 weeks; twice at 700 is 14,000, of which 5,380 is the statute's."""
    paid = package(Service(40, 10), 700_00, policy=TWICE, on=DAY)
    assert (paid.statutory_weeks, paid.statutory_pence) == (10, 5_380_00)
    assert (paid.paid_weeks, paid.pence, paid.not_stated) == (20, 14_000_00, ())


def test_a_policy_that_keeps_the_cap_pays_capped_weeks() -> None:
    """The same leaver with the cap on: 20 weeks at 538."""
    capped = SeverancePolicy(multiplier=Fraction(2), use_actual_pay=False, ceiling_weeks=60)
    assert package(Service(40, 10), 700_00, policy=capped, on=DAY).pence == 10_760_00


def test_the_ceiling_cuts_the_weeks_and_the_law_s_ceiling_cuts_the_policy_s() -> None:
    """A ceiling of 15 leaves 15 of 20 weeks; a policy of 200 weeks is held to 104."""
    low = SeverancePolicy(multiplier=Fraction(2), use_actual_pay=True, ceiling_weeks=15)
    assert package(Service(40, 10), 700_00, policy=low, on=DAY).paid_weeks == 15
    wild = SeverancePolicy(multiplier=Fraction(5), use_actual_pay=True, ceiling_weeks=200)
    assert package(Service(61, 20), 700_00, policy=wild, on=DAY).paid_weeks == 104


def test_no_package_is_below_the_statute() -> None:
    """A ceiling of five weeks cannot undercut ten statutory weeks at the cap."""
    mean = SeverancePolicy(multiplier=Fraction(1), use_actual_pay=False, ceiling_weeks=5)
    assert package(Service(40, 10), 700_00, policy=mean, on=DAY).pence == 5_380_00


@pytest.mark.parametrize(
    ("policy", "missing"),
    [
        (SeverancePolicy(), ("multiplier", "actual pay or cap", "ceiling in weeks")),
        (SeverancePolicy(multiplier=Fraction(2), use_actual_pay=True), ("ceiling in weeks",)),
        (SeverancePolicy(multiplier=Fraction(2), ceiling_weeks=30), ("actual pay or cap",)),
        (SeverancePolicy(use_actual_pay=False, ceiling_weeks=30), ("multiplier",)),
    ],
)
def test_a_policy_not_stated_gives_no_package(policy: SeverancePolicy, missing: tuple[str, ...]) -> None:
    """The statutory sum is known, the package is None and says what is missing."""
    paid = package(Service(40, 10), 700_00, policy=policy, on=DAY)
    assert (paid.statutory_pence, paid.paid_weeks, paid.pence) == (5_380_00, None, None)
    assert paid.not_stated == missing


def test_the_cap_is_the_one_of_the_day_of_dismissal() -> None:
    """A week later the same leaver falls under the next cap; a day without a cap is refused."""
    later = package(Service(40, 10), 700_00, policy=TWICE, on=date(2021, 4, 6))
    assert later.statutory_pence == 5_440_00
    with pytest.raises(UnknownRate, match="redundancy_weekly_cap"):
        package(Service(40, 10), 700_00, policy=TWICE, on=date(2027, 4, 6))


@pytest.mark.parametrize(("age", "years"), [(40, -1), (10, 11)])
def test_service_that_does_not_fit_the_age_is_refused(age: int, years: int) -> None:
    """Nobody has served longer than they have lived."""
    with pytest.raises(ValueError, match="do not fit"):
        Service(age, years)


def test_a_policy_that_cannot_be_is_refused() -> None:
    """A multiplier below one and a ceiling of no weeks are slips."""
    with pytest.raises(ValueError, match="below one"):
        SeverancePolicy(multiplier=Fraction(9, 10))
    with pytest.raises(ValueError, match="above nought"):
        SeverancePolicy(ceiling_weeks=0)


@pytest.mark.parametrize(
    ("parts", "reached"),
    [
        ((60_000_00, 40_000_00), True),
        ((60_000_00, 39_999_99), False),
        ((100_000_00, None), True),
        ((60_000_00, None), None),
        ((), False),
    ],
)
def test_the_sum_that_goes_to_the_top_tier(
    parts: tuple[int | None, ...],
    reached: bool | None,  # noqa: FBT001 - a table's column
) -> None:
    """100,000 pounds reaches it, a penny less does not, and an unknown part may."""
    assert reaches_top_tier(parts, on=date(2022, 5, 12)) is reached


def test_an_authority_s_own_threshold_needs_no_guidance() -> None:
    """Before May 2022 only the authority's own figure can be used."""
    assert reaches_top_tier((50_000_00,), on=date(2015, 6, 1), threshold_pence=50_000_00) is True
    with pytest.raises(UnknownRate, match="severance_top_tier"):
        reaches_top_tier((50_000_00,), on=date(2022, 5, 11))


NHS_DAY = date(2015, 4, 1)


@pytest.mark.parametrize(("years", "months"), [(0, 0), (1, 0), (2, 2), (24, 24), (25, 24)])
def test_nhs_terms_pay_a_month_a_year_from_two_to_twenty_four(years: int, months: int) -> None:
    """36,000 pounds a year is 3,000 a month."""
    assert nhs_package_pence(36_000_00, years, on=NHS_DAY) == 3_000_00 * months


def test_nhs_terms_take_the_greater_month() -> None:
    """4.35 weeks of 700 pounds is 3,045 a month, more than a twelfth of 36,000."""
    assert nhs_package_pence(36_000_00, 2, on=NHS_DAY, week_pence=700_00) == 6_090_00
    assert nhs_package_pence(36_000_00, 2, on=NHS_DAY, week_pence=600_00) == 6_000_00


def test_nhs_terms_hold_the_month_between_floor_and_cap() -> None:
    """Below 23,000 and above 80,000 pounds the year's pay no longer matters, nor does the week's."""
    assert nhs_package_pence(1_00, 12, on=NHS_DAY) == 23_000_00
    assert nhs_package_pence(80_001_00, 12, on=NHS_DAY) == 80_000_00
    assert nhs_package_pence(80_000_00, 12, on=NHS_DAY, week_pence=9_000_00) == 80_000_00


def test_nhs_terms_refuse_what_cannot_be() -> None:
    """Years or pay below nought, and a day before the terms."""
    for pay, years in ((-1, 5), (1, -5)):
        with pytest.raises(ValueError, match="below nought"):
            nhs_package_pence(pay, years, on=NHS_DAY)
    with pytest.raises(UnknownRate):
        nhs_package_pence(1_00, 5, on=date(2015, 3, 31))


def test_less_than_two_years_of_service_earn_nothing() -> None:
    """One complete year is no right to redundancy pay."""
    assert statutory_weeks(Service(50, 1), on=DAY) == 0
    assert package(Service(50, 1), 700_00, policy=TWICE, on=DAY).pence == 0


def test_the_first_values_that_make_sense_are_taken() -> None:
    """No complete year, a ceiling of one week and a multiplier of one are all possible."""
    assert statutory_weeks(Service(40, 0), on=DAY) == 0
    least = SeverancePolicy(multiplier=Fraction(1), use_actual_pay=True, ceiling_weeks=1)
    assert package(Service(40, 10), 700_00, policy=least, on=DAY).paid_weeks == 1


def test_nhs_terms_hold_the_floor_for_pay_of_nought() -> None:
    """Pay of nought is possible: the floor applies."""
    assert nhs_package_pence(0, 12, on=NHS_DAY) == 23_000_00
    assert nhs_package_pence(0, 0, on=NHS_DAY) == 0
