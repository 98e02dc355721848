"""Workbooks at the command line: read as any case, written blank, and copied with comments.

Change this when a workbook may be asked for in another way.
"""

import json
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from api.cli.main import app
from scenarios.library import path_of
from scenarios.reading.load import load_case
from scenarios.reading.workbook_layout import RESULTS_SHEET
from scenarios.workbooks.writing import workbook_of
from tests.scenarios.reading.messy_workbooks import HEAD, POSTS, plain, posts_with

TROUBLED = plain(posts=posts_with(2, 4, "abc"))


def _write(folder: Path, content: bytes, name: str = "plan.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_workbook_is_a_case_like_any_other(tmp_path: Path) -> None:
    """The digest printed for a workbook is that of the folder it was written from, and so is all else but places."""
    book = _write(tmp_path, workbook_of(load_case(path_of("bury-2021"))))
    both = [CliRunner().invoke(app, ["check", named, "--json"]) for named in (str(book), "bury-2021")]
    assert [run.exit_code for run in both] == [0, 0]
    one, other = (json.loads(run.stdout) for run in both)
    assert one["input_digest"] == other["input_digest"]
    assert [one[key] for key in ("options", "opens", "not_read")] == [
        other[key] if key != "not_read" else [] for key in ("options", "opens", "not_read")
    ]
    assert sorted(told["code"] for told in one["doubts"]) == sorted(told["code"] for told in other["doubts"])
    assert not any(".csv" in told["message"] for told in one["doubts"])
    assert {told["sheet"] for told in one["doubts"]} == {
        told["sheet"].removesuffix(".csv").replace("scenario.yaml", "case") for told in other["doubts"]
    }
    assert [str(told) for told in one["doubts"] if told["row"] is not None and told["cell"] is None] == []


def test_faults_are_told_by_cell(tmp_path: Path) -> None:
    """On the screen as sheet!cell, in JSON as a field of its own."""
    book = _write(tmp_path, TROUBLED)
    assert "posts!E3, fte: 'abc' is not a number" in CliRunner().invoke(app, ["check", str(book)]).stdout
    run = CliRunner().invoke(app, ["check", str(book), "--json"])
    assert (run.exit_code, json.loads(run.stdout)["faults"][0]["cell"]) == (3, "E3")


@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_check_writes_a_copy_with_comments(as_json: list[str], tmp_path: Path) -> None:
    """With faults and without, the copy is written, the workbook stays as it was, and the exit code says the same."""
    for content, code, cell in ((TROUBLED, 3, "E3"), (plain(posts=posts_with(3, 2, "P02")), 0, "C4")):
        book, copy = _write(tmp_path, content), tmp_path / f"copy-{code}.xlsx"
        run = CliRunner().invoke(app, ["check", str(book), "-o", str(copy), *as_json])
        assert run.exit_code == code
        assert f"Written: {copy}" in run.stderr
        assert openpyxl.load_workbook(copy)["posts"][cell].comment is not None
        assert book.read_bytes() == content
        copy.unlink()


def test_a_workbook_that_cannot_be_copied_is_said(tmp_path: Path) -> None:
    """Where the workbook itself is refused, its fault is told and no copy is written."""
    book, copy = _write(tmp_path, plain()[:2000]), tmp_path / "copy.xlsx"
    run = CliRunner().invoke(app, ["check", str(book), "-o", str(copy)])
    assert run.exit_code == 3
    assert f"No copy was written to {copy}: the workbook is damaged" in run.stderr
    assert not copy.exists()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """The workbook itself, a link to it, any other file, and names that are no workbook are refused in words."""
    book, other = _write(tmp_path, TROUBLED), _write(tmp_path, b"kept", "other.xlsx")
    link = tmp_path / "link.xlsx"
    link.symlink_to(book)
    refusals = {
        str(book): "is the workbook itself",
        str(link): "is the workbook itself",
        str(other): "is there already",
        str(tmp_path / "copy.csv"): "does not end in .xlsx",
        str(tmp_path / "no" / "folder.xlsx"): "No such file or directory",
        "x" * 300 + ".xlsx": "cannot be the name of a file",
        "nul\x00.xlsx": "",
    }
    for output, words in refusals.items():
        run = CliRunner().invoke(app, ["check", str(book), "-o", output])
        assert (run.exit_code, words in run.stderr) == (2, True), output
        assert "Traceback" not in run.output
    assert (book.read_bytes(), other.read_bytes()) == (TROUBLED, b"kept")


def test_only_a_workbook_is_copied(tmp_path: Path) -> None:
    """A library case, a folder or a document has no cells to put comments in."""
    run = CliRunner().invoke(app, ["check", "bury-2021", "-o", str(tmp_path / "copy.xlsx")])
    assert run.exit_code == 2
    assert "is no Excel workbook" in run.stderr


@pytest.mark.parametrize("step", [1, 2, 3])
def test_a_template_is_written_once(step: int, tmp_path: Path) -> None:
    """It is written and said, with the next command to type; a second time it is not written over."""
    path = tmp_path / "blank.xlsx"
    arguments = ["template", "--step", str(step), "-o", str(path)]
    run = CliRunner().invoke(app, arguments)
    assert run.exit_code == 0
    assert f"then: restructure check {path}" in run.stderr
    assert RESULTS_SHEET not in openpyxl.load_workbook(path).sheetnames
    content = path.read_bytes()
    assert CliRunner().invoke(app, arguments).exit_code == 2
    assert path.read_bytes() == content


def test_a_template_is_told_as_json(tmp_path: Path) -> None:
    """With --json one document says what was written."""
    run = CliRunner().invoke(app, ["template", "-o", str(tmp_path / "blank.xlsx"), "--json"])
    assert json.loads(run.stdout) == {"step": 1, "written": "blank.xlsx"}


def test_a_folder_called_like_a_workbook_is_a_folder(tmp_path: Path) -> None:
    """The ending decides only about files."""
    folder = tmp_path / "plan.xlsx"
    folder.mkdir()
    (folder / "scenario.yaml").write_text("\n".join(f"{item}: {value}" for item, value in HEAD[1:]), "utf-8")
    rows = "\n".join(",".join(str(cell or "") for cell in row) for row in POSTS)
    (folder / "posts.csv").write_text(rows, "utf-8")
    assert CliRunner().invoke(app, ["check", str(folder)]).exit_code == 0
    assert CliRunner().invoke(app, ["check", str(folder), "-o", str(tmp_path / "copy.xlsx")]).exit_code == 2
