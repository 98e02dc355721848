"""The commands that look after the store, as their operator types them."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from typer.testing import CliRunner, Result

from api.cli.exit_codes import ExitCode
from api.cli.main import app
from api.store.location import address_of_file
from api.store.store import Store
from api.store.stored_runs import StoredRun
from api.store.tables import runs
from tests.api.store.build import ended, found


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Yield a store with one old run, which the environment names."""
    address = address_of_file(tmp_path / "store.db")
    monkeypatch.setenv("RESTRUCTURE_STORE", address)
    opened = Store.open(address)
    yield opened
    opened.close()


def old_run(store: Store) -> StoredRun:
    """Return a run that ended a hundred days ago."""
    run = ended(store)
    assert run.ended_at is not None
    with store.transaction() as session:
        session.execute(update(runs).values(ended_at=run.ended_at - timedelta(days=100)))
    return found(store, run.id)


def restructure(*words: str | Path) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, [str(word) for word in words])


def test_a_backup_restores_into_a_new_store(store: Store, tmp_path: Path) -> None:
    """What is backed up and restored elsewhere is there, and both commands say how much it is."""
    run = old_run(store)
    written = restructure("backup", tmp_path / "b.zip")
    assert (written.exit_code, written.stderr) == (ExitCode.DONE, "")
    assert "        1  runs\n" in written.stdout
    assert f"Written to {tmp_path / 'b.zip'}" in written.stdout.replace("\n", "")
    address = address_of_file(tmp_path / "new.db")
    restored = restructure("restore", tmp_path / "b.zip", "--store", address, "--json")
    assert restored.exit_code == ExitCode.DONE
    assert {table["name"]: table["rows"] for table in json.loads(restored.stdout)["tables"]}["runs"] == 1
    new = Store.open(address)
    assert found(new, run.id) == run
    new.close()


def test_a_backup_goes_to_a_new_zip_only(store: Store, tmp_path: Path) -> None:
    """A file that is there, a name that ends otherwise and a folder that is not there are refused."""
    store.require_answer()
    (tmp_path / "b.zip").write_text("mine")
    for name, words in (("b.zip", "is there already"), ("b.txt", "plan.zip"), ("no/b.zip", "cannot be written")):
        refused = restructure("backup", tmp_path / name)
        assert (refused.exit_code, refused.stdout) == (ExitCode.USAGE, "")
        assert words in refused.stderr
    assert (tmp_path / "b.zip").read_text() == "mine"


def test_a_damaged_backup_is_a_fault_in_the_data(store: Store, tmp_path: Path) -> None:
    """A file that is no backup ends with faults, one that is not there with usage, and a filled store is left alone."""
    (tmp_path / "b.zip").write_text("hello")
    damaged = restructure("restore", tmp_path / "b.zip")
    assert (damaged.exit_code, damaged.stdout) == (ExitCode.FAULTS, "")
    assert "nothing was written" in damaged.stderr
    missing = restructure("restore", tmp_path / "none.zip")
    assert (missing.exit_code, "cannot be read: No such file" in missing.stderr) == (ExitCode.USAGE, True)
    run = old_run(store)
    restructure("backup", tmp_path / "mine.zip")
    again = restructure("restore", tmp_path / "mine.zip")
    assert (again.exit_code, "not empty" in again.stderr) == (ExitCode.FAULTS, True)
    assert found(store, run.id) == run


def test_tidying_lists_before_it_deletes(store: Store) -> None:
    """Without --delete nothing goes; with it, what was listed goes and is named again; the JSON tells both."""
    run = old_run(store)
    listed = restructure("store", "tidy", "--keep-days", "99")
    assert run.id in listed.stdout
    assert listed.stdout.endswith("To be deleted with --delete: 1\n")
    assert json.loads(restructure("store", "tidy", "--keep-days", "101", "--json").stdout)["runs"] == []
    document = json.loads(restructure("store", "tidy", "--keep-days", "99", "--json", "--delete").stdout)
    assert (document["deleted"], [each["id"] for each in document["runs"]]) == (True, [run.id])
    assert document["runs"][0]["ended"] == (run.ended_at.date().isoformat() if run.ended_at else "")
    assert restructure("store", "tidy", "--keep-days", "99", "--delete").stdout == "Deleted: 0\n"


def test_how_long_runs_are_kept_is_stated(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is deleted by a number of days that nobody stated; the environment may state it."""
    old_run(store)
    assert restructure("store", "tidy", "--delete").exit_code == ExitCode.USAGE
    assert restructure("store", "tidy", "--keep-days", "0").exit_code == ExitCode.USAGE
    monkeypatch.setenv("RESTRUCTURE_KEEP_DAYS", "99")
    assert restructure("store", "tidy").stdout.endswith("--delete: 1\n")


@pytest.mark.parametrize("command", [("backup", "b.zip"), ("store", "tidy", "--keep-days", "9")])
def test_looking_for_a_store_makes_none(command: tuple[str, ...], tmp_path: Path) -> None:
    """A store that is not there, or an address that is none, is told; no password is printed."""
    address = address_of_file(tmp_path / "none.db")
    missing = restructure(*command, "--store", address)
    assert (missing.exit_code, "there is no store at" in missing.stderr) == (ExitCode.USAGE, True)
    assert not (tmp_path / "none.db").exists()
    odd = restructure(*command, "--store", "mysql://ann:secret@host/a")
    assert (odd.exit_code, "secret" in odd.stderr + odd.stdout) == (ExitCode.USAGE, False)


def test_the_default_store_is_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no store is named, the one in the user's data folder is restored into."""
    monkeypatch.delenv("RESTRUCTURE_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    there = Store.open(address_of_file(tmp_path / "a.db"))
    there.close()
    restructure("backup", tmp_path / "b.zip", "--store", address_of_file(tmp_path / "a.db"))
    assert restructure("restore", tmp_path / "b.zip").exit_code == ExitCode.DONE
    assert (tmp_path / "restructure-designer" / "store.db").exists()
