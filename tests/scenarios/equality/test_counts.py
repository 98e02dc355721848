"""People behind printed shares, and how the affected compare with the department."""

from fractions import Fraction

import pytest

from scenarios.equality.counts import compared, could_be_of, fits, people_behind, rest, stated_people
from scenarios.schema.equality import EqualityCount
from scenarios.schema.figure import Figure
from tests.scenarios.library.shipped import shipped


@pytest.mark.parametrize(("share", "people", "count"), [(3600, 14, 5), (5700, 14, 8), (7100, 14, 10), (3600, 13, None)])
def test_a_share_fits_only_some_numbers(share: int, people: int, count: int | None) -> None:
    """5 of 14 is 35.7 %, printed 36 %; 5 of 13 is 38 % and 4 of 13 is 31 %."""
    assert fits(share, people) == count


def test_the_published_shares_fit_fourteen_people_and_no_other_number_below_28() -> None:
    """36, 57 and 71 % of the same people: 14, and each share alone would fit fewer."""
    shares = [3600, 5700, 7100]
    assert [n for n in range(1, 28) if all(fits(share, n) is not None for share in shares)] == [14]
    table = shipped("wandsworth-2015").sealed.equality
    assert [n for n in range(1, 28) if could_be_of(table, n)] == [14]
    assert people_behind([(share, None) for share in shares]) == 14
    assert people_behind([(3600, None)]) == 11


def test_nobody_and_everybody_tell_nothing() -> None:
    """0 % and 100 % fit every number, and shares that no small number gives leave it unknown."""
    assert people_behind([(0, None), (10_000, None)]) is None
    assert people_behind([(1, None), (9999, None)]) is None


def test_a_count_beside_its_share_tells_how_many_there_are() -> None:
    """50 % fits two people; 30 of them are 50 % of 60; and all of 25 are 100 %."""
    assert people_behind([(5000, None)]) == 2
    assert people_behind([(5000, 30)]) == 60
    assert people_behind([(10_000, 25)]) == 25


def test_the_shipped_table_in_counts_and_ratios() -> None:
    """Eight women, five of black and minority ethnic staff, ten of 55 or under, nobody recorded as disabled."""
    people, rows = compared(shipped("wandsworth-2015").sealed.equality)
    assert people == 14
    assert {row.value: row.people for row in rows} == {
        "55 or under": 10,
        "Black and minority ethnic": 5,
        "Female": 8,
        "Recorded as disabled": 0,
    }
    by_value = {row.value: row for row in rows}
    men, older = rest(by_value["Female"], 14), rest(by_value["55 or under"], 14)
    assert (men.people, men.ratio, older.people, older.ratio) == (6, Fraction(43_00, 22_50), 4, Fraction(29_00, 21_60))


def test_a_printed_count_goes_before_one_worked_out_and_what_is_missing_stays_unknown() -> None:
    """Counts as given; a row without a share has no ratio; rows of one staff group are no part of the whole."""
    rows = (
        EqualityCount(characteristic="Sex", value="Female", people=Figure(value=3)),
        EqualityCount(characteristic="Sex", value="Male", people=Figure(value=9), group="Officer"),
        EqualityCount(characteristic="Work", value="Part-time", share_basis_points=Figure(value=5000)),
    )
    people, found = compared(rows)
    assert people == 2
    assert [(row.value, row.people, row.ratio) for row in found] == [("Female", 3, None), ("Part-time", 1, None)]
    assert rest(found[0], 5).share_basis_points is None


def test_counts_with_the_number_of_all_people_need_no_share() -> None:
    """12 of 40 are 30 %, 3 of 40 are 7.5 %, printed 8 % and twice the department's 4 %; one row states the 40."""
    rows = (
        EqualityCount(characteristic="Sex", value="Female", people=Figure(value=12), all_people=Figure(value=40)),
        EqualityCount(
            characteristic="Disability",
            value="Recorded as disabled",
            people=Figure(value=3),
            compared_basis_points=Figure(value=400),
        ),
        EqualityCount(characteristic="Age", value="55 or under", share_basis_points=Figure(value=7500)),
        EqualityCount(characteristic="Age", value="over 70", share_basis_points=Figure(value=1111)),
        EqualityCount(characteristic="Sex", value="Female", group="Officer", all_people=Figure(value=7)),
    )
    people, found = compared(rows)
    assert people == stated_people(rows) == 40
    assert {row.value: (row.people, row.share_basis_points) for row in found} == {
        "Female": (12, 3000),
        "Recorded as disabled": (3, 800),
        "55 or under": (30, 7500),
        "over 70": (None, 1111),
    }
    assert {row.value: row.ratio for row in found}["Recorded as disabled"] == 2
    assert (could_be_of(rows, 40), could_be_of(rows, 4)) == (True, False)


def test_nobody_at_all_has_no_shares() -> None:
    """Of no people there is no share, and a share of none is no count."""
    rows = (
        EqualityCount(characteristic="Sex", value="Female", people=Figure(value=0), all_people=Figure(value=0)),
        EqualityCount(characteristic="Sex", value="Male", share_basis_points=Figure(value=5000)),
    )
    people, found = compared(rows)
    assert people == 0
    assert [(row.people, row.share_basis_points) for row in found] == [(0, None), (None, 5000)]
