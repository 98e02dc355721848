"""Financial years and whole months."""

from datetime import date

import pytest

from scenarios.money.years import FinancialYear, Months, add_months, month_end


def test_a_label_reads_back_as_the_year_it_was_printed_from() -> None:
    """Every year prints a label that parses to itself, the turn of the century included."""
    for start in (1974, 2199, 1999, 2008, 2014, 2025, 2099):
        year = FinancialYear(start)
        assert FinancialYear.parse(year.label) == year
    assert FinancialYear(1999).label == "1999/00"
    assert str(FinancialYear(2014)) == "2014/15"


@pytest.mark.parametrize("text", ["2014", "2014-15", "2014/2015", "14/15", ""])
def test_a_text_that_is_no_year_is_refused(text: str) -> None:
    """A text of another shape is refused, with the shape that is wanted."""
    with pytest.raises(ValueError, match="write it like 2014/15"):
        FinancialYear.parse(text)


def test_a_label_whose_halves_disagree_is_refused() -> None:
    """2014/16 is two years; the message offers the year it may have been."""
    with pytest.raises(ValueError, match="did you mean 2014/15"):
        FinancialYear.parse("2014/16")


@pytest.mark.parametrize("start", [14, 2200])
def test_a_start_that_is_no_year_is_refused(start: int) -> None:
    """A two-figure year is a slip, not the year 14."""
    with pytest.raises(ValueError, match="not a financial year"):
        FinancialYear(start)


def test_the_year_turns_on_the_first_of_april() -> None:
    """31 March belongs to the old year and 1 April to the new one."""
    assert FinancialYear.containing(date(2015, 3, 31)) == FinancialYear(2014)
    assert FinancialYear.containing(date(2015, 4, 1)) == FinancialYear(2015)
    assert FinancialYear(2014).first_day == date(2014, 4, 1)
    assert FinancialYear(2014).last_day == date(2015, 3, 31)
    assert FinancialYear(2014).plus(-1) < FinancialYear(2014) < FinancialYear(2014).plus(1)


def test_month_ends_run_from_april_to_march_and_know_leap_years() -> None:
    """The twelve pay days of 2019/20 end with 29 February and 31 March 2020."""
    ends = FinancialYear(2019).month_ends()
    assert len(ends) == 12
    assert ends[0] == date(2019, 4, 30)
    assert ends[-2:] == (date(2020, 2, 29), date(2020, 3, 31))


def test_adding_months_keeps_to_the_month_it_reaches() -> None:
    """A month after 31 January is the last day of February; months may run backwards."""
    assert add_months(date(2019, 1, 31), 1) == date(2019, 2, 28)
    assert add_months(date(2019, 11, 1), 2) == date(2020, 1, 1)
    assert add_months(date(2019, 1, 15), -1) == date(2018, 12, 15)
    assert month_end(date(2020, 2, 3)) == date(2020, 2, 29)


@pytest.mark.parametrize(("skipped", "count"), [(-1, 3), (0, 13), (8, 5), (0, -1)])
def test_months_that_do_not_fit_in_a_year_are_refused(skipped: int, count: int) -> None:
    """Five months after skipping eight would run into the next year."""
    with pytest.raises(ValueError, match="do not fit"):
        Months(skipped=skipped, count=count)


def test_months_that_just_fit_are_taken() -> None:
    """April to March, and the last month alone, both fit."""
    assert Months(0, 12).count == 12
    assert Months(11, 1).skipped == 11


def test_no_months_at_all_fit_too() -> None:
    """Nought months are a post that has not begun."""
    assert Months(12, 0).count == 0
    assert Months(0, 0).count == 0
