"""diff from what is typed to what is printed and returned, on a small case.

Change this when a difference is told in another way.
"""

import io
import json
import re
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from api.cli.diff_words import answer_words
from api.cli.main import app
from scenarios.comparing import result as r
from scenarios.comparing.answers import Asking
from scenarios.differing.answers import AnswerChange, FactChange
from scenarios.differing.facts import Unit, Value
from scenarios.schema.case import Case
from solver.engine import Stop
from tests.api.build import body, comparison, head, structure
from tests.scenarios.reading.small_case import POSTS, write

DEARER = {"posts.csv": POSTS.replace('"76,500"', '"86,500"')}
PLANTED = "7731"
SEALED = f"group,age from,age to,years,pay,people\nTeam Manager,30,40,5,{PLANTED},1\n"


def run(*arguments: object) -> Result:
    """Run the command line as a planner does."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small case in a folder."""
    return write(tmp_path / "small")


@pytest.fixture
def dearer(tmp_path: Path) -> Path:
    """The small case with dearer managers."""
    return write(tmp_path / "dearer", DEARER)


def text_of(found: Result) -> str:
    """What was printed, without the breaks of its lines."""
    return " ".join(found.stdout.split())


def test_input_and_answer_are_told_in_words(small: Path, dearer: Path) -> None:
    """The cell with both values and its place, and what that makes of cost and saving, structure by structure."""
    found = run("diff", small, dearer)
    assert (found.exit_code, found.stderr) == (0, "")
    said = text_of(found)
    assert "posts: 1 changed Team Manager, North cost: 76500 -> 86500 (both posts.csv, row 2, cost)" in said
    assert "no change money: cost a year £525,500 -> £535,500" in said
    assert "posts, Team Manager, North: cost a year £76,500 -> £86,500" in said
    assert "as proposed money: saving £256,500 -> £266,500" in said


def test_json_is_one_document_and_the_same_every_time(small: Path, dearer: Path) -> None:
    """Two runs print the same bytes; places, values and the changes of every structure are in them."""
    first, second = run("diff", small, dearer, "--json"), run("diff", small, dearer, "--json")
    assert first.stdout_bytes == second.stdout_bytes
    document = json.loads(first.stdout)
    assert (document["same_input"], document["same_answer"], document["sealed"]) == (False, False, [])
    assert document["a"]["input_digest"] != document["b"]["input_digest"]
    (row,) = document["input"]
    assert row["cells"][0]["after_at"] == "posts.csv, row 2, cost"
    assert {"option": "no change", "branch": None, "anchor": None, "change": "changed"}.items() <= document["answer"][
        0
    ].items()


def test_the_other_way_round_says_the_same_of_each_side(small: Path, dearer: Path) -> None:
    """What changed from A to B changed back from B to A."""
    there, back = (json.loads(run("diff", *pair, "--json").stdout) for pair in ((small, dearer), (dearer, small)))
    forth = [(f["measure"], f["before"], f["after"]) for s in there["answer"] for f in s["facts"]]
    assert forth == [(f["measure"], f["after"], f["before"]) for s in back["answer"] for f in s["facts"]]


