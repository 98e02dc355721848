"""The worked examples that money, dates and law must reproduce, each by its number.

Sources: official calculators, council papers and the five real reports, as the domain notes list
them. Change this when a source is corrected; never to make a formula pass.
"""

from datetime import date
from fractions import Fraction

import pytest

from scenarios.money.consultation import Counted, section_188
from scenarios.money.ledger import Ledger, Line, difference
from scenarios.money.nhs_redundancy import nhs_package_pence
from scenarios.money.oncosts import EmployerTerms, PersonPay, annual_ni_pence, employer_cost
from scenarios.money.part_year import by_year, part_year_pence
from scenarios.money.pay import (
    PrintedTotal,
    SpineGrade,
    annual_pay,
    cost_per_fte,
    post_cost_pence,
)
from scenarios.money.payback import PaysBack, payback
from scenarios.money.pence import round_half_up, round_to_pound
from scenarios.money.protection import protected_pence
from scenarios.money.rate_book import SHIPPED
from scenarios.money.redundancy import (
    Service,
    SeverancePolicy,
    package,
    statutory_weeks,
    weekly_pay_pence,
)
from scenarios.money.saving import SavingPart, saving_by_source
from scenarios.money.years import FinancialYear

DAY = date(2012, 6, 1)  # cap 430 pounds


@pytest.mark.parametrize(
    ("age", "years", "weeks"),
    [
        (48, 14, "17.5"),
        (42, 22, "20.5"),
        (26, 11, "7.5"),
        (32, 11, "10.5"),
        (34, 15, "13.5"),
        (40, 20, "19"),
        (18, 3, "1.5"),
        (45, 12, "14"),
        (41, 4, "4"),
    ],
)
def test_vector_1_statutory_weeks_of_the_official_calculator(age: int, years: int, weeks: str) -> None:
    """Vector 1: the calculator's own nine examples."""
    assert statutory_weeks(Service(age, years), on=DAY) == Fraction(weeks)


@pytest.mark.parametrize(("age", "years", "weeks"), [(61, 20, "30"), (60, 20, "29.5"), (50, 1, "0")])
def test_vector_2_most_and_fewest_weeks(age: int, years: int, weeks: str) -> None:
    """Vector 2: thirty weeks need twenty years at 41 or over; one year earns none."""
    assert statutory_weeks(Service(age, years), on=DAY) == Fraction(weeks)


def test_vector_3_the_cap_binds() -> None:
    """Vector 3: 42 with 22 years at a cap of 430 pounds is 8,815."""
    paid = package(Service(42, 22), 900_00, policy=SeverancePolicy(), on=DAY)
    assert paid.statutory_pence == 8_815_00


def test_vector_4_a_multiple_at_actual_pay() -> None:
    """Vector 4: 20 weeks times 1.75 at 700 pounds uncapped is 24,500."""
    policy = SeverancePolicy(multiplier=Fraction("1.75"), use_actual_pay=True, ceiling_weeks=104)
    twenty_weeks = Service(51, 15)  # 10 years from 42 at 1.5 and 5 at one
    assert statutory_weeks(twenty_weeks, on=DAY) == 20
    assert package(twenty_weeks, 700_00, policy=policy, on=DAY).pence == 24_500_00


def test_vector_5_the_ceiling_of_two_years_pay() -> None:
    """Vector 5: 30 weeks times four is held to 104 weeks."""
    policy = SeverancePolicy(multiplier=Fraction(4), use_actual_pay=True, ceiling_weeks=104)
    assert package(Service(61, 20), 700_00, policy=policy, on=DAY).paid_weeks == 104


@pytest.mark.parametrize(
    ("pay", "years", "pounds"),
    [(45_000_00, 12, 45_000), (100_000_00, 30, 160_000), (18_000_00, 10, 19_167)],
)
def test_vector_6_nhs_terms(pay: int, years: int, pounds: int) -> None:
    """Vector 6: plain, capped in pay and years, and floored."""
    assert round_to_pound(nhs_package_pence(pay, years, on=date(2021, 1, 1))) == pounds * 100


@pytest.mark.parametrize(
    ("point", "exact", "tenths_of_pounds", "printed"),
    [(39, "46678.47", 466_785, 46_678), (23, "28296.582", 282_966, 28_297)],
)
def test_vector_7_two_posts_of_a_report_of_2019(point: int, exact: str, tenths_of_pounds: int, printed: int) -> None:
    """Vector 7: top of grade at April 2018, 22 % pension: 46,678.5 and 28,296.6."""
    pay = annual_pay(SpineGrade("njc-2009", point, point), "top", on=date(2018, 4, 1))
    cost = employer_cost(PersonPay(pay), FinancialYear(2018), terms=EmployerTerms(2_200))
    assert cost.exact_pence == Fraction(exact) * 100
    assert round_half_up(cost.exact_pence / 10) == tenths_of_pounds
    assert round_to_pound(cost.exact_pence) == printed * 100
    assert cost.pence == round_half_up(Fraction(exact) * 100)


