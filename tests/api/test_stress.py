"""stress from what is typed to what is printed, written and returned, on the example of the guide.

Change this when stress is asked for, or told, in another way.
"""

import csv
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.main import app
from tests.scenarios.reading.small_case import write

FORBIDDEN = re.compile(r"\b(best|optimal|optimum|proven|dominated)\b", re.IGNORECASE)
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "advice-stress"


def run(*arguments: object) -> Result:
    """Run the command line as a planner does."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, Path]:
    """The question asked once of every option, printed and written into a folder."""
    folder = tmp_path_factory.mktemp("stress") / "out"
    return run("stress", EXAMPLE, "-o", folder), folder


def test_a_table_of_signs_and_what_each_means(written: tuple[Result, Path]) -> None:
    """Structures down, variations across; every sign that stands in the table is explained under it."""
    printed = written[0].stdout
    assert written[0].exit_code == 0
    table = printed.partition("no change")[2].partition("\n\n")[0]
    legend = " ".join(printed.partition("design would be the same")[2].partition("\n\n")[0].split())
    assert "LW" in table
    assert "+" in table.partition("as proposed")[2].splitlines()[0]
    for sign in (
        "R: a rule is broken",
        "L: work is left",
        "W: other posts cover more work",
        "-: there is no structure",
    ):
        assert sign in legend, sign
    assert "N: it no longer improves" not in legend
    assert FORBIDDEN.findall(printed) == []


def test_each_structure_in_words(written: tuple[Result, Path]) -> None:
    """As things are, then each variation under which a figure or a rule is otherwise; answers alike are told once."""
    told = " ".join(written[0].stdout.split())
    for words in (
        "designed: people first = money first As things are: 0 FTE uncovered, 3 people displaced, £555,500 a year.",
        "demand +10%: 0.8 FTE uncovered, 3 people displaced, £555,500 a year; other posts cover more work.",
        "pay award +5%: 0 FTE uncovered, 3 people displaced, £583,275 a year; costs £583,275 in 2026",
        "leavers +15%: 0 FTE uncovered, 1 person displaced, £555,500 a year.",
        "designed: improved No structure of this option matches",
        "demand +10%: a structure that improves on the given option exists.",
    ):
        assert words in told, words
    assert "no change demand -10%" not in told


def test_the_document_and_the_table_written(written: tuple[Result, Path]) -> None:
    """One row for each structure as things are and under each variation; the document has the same."""
    folder = written[1]
    assert {each.name for each in folder.iterdir()} == {"stress.html", "stress.json", "stress.csv"}
    document = json.loads((folder / "stress.json").read_text("utf-8"))
    assert (document["question"], document["option"]) == ("stress", None)
    with (folder / "stress.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with_structure = [each for each in document["answers"] if each["as_things_are"] is not None]
    others = [each for each in document["answers"] if each["as_things_are"] is None]
    assert len(rows) == sum(1 + len(each["held"]) for each in with_structure) + sum(len(o["held"]) for o in others)
    assert {row["survives"] for row in rows} == {"y", "n", ""}
    held = next(row for row in rows if (row["answer"], row["variation"]) == ("people first", "demand +10%"))
    assert (held["uncovered fte"], held["displaced"], held["the design"]) == ("0.8", "3", "other posts cover more work")


def test_json_alone() -> None:
    """One document on the standard output, about the option named."""
    found = run("stress", EXAMPLE, "--option", "as proposed", "--json")
    (answer,) = json.loads(found.stdout)["answers"]
    assert (found.exit_code, answer["option"], answer["structure"]) == (0, "as proposed", 0)
    assert answer["held"][0]["varied"] == {"demand": -10.0}


def test_nothing_declared_is_said_once() -> None:
    """A case without stress figures is told what to write, once, and its structures as things are."""
    printed = " ".join(run("stress", EXAMPLE.with_name("advice")).stdout.split())
    assert printed.count("The case declares nothing that may vary") == 1
    assert "As things are: 0 FTE uncovered" in printed


def test_what_is_not_settled_ends_with_its_code() -> None:
    """With next to no effort the design is not settled, and that is said."""
    found = run("stress", "nottinghamshire-2014", "--option", "model A", "--effort", "0.001")
    assert found.exit_code == 5
    assert "Not settled" in found.stdout


def test_a_name_that_is_not_known_is_a_fault(tmp_path: Path) -> None:
    """The fault names what there is, and the command ends with 3."""
    case = write(tmp_path / "small", {"limits.csv": "item,value\nstress: rent,5%\n"})
    found = run("stress", case)
    assert found.exit_code == 3
    assert "demand, pay award, ceiling, leavers" in " ".join((found.stdout + found.stderr).split())


def test_without_a_known_cost_a_question_mark_stands(tmp_path: Path) -> None:
    """What a structure costs is not known: so it is under each variation, on the screen and in the table."""
    files = {
        "posts.csv": "title,team,posts,fte\nOfficer,North,3,3\n",
        "work.csv": "work,share: Officer\nVisits,~50%\n",
        "limits.csv": "item,value\nstress: demand,5%\n",
        "proposed.csv": None,
        "able.csv": None,
    }
    found = run("stress", write(tmp_path / "small", files), "--option", "no change", "-o", tmp_path / "out")
    assert "0 people displaced, ? a year" in " ".join(found.stdout.split())
    assert ",?," in (tmp_path / "out" / "stress.csv").read_text("utf-8-sig")
