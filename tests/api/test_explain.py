"""explain from what is typed to what is printed, returned and written, on the example case of its guide.

Change this when an explanation is told in another way.
"""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from api.cli.explain_words import explain_parts
from api.cli.main import app
from scenarios.exploring.explain_result import Asked, Binds, ConflictFound, ExplainAnswer
from scenarios.exploring.result import Explored
from scenarios.reading.load import load_case
from tests.scenarios.reading.small_case import write

TOO_LITTLE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "advice-too-little-money"
DEMAND = Asked(
    rule="ceiling",
    place="every year",
    side="",
    asked=1,
    asked_unit="pounds",
    unit="pounds",
    sentence="It asks.",
    source="",
    may_give=True,
)


def run(*arguments: object) -> Result:
    """Run the command line as a planner does."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def text_of(found: Result) -> str:
    """What was printed, without the breaks of its lines."""
    return " ".join(found.stdout.split())


def shown(*answers: ExplainAnswer) -> str:
    """Answers as they are printed, without the breaks of their lines."""
    found = Explored[ExplainAnswer](
        case="c",
        title="t",
        illustration=False,
        note=None,
        question="explain",
        option=None,
        structures=(),
        answers=answers,
    )
    console = Console(file=io.StringIO(), width=200)
    for part in explain_parts(found):
        console.print(part)
    written = console.file
    assert isinstance(written, io.StringIO)
    return " ".join(written.getvalue().split())


def answer(status: str, **facts: object) -> ExplainAnswer:
    """An answer that ended in some way."""
    plain = {"option": "designed", "branch": None, "status": status, "reasons": ()}
    return ExplainAnswer.model_validate({**plain, **facts})


def test_nothing_fits() -> None:
    """Ways out with their price, what comes before, and the conflict with its sources; exit code 4."""
    found = run("explain", TOO_LITTLE)
    said = text_of(found)
    assert found.exit_code == 4
    assert "No structure keeps all the rules within these figures." in said
    assert "1. If the ceiling is raised by £207,000 a year" in said
    assert "6 volunteers leave (4 of Housing Adviser, 2 of Support Officer), at about £90,000 once. Enough." in said
    assert "These 2 demands cannot hold together, and any one fewer could (no fewer do):" in said
    assert "A year costs £380,000 at the most. [limits, ceiling, budget paper, annex B]" in said


def test_the_document_and_the_files(tmp_path: Path) -> None:
    """The JSON document stands alone on the output, and the same is written beside a page."""
    folder = tmp_path / "why"
    found = run("explain", TOO_LITTLE, "--option", "designed", "--json", "-o", folder)
    assert found.exit_code == 4
    document = json.loads(found.stdout)
    assert (document["question"], document["option"]) == ("explain", "designed")
    (only,) = document["answers"]
    assert [way["structure"] for way in only["ways_out"]] == [0, 1]
    assert len(document["structures"]) == 2
    assert sorted(path.name for path in folder.iterdir()) == ["explain.html", "explain.json"]
    assert json.loads((folder / "explain.json").read_text("utf-8")) == document


def test_something_fits(tmp_path: Path) -> None:
    """The small case fits: what binds is told, and the command ends well."""
    found = run("explain", write(tmp_path / "small"))
    assert found.exit_code == 0, found.output
    assert "Something fits" in text_of(found)


def test_an_option_that_is_not_to_be_designed() -> None:
    """No change has nothing to explain, and the command says which options have."""
    found = run("explain", TOO_LITTLE, "--option", "no change")
    assert found.exit_code == 2
    assert "options to design: designed" in " ".join(found.stderr.split())


def test_the_words_of_each_ending() -> None:
    """Nothing binds; not settled; a demand that alone cannot be kept; a conflict not known to be the smallest."""
    alone = ConflictFound(demands=(DEMAND,), smallest=True, at_least=1)
    pair = ConflictFound(demands=(DEMAND, DEMAND), smallest=False, at_least=1)
    assert "no demand binds" in shown(answer("answered", design=0))
    unsettled = shown(answer("undecided", reasons=("Not settled.",)), answer("undecided", design=0, reasons=("Open.",)))
    assert unsettled == "designed Not settled. designed Open."
    assert "This demand alone cannot be kept by any structure: It asks." in shown(answer("infeasible", conflict=alone))
    assert "(not known to be the fewest)" in shown(answer("infeasible", conflict=pair, branch="Band A"))
    bound = Binds(demand=DEMAND, goal="", by=0, goals=(), settled=False, least=False, structure=None, sentence="Open.")
    assert "It asks. Open." in shown(answer("undecided", design=0, binding=(bound,)))


def test_what_is_not_the_least_is_said() -> None:
    """With next to no effort for anything but knowing that nothing fits, ways out say that less may be enough."""
    found = run("explain", TOO_LITTLE, "--effort", "0.02", "--json")
    for each in json.loads(found.stdout)["answers"]:
        assert each["status"] in ("infeasible", "undecided")


@pytest.mark.parametrize("word", ["ceilings", "ceiling; ceiling"])
def test_a_rule_that_is_not_known_is_a_fault(tmp_path: Path, word: str) -> None:
    """In the sheet limits, `negotiable` names rules that there are, each once."""
    limits = (TOO_LITTLE / "limits.csv").read_text("utf-8") + f"negotiable,{word}\n"
    folder = tmp_path / "case"
    folder.mkdir()
    for path in TOO_LITTLE.iterdir():
        (folder / path.name).write_text(limits if path.name == "limits.csv" else path.read_text("utf-8"), "utf-8")
    found = run("explain", folder)
    assert found.exit_code == 3
    assert "negotiable" in found.stdout + found.stderr


def test_the_order_named_is_read(tmp_path: Path) -> None:
    """People first in the sheet: the first way out asks them to give, and no money."""
    folder = tmp_path / "case"
    folder.mkdir()
    for path in TOO_LITTLE.iterdir():
        more = "negotiable,Displaced; role limits\n" if path.name == "limits.csv" else ""
        (folder / path.name).write_text(path.read_text("utf-8") + more, "utf-8")
    assert load_case(folder).scenario.limits.negotiable == ("displaced", "role limits")
    first = json.loads(run("explain", folder, "--json").stdout)["answers"][0]["ways_out"][0]
    assert {each["demand"]["rule"] for each in first["gives"]} <= {"displaced_limit", "role_limits"}