def test_vector_7_fourteen_months_and_the_next_year_s_prices() -> None:
    """The same report: fourteen months of 28,297 are 33,013; a year late is 929 pounds short."""
    assert round_to_pound(part_year_pence(28_297_00, 14)) == 33_013_00
    pay = annual_pay(SpineGrade("njc-2019", 33, 33), "top", on=date(2019, 4, 1))
    cost = employer_cost(PersonPay(pay), FinancialYear(2019), terms=EmployerTerms(2_200))
    assert round_to_pound(cost.exact_pence) == 47_607_00
    assert round_to_pound(cost.exact_pence) - 46_678_00 == 929_00


def test_vector_8_five_months_of_a_saving() -> None:
    """Vector 8: 5/12 of 121,000 is 50,416.67; a start on 26 October leaves those five months."""
    first, second = by_year(121_000_00, starts=date(2015, 10, 26), years=2)
    assert (first.months, first.pence) == (5, 50_416_67)
    assert first.exact_pence == Fraction(121_000_00 * 5, 12)
    assert (second.year.label, second.pence) == ("2016/17", 121_000_00)


def test_vector_9_contracted_out_pay_of_2014() -> None:
    """Vector 9: 40,254 pounds, NI 3,292, pension 18.5 %: 50,993."""
    by_hand = Fraction("0.104") * 32_084_00 + Fraction("0.138") * 214_00 - Fraction("0.034") * 2_184_00
    ni = annual_ni_pence(40_254_00, date(2014, 4, 30), contracted_out=True)
    assert ni == by_hand
    assert round_to_pound(ni) == 3_292_00
    terms = EmployerTerms(pension_basis_points=1_850, contracted_out=True)
    cost = employer_cost(PersonPay(40_254_00), FinancialYear(2014), terms=terms)
    assert round_to_pound(cost.exact_pence) == 50_993_00


def team(*rows: tuple[str, int, int]) -> Ledger:
    """Make the lines of a team: role, thousandths of FTE, pounds."""
    return Ledger(
        tuple(
            Line(
                what=role,
                role=role,
                milli_fte=fte,
                pence=pounds * 100,
                source="report of 2014",
                basis="published",
            )
            for role, fte, pounds in rows
        )
    )


TODAY = team(("Manager", 1_500, 76_500), ("Organiser", 15_000, 449_000), ("Support", 10_500, 210_000))
PROPOSED = team(("Manager", 1_000, 51_000), ("Officer", 6_000, 218_000), ("Support", 4_000, 80_000))
SETS = {"Organiser": "Officers", "Officer": "Officers"}


def test_vector_10_one_grade_moves_the_saving() -> None:
    """Vector 10: 386,500 at the dearer grade, 424,900 with officers at the organisers' cost."""
    assert TODAY.total().pence == 735_500_00
    assert PROPOSED.total().pence == 349_000_00
    assert difference(TODAY, PROPOSED).saving_pence == 386_500_00
    per_fte = cost_per_fte(PrintedTotal(449_000_00, 15_000))
    officers = post_cost_pence(per_fte, 6_000)
    assert officers == 179_600_00
    cheaper = team(("Manager", 1_000, 51_000), ("Officer", 6_000, 179_600), ("Support", 4_000, 80_000))
    assert difference(TODAY, cheaper).saving_pence == 424_900_00


def test_vector_10_by_source() -> None:
    """The same saving is 25,500 + 269,400 - 38,400 + 130,000."""
    saving = saving_by_source(TODAY, PROPOSED, sources=SETS)
    assert saving.parts == (
        SavingPart("Manager", "posts", 25_500_00),
        SavingPart("Officers", "posts", 269_400_00),
        SavingPart("Officers", "unit_cost", -38_400_00),
        SavingPart("Support", "posts", 130_000_00),
    )
    assert saving.pence == 386_500_00


@pytest.mark.parametrize(("people", "days"), [(20, 30), (100, 45), (19, 0)])
def test_vector_11_days_of_consultation(people: int, days: int) -> None:
    """Vector 11: 30 days, 45 days, none."""
    assert section_188(people, proposed_on=date(2021, 3, 25)).least_days == days


def test_vector_12_redeployment_by_dismissal_counts() -> None:
    """Vector 12: 17 redundant and 5 redeployed are 22, so 30 days."""
    counted = Counted(redundant=17, redeployed_by_dismissal=5)
    assert counted.people == 22
    assert section_188(counted.people, proposed_on=date(2021, 3, 25)).least_days == 30
    assert not section_188(counted.redundant, proposed_on=date(2021, 3, 25)).applies


