"""report from what is typed to the file that is written, and what is refused.

Change this when a report may be asked for in another way.
"""

import io
import json
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner, Result

from api.cli.main import app
from scenarios.comparing import result as r
from scenarios.comparing.answers import Asking
from scenarios.schema.case import Case
from tests.api.build import comparison
from tests.scenarios.reading.small_case import write
from tests.scenarios.reporting.paper.read_back import words


def run(*arguments: object) -> Result:
    """Run the command line as a planner does."""
    return CliRunner().invoke(app, ["report", *(str(argument) for argument in arguments)])


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small case in a folder."""
    return write(tmp_path / "small", {})


def _template(folder: Path, text: str) -> Path:
    document, written = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(written)
    path = folder / "own.docx"
    path.write_bytes(written.getvalue())
    return path


@pytest.mark.parametrize(("typed", "version"), [([], "Public"), (["--version", "exempt"], "Exempt")])
def test_a_paper_is_written(typed: list[str], version: str, small: Path, tmp_path: Path) -> None:
    """The public version when nothing else is asked for; it holds what compare prints."""
    found = run(small, "-o", tmp_path / "paper.docx", *typed)
    assert (found.exit_code, found.stdout) == (0, "")
    assert f"the {version.lower()} version" in found.stderr
    text = words((tmp_path / "paper.docx").read_bytes())
    assert f"Example Council: {version} version" in text
    for shown in ("no change", "as proposed", "designed: people first", "£525,500", "£269,000"):
        assert shown in text


def test_json_says_what_was_written(small: Path, tmp_path: Path) -> None:
    """One document on the standard output, without the folder it went to."""
    found = run(small, "-o", tmp_path / "paper.docx", "--json")
    assert json.loads(found.stdout) == {"case": "small", "what": "public version", "written": "paper.docx"}


def test_a_money_workbook_goes_by_its_ending(small: Path, tmp_path: Path) -> None:
    """A .xlsx is the money workbook; a template is for papers, and a version is of the one or the other."""
    found = run(small, "-o", tmp_path / "money.xlsx")
    assert (found.exit_code, (tmp_path / "money.xlsx").read_bytes()[:2]) == (0, b"PK")
    for typed, name, says in (
        (["--version", "public"], "other.xlsx", "--version public is of a paper"),
        (["--version", "hr"], "other.docx", "--version hr is of a workbook"),
        (["--template", str(_template(tmp_path, "x"))], "other.xlsx", "--template is for a paper"),
    ):
        refused = run(small, "-o", tmp_path / name, *typed)
        assert (refused.exit_code, says in refused.stderr) == (2, True)


def test_what_cannot_be_written_is_refused_before_any_search(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another ending, a file that is there, a template that is none: told at once, nothing is worked out."""
    asked = answered(monkeypatch)
    there = tmp_path / "there.docx"
    there.write_bytes(b"mine")
    odd = tmp_path / "odd.docx"
    odd.write_bytes(b"Dear committee")
    unknown = _template(tmp_path, "{{ authorty }} {{ mayor }}")
    new = tmp_path / "paper.docx"
    for typed, code, says in (
        ([small, "-o", tmp_path / "paper.pdf"], 2, "ends in none of .docx, .xlsx"),
        ([small, "-o", there], 2, "is there already"),
        ([small, "-o", new, "--template", tmp_path / "no.docx"], 2, "cannot be read"),
        ([small, "-o", new, "--template", odd], 3, "is not a Word file"),
        ([small, "-o", new, "--template", unknown], 3, "'authorty' that there is not; did you mean 'authority'?"),
    ):
        found = run(*typed)
        assert (found.exit_code, says in found.stderr, "Traceback" in found.output) == (code, True, False)
    assert "'mayor' that there is not" in run(small, "-o", new, "--template", unknown).stderr
    assert (asked, there.read_bytes(), new.exists()) == ([], b"mine", False)


def answered(monkeypatch: pytest.MonkeyPatch, *structures: r.StructureResult) -> list[Asking]:
    """Let the office answer with these structures, and keep what it was asked."""
    asked: list[Asking] = []

    def office(_case: Case, asking: Asking) -> r.Comparison:
        asked.append(asking)
        return comparison(*structures)

    monkeypatch.setattr("scenarios.runs.compare.compare_case", office)
    return asked


def test_a_template_that_fails_in_the_filling_is_told(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A field that a structure does not have is named, with exit code 3, and nothing is written."""
    answered(monkeypatch)
    found = run(small, "-o", tmp_path / "paper.docx", "--template", _template(tmp_path, "{{ today.postz }}"))
    assert found.exit_code == 3
    assert found.stderr == "restructure: there is no placeholder 'postz' where the template uses it\n"
    assert not (tmp_path / "paper.docx").exists()


def test_what_is_not_settled_is_exit_code_five(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The paper is written and says so; the exit code tells it as well."""
    answered(monkeypatch)
    found = run(small, "-o", tmp_path / "paper.docx", "--template", _template(tmp_path, "{{ notices[1] }}"))
    assert found.exit_code == 5
    assert "stopped early" in words((tmp_path / "paper.docx").read_bytes())
