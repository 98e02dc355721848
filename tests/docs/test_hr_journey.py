"""The journey of the HR guide: sixty rows with names, three small files, and the first answer.

Change this when the guide takes another way to a first answer.
"""

import csv
import json
import shutil
from pathlib import Path

from typer.testing import CliRunner

from api.cli.main import app
from docs.blocks.outputs import ROOT
from tests.docs.pages import page
from tests.scenarios.importing.extracts import guide_extract, service

EXAMPLE = ROOT / "docs" / "examples" / "hr-extract"
GUIDE = "docs/guides/from-an-hr-extract.md"
MOST_TYPED = 60


def typed_cells() -> int:
    """Cells of the lists that are typed, headers included, and lines of the mapping file with a value."""
    lists = [path.read_text("utf-8").splitlines() for path in sorted((EXAMPLE / "typed").glob("*.csv"))]
    cells = sum(bool(cell.strip()) for rows in lists for row in csv.reader(rows) for cell in row)
    settings = (EXAMPLE / "typed" / "mapping.yaml").read_text("utf-8").splitlines()
    return cells + sum(not line.endswith(":") for line in settings)


def test_the_extract_of_the_guide_is_the_generated_one() -> None:
    """The example holds sixty rows of 25 columns, byte for byte those that the tests generate."""
    content = (EXAMPLE / "extract.csv").read_bytes()
    assert content == guide_extract()
    header, *rows = csv.reader(content.decode().splitlines())
    assert (len(rows), len(header)) == (60, 25)
    assert "60 rows and 25 columns" in page(GUIDE)


def test_few_cells_are_typed() -> None:
    """The guide counts what is typed, and it is under sixty."""
    assert f"{typed_cells()} typed cells" in page(GUIDE)
    assert typed_cells() < MOST_TYPED


def test_the_journey_ends_in_an_answer(tmp_path: Path) -> None:
    """Import, check and compare of a copy: no fault, a cost for both structures, a saving, people at risk, no name."""
    shutil.copytree(EXAMPLE / "typed", tmp_path / "case")
    runner = CliRunner()
    done = runner.invoke(app, ["import", "hr", str(EXAMPLE / "extract.csv"), "-o", str(tmp_path / "case")])
    assert done.exit_code == 0, done.output
    checked = runner.invoke(app, ["check", str(tmp_path / "case"), "--json"])
    assert checked.exit_code == 0, checked.output
    compared = runner.invoke(app, ["compare", str(tmp_path / "case"), "--json"])
    assert compared.exit_code == 0, compared.output
    today, proposed = json.loads(compared.stdout)["structures"]
    assert today["fte"] == 56.65
    assert today["annual_cost"] > proposed["annual_cost"] > 0
    assert proposed["people"]["in_scope"] == 54
    assert 0 < proposed["people"]["at_risk"] < 54
    files = b"".join(path.read_bytes() for path in sorted((tmp_path / "case").iterdir()))
    said = files + b"".join(run.stdout_bytes + run.stderr_bytes for run in (done, checked, compared))
    names = {row["Surname"] for row in service()} - {"Vacant"}
    assert len(names) > 50
    assert [name for name in sorted(names) if name.encode() in said] == []


def at_risk(case: Path, proposed: list[list[str]]) -> tuple[int, int]:
    """Posts and people at risk of the proposed structure of a case."""
    with (case / "proposed.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(proposed)
    run = CliRunner().invoke(app, ["compare", str(case), "--json"])
    assert run.exit_code == 0, run.output
    _, found = json.loads(run.stdout)["structures"]
    return found["posts"], found["people"]["at_risk"]


def test_a_copy_of_today_is_changed_as_the_guide_says(tmp_path: Path) -> None:
    """Five columns copied are today; four lines less are four posts less; a new name puts all at risk."""
    case = tmp_path / "case"
    run = CliRunner().invoke(app, ["import", "hr", str(EXAMPLE / "extract.csv"), "-o", str(case)])
    assert run.exit_code == 0, run.output
    today = list(csv.DictReader((case / "posts.csv").read_text("utf-8").splitlines()))
    columns = ["title", "team", "grade", "posts", "fte"]
    copied = [[line[name] for name in columns] for line in today]
    assert at_risk(case, [columns, *copied]) == (58, 0)
    officers = [index for index, line in enumerate(copied) if line[0] == "Support Officer"][:4]
    less = [line for index, line in enumerate(copied) if index not in officers]
    assert at_risk(case, [columns, *less])[0] == 54

    everybody = sum(int(line["people"]) for line in today if line["contract"] != "agency")
    kept, new = ([[title, name, *rest] for title, _, *rest in copied] for name in ("North", "Joint"))
    assert at_risk(case, [columns, *kept])[1] < everybody
    assert at_risk(case, [columns, *new])[1] == everybody == 54
