"""The folder an import fills: filled again, what was typed there kept, and nothing of another making overwritten.

Change this when an import treats the folder of a case in another way.
"""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.main import app
from scenarios.reading.load import load_case
from tests.scenarios.importing.extracts import HEADER, csv_bytes, held, service, table
from tests.scenarios.importing.returns_files import RETURNS


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    """An extract of three people."""
    path = tmp_path / "extract.csv"
    path.write_bytes(csv_bytes(table([held(number) for number in range(3)])))
    return path


def run(*arguments: object) -> Result:
    """Run `restructure import` with these arguments."""
    return CliRunner().invoke(app, ["import", *map(str, arguments)])


def names(folder: Path) -> list[str]:
    """The names of what stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_is_filled_again(extract: Path, tmp_path: Path) -> None:
    """The mapping kept from last time is used, typed sheets and the head stay, posts that differ are kept beside."""
    case = tmp_path / "Home care 2025"
    assert run("hr", extract, "-o", case).exit_code == 0
    assert names(case) == ["mapping.yaml", "posts.csv", "scenario.yaml"]
    assert load_case(case).scenario.header.name == "home-care-2025"
    (case / "proposed.csv").write_text("title,fte\nOfficer,2\n", encoding="utf-8")
    head = (case / "scenario.yaml").read_text("utf-8").replace("Authority to be named", "Example Council")
    (case / "scenario.yaml").write_text(head, encoding="utf-8")
    mapping = (case / "mapping.yaml").read_text("utf-8")
    mapping = mapping.replace("Team: team", "Team: drop").replace("Service: drop", "Service: team")
    (case / "mapping.yaml").write_text(mapping, encoding="utf-8")
    again = run("hr", extract, "-o", case)
    assert again.exit_code == 0
    assert names(case) == ["earlier-posts.csv", "mapping.yaml", "posts.csv", "proposed.csv", "scenario.yaml"]
    assert (case / "mapping.yaml").read_text("utf-8") == mapping
    assert (
        "scenario.yaml was changed and stays as it is: authority, title and the rest of the head are typed there."
        in again.stderr
    )
    assert "kept as earlier-posts.csv" in again.stderr
    scenario = load_case(case).scenario
    assert scenario.header.authority == "Example Council"
    assert {post.team for post in scenario.posts} == {"Community"}


def test_the_head_follows_the_mapping_until_somebody_changes_it(extract: Path, tmp_path: Path) -> None:
    """Authority and title typed into mapping.yaml reach an untouched scenario.yaml; one that was changed stays."""
    case = tmp_path / "case"
    run("hr", extract, "-o", case)
    mapping = case / "mapping.yaml"
    told = mapping.read_text("utf-8")
    mapping.write_text(f"{told}authority: Example Council\ntitle: Home care\n", encoding="utf-8")
    again = run("hr", extract, "-o", case)
    header = load_case(case).scenario.header
    assert (header.authority, header.title, header.name) == ("Example Council", "Home care", "case")
    assert "stays as it is" not in again.stderr
    head = case / "scenario.yaml"
    head.write_text(
        head.read_text("utf-8").replace("Home care", "Care at home").replace("\n", "\r\n"), encoding="utf-8"
    )
    mapping.write_text(f"{told}authority: Another Council\n", encoding="utf-8")
    assert "scenario.yaml was changed and stays as it is" in run("hr", extract, "-o", case).stderr
    header = load_case(case).scenario.header
    assert (header.authority, header.title) == ("Example Council", "Care at home")


def test_teams_written_once_stay(tmp_path: Path) -> None:
    """The sheet of teams that paths make is the planner's from then on."""
    path, case = tmp_path / "extract.csv", tmp_path / "case"
    rows = [held(number, Team=f"CYP>Help>{('North', 'South')[number % 2]}") for number in range(4)]
    path.write_bytes(csv_bytes(table(rows)))
    run("hr", path, "-o", case)
    teams = case / "teams.csv"
    assert teams.read_text("utf-8").splitlines() == ["team,parent", "Help,", "North,Help", "South,Help"]
    teams.write_text("team,parent\nHelp,\nNorth,Help\nSouth,Help\nJoint,Help\n", encoding="utf-8")
    assert run("hr", path, "-o", case).exit_code == 0
    assert "Joint" in teams.read_text("utf-8")
    assert [team.team for team in load_case(case).scenario.teams] == ["Help", "North", "South", "Joint"]


