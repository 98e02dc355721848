"""pack from what is typed to the folder that is written, and what is said of it.

Change this when a pack is handed over in another way.
"""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.main import app
from scenarios.comparing import result as r
from scenarios.comparing.answers import Asking
from scenarios.schema.case import Case
from solver.engine import Stop
from tests.api.build import comparison
from tests.scenarios.reading.small_case import HEAD, write


def run(*arguments: object) -> Result:
    """Run the command line as a planner does."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small case in a folder."""
    return write(tmp_path / "small")


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_pack_can_be_run_again(small: Path, tmp_path: Path) -> None:
    """What was done is printed; the folder holds a case that checks and compares, with the costs of the full case."""
    found = run("pack", small, "-o", tmp_path / "out" / "pack")
    assert found.exit_code == 0
    assert found.stdout.startswith("Taken out\n")
    assert "as no group is like them or all like them are full: Service Organiser, Team Manager." in " ".join(
        found.stdout.split()
    )
    assert "Written to " in found.stderr
    case = tmp_path / "out" / "pack" / "case"
    assert run("check", case).exit_code == 0
    full, again = (json.loads(run("compare", each, "--json").stdout) for each in (small, case))
    costs = [[each["annual_cost"] for each in document["structures"]] for document in (full, again)]
    assert costs[0] == costs[1]


def test_the_same_case_makes_the_same_pack(small: Path, tmp_path: Path) -> None:
    """Every byte of every file, and nothing of where it was made."""
    for name in ("one", "two"):
        assert run("pack", small, "-o", tmp_path / name).exit_code == 0
    one, two = files(tmp_path / "one"), files(tmp_path / "two")
    assert one == two
    assert {"README.md", "manifest.json", "case/scenario.yaml", "case/posts.csv"} <= {*one}
    assert not any(str(tmp_path).encode() in content for content in one.values())


def test_json_prints_the_manifest(small: Path, tmp_path: Path) -> None:
    """One document: digests, versions, commands, and what should come out."""
    found = run("pack", small, "-o", tmp_path / "pack", "--json")
    assert found.stdout_bytes == (tmp_path / "pack" / "manifest.json").read_bytes()
    assert {"files", "versions", "commands", "comes_out", "differs_from_full_case"} <= {*json.loads(found.stdout)}


def test_a_folder_that_holds_something_is_refused_before_the_search(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder in use, a file and a link are left alone; an empty folder is used."""

    def never(_case: Case, _asking: Asking) -> r.Comparison:
        raise AssertionError("nothing is to be worked out")

    file, link, empty = tmp_path / "file", tmp_path / "link", tmp_path / "empty"
    file.write_text("mine", "utf-8")
    empty.mkdir()
    link.symlink_to(empty)
    before = files(small)
    with monkeypatch.context() as context:
        context.setattr("api.cli.pack.compare_case", never)
        for there in (small, file, link):
            found = run("pack", small, "-o", there)
            assert (found.exit_code, found.stdout) == (2, "")
            assert "is there already and not empty" in found.stderr
        assert run("pack", small, "-o", "x" * 5000).exit_code == 2
    assert (files(small), file.read_text("utf-8")) == (before, "mine")
    assert run("pack", small, "-o", empty).exit_code == 0


def test_a_disk_that_refuses_is_told(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is told, exit code 2, no traceback, and no folder."""

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("api.cli.pack.write_pack", full)
    found = run("pack", small, "-o", tmp_path / "pack")
    assert (found.exit_code, (tmp_path / "pack").exists()) == (2, False)
    assert "cannot be written: No space left on device" in found.stderr


def test_ctrl_c_writes_nothing(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where answers differ is not known before all are worked out: exit code 5 and no folder."""

    def stopped(_case: Case, asking: Asking) -> r.Comparison:
        stop = asking.watch.settings.stop
        assert isinstance(stop, Stop)
        stop.ask()
        return comparison()

    monkeypatch.setattr("api.cli.pack.compare_case", stopped)
    found = run("pack", small, "-o", tmp_path / "pack")
    assert (found.exit_code, (tmp_path / "pack").exists()) == (5, False)
    assert "nothing was written" in found.stderr


def test_faults_end_it_before_anything(tmp_path: Path) -> None:
    """A case with faults makes no pack: exit code 3."""
    bad = write(tmp_path / "bad", {"posts.csv": "tilte\n"})
    assert run("pack", bad, "-o", tmp_path / "pack").exit_code == 3
    assert not (tmp_path / "pack").exists()


def test_costs_that_are_pay_are_pointed_out_to_the_author_alone(tmp_path: Path) -> None:
    """On the error output, where the author reads it before handing on, and in no file."""
    case = write(tmp_path / "actual", {"scenario.yaml": HEAD + "scale point: actual\n"})
    found = run("pack", case, "-o", tmp_path / "pack")
    assert "Look: Costs of this case are at the actual pay" in found.stderr
    assert not any(b"actual pay" in content for content in files(tmp_path / "pack").values())
