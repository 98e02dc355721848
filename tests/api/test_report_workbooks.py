"""`restructure report` to a workbook: money when nothing is said, people with --version hr, and what it refuses.

Change this when a workbook can be asked for in another way.
"""

import json
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from api.cli.main import app

CASE = "nottinghamshire-2019"


def run(*words: str) -> tuple[int, str]:
    """The command's exit code, and all it said."""
    result = CliRunner().invoke(app, ["report", CASE, *words])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("words", "what", "sheet"),
    [
        ((), "money workbook", "pay award"),
        (("--version", "money"), "money workbook", "lines"),
        (("--version", "hr"), "HR workbook", "section 188"),
    ],
)
def test_a_workbook_is_written(words: tuple[str, ...], what: str, sheet: str, tmp_path: Path) -> None:
    """It says which one, and the sheets are there."""
    path = tmp_path / "book.xlsx"
    code, said = run("-o", str(path), *words)
    assert (code, f"the {what}." in said) == (0, True)
    assert sheet in openpyxl.load_workbook(path).sheetnames


def test_a_workbook_as_json(tmp_path: Path) -> None:
    """One document on stdout says what was written."""
    result = CliRunner().invoke(app, ["report", CASE, "-o", str(tmp_path / "money.xlsx"), "--json"])
    assert json.loads(result.stdout) == {"case": CASE, "written": "money.xlsx", "what": "money workbook"}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (
            ("-o", "a.xlsx", "--version", "public"),
            "--version public is of a paper: name the file to write like",
        ),
        (("-o", "a.docx", "--version", "hr"), "--version hr is of a workbook: name the file to write like"),
        (("-o", "a.xlsx", "--template", "own.docx"), "--template is for a paper"),
    ],
)
def test_what_does_not_go_together_is_refused(words: tuple[str, ...], why: str) -> None:
    """Before anything is worked out, with what to do."""
    code, said = run(*words)
    assert (code, why in " ".join(said.split())) == (2, True)


def test_a_search_that_reached_its_limit_is_not_settled(tmp_path: Path) -> None:
    """The workbook is written, says so, and the command ends as undecided."""
    path = tmp_path / "money.xlsx"
    result = CliRunner().invoke(app, ["report", "bury-2021", "--effort", "0.001", "-o", str(path)])
    assert result.exit_code == 5
    said = [str(value) for cells in openpyxl.load_workbook(path)["contents"].values for value in cells]
    assert any(text.startswith("Not settled: the limit on effort was reached") for text in said)
