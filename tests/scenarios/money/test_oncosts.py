"""What a person's post costs the employer."""

from datetime import date
from fractions import Fraction

import pytest

from scenarios.money.oncosts import EmployerTerms, PersonPay, annual_ni_pence, employer_cost
from scenarios.money.rate import Rate, UnknownRate
from scenarios.money.rate_book import SHIPPED
from scenarios.money.years import FinancialYear, Months

NO_PENSION = EmployerTerms(pension_basis_points=0)


def test_the_parts_of_a_cost_by_hand() -> None:
    """20,000 pounds in 2025/26 with 20 % pension and levy: 20,000 + 2,250 + 4,000 + 100."""
    terms = EmployerTerms(pension_basis_points=2_000, levy=True)
    cost = employer_cost(PersonPay(20_000_00), FinancialYear(2025), terms=terms)
    assert (cost.pay_pence, cost.ni_pence) == (20_000_00, 2_250_00)
    assert (cost.pension_pence, cost.levy_pence) == (4_000_00, 100_00)
    assert cost.exact_pence == cost.pence == 26_350_00


def test_pay_at_or_below_the_threshold_bears_no_insurance() -> None:
    """At 5,000 pounds in 2025/26 nothing is due, one pound more bears 15 pence."""
    year = FinancialYear(2025)
    assert employer_cost(PersonPay(5_000_00), year, terms=NO_PENSION).ni_pence == 0
    assert employer_cost(PersonPay(4_000_00), year, terms=NO_PENSION).ni_pence == 0
    assert employer_cost(PersonPay(5_001_00), year, terms=NO_PENSION).ni_pence == 15


def test_the_threshold_is_taken_off_after_hours() -> None:
    """Half of 20,000 pounds bears 15 % of 5,000, not half of 15 % of 15,000."""
    half = employer_cost(PersonPay(20_000_00, 500), FinancialYear(2025), terms=NO_PENSION)
    assert half.pay_pence == 10_000_00
    assert half.ni_pence == 750_00


def test_2022_is_weighed_by_the_months_of_each_rate() -> None:
    """Seven months at 15.05 % and five at 13.8 % of 10,000 pounds above the threshold."""
    year = FinancialYear(2022)
    person = PersonPay(19_100_00)
    whole = employer_cost(person, year, terms=NO_PENSION)
    by_hand = Fraction(7 * 1505 + 5 * 1380, 12 * 10_000) * 10_000_00
    assert whole.ni_pence == by_hand
    # the blend often quoted for a whole year is this figure to two places
    assert round(float(whole.ni_pence / 10_000_00 * 100), 2) == 14.53
    spring = employer_cost(person, year, terms=NO_PENSION, months=Months(0, 7))
    winter = employer_cost(person, year, terms=NO_PENSION, months=Months(7, 5))
    assert spring.ni_pence == Fraction(1_505_00 * 7, 12)
    assert winter.ni_pence == Fraction(1_380_00 * 5, 12)
    assert spring.exact_pence + winter.exact_pence == whole.exact_pence


def test_april_takes_the_rates_of_the_new_tax_year() -> None:
    """April 2025 is paid on the 30th, after the change of 6 April; March 2025 is not."""
    person = PersonPay(29_100_00)
    march = employer_cost(person, FinancialYear(2024), terms=NO_PENSION, months=Months(11, 1))
    april = employer_cost(person, FinancialYear(2025), terms=NO_PENSION, months=Months(0, 1))
    assert march.ni_pence == Fraction(20_000_00 * 138, 12_000)
    assert april.ni_pence == Fraction(24_100_00 * 15, 1_200)


def test_no_months_cost_nothing_and_need_no_rates() -> None:
    """A post that has not begun costs nought, also in a year without rates."""
    cost = employer_cost(PersonPay(20_000_00), FinancialYear(2030), terms=NO_PENSION, months=Months(0, 0))
    assert cost.pence == 0


