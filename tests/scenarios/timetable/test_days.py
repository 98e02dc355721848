"""Days of a timetable that fall on a weekend are marked, and what kind of days they are is said."""

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from api.cli.main import app
from scenarios.timetable.days import CALENDAR_DAYS, marked


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2014, 8, 1), "2014-08-01"),
        (date(2014, 8, 2), "2014-08-02 (Saturday)"),
        (date(2014, 8, 3), "2014-08-03 (Sunday)"),
        (date(2014, 8, 4), "2014-08-04"),
    ],
)
def test_saturday_and_sunday_are_marked(day: date, shown: str) -> None:
    """From a Friday to a Monday."""
    assert marked(day.isoformat(), day) == shown


def test_a_day_that_is_not_known_is_written_as_before() -> None:
    """A question mark has no weekday."""
    assert marked("?", None) == "?"


def test_the_screen_and_the_document_say_it() -> None:
    """The earliest saving of the first case, 2 August 2014, is a Saturday; the kind of days is said once."""
    printed = CliRunner().invoke(app, ["timetable", "nottinghamshire-2014"]).stdout
    assert "First saving: not before 2014-08-02 (Sat), and" in printed
    assert " ".join(printed.split()).count(CALENDAR_DAYS) == 1
    asked = CliRunner().invoke(app, ["timetable", "nottinghamshire-2014", "--json"]).stdout
    (found,) = json.loads(asked)["timetables"]
    assert found["earliest_saving"] in found["on_a_weekend"]
    assert found["hr1_by"] not in found["on_a_weekend"]
    assert all(date.fromisoformat(day).weekday() > 4 for day in found["on_a_weekend"])