def test_vector_13_two_half_timers_and_one_full_timer() -> None:
    """Vector 13: in 2025/26 the two halves cost 750 pounds less, all of it NI."""
    year, terms = FinancialYear(2025), EmployerTerms(2_000)
    whole = employer_cost(PersonPay(30_000_00), year, terms=terms)
    half = employer_cost(PersonPay(30_000_00, 500), year, terms=terms)
    assert whole.ni_pence - 2 * half.ni_pence == 750_00
    assert whole.exact_pence - 2 * half.exact_pence == 750_00


def test_vector_14_posts_deleted_are_not_people() -> None:
    """Vector 14: 20 posts less 6 vacant leave at most 14 people, too few for the statute."""
    posts, vacant = 20, 6
    at_risk_at_most = Counted(redundant=posts - vacant)
    assert at_risk_at_most.people == 14
    assert not section_188(at_risk_at_most.people, proposed_on=date(2015, 6, 4)).applies
    assert section_188(posts, proposed_on=date(2015, 6, 4)).applies


def test_vector_15_protection_held_to_a_share_of_old_pay() -> None:
    """Vector 15: from 40,000 to 27,000 the shortfall is 13,000, the limit of 30 % is 12,000."""
    shortfall = protected_pence(40_000_00, 27_000_00, share_basis_points=10_000, limit_basis_points=None)
    held = protected_pence(40_000_00, 27_000_00, share_basis_points=10_000, limit_basis_points=3_000)
    assert (shortfall, held) == (13_000_00, 12_000_00)


def test_vector_16_a_ceiling_from_its_parts() -> None:
    """Vector 16: 489,400 + 445,700 + 40,000 - 47,100 - 54,000 is 874,000 pounds."""
    ledger = team(
        ("first cost centre", 0, 489_400),
        ("second cost centre", 0, 445_700),
        ("part of a third", 0, 40_000),
        ("post that returns", 0, -47_100),
        ("two posts that move", 0, -54_000),
    )
    assert ledger.total().pence == 874_000_00
    assert post_cost_pence(cost_per_fte(PrintedTotal(874_000_00, 16_000)), 1_000) == 54_625_00


@pytest.mark.parametrize(("point", "pounds"), [(2, 24_413), (22, 33_699), (33, 44_075), (43, 54_495)])
def test_vector_18_points_of_2025(point: int, pounds: int) -> None:
    """Vector 18: four points of the spine at 1 April 2025."""
    pay = annual_pay(SpineGrade("njc-2019", point, point), "bottom", on=date(2025, 4, 1))
    assert pay == pounds * 100


def test_vector_19_what_changed_on_6_april_2026() -> None:
    """Vector 19: a cap of 751 pounds and awards of up to 180 days."""
    day = date(2026, 4, 6)
    assert SHIPPED.find("redundancy_weekly_cap", "great_britain", on=day).value == 751_00
    assert SHIPPED.find("protective_award", "great_britain", on=day).value == 180


def test_vector_20_the_only_headcount_that_fits_the_shares() -> None:
    """Vector 20: below 28 only 14 people give 36, 57 and 71 %: 5, 8 and 10 of them."""

    def counts(people: int) -> list[int | None]:
        return [
            next((k for k in range(people + 1) if round_half_up(Fraction(100 * k, people)) == share), None)
            for share in (36, 57, 71)
        ]

    fitting = {people: counts(people) for people in range(1, 28) if None not in counts(people)}
    assert fitting == {14: [5, 8, 10]}


def test_payback_of_the_report_of_2015() -> None:
    """Severance of 120,000 against 121,000 a year pays back in 0.99 years."""
    found = payback(120_000_00, 121_000_00)
    assert isinstance(found, PaysBack)
    assert round_half_up(found.years * 100) == 99


@pytest.mark.parametrize(
    ("on", "most_pounds"),
    [
        (date(2012, 1, 1), 12_900),
        (date(2013, 2, 1), 13_500),
        (date(2014, 4, 6), 13_920),
        (date(2015, 4, 6), 14_250),
        (date(2016, 4, 6), 14_370),
        (date(2017, 4, 6), 14_670),
        (date(2018, 4, 6), 15_240),
        (date(2019, 4, 6), 15_750),
        (date(2020, 4, 6), 16_140),
        (date(2021, 4, 6), 16_320),
        (date(2022, 4, 6), 17_130),
        (date(2023, 4, 6), 19_290),
        (date(2024, 4, 6), 21_000),
        (date(2025, 4, 6), 21_570),
        (date(2026, 4, 6), 22_530),
    ],
)
def test_the_most_statutory_pay_by_day(on: date, most_pounds: int) -> None:
    """Thirty weeks at each cap are the published maxima."""
    week = weekly_pay_pence(100_000_00)
    paid = package(Service(64, 30), week, policy=SeverancePolicy(), on=on)
    assert paid.statutory_pence == most_pounds * 100
