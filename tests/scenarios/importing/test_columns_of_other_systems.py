"""Columns as other HR systems name them: paths of units, standard hours, weeks, ends; and what is missed.

Change this when a system names or fills a column in another way.
"""

import csv
import io

import pytest

from scenarios.importing.extract import table_of
from scenarios.importing.guess import guess_columns
from scenarios.importing.hr import HrImport, count_extract
from scenarios.importing.mapping import Mapping
from scenarios.importing.team_paths import separator_of
from scenarios.importing.uses import KNOWN_HEADERS, Use, use_of_header

HEADER = ("Org Path", "Position No", "Position Title", "Grade", "Payroll No", "Contract Type", "Contr Hrs", "Std Hrs")
PATHS = ("CYP>Family Help>North Team", "CYP > Family Help > South Team", "CYP>Family Help>North team")


def row(number: int, **cells: str) -> dict[str, str]:
    """A row of a full-time worker; keys of cells have underscores for blanks."""
    usual = {
        "Org Path": PATHS[number % 3],
        "Position No": f"P{number}",
        "Position Title": "Support Worker",
        "Grade": "G7",
        "Payroll No": f"90{number:04d}",
        "Contract Type": "Permanent",
        "Contr Hrs": "37",
        "Std Hrs": "37",
    }
    return {**usual, **{key.replace("_", " "): value for key, value in cells.items()}}


def counted(*rows: dict[str, str], header: tuple[str, ...] = HEADER, told: Mapping | None = None) -> HrImport:
    """What rows under a header come to."""
    cells = [[*header], *([each.get(name, "") for name in header] for each in rows)]
    return count_extract(table_of(cells, "extract.csv", "utf-8", KNOWN_HEADERS), told or Mapping())


def messages(found: HrImport, code: str) -> list[tuple[str | None, tuple[int, ...], str]]:
    """Column, rows and words of each doubt of one kind."""
    return [(doubt.column, doubt.rows, doubt.message) for doubt in found.doubts if doubt.code == code]


@pytest.mark.parametrize(
    ("header", "use"),
    [
        *((name, Use.TEAM) for name in ("Org Path", "Organisation Path", "Org Unit Path", "Org Hierarchy")),
        *((name, Use.HOURS) for name in ("Contr Hrs", "Contracted Hours", "Contract Hrs", "Hrs/Wk", "Hours p/w")),
        *((name, Use.UNTIL) for name in ("End Date", "Contract End", "FTC End Date")),
        *((name, Use.WEEKS) for name in ("Weeks/Yr", "Weeks per Year", "Wks/Yr", "Working Weeks")),
        *((name, Use.FULL_TIME_HOURS) for name in ("Std Hrs", "Standard Hours", "Std. Weekly Hours", "FT Hrs")),
    ],
)
def test_headers_of_other_systems(header: str, use: Use) -> None:
    """What a header alone says."""
    found = use_of_header(header)
    assert found is not None
    assert found[0] is use


def test_standard_hours_divide_contracted_hours() -> None:
    """Without a column of FTE, 18:30 of 37 hours is half; the standard week is nobody's hours."""
    found = counted(row(0), row(1, Contr_Hrs="18:30"), row(2, Contr_Hrs="22.2 hrs"))
    assert [line.occupied_fte for line in sorted(found.lines)] == ["1", "0.5", "0.6"]
    assert {guess.label: guess.use for guess in found.guesses}["Std Hrs"] is Use.FULL_TIME_HOURS


@pytest.mark.parametrize(
    ("hours", "use"), [(("37", "18.5", "22"), Use.HOURS), (("37", "37"), Use.FULL_TIME_HOURS), (("37", "32.5"), None)]
)
def test_standard_hours_alone_are_those_of_persons_where_they_differ(hours: tuple[str, ...], use: Use | None) -> None:
    """Where no other column has hours: part-time hours are persons'; weeks of two groups stay full-time weeks."""
    cells = [["Job Title", "Grade", "Std Hrs"], *(["Officer", "G1", each] for each in hours)]
    guesses, _ = guess_columns(table_of(cells, "e", "utf-8", KNOWN_HEADERS), Mapping())
    assert guesses[2].use is (use or Use.FULL_TIME_HOURS)


def test_the_last_level_of_a_path_is_the_team() -> None:
    """Spellings of one level are one team; the lowest level all have in common is the top of the tree."""
    found = counted(*(row(number) for number in range(6)))
    assert {line.team for line in found.lines} == {"North Team", "South Team"}
    sheet = list(csv.reader(io.StringIO(found.files("case")["teams.csv"])))
    assert sheet == [
        ["team", "parent"],
        ["Family Help", ""],
        ["North Team", "Family Help"],
        ["South Team", "Family Help"],
    ]
    ((column, rows, words),) = messages(found, "team-paths")
    assert (column, rows) == ("Org Path", ())
    assert "parted by '>': the last level is taken as the team (2 teams)" in words
    assert "team path: whole" in words


def test_teams_of_one_name_under_two_parents_are_told_apart() -> None:
    """The level above stands before it, as many as it takes; a unit above that holds posts is a team of its own."""
    paths = ("A|North|Duty", "A|South|Duty", "A|South|Care", "A|South")
    found = counted(*(row(number, Org_Path=path) for number, path in enumerate(paths)))
    assert [line.team for line in sorted(found.lines)] == ["North / Duty", "South / Duty", "Care", "South"]
    sheet = found.files("case")["teams.csv"].split("\n")
    assert sheet[:5] == ["team,parent", "A,", "North,A", "South,A", "North / Duty,North"]


