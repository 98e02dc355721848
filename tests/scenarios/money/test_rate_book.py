"""The shipped rates, row by row and file by file, and how a rate is looked up."""

import csv
from datetime import date, timedelta
from fractions import Fraction
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise

import pytest

from scenarios.money.pence import round_to_pound
from scenarios.money.rate import Rate, UnknownRate
from scenarios.money.rate_book import COLUMNS, SHIPPED, RateBook, read_rates

FOLDER = files("scenarios.money.rates")
# file: (rows, sum of values, first twelve figures of the SHA-256 of its text)
FILES = {
    "apprenticeship_levy.csv": (1, 50, "261d3f7ab99f"),
    "consultation.csv": (6, 435, "b06dcf6a4b6a"),
    "national_insurance.csv": (20, 15_289_705, "50d60a41411d"),
    "njc_2009.csv": (31, 100_842_000, "6ee577ce70ae"),
    "njc_2019.csv": (298, 960_015_900, "79c0c9574da5"),
    "notice.csv": (13, 78, "2e2f7391eeb1"),
    "redundancy.csv": (27, 21_129_193, "0781f4fbfc1e"),
}


def rate(valid_from: date, valid_to: date | None = None, *, value: int = 1) -> Rate:
    """Make a row of a made-up rule."""
    return Rate("tea", "cup", valid_from, valid_to, value, "pence", "a test", "assumed")


def test_every_rate_file_is_listed_here() -> None:
    """A new rate file cannot ship without its digest."""
    shipped = {entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".csv")}
    assert shipped == set(FILES)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_rate_file_holds_exactly_what_was_checked_in(name: str) -> None:
    """Rows, sum of values and digest: a changed figure, date, source or mark is seen."""
    text = FOLDER.joinpath(name).read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert (
        len(rows),
        sum(int(row["value"]) for row in rows),
        sha256(text.encode()).hexdigest()[:12],
    ) == FILES[name]


@pytest.mark.parametrize("name", sorted(FILES))
def test_no_shipped_row_rests_on_general_knowledge(name: str) -> None:
    """Only marks A, B and C ship, each row with a source in words."""
    rows = list(csv.DictReader(FOLDER.joinpath(name).read_text(encoding="utf-8").splitlines()))
    assert {row["mark"] for row in rows} <= {"A", "B", "C"}
    assert all(row["source"].strip() for row in rows)


@pytest.mark.parametrize(
    ("rule", "key", "on", "value"),
    [
        ("njc-2019", "2", date(2019, 4, 1), 17_711_00),
        ("njc-2019", "8", date(2019, 6, 1), 19_945_00),
        ("njc-2019", "1", date(2022, 4, 1), 20_258_00),
        ("njc-2019", "32", date(2021, 4, 1), 36_371_00),
        ("njc-2019", "22", date(2024, 4, 1), 32_654_00),
        ("njc-2019", "43", date(2026, 3, 31), 54_495_00),
        ("njc-2009", "24", date(2013, 3, 31), 20_858_00),
        ("njc-2009", "28", date(2013, 4, 1), 23_945_00),
        ("njc-2009", "42", date(2014, 12, 31), 35_784_00),
        ("njc-2009", "47", date(2015, 1, 1), 41_140_00),
        ("njc-2009", "39", date(2018, 4, 1), 35_229_00),
        ("employer_ni_threshold", "uk", date(2013, 4, 6), 7_696_00),
        ("employer_ni_threshold", "uk", date(2016, 4, 6), 8_112_00),
        ("employer_ni_threshold", "uk", date(2019, 4, 5), 8_424_00),
        ("employer_ni_threshold", "uk", date(2028, 4, 5), 5_000_00),
        ("employer_ni_rate", "uk", date(2022, 4, 5), 1_380),
        ("employer_ni_rate", "uk", date(2022, 4, 6), 1_505),
        ("employer_ni_rate", "uk", date(2022, 11, 5), 1_505),
        ("employer_ni_rate", "uk", date(2022, 11, 6), 1_380),
        ("employer_ni_rate", "uk", date(2025, 4, 6), 1_500),
        ("redundancy_weekly_cap", "great_britain", date(2014, 4, 5), 450_00),
        ("redundancy_weekly_cap", "great_britain", date(2014, 4, 6), 464_00),
        ("redundancy_weekly_cap", "great_britain", date(2026, 4, 5), 719_00),
        ("discretionary_ceiling", "england_and_wales", date(2020, 1, 1), 104),
        ("apprenticeship_levy", "uk", date(2030, 1, 1), 50),
    ],
)
def test_spot_rows(rule: str, key: str, on: date, value: int) -> None:
    """Rows read off the published tables, at the edges of their periods."""
    assert SHIPPED.find(rule, key, on=on).value == value


