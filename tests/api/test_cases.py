"""CASE: what a planner may type for it, and list and check, which need no search."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.main import app
from scenarios.library import names
from scenarios.reading.json_document import to_json
from tests.scenarios.reading.small_case import ABLE, POSTS, WORK, load, write

FIVE_MISTAKES = {
    "posts.csv": POSTS.replace("title,team,posts", "title,team,pots").replace("1.5", "1.5555"),
    "work.csv": WORK.replace("Service Organiser", "Service Organizer").replace(",,y", ",shrinks,y"),
    "grades.csv": "grade,rank\nPO8,1\n",
    "proposed.csv": "title,fte,grade\nOfficer,6,P08\n",
    "able.csv": None,
}


def test_list_names_the_library() -> None:
    """Every case of the library stands in the list with title, authority and date, as text and as JSON."""
    text, document = (CliRunner().invoke(app, ["list", *flag]) for flag in ([], ["--json"]))
    cases = json.loads(document.stdout)["cases"]
    assert [case["name"] for case in cases] == list(names())
    for case in cases:
        assert case["name"] in text.stdout
        assert case["illustration"] is True
    by_name = {case["name"]: case for case in cases}
    assert by_name["nottinghamshire-2014"]["date"] == "2014-06-25"
    assert by_name["nottinghamshire-2014"]["authority"] == "Nottinghamshire County Council"


def test_check_tells_five_mistakes_at_once(tmp_path: Path) -> None:
    """A case with five mistakes: five faults with place, value and what to do, exit code 3, and no traceback."""
    folder = write(tmp_path / "case", FIVE_MISTAKES)
    run = CliRunner().invoke(app, ["check", str(folder)])
    assert run.exit_code == 3
    assert "Faults in the data, to be mended first: 5" in run.stdout
    assert "proposed.csv, row 2, grade: 'P08' is not in grades; did you mean 'PO8'?" in run.stdout
    assert "Traceback" not in run.output


@pytest.mark.parametrize("command", ["check", "design", "compare"])
def test_faults_as_json(tmp_path: Path, command: str) -> None:
    """With --json every command prints faults and doubts as one document, and exits with 3."""
    folder = write(tmp_path / "case", FIVE_MISTAKES)
    run = CliRunner().invoke(app, [command, str(folder), "--json"])
    document = json.loads(run.stdout)
    assert run.exit_code == 3
    assert set(document) == {"faults", "doubts"}
    assert len(document["faults"]) == 5
    assert set(document["faults"][0]) == {"sheet", "row", "column", "cell", "value", "message", "against", "code"}
    assert document["faults"][2]["value"] == "P08"


def test_faults_come_with_the_doubts_beside_them(tmp_path: Path) -> None:
    """Doubts about rows are printed after the faults, and that those about the whole case come later."""
    posts = POSTS.replace("8,7.5,?", "8,22.2/36.9,?").replace("Service Organiser,North,8", "Service Organiser,North,-8")
    run = CliRunner().invoke(app, ["check", str(write(tmp_path / "case", {"posts.csv": posts}))])
    assert run.exit_code == 3
    assert "Doubts: usable, but look: 2\n" in run.stdout
    assert "'22.2/36.9' is rounded to 0.602" in run.stdout
    assert "posts.csv, row 4, cost: 'Service Organiser' costs" in run.stdout
    assert run.stdout.endswith("Doubts about the case as a whole can be told once the faults are mended.\n")


def test_check_says_what_a_case_rests_on(tmp_path: Path) -> None:
    """Doubts, what is assumed with value, range and reason, what is not known, options, and what sheets would open."""
    posts = POSTS.replace("people,cost", "people,cost,colour").replace("8,7.5,8,224500", "8,9,8,224500,red")
    posts = posts.replace('"76,500"', '"76,500",').replace("?,224500", "?,224500,")
    run = CliRunner().invoke(app, ["check", str(write(tmp_path / "case", {"posts.csv": posts}))])
    assert run.exit_code == 0
    assert "9 FTE in 8 posts" in run.stdout
    assert "Not read: 1\n  posts.csv: colour" in run.stdout
    assert "    Monitoring, share: Service Organiser: ~45% (30%..60%)\n" in run.stdout
    assert "    Brokerage, happens: ~-54% (-70%..0%)\n" in run.stdout
    assert "Assumed, without a range: 1\n" in run.stdout
    assert "    Service Organiser, people: ?\n" in run.stdout
    assert "Options: 3\n  no change [no change, live]\n" in run.stdout
    assert "  step 2, limits: " in run.stdout
    assert "step 2, work" not in run.stdout


def test_check_as_json_says_the_same(tmp_path: Path) -> None:
    """The document holds the same things; rows in another order change the numbers of rows and no more."""
    header, *rows = POSTS.splitlines()
    other = "\n".join([header, *reversed(rows)]) + "\n"
    first = CliRunner().invoke(app, ["check", str(write(tmp_path / "one", {})), "--json"])
    second = CliRunner().invoke(app, ["check", str(write(tmp_path / "two", {"posts.csv": other})), "--json"])
    document, again = json.loads(first.stdout), json.loads(second.stdout)
    told = [
        sorted((doubt["sheet"], doubt["column"], doubt["code"], doubt["value"]) for doubt in each.pop("doubts"))
        for each in (document, again)
    ]
    assert told[0] == told[1]
    assert document == again
    assert [option["option"] for option in document["options"]] == ["no change", "as proposed", "designed"]
    assert {"figure": "Monitoring, share: Service Organiser", "value": "~45% (30%..60%)"}.items() <= max(
        document["assumptions"], key=lambda guess: guess["figure"] == "Monitoring, share: Service Organiser"
    ).items()
    assert len(document["input_digest"]) == 64


def test_what_is_missing_says_what_it_would_answer(tmp_path: Path) -> None:
    """Without work, designing is what a further sheet opens; a sheet that is there is not asked for."""
    folder = write(tmp_path / "case", {"work.csv": None, "able.csv": None})
    run = CliRunner().invoke(app, ["check", str(folder)])
    assert "  step 2, work: Which structures could do the same work" in run.stdout
    assert "step 1" not in run.stdout


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("nottinghamshire-2015", "did you mean 'nottinghamshire-2014'?"),
        ("zzz", "the library has: "),
        ("n" * 5000, "cannot be the name of a case"),
    ],
)
def test_a_case_that_is_not_there(typed: str, words: str) -> None:
    """What is no case is told with what there is, exit code 2, nothing on the standard output."""
    run = CliRunner().invoke(app, ["check", typed])
    assert (run.exit_code, run.stdout) == (2, "")
    assert words in run.stderr


def test_a_json_file_is_a_case(tmp_path: Path) -> None:
    """A case kept as one JSON document is read; another file is a fault."""
    path = tmp_path / "case.json"
    path.write_text(to_json(load(tmp_path)), encoding="utf-8")
    assert CliRunner().invoke(app, ["check", str(path)]).exit_code == 0
    other = tmp_path / "case.txt"
    other.write_text("x", encoding="utf-8")
    assert CliRunner().invoke(app, ["check", str(other)]).exit_code == 3


def test_the_library_goes_before_a_folder_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder here with the name of a library case is not read silently: how to name it is said."""
    write(tmp_path / "bury-2021", {})
    monkeypatch.chdir(tmp_path)
    library, mine = (CliRunner().invoke(app, ["check", name]) for name in ("bury-2021", "./bury-2021"))
    assert "for the folder of that name here, write ./bury-2021" in library.stderr
    assert "(bury-2021)" in library.stdout
    assert "Home care contracts (small)" in mine.stdout


def test_a_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the disk refuses is told in its words, exit code 2."""

    def refused(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("api.cli.case_argument.load_case", refused)
    run = CliRunner().invoke(app, ["check", str(tmp_path)])
    assert run.exit_code == 2
    assert "cannot be read: Permission denied" in run.stderr


def test_names_are_never_read_as_markup(tmp_path: Path) -> None:
    """Brackets in a title are printed as they stand, and a sign that steers the terminal is replaced."""
    head = "name: small\ntitle: '[bold]Home[/bold] care'\nauthority: Example Council\n"
    work = WORK.replace("work,", "w\x1b[2Jork,")
    run = CliRunner().invoke(app, ["check", str(write(tmp_path / "a", {"scenario.yaml": head, "able.csv": ABLE}))])
    assert run.stdout.startswith("[bold]Home[/bold] care (small)")
    run = CliRunner().invoke(app, ["check", str(write(tmp_path / "b", {"work.csv": work}))])
    assert "\x1b" not in run.stdout