def test_a_mapping_keeps_whole_paths() -> None:
    """No level is taken, and no sheet of teams is written."""
    found = counted(row(0), row(1), told=Mapping(whole_team_path=True))
    assert {line.team for line in found.lines} == {PATHS[0], PATHS[1]}
    assert "teams.csv" not in found.files("case")
    assert messages(found, "team-paths") == []
    assert "team path: whole" in found.files("case")["mapping.yaml"]


def test_a_name_in_a_path_is_cut_from_team_and_tree() -> None:
    """A level named after somebody loses the name, in posts and in teams."""
    rows = [
        row(n, Org_Path=f"CYP>{unit}>Duty {n}", Surname="Qxabcde") for n, unit in enumerate(("Qxabcde East", "West"))
    ]
    found = counted(*rows, header=(*HEADER, "Surname"))
    assert found.files("case")["teams.csv"].split("\n")[1:4] == ["CYP,", "East,CYP", "West,CYP"]


@pytest.mark.parametrize(
    ("header", "cells", "sign"),
    [
        ("Team", {"A>B", "A>C", "A"}, ">"),
        ("Team", {r"A\B", r"A\C"}, "\\"),
        ("Team", {"Adults/Children", "North/South"}, None),
        ("Team", {"Adults - North", "Adults - South"}, None),
        ("Org Path", {"Adults - North", "Adults - South"}, " - "),
        ("Unit", {"A/B/C", "A/B/D", "A/E/F"}, "/"),
        ("Unit", {"A/B/C", "D/E/F"}, None),
        ("Team", {"North", "South"}, None),
    ],
)
def test_what_a_path_is(header: str, cells: set[str], sign: str | None) -> None:
    """Signs that stand in no name of a team, else the header or three levels below few tops; never a plain name."""
    assert separator_of(cells, header) == sign


@pytest.mark.parametrize(
    ("hours", "shown"),
    [
        ("thirty", "hours 'thirty' cannot be read"),
        ("twenty-nine point six", "hours 'twenty-nine point six' cannot be read"),
        ("ask Qxabcde", "these hours cannot be read"),
    ],
)
def test_hours_that_cannot_be_read_are_said_so(hours: str, shown: str) -> None:
    """Words of numbers are shown, other words never; the holder is not told again as one without FTE."""
    found = counted(row(0, Contr_Hrs=hours), row(1), row(2))
    ((column, rows, words),) = messages(found, "hours-not-read")
    assert (column, rows) == ("Contr Hrs", (2,))
    assert words.startswith(f"{shown}: the occupied FTE of the post is ?")
    assert messages(found, "fte-missing") == []
    assert found.totals.occupied_unknown == 1


def test_hours_that_nothing_rests_on_are_not_told() -> None:
    """Where the FTE is given, hours in words change nothing."""
    found = counted(row(0, Contr_Hrs="thirty", FTE="0.8"), row(1, FTE="1"), header=(*HEADER, "FTE"))
    assert messages(found, "hours-not-read") == []


def test_a_blank_grade_is_told_beside_graded_posts_of_its_title() -> None:
    """The row, and the grades of the others; a title without any grade is no doubt."""
    rows = (row(0), row(1, Grade=""), row(2, Grade="G8"), row(3, Position_Title="Adviser", Grade=""))
    ((column, rows_told, words),) = messages(counted(*rows), "grade-blank")
    assert (column, rows_told) == ("Grade", (3,))
    assert words.startswith("no grade, and other posts of 'Support Worker' are G7 or G8: left blank")


def test_an_end_at_a_permanent_post_is_told() -> None:
    """An end is written for fixed terms only; the row of another end is told."""
    rows = (row(0, Contract_Type="Fixed term", End_Date="31/03/2027"), row(1, End_Date="30/04/2027"), row(2))
    found = counted(*rows, header=(*HEADER, "End Date"))
    assert [line.until for line in sorted(found.lines)] == ["2027-03-31", "", ""]
    assert [(column, rows) for column, rows, _ in messages(found, "end-not-used")] == [("End Date", (3,))]


@pytest.mark.parametrize(
    ("cells", "looks"),
    [
        (("37", "18.5", "37"), "hours"),
        (("30 hrs", "22 hrs", "18:30"), "hours"),
        (("Adults>North", "Adults>South", "Adults>North"), "team paths"),
        (("", "31/03/2027", ""), "end dates"),
        (("31/03/2027", "01/02/2020", "05/06/2021"), None),
        (("12", "14", "20"), None),
        (("red", "blue", "blue"), None),
        (("", "", ""), None),
    ],
)
def test_what_is_dropped_and_looks_needed_is_named(cells: tuple[str, ...], looks: str | None) -> None:
    """A column nobody recognises, whose cells are plainly hours, paths or ends; others are dropped as ever."""
    header = ("Position No", "Position Title", "Grade", "Payroll No", "Xyz")
    found = counted(*(row(number, Xyz=cell) for number, cell in enumerate(cells)), header=header)
    told = messages(found, "dropped-column")
    assert [(column, f"look like {looks}:" in words) for column, _, words in told] == [("Xyz", True)] * (
        looks is not None
    )


def test_what_the_mapping_drops_is_dropped_without_a_word() -> None:
    """Who said drop has seen it."""
    header = ("Position No", "Position Title", "Grade", "Payroll No", "Xyz")
    found = counted(row(0, Xyz="37"), row(1, Xyz="37"), header=header, told=Mapping(columns={"Xyz": Use.DROP}))
    assert messages(found, "dropped-column") == []