def test_the_2019_spine_follows_from_its_awards() -> None:
    """Every point of every year is the year before with the published award, to the pound."""
    awards = {2020: Fraction(275, 10_000), 2021: Fraction(175, 10_000), 2025: Fraction(320, 10_000)}
    flat = {2022: 1_925_00, 2023: 1_925_00, 2024: 1_290_00}
    checked = 0
    for point in range(1, 44):
        for year in range(2020, 2026):
            if point == 1 and year > 2022:
                continue
            before = SHIPPED.find("njc-2019", str(point), on=date(year - 1, 4, 1)).value
            award = awards.get(year, Fraction(0))
            if point == 1 and year == 2021:
                award = Fraction(275, 10_000)
            expected = round_to_pound(before * (1 + award)) + flat.get(year, 0)
            assert SHIPPED.find("njc-2019", str(point), on=date(year, 4, 1)).value == expected
            checked += 1
    assert checked == 42 * 6 + 3


@pytest.mark.parametrize(
    ("rule", "key", "on"),
    [
        ("njc-2019", "33", date(2026, 4, 1)),
        ("njc-2019", "1", date(2023, 4, 1)),
        ("njc-2019", "44", date(2024, 4, 1)),
        ("njc-2009", "23", date(2013, 4, 1)),
        ("njc-2009", "25", date(2018, 4, 1)),
        ("redundancy_weekly_cap", "great_britain", date(2027, 4, 6)),
        ("redundancy_weekly_cap", "great_britain", date(2011, 12, 31)),
        ("employer_ni_rate", "uk", date(2028, 4, 6)),
        ("employer_ni_threshold", "uk", date(2013, 4, 5)),
        ("contracted_out_rebate", "rate", date(2015, 4, 6)),
        ("contracted_out_rebate", "rate", date(2014, 4, 5)),
        ("apprenticeship_levy", "uk", date(2017, 4, 5)),
    ],
)
def test_what_is_not_known_is_refused(rule: str, key: str, on: date) -> None:
    """No rate is carried past the days it was published for."""
    with pytest.raises(UnknownRate) as refusal:
        SHIPPED.find(rule, key, on=on)
    assert (refusal.value.rule, refusal.value.key, refusal.value.on) == (rule, key, on)


def test_a_refusal_says_what_is_held_and_what_to_do() -> None:
    """The message names the rate, the day, the days held and the next step."""
    with pytest.raises(UnknownRate) as refusal:
        SHIPPED.find("contracted_out_rebate", "rate", on=date(2015, 5, 1))
    assert str(refusal.value) == (
        "No rate contracted_out_rebate (rate) is known on 2015-05-01. "
        "Held: 2014-04-06 to 2015-04-05. "
        "Cost the year without contracting out, or add its rebate as a rate."
    )
    with pytest.raises(UnknownRate, match=r"No row of that name is held\. Use a date"):
        SHIPPED.find("no such rule", "x", on=date(2015, 5, 1))


def test_a_band_is_the_highest_lower_bound_reached() -> None:
    """19 people fall in the band from 0, 20 in the band from 20, on the rows of that day."""
    day = date(2012, 5, 1)
    assert [
        SHIPPED.band("collective_consultation", people, on=day).value for people in (0, 19, 20, 99, 100, 5_000)
    ] == [0, 0, 30, 30, 90, 90]


