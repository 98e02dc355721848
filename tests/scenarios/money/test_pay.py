"""What a grade pays and what a post of it costs."""

from datetime import date
from fractions import Fraction

import pytest

from scenarios.money.pay import (
    AllInCost,
    Convention,
    Holder,
    PayScale,
    PrintedTotal,
    SpineGrade,
    UnknownActualPay,
    annual_pay,
    cost_per_fte,
    post_cost_pence,
)
from scenarios.money.rate import UnknownRate

DAY = date(2025, 6, 1)
ODD = SpineGrade("njc-2019", 22, 26)
EVEN = SpineGrade("njc-2019", 22, 25)
SCALE = PayScale(48_682_00, 55_001_01)


@pytest.mark.parametrize(
    ("grade", "convention", "pence"),
    [
        (ODD, "bottom", 33_699_00),
        (ODD, "mid", 35_412_00),
        (ODD, "top", 37_280_00),
        (EVEN, "mid", (34_434_00 + 35_412_00) // 2),
        (SCALE, "bottom", 48_682_00),
        (SCALE, "mid", Fraction(103_683_01, 2)),
        (SCALE, "top", 55_001_01),
    ],
)
def test_the_part_of_the_scale_that_is_costed(grade: SpineGrade | PayScale, convention: Convention, pence: int) -> None:
    """Bottom, middle and top of a spine grade and of a scale in pence."""
    assert annual_pay(grade, convention, on=DAY) == pence


def test_the_same_point_of_the_other_spine_is_other_pay() -> None:
    """Point 24 paid 22,401 pounds on the old spine in 2018 and 27,905 on the new in 2019."""
    old = SpineGrade("njc-2009", 24, 24)
    new = SpineGrade("njc-2019", 24, 24)
    assert annual_pay(old, "top", on=date(2018, 4, 1)) == 22_401_00
    assert annual_pay(new, "top", on=date(2019, 4, 1)) == 27_905_00
    with pytest.raises(UnknownRate):
        annual_pay(old, "top", on=date(2019, 4, 1))


def test_a_filled_post_at_the_holder_s_own_pay() -> None:
    """The point given, or the pence given, whichever the planner has; pence win."""
    assert annual_pay(ODD, "actual", on=DAY, holder=Holder(filled=True, point=23)) == 34_434_00
    paid = Holder(filled=True, point=23, pay_pence=34_000_00)
    assert annual_pay(ODD, "actual", on=DAY, holder=paid) == 34_000_00
    assert annual_pay(SCALE, "actual", on=DAY, holder=paid) == 34_000_00


def test_bottom_for_vacancies_and_actual_for_filled() -> None:
    """One convention, two figures, by whether somebody sits in the post."""
    vacant = annual_pay(ODD, "bottom_for_vacancies", on=DAY, holder=Holder(filled=False))
    filled = annual_pay(ODD, "bottom_for_vacancies", on=DAY, holder=Holder(filled=True, point=25))
    assert (vacant, filled) == (33_699_00, 36_363_00)


@pytest.mark.parametrize(
    ("grade", "convention", "holder"),
    [
        (ODD, "actual", None),
        (ODD, "actual", Holder(filled=False, point=23)),
        (ODD, "actual", Holder(filled=True)),
        (ODD, "bottom_for_vacancies", None),
        (ODD, "bottom_for_vacancies", Holder(filled=True)),
        (SCALE, "actual", Holder(filled=True, point=23)),
    ],
)
def test_own_pay_that_is_not_given_is_refused(
    grade: SpineGrade | PayScale, convention: Convention, holder: Holder | None
) -> None:
    """The top is never put in for a holder's unknown pay."""
    with pytest.raises(UnknownActualPay):
        annual_pay(grade, convention, on=DAY, holder=holder)


@pytest.mark.parametrize("point", [21, 27])
def test_a_holder_off_the_grade_is_refused(point: int) -> None:
    """Points 22 to 26 hold neither 21 nor 27."""
    with pytest.raises(ValueError, match="is not on the grade, 22 to 26 of njc-2019"):
        annual_pay(ODD, "actual", on=DAY, holder=Holder(filled=True, point=point))


def test_the_cost_of_one_fte_is_exact() -> None:
    """449,000 pounds for 15 FTE is 29,933 and a third; an all-in cost is itself."""
    assert cost_per_fte(PrintedTotal(449_000_00, 15_000)) == Fraction(44_900_000, 15)
    assert cost_per_fte(PrintedTotal(76_500_00, 1_500)) == 51_000_00
    assert cost_per_fte(AllInCost(20_000_00)) == 20_000_00


def test_a_post_s_cost_is_rounded_to_the_penny() -> None:
    """A third of a penny goes down, a half goes up, and the whole line comes out as printed."""
    per_fte = cost_per_fte(PrintedTotal(449_000_00, 15_000))
    assert post_cost_pence(per_fte, 1_000) == 29_933_33
    assert post_cost_pence(per_fte, 15_000) == 449_000_00
    assert post_cost_pence(1, 500) == 1
    assert post_cost_pence(1, 499) == 0


def test_grades_that_cannot_be_are_refused() -> None:
    """Upside-down points and scales, costs below nought, and totals for no FTE are refused."""
    with pytest.raises(ValueError, match="26 to 22"):
        SpineGrade("njc-2019", 26, 22)
    with pytest.raises(ValueError, match="0 to 2"):
        SpineGrade("njc-2019", 0, 2)
    for bottom, top in ((0, 5), (6, 5)):
        with pytest.raises(ValueError, match="from its bottom to its top"):
            PayScale(bottom, top)
    with pytest.raises(ValueError, match="below nought"):
        AllInCost(-1)
    for total, fte in ((-1, 1_000), (1, 0)):
        with pytest.raises(ValueError, match="above nought"):
            PrintedTotal(total, fte)


@pytest.mark.parametrize("point", [22, 26])
def test_both_ends_of_a_grade_are_on_it(point: int) -> None:
    """A holder may be at the bottom or at the top."""
    one = SpineGrade("njc-2019", point, point)
    found = annual_pay(ODD, "actual", on=DAY, holder=Holder(filled=True, point=point))
    assert found == annual_pay(one, "mid", on=DAY)


def test_the_first_values_that_make_sense_are_taken() -> None:
    """Point 1, a scale of a penny, and posts that cost nothing or next to nothing are possible."""
    assert SpineGrade("njc-2019", 1, 1).top_point == 1
    assert annual_pay(PayScale(1, 1), "mid", on=DAY) == 1
    assert cost_per_fte(AllInCost(0)) == 0
    assert cost_per_fte(PrintedTotal(0, 1)) == 0
