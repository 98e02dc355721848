"""`restructure timetable`: the table on the screen, the document, and what is asked for where a date is missing.

Change this when a timetable is printed in another way.
"""

import json
from pathlib import Path

from typer.testing import CliRunner

from api.cli.main import app
from tests.scenarios.reading.small_case import write

NOTTINGHAMSHIRE = "nottinghamshire-2014"


def test_a_timetable_on_the_screen() -> None:
    """Thirty days for 28 people, the day for HR1, a date that nothing comes before, and what is not known."""
    run = CliRunner().invoke(app, ["timetable", NOTTINGHAMSHIRE])
    assert run.exit_code == 0
    assert "as proposed: decided on 2014-06-25, 28 people at risk at most" in run.stdout
    assert "section 188: 30 days for" in run.stdout
    assert "HR1: by 2014-07-02" in run.stdout
    assert "First saving: not before 2014-08-02 (Sat), and nobody knows the latest" in run.stdout
    assert "First year: 7 whole months of 2014/15 at most\n" in run.stdout
    assert "not known: policy, evaluation days" in run.stdout


def test_a_timetable_as_json() -> None:
    """A number and a day that are said go before the case; what is not known is null."""
    asked = ["timetable", NOTTINGHAMSHIRE, "--people", "120", "--decided", "2025-01-06", "--json"]
    document = json.loads(CliRunner().invoke(app, asked).stdout)
    (found,) = document["timetables"]
    assert (found["option"], found["people_at_most"], found["hr1_by"]) == ("120 people", 120, "2025-01-13")
    assert (found["earliest_saving"], found["latest_saving"], found["least_months"]) == ("2025-02-28", None, None)
    first = found["periods"][0]
    assert (first["period"], first["least_days"], first["last"]) == ("consultation", 45, "2025-02-20")
    assert [each["least_days"] for each in found["periods"][1:5]] == [None] * 4


def test_a_policy_with_every_length_gives_both_ends(tmp_path: Path) -> None:
    """Lengths with ranges are printed as ranges, with a latest day for everybody and the least of months."""
    policy = (
        "item,value\nconsultation days,14\nresponse days,7\nevaluation days,14 (14..28)\nring-fence days,21\n"
        "appeal days,10\nnotice weeks,4 (4..12)\n"
    )
    folder = write(tmp_path / "case", {"policy.csv": policy})
    run = CliRunner().invoke(app, ["timetable", str(folder), "--decided", "2025-01-06", "--people", "5"])
    assert run.exit_code == 0
    assert "14 to 28" in run.stdout
    assert "28 to 84" in run.stdout
    assert "First saving: not before 2025-04-15, by 2025-06-24 for everybody" in run.stdout
    assert "11 whole months of 2025/26 at most, 9 at least" in run.stdout
    assert "HR1" not in run.stdout


def test_years_of_service_are_printed_only_when_asked_for(tmp_path: Path) -> None:
    """Without --full two sealed tables give one timetable; with it the notice is that of the people in the table."""
    printed = []
    for years in (3, 11):
        service = f"group,age from,age to,years,people\nTeam Manager,50,54,{years},1\n"
        folder = write(tmp_path / str(years), {"service.csv": service})
        asked = ["timetable", str(folder), "--decided", "2025-01-06", "--people", "5"]
        runs = [CliRunner().invoke(app, [*asked, *more]) for more in ([], ["--full"], ["--json"], ["--json", "--full"])]
        assert [run.exit_code for run in runs] == [0] * 4
        printed.append([run.stdout for run in runs])
    for (plain, full), kind in zip(((0, 1), (2, 3)), ("screen", "json"), strict=True):
        assert printed[0][plain] == printed[1][plain], kind
        assert printed[0][full] != printed[1][full], kind
    assert "For the author alone" in printed[0][1]
    assert [json.loads(printed[0][at])["full"] for at in (2, 3)] == [False, True]


def test_people_that_the_case_does_not_count(tmp_path: Path) -> None:
    """A question mark among today's people: nobody knows how many, and the consultation is not known either."""
    run = CliRunner().invoke(app, ["timetable", str(write(tmp_path / "case")), "--decided", "2025-01-06"])
    assert "as proposed: decided on 2025-01-06, not known how many people at risk at most" in run.stdout
    assert "not known: how many people may be" in run.stdout


def test_a_day_is_asked_for_where_the_case_has_none(tmp_path: Path) -> None:
    """Two lists say neither when nor, without a proposal, for whom: exit code 2, nothing on the standard output."""
    folder = write(tmp_path / "case")
    run = CliRunner().invoke(app, ["timetable", str(folder)])
    assert (run.exit_code, run.stdout) == (2, "")
    assert "--decided" in run.stderr
    alone = write(tmp_path / "alone", {"proposed.csv": None, "able.csv": None, "work.csv": None})
    run = CliRunner().invoke(app, ["timetable", str(alone), "--decided", "2025-01-06"])
    assert (run.exit_code, run.stdout) == (2, "")
    assert "--people" in run.stderr
