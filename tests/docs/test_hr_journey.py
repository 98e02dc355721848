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