def test_a_mapping_file_elsewhere(extract: Path, tmp_path: Path) -> None:
    """A mapping file that is not there is written where it was named, and used the next time for another folder."""
    kept = tmp_path / "kept.yaml"
    assert run("hr", extract, "-o", tmp_path / "one", "--mapping", kept).exit_code == 0
    text = kept.read_text("utf-8")
    assert "Team: team" in text
    kept.write_text(f"{text}as at: 2025-03-31\nauthority: Example Council\nprice base: 2025/26\n", encoding="utf-8")
    assert run("hr", extract, "-o", tmp_path / "two", "--mapping", kept).exit_code == 0
    header = load_case(tmp_path / "two").scenario.header
    assert (header.authority, header.price_base, str(header.case_date)) == ("Example Council", "2025/26", "2025-03-31")


def test_the_one_employer_is_the_authority(tmp_path: Path) -> None:
    """Where every post has the same employer, that is the authority of the case."""
    path = tmp_path / "extract.csv"
    rows = [{**held(number), "Employer": "Example Council"} for number in range(3)]
    path.write_bytes(csv_bytes(table(rows, (*HEADER, "Employer"))))
    assert run("hr", path, "-o", tmp_path / "case").exit_code == 0
    assert load_case(tmp_path / "case").scenario.header.authority == "Example Council"


def test_posts_of_another_making_are_left_alone(extract: Path, tmp_path: Path) -> None:
    """A folder whose posts no import has written is refused, and so is a file."""
    case = tmp_path / "case"
    case.mkdir()
    (case / "posts.csv").write_text("title,fte\nOfficer,2\n", encoding="utf-8")
    refused = run("hr", extract, "-o", case)
    assert refused.exit_code == 2
    assert "holds a posts.csv that no import has written" in refused.stderr
    assert names(case) == ["posts.csv"]
    assert "cannot be used" in run("hr", extract, "-o", extract).stderr
    assert "cannot be written" in run("hr", extract, "-o", extract / "below").stderr


def test_a_mapping_that_is_a_folder(extract: Path, tmp_path: Path) -> None:
    """A mapping that is no file is told as a fault."""
    assert run("hr", extract, "-o", tmp_path / "case", "--mapping", tmp_path).exit_code == 3


def test_what_is_said_about_a_service(tmp_path: Path) -> None:
    """The screen shows the guess, what becomes of each column, counts, spellings, and each doubt with its rows."""
    path = tmp_path / "extract.csv"
    path.write_bytes(csv_bytes(table(service())))
    said = run("hr", path, "-o", tmp_path / "case").stdout
    for words in (
        "Dropped: 19 of 25 columns.",
        "Rows read: 60 (utf-8, commas between cells)",
        "      54  people in post",
        "       1  agency workers, in no staff group",
        "  54 people in posts, 53 different people",
        "  1 more than there are: numbers at risk and for section 188 may be too high by up to 1\n",
        "  'P03' (1), 'PO 3' (1): read as 'PO3' (18)\n",
        "row 24, Job Title: a person seems to be named here: the name was cut out",
    ):
        assert words in said, words


@pytest.mark.parametrize("command", ["hr", "organogram"])
def test_a_file_that_is_not_there(command: str, tmp_path: Path) -> None:
    """A file that is not there is a fault, not a traceback."""
    files = [tmp_path / "nothing.csv"] * (1 if command == "hr" else 2)
    result = run(command, *files, "-o", tmp_path / "case")
    assert result.exit_code == 3
    assert "there is no such file here" in result.stdout


def test_an_organogram_is_imported_again(tmp_path: Path) -> None:
    """The folder of an organogram is filled again by the same returns without a word about earlier posts."""
    (tmp_path / "s.csv").write_bytes(RETURNS[0].senior)
    (tmp_path / "j.csv").write_bytes(RETURNS[0].junior)
    for _ in range(2):
        result = run("organogram", tmp_path / "s.csv", tmp_path / "j.csv", "-o", tmp_path / "case")
        assert result.exit_code == 0
    assert names(tmp_path / "case") == ["organogram.csv", "posts.csv", "scenario.yaml"]
    assert "The pay columns added up as printed: £250,000 and £279,998" in result.stdout


def test_import_alone_shows_what_can_be_imported() -> None:
    """`restructure import` without a word lists both imports."""
    shown = run("--help").stdout
    assert shown.index("  hr ") < shown.index("  organogram ")


def test_a_person_in_two_posts_is_told_in_the_head(tmp_path: Path) -> None:
    """The head's note, which every comparison prints, says so without a number that posts.csv could outlive."""
    path, case = tmp_path / "extract.csv", tmp_path / "case"
    people = [held(0), held(1), held(2, by=1)]
    path.write_bytes(csv_bytes(table(people)))
    assert run("hr", path, "-o", case).exit_code == 0
    note = load_case(case).scenario.header.note
    assert note is not None
    assert note.startswith("In the HR extract somebody holds more than one post and is counted in each")
    assert not any(sign.isdigit() for sign in note.replace("section 188", ""))