def test_a_band_below_the_lowest_or_before_the_first_day_is_refused() -> None:
    """No band covers minus one, nor a day before the rows begin."""
    with pytest.raises(UnknownRate, match="at -1"):
        SHIPPED.band("collective_consultation", -1, on=date(2012, 5, 1))
    with pytest.raises(UnknownRate, match="from 20, 2008-01-01 to further notice"):
        SHIPPED.band("collective_consultation", 30, on=date(2007, 12, 31))


def test_two_rows_on_one_day_are_refused() -> None:
    """Rows may touch but not overlap, and nothing follows an open row."""
    first = rate(date(2020, 1, 1), date(2020, 12, 31))
    second = rate(date(2021, 1, 1), value=2)
    book = RateBook([second, first])
    assert book.find("tea", "cup", on=date(2020, 12, 31)) == first
    assert book.find("tea", "cup", on=date(2021, 1, 1)) == second
    for clash in (rate(date(2020, 12, 31), date(2020, 12, 31)), rate(date(2022, 1, 1))):
        with pytest.raises(ValueError, match="two rows hold on"):
            book.with_rates([clash])


def test_an_assumed_rate_leaves_the_shipped_book_alone() -> None:
    """A planner's row is held by the copy only."""
    row = rate(date(2020, 1, 1))
    assert SHIPPED.with_rates([row]).find("tea", "cup", on=date(2030, 1, 1)) == row
    with pytest.raises(UnknownRate):
        SHIPPED.find("tea", "cup", on=date(2030, 1, 1))


def test_the_shipped_years_run_on_without_a_gap() -> None:
    """Each spine point, threshold, rate and cap starts the day after the row before it ends."""
    by_key: dict[tuple[str, str], list[Rate]] = {}
    for row in SHIPPED.rates:
        by_key.setdefault((row.rule, row.key), []).append(row)
    gaps = [
        (earlier.rule, earlier.key, later.valid_from)
        for rows in by_key.values()
        for earlier, later in pairwise(rows)
        if earlier.valid_to is None or earlier.valid_to + timedelta(days=1) != later.valid_from
    ]
    # points 24 and 28 of the old spine were not found between January 2015 and March 2018
    assert gaps == [("njc-2009", "24", date(2018, 4, 1)), ("njc-2009", "28", date(2018, 4, 1))]


def test_only_basis_points_are_a_ratio() -> None:
    """13.8 % is 69/500 exactly; pence are no ratio."""
    assert SHIPPED.find("employer_ni_rate", "uk", on=date(2014, 5, 1)).ratio == Fraction(69, 500)
    with pytest.raises(ValueError, match="not in basis points"):
        _ = SHIPPED.find("njc-2019", "2", on=date(2019, 5, 1)).ratio


@pytest.mark.parametrize(
    ("unit", "valid_to", "source", "message"),
    [
        ("pounds", None, "a test", "is not one of ours"),
        ("pence", date(2019, 12, 31), "a test", "ends before it starts"),
        ("pence", None, "  ", "without a source"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused(unit: str, valid_to: date | None, source: str, message: str) -> None:
    """A unit of no kind, a period run backwards and a missing source are refused."""
    with pytest.raises(ValueError, match=message):
        Rate("tea", "cup", date(2020, 1, 1), valid_to, 1, unit, source, "A")


def test_a_file_with_another_head_or_a_weak_mark_is_refused() -> None:
    """Columns are fixed, and mark D cannot be shipped."""
    with pytest.raises(ValueError, match=r"bad\.csv: the columns are"):
        read_rates(["rule,key", "tea,cup"], "bad.csv")
    with pytest.raises(ValueError, match=r"bad\.csv line 2: mark 'D' is not shipped"):
        read_rates([",".join(COLUMNS), "tea,cup,2020-01-01,,1,pence,a test,D"], "bad.csv")
    with pytest.raises(ValueError, match=r"the columns are None"):
        read_rates([], "empty.csv")