def test_equal_cases_say_so_without_working_out_answers(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows in another order are no difference; the same case has the same answers, so none is asked for."""

    def never(_case: Case, _asking: Asking) -> r.Comparison:
        raise AssertionError("nothing is to be worked out")

    monkeypatch.setattr("scenarios.runs.compare.compare_case", never)
    header, *rows = POSTS.splitlines()
    other = write(tmp_path / "other", {"posts.csv": "\n".join([header, *reversed(rows)]) + "\n"})
    found = run("diff", small, other)
    assert found.exit_code == 0
    assert "What the cases state: no difference." in found.stdout
    assert "What comes out: no difference. The same case has the same answers." in found.stdout
    document = json.loads(run("diff", small, other, "--json").stdout)
    assert (document["same_input"], document["same_answer"], document["answer"]) == (True, True, [])


def test_a_difference_that_changes_no_answer(small: Path, tmp_path: Path) -> None:
    """Another title for the case: every structure comes out as before."""
    other = write(tmp_path / "other")
    head = other / "scenario.yaml"
    head.write_text(head.read_text("utf-8").replace("Home care contracts", "Home care"), "utf-8")
    found = run("diff", small, other)
    assert "header: changed title: Home care contracts -> Home care (both scenario.yaml, title)" in text_of(found)
    assert "What comes out: no difference. Every structure comes out as before." in found.stdout


def test_input_only_works_out_nothing(small: Path, dearer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are told, answers are null in the JSON and absent in the words."""

    def never(_case: Case, _asking: Asking) -> r.Comparison:
        raise AssertionError("nothing is to be worked out")

    monkeypatch.setattr("scenarios.runs.compare.compare_case", never)
    found = run("diff", small, dearer, "--input-only")
    assert found.exit_code == 0
    assert "What comes out" not in found.stdout
    document = json.loads(run("diff", small, dearer, "--input-only", "--json").stdout)
    assert (document["same_answer"], document["answer"], len(document["input"])) == (None, None, 1)


def test_rows_and_structures_that_only_one_has(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row with its place and its cells, a structure by its name; those with the same changes are told together."""
    people = structure(head("A", "designed", anchor="people_first"), body())
    money = structure(head("A", "designed", anchor="money_first"), body())
    gone = structure(head("as proposed", "given", branch="Band A"), body())
    cheaper = {"annual_cost": 348_000.0, "payback_years": None, "notes": ("Held.",)}
    after = [each.model_copy(update=cheaper) for each in (people, money)]
    waiting = [comparison(gone, people, money), comparison(*after)]
    monkeypatch.setattr("scenarios.runs.compare.compare_case", lambda _case, _asking: waiting.pop(0))
    other = write(tmp_path / "other", {"posts.csv": POSTS + "Clerk,South,1,1,0,20000\n"})
    said = text_of(run("diff", small, other))
    assert (
        "posts: 1 added Clerk, South: only in B (posts.csv, row 5): title Clerk; team South; posts 1; fte 1; "
        "cost 20000; people 0" in said
    )
    assert "as proposed (Band A): only in A" in said
    assert (
        "A: people first = money first note: only in B: Held. money: cost a year £349,000 -> £348,000; "
        "paid back in 0.04 years -> ?" in said
    )


def test_faults_of_both_cases_are_told_with_whose_they_are(small: Path, tmp_path: Path) -> None:
    """Exit code 3, every fault of each case under its name, also as JSON; the sound case has none."""
    bad = write(tmp_path / "bad", {"posts.csv": POSTS.replace("7.5", "x")})
    worse = write(tmp_path / "worse", {"posts.csv": POSTS.replace("title", "tilte")})
    found = run("diff", bad, worse)
    assert found.exit_code == 3
    assert f"{bad}: faults in the data, to be mended first: 2" in found.stdout
    assert f"{worse}: faults in the data, to be mended first: " in found.stdout
    document = json.loads(run("diff", small, bad, "--json").stdout)
    assert {fault["case"] for fault in document["faults"]} == {str(bad)}
    assert len(document["faults"]) == 2
    assert "Traceback" not in found.output


def test_doubts_beside_faults_are_told_too(small: Path, tmp_path: Path) -> None:
    """What is odd in a case with faults is told under its name."""
    odd = write(tmp_path / "odd", {"posts.csv": POSTS.replace("7.5,8", "7.5,x").replace("1.5,2", "10/7,2")})
    said = run("diff", small, odd).stdout
    assert re.search(rf"{re.escape(str(odd))}: doubts: usable, but look: \d", said)


def test_a_case_that_is_not_there_is_usage(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 2, whichever of the two it is; so is one that cannot be read."""
    assert run("diff", small, tmp_path / "nowhere").exit_code == 2
    assert run("diff", "bury-2012", small).exit_code == 2

    def refused(_path: Path) -> Case:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr("api.cli.case_argument.load_case", refused)
    found = run("diff", small, small)
    assert (found.exit_code, "cannot be read: Permission denied" in found.stderr) == (2, True)


def test_no_figure_of_a_sealed_sheet_is_printed(small: Path, tmp_path: Path) -> None:
    """That rows differ is said, and how many; nothing that stands in them."""
    other = write(tmp_path / "other", {"service.csv": SEALED})
    words, document = run("diff", small, other, "--input-only"), run("diff", small, other, "--input-only", "--json")
    assert "service (sealed: nothing in it is shown): rows 1 added" in words.stdout
    assert json.loads(document.stdout)["sealed"] == [{"sheet": "service", "added": 1, "removed": 0, "changed": 0}]
    assert PLANTED not in words.output + document.output


def test_ctrl_c_ends_without_half_an_answer(small: Path, dearer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search cut short is no answer to set against another: what is stated is told, exit code 5."""

    def stopped(_case: Case, asking: Asking) -> r.Comparison:
        stop = asking.watch.settings.stop
        assert isinstance(stop, Stop)
        stop.ask()
        return comparison()

    monkeypatch.setattr("scenarios.runs.compare.compare_case", stopped)
    found = run("diff", small, dearer)
    assert found.exit_code == 5
    assert "the answers were not set against each other" in found.stderr
    assert "What comes out" not in found.stdout


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1250, "count", "1,250"),
        (10.5, "fte", "10.5"),
        (12.0, "pounds", "£12"),
        (None, "pounds", "?"),
        ("x", "text", "x"),
    ],
)
def test_amounts_are_told_in_their_unit(value: Value, unit: Unit, text: str) -> None:
    """Counts with their thousands apart, FTE and pounds as everywhere, what is not known as a question mark."""
    fact = FactChange("posts", "Officer, North", "so", unit, "changed", value, value)
    console = Console(file=io.StringIO(), width=200)
    for part in answer_words([AnswerChange("A", None, None, "changed", (fact,))], same_input=False):
        console.print(part)
    assert isinstance(console.file, io.StringIO)
    assert f"posts, Officer, North: so {text} -> {text}" in console.file.getvalue()