@pytest.mark.parametrize(
    ("pay_pence", "ni_pence"),
    [
        (5_000_00, 0),
        # 3.4 % of 6,956 - 5,772, nothing due below the threshold of 7,956
        (6_956_00, Fraction(-40_256, 10)),
        # 13.8 % of 2,044 less 3.4 % of 4,228: 282.072 - 143.752 pounds
        (10_000_00, 138_32),
        # above the slice the rebate stays at 3.4 % of 34,268
        (50_000_00, Fraction(138 * 42_044_00, 1_000) - Fraction(34 * 34_268_00, 1_000)),
    ],
)
def test_contracted_out_insurance_in_2014(pay_pence: int, ni_pence: Fraction) -> None:
    """The rebate covers pay from 5,772 to 40,040 pounds and no more."""
    assert annual_ni_pence(pay_pence, date(2014, 5, 1), contracted_out=True) == ni_pence


@pytest.mark.parametrize("start_year", [2012, 2028])
def test_a_year_without_rates_is_refused(start_year: int) -> None:
    """Neither 2012/13 nor 2028/29 is held."""
    with pytest.raises(UnknownRate):
        employer_cost(PersonPay(20_000_00), FinancialYear(start_year), terms=NO_PENSION)


@pytest.mark.parametrize("start_year", [2013, 2015, 2016])
def test_contracting_out_is_known_for_one_year_only(start_year: int) -> None:
    """2014/15 is held; the years beside it and after the scheme's end are refused."""
    terms = EmployerTerms(pension_basis_points=0, contracted_out=True)
    person = PersonPay(20_000_00)
    assert employer_cost(person, FinancialYear(2014), terms=terms).ni_pence > 0
    with pytest.raises(UnknownRate, match="without contracting out"):
        employer_cost(person, FinancialYear(start_year), terms=terms)


def test_the_levy_is_refused_before_it_began() -> None:
    """2016/17 had no levy; asking for it is a slip, not nought."""
    terms = EmployerTerms(pension_basis_points=0, levy=True)
    with pytest.raises(UnknownRate, match="apprenticeship_levy"):
        employer_cost(PersonPay(20_000_00), FinancialYear(2016), terms=terms)


def test_an_assumed_rate_is_used_when_it_is_given() -> None:
    """A planner who assumes rates for 2028/29 gets that year costed."""
    assumed = [
        Rate("employer_ni_threshold", "uk", date(2028, 4, 6), None, 600000, "pence", "me", "assumed"),
        Rate("employer_ni_rate", "uk", date(2028, 4, 6), None, 1000, "basis_points", "me", "assumed"),
    ]
    cost = employer_cost(
        PersonPay(16_000_00),
        FinancialYear(2028),
        terms=NO_PENSION,
        book=SHIPPED.with_rates(assumed),
    )
    assert cost.ni_pence == 1_000_00


def test_a_half_penny_is_rounded_once_at_the_end() -> None:
    """Pay of 1 p with 50 % pension is 1.5 p: 2 p, with the exact figure kept."""
    cost = employer_cost(PersonPay(1), FinancialYear(2025), terms=EmployerTerms(5_000))
    assert (cost.exact_pence, cost.pence) == (Fraction(3, 2), 2)


@pytest.mark.parametrize(("pay", "fte"), [(-1, 1_000), (1, 0), (1, 1_001)])
def test_a_person_who_cannot_be_is_refused(pay: int, fte: int) -> None:
    """Pay below nought, no hours, and more than one FTE for one person are refused."""
    with pytest.raises(ValueError, match=r"below nought|thousandths"):
        PersonPay(pay, fte)


@pytest.mark.parametrize("basis_points", [-1, 10_001])
def test_a_pension_rate_off_the_scale_is_refused(basis_points: int) -> None:
    """22 % is 2,200 basis points; a rate above the whole of pay is a slip."""
    with pytest.raises(ValueError, match="basis points"):
        EmployerTerms(basis_points)


def test_the_first_values_that_make_sense_are_taken() -> None:
    """Pay of nought, a thousandth of FTE, and a pension of all the pay are possible."""
    assert PersonPay(0).earned_pence == 0
    person = PersonPay(1_000, 1)
    cost = employer_cost(person, FinancialYear(2025), terms=EmployerTerms(10_000))
    assert cost.exact_pence == 2
