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
from api.cli.stress_words import cell_text
from scenarios.comparing.result import FindingLine
from scenarios.comparing.standing import NO_LONGER_FIT
from scenarios.exploring.stress import Held, StressAnswer
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


def test_a_table_of_what_gives(written: tuple[Result, Path]) -> None:
    """Structures down, variations across, as things are first; the signs that stand there are explained under it."""
    printed = written[0].stdout
    assert written[0].exit_code == 0
    table, _, legend = printed.partition("A cell says what gives")
    for column in ("as things", "+10%", "leavers", "all at their"):
        assert column in table, column
    assert "undone*" in table
    assert "none either" in " ".join(table.split())
    told = " ".join(legend.partition("\n\n")[0].split())
    assert "*: another structure would be the design" in told
    assert "'none either': there is no structure" in told
    assert "at the least, if every claim succeeds" in told
    assert FORBIDDEN.findall(printed) == []
    assert "surviv" not in printed


def test_each_structure_in_words(written: tuple[Result, Path]) -> None:
    """As things are, then each variation under which a figure or a rule is otherwise; answers alike are told once."""
    told = " ".join(written[0].stdout.split())
    for words in (
        "designed: people first = money first As things are: no rule broken; 0 FTE left undone; 3 people displaced; ",
        "demand +10%: no rule broken; 0.8 FTE left undone; 3 people displaced; £555,500 a year (0.8 FTE more left ",
        "(0.8 FTE more left undone); other posts cover more work.",
        "pay award +5%: breaks: costs £583,275 in 2026",
        "displaced; £583,275 a year (£27,775 a year more).",
        "leavers +15%: no rule broken; 0 FTE left undone; 1 to 2 people displaced; £555,500 a year (2 fewer",
        "as proposed As things are: breaks spare capacity by 0.9 FTE; 0.4 FTE left undone; 2 people displaced",
        "demand +10%: no further rule broken; 0.74 FTE left undone;",
        "demand -10%: breaks further: 2.46 FTE of established time has no work",
        "designed: improved No structure of this option matches",
        "demand +10%: a structure that improves on the given option exists.",
    ):
        assert words in told, words
    assert "no change demand -10%" not in told


BROKEN = FindingLine(rule="ceiling", place="2026", amount=400_000, message="costs too much")
IDLE = FindingLine(rule="no_idle", place="all teams", amount=1_500, message="no work")
SPAN = FindingLine(rule="span", place="North", amount=2, message="too wide")
NOW = Held(variation="", varied={}, breaks=(IDLE,), uncovered_fte=3.017, displaced=2, annual_cost=10.0, design=None)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"breaks": (IDLE,)}, "the same"),
        (
            {"breaks": (IDLE, BROKEN), "breaks_anew": (BROKEN,), "uncovered_more_fte": 1.2},
            "breaks ceiling by £4,000; 1.2 FTE more left undone",
        ),
        (
            {"breaks_anew": (SPAN, BROKEN, BROKEN.model_copy(update={"amount": 500_000}))},
            "breaks span; breaks ceiling by £5,000",
        ),
        (
            {"breaks_further": (IDLE,), "displaced_more": 1},
            "breaks further spare capacity by 1.5 FTE; 1 more displaced",
        ),
        (
            {"breaks": (IDLE,), "uncovered_more_fte": -1.0, "displaced_more": -3, "cost_more": -50.0},
            "no further rule broken; 1 FTE less left undone; 3 fewer displaced; £50 a year less",
        ),
        ({"design": NO_LONGER_FIT, "breaks_anew": (SPAN,)}, "breaks span"),
        ({"design": "other posts cost less"}, "the same*"),
    ],
)
def test_what_gives_in_a_cell(changes: dict[str, object], said: str) -> None:
    """A rule broken with its amount, and each figure by its change; work left as things are is no praise."""
    answer = StressAnswer(
        option="given",
        branch=None,
        status="answered",
        reasons=(),
        anchor=None,
        structure=0,
        as_things_are=NOW,
        held=(),
    )
    assert cell_text(NOW.model_copy(update={"variation": "demand +10%", **changes}), answer) == said


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
    held = next(row for row in rows if (row["answer"], row["variation"]) == ("people first", "demand +10%"))
    assert (held["uncovered fte"], held["uncovered fte more"], held["rules broken anew"]) == ("0.8", "0.8", "")
    assert (held["displaced at least"], held["displaced at most"], held["displaced more"]) == ("3", "3", "0")
    assert (held["cost more"], held["the design"]) == ("0", "other posts cover more work")
    dear = next(row for row in rows if (row["answer"], row["variation"]) == ("people first", "pay award +5%"))
    assert "over the ceiling" in dear["rules broken anew"]


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
    assert "FTE left undone" in printed


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
    assert "0 people displaced; ? a year" in " ".join(found.stdout.split())
    assert ",?," in (tmp_path / "out" / "stress.csv").read_text("utf-8-sig")
