"""must-be-true from what is typed to what is printed, written and returned, on a small case."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.main import app
from scenarios.comparing.answers import Asking
from scenarios.exploring.must_be_true import MustBeTrue, must_be_true
from scenarios.exploring.result import Explored
from scenarios.schema.case import Case
from solver.engine import Settings
from solver.search import Watch
from tests.scenarios.reading.small_case import WORK, write

FORBIDDEN = re.compile(r"\b(best|optimal|optimum|proven|dominated)\b", re.IGNORECASE)
FILES = {"must-be-true.html", "must-be-true.json", "assumptions.csv", "two-way.csv", "assumptions.svg", "two-way.svg"}


def run(*arguments: object) -> Result:
    """Run the command line as a planner does."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small case in a folder."""
    return write(tmp_path_factory.mktemp("must-be-true") / "small")


@pytest.fixture(scope="module")
def written(small: Path) -> tuple[Result, Path]:
    """The question asked once of every option, printed as JSON and written into a folder."""
    folder = small.parent / "out"
    return run("must-be-true", small, "--json", "-o", folder), folder


def test_each_assumption_and_the_two_together_are_told(small: Path) -> None:
    """One option: every assumption with its range, why the two were moved together, the grid and its signs."""
    found = run("must-be-true", small, "--option", "as proposed")
    assert (found.exit_code, found.stderr) == (0, "")
    for words in (
        "1. as proposed [given by hand]",
        "Each moved alone, the nearest break first",
        "Monitoring, share: Service Organiser: taken as 45%, may be 30% to 60%; ",
        "Brokerage, happens: taken as -54%, may be -70% to 0%; ",
        "Moved together: ",
        "[-54%]",
        "[45%]",
        ".: the answer stands",
        "In brackets: the figures the answer was worked out with.",
    ):
        assert words in found.stdout, words
    assert "2. " not in found.stdout
    assert FORBIDDEN.findall(found.stdout) == []


def test_json_is_one_document_with_every_option(written: tuple[Result, Path]) -> None:
    """Answers of every option by their place among the structures; figures as cells and as numbers."""
    document = json.loads(written[0].stdout)
    assert document["question"] == "must-be-true"
    assert document["option"] is None
    assert {each["option"] for each in document["answers"]} == {each["option"] for each in document["structures"]}
    assert [each["structure"] for each in document["answers"]] == [*range(len(document["structures"]))]
    (monitoring,) = (
        each for each in document["answers"][0]["assumptions"] if each["assumption"].startswith("Monitoring")
    )
    assert (monitoring["unit"], monitoring["value"]) == ("percent", {"cell": "45%", "number": 45.0})


def test_files_are_written_where_asked(written: tuple[Result, Path]) -> None:
    """Page, document, two tables and two pictures; the document is what --json prints."""
    found, folder = written
    assert {each.name for each in folder.iterdir()} == FILES
    assert (folder / "must-be-true.json").read_bytes() == found.stdout_bytes
    assert "Each moved alone" in (folder / "must-be-true.html").read_text("utf-8")
    for name in ("assumptions.svg", "two-way.svg"):
        picture = (folder / name).read_text("utf-8")
        assert picture.startswith("<svg")
        assert "as proposed" in picture


def test_the_tables_hold_every_break_and_every_cell(written: tuple[Result, Path]) -> None:
    """As many rows as the document has breaks (one for an assumption without) and cells."""
    answers = json.loads(written[0].stdout)["answers"]
    rows = {name: (written[1] / name).read_text("utf-8-sig").splitlines()[1:] for name in FILES if "csv" in name}
    assert len(rows["assumptions.csv"]) == sum(max(1, len(e["breaks"])) for a in answers for e in a["assumptions"])
    cells = [then for a in answers if a["together"] for row in a["together"]["cells"] for then in row]
    assert len(rows["two-way.csv"]) == len(cells) > 0
    assert sum(line.endswith(",the answer stands") for line in rows["two-way.csv"]) == cells.count("")
    assert any(line.split(",")[-1] != "the answer stands" for line in rows["assumptions.csv"])


def test_a_case_without_guesses_says_how_to_mark_one(tmp_path: Path) -> None:
    """Nothing is moved; the files still come, with pictures that say so."""
    sure = WORK.replace("~45% (30%..60%)", "45%").replace("~-54% (-70%..0%)", "-54%")
    case = write(tmp_path / "sure", {"work.csv": sure})
    found = run("must-be-true", case, "--option", "as proposed", "-o", tmp_path / "out")
    assert found.exit_code == 0
    assert "No figure of this case is assumed with a range: mark one as in ~6 (4..8), and it is moved." in found.stdout
    assert "No assumption was moved." in (tmp_path / "out" / "assumptions.svg").read_text("utf-8")
    assert "No two assumptions were moved together." in (tmp_path / "out" / "two-way.svg").read_text("utf-8")


def test_what_is_not_settled_ends_so(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With hardly any effort the designs are undecided: nothing is moved for them, and the exit code says so."""

    def hurried(case: Case, asking: Asking) -> Explored[MustBeTrue]:
        return must_be_true(case, replace(asking, watch=Watch(settings=Settings(effort=1e-9, nodes=1))))

    monkeypatch.setattr("scenarios.runs.must_be_true.must_be_true", hurried)
    found = run("must-be-true", small, "--option", "designed")
    assert found.exit_code == 5
    assert "No assumption was moved for this answer." in found.stdout
    assert "Not settled: " in found.stdout


def test_an_option_that_is_not_there_is_named(small: Path) -> None:
    """With the options there are; nothing is worked out."""
    found = run("must-be-true", small, "--option", "as propsed")
    assert (found.exit_code, found.stdout) == (2, "")
    assert "did you mean 'as proposed'?" in found.stderr
