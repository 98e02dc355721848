"""A backup holds everything, goes into either database, and goes in whole or not at all."""

import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from api.store import audit, cases, idempotency, runs
from api.store.backup import back_up
from api.store.backup_file import MANIFEST, Manifest, line_of
from api.store.database import engine_of
from api.store.location import address_of_file
from api.store.migrating import bring_to, newest_revision, revision_of
from api.store.restoring import BackupRefused, look_through, restore
from api.store.states import Mark
from api.store.store import Store
from api.store.tables import METADATA
from api.store.unavailable import StoreUnavailable
from tests.api.store.build import PLENTY, claimed, ended, finished, found, new_run, structure, submitted
from tests.api.store.databases import Server

FILLED = {"case_versions", "runs", "run_documents", "structures", "request_keys", "audit_lines"}
Content = dict[str, list[tuple[Any, ...]]]


def fill(store: Store) -> None:
    """Put something of every kind into a store: answers, marks, zeros, letters of other scripts, every byte."""
    with store.transaction() as session:
        document = bytes(range(256))
        cases.add_version(session, cases.NewVersion("default", "ann", "Ångström £", "Título", "b" * 64, document))
        for key in ("b", "B", "ä", "a-", "a"):
            kept = idempotency.KeptAnswer(202, None, b"\x00")
            idempotency.keep(session, idempotency.Key("default", "ann", key, "d"), kept)
    marked = ended(store, 0, finished(structure("a"), structure("b", 0)))
    submitted(store, 1, batch="b")
    submitted(store, 2)
    (held,) = claimed(store)
    with store.transaction() as session:
        runs.note_progress(session, held.id, claim=held.claim or "", progress={"done": 0.5})
        runs.mark(session, marked.id, mark=Mark.SET_ASIDE, reason='too "dear"\n', actor="ann")


def content(store: Store) -> Content:
    """Return every row of every table, without the lines that tell of restoring."""
    with store.snapshot() as session:
        read = {
            table.name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
            for table in METADATA.sorted_tables
        }
    return read | {"audit_lines": [line for line in read["audit_lines"] if "store.restored" not in line]}


def opened_from(path: Path, address: str) -> Store:
    """Restore a backup and open the store it went into."""
    restore(path, address, actor="ann")
    return Store.open(address)


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """Return the backup of a filled store."""
    store = Store.open(address_of_file(tmp_path / "filled.db"))
    fill(store)
    back_up(store, tmp_path / "backup.zip")
    store.close()
    return tmp_path / "backup.zip"


@pytest.fixture
def other_database(postgresql: Server) -> Iterator[str]:
    """Yield the address of a PostgreSQL database without tables."""
    postgresql.run("CREATE DATABASE restored")
    yield postgresql.address("restored")
    postgresql.run("DROP DATABASE restored WITH (FORCE)")


def test_what_is_kept_goes_round_through_both_databases(tmp_path: Path, other_database: str) -> None:
    """SQLite to PostgreSQL to SQLite: every row of every table is equal, and so are the lines of the backups."""
    with ExitStack() as stores:
        first = stores.enter_context(closing(Store.open(address_of_file(tmp_path / "first.db"))))
        fill(first)
        back_up(first, tmp_path / "1.zip")
        second = stores.enter_context(closing(opened_from(tmp_path / "1.zip", other_database)))
        back_up(second, tmp_path / "2.zip")
        third = stores.enter_context(closing(opened_from(tmp_path / "2.zip", address_of_file(tmp_path / "third.db"))))
        assert {name for name, rows in content(first).items() if rows} >= FILLED
        assert content(first) == content(second) == content(third)
        assert submitted(second, 9).number > max(row[0] for row in content(first)["runs"])
    with zipfile.ZipFile(tmp_path / "1.zip") as one, zipfile.ZipFile(tmp_path / "2.zip") as two:
        same = {name for name in one.namelist() if one.read(name) == two.read(name)}
        assert {*one.namelist()} - same == {MANIFEST, "tables/audit_lines.jsonl"}


def test_a_backup_is_made_while_others_write(store: Store, tmp_path: Path) -> None:
    """What is committed while a backup reads is not in it, half or whole, and nobody waits for the backup."""
    submitted(store, 0)
    with store.snapshot() as session:
        before = len(runs.page(session, after=None, limit=9))
        submitted(store, 1)
        assert len(runs.page(session, after=None, limit=9)) == before
    manifest = back_up(store, tmp_path / "b.zip")
    assert {entry.name: entry.rows for entry in manifest.tables}["runs"] == 2
    assert (tmp_path / "b.zip").stat().st_mode & 0o077 == 0


def test_a_backup_never_goes_over_a_file(store: Store, tmp_path: Path) -> None:
    """A file that is there stays as it is."""
    (tmp_path / "b.zip").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        back_up(store, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").read_bytes() == b"mine"


def test_a_backup_that_breaks_off_leaves_no_file(tmp_path: Path) -> None:
    """Where the database fails half-way, no half of a backup is left behind."""
    store = Store.open(address_of_file(tmp_path / "s.db"))
    fill(store)
    store.close()
    (tmp_path / "s.db").write_bytes(b"no database" * 1000)
    with pytest.raises(StoreUnavailable, match="damaged"):
        back_up(store, tmp_path / "b.zip")
    assert not (tmp_path / "b.zip").exists()


def test_restoring_is_told_in_the_audit_log(backup: Path, tmp_path: Path) -> None:
    """Who restored what is the newest line of the restored store."""
    store = opened_from(backup, address_of_file(tmp_path / "new.db"))
    with store.snapshot() as session:
        (line,) = audit.page(session, after=None, limit=1)
    assert (line.actor, line.action, line.detail["rows"]) == ("ann", "store.restored", 13)
    store.close()


def test_only_an_empty_store_is_filled(store_address: str, backup: Path) -> None:
    """An open store without a row may be filled; one with a single row is refused and keeps what it has."""
    store = opened_from(backup, store_address)
    kept = content(store)
    with pytest.raises(BackupRefused, match="not empty"):
        restore(backup, store_address, actor="ann")
    assert content(store) == kept
    store.close()


def test_no_single_byte_can_be_damaged_unseen(backup: Path, tmp_path: Path) -> None:
    """A backup with any byte turned over is refused, or holds exactly what it held."""
    whole = backup.read_bytes()
    damaged = tmp_path / "damaged.zip"
    manifest, refused = look_through(backup), 0
    places = range(0, len(whole), 29)
    for place in places:
        damaged.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            assert look_through(damaged) == manifest
        except BackupRefused:
            refused += 1
    assert refused > len(places) // 2


def _rewritten(backup: Path, *, change: dict[str, bytes | None]) -> Path:
    """Return a copy of a backup with files of its zip replaced, added or left out."""
    copy = backup.with_name("rewritten.zip")
    with zipfile.ZipFile(backup) as whole, zipfile.ZipFile(copy, "w") as into:
        held: dict[str, bytes | None] = {name: whole.read(name) for name in whole.namelist()}
        for name, data in (held | change).items():
            if data is not None:
                into.writestr(name, data)
    return copy


def _with_runs(backup: Path, lines: bytes) -> Path:
    """Return a copy whose runs are these lines, with a manifest that fits them."""
    with zipfile.ZipFile(backup) as whole:
        manifest = json.loads(whole.read(MANIFEST))
    (entry,) = (entry for entry in manifest["tables"] if entry["name"] == "runs")
    entry |= {"rows": lines.count(b"\n"), "sha256": hashlib.sha256(lines).hexdigest()}
    return _rewritten(backup, change={"tables/runs.jsonl": lines, MANIFEST: json.dumps(manifest).encode()})


def _run_lines(backup: Path) -> list[dict[str, Any]]:
    with zipfile.ZipFile(backup) as whole:
        return [json.loads(line) for line in whole.read("tables/runs.jsonl").splitlines()]


def _require_refused(path: Path, words: str) -> None:
    """Make sure a file is refused and that the store it was to go into stays empty."""
    into = address_of_file(path.with_name("empty.db"))
    with pytest.raises(BackupRefused, match=words):
        restore(path, into, actor="ann")
    store = Store.open(into)
    assert {name: rows for name, rows in content(store).items() if rows} == {}
    store.close()


def test_a_file_that_is_none_of_ours_is_refused(tmp_path: Path, backup: Path) -> None:
    """Text, half a backup, another zip, one without a table or with one more: refused, and nothing is written."""
    (tmp_path / "text.zip").write_text("hello")
    _require_refused(tmp_path / "text.zip", "no backup")
    (tmp_path / "half.zip").write_bytes(backup.read_bytes()[: backup.stat().st_size // 2])
    _require_refused(tmp_path / "half.zip", "no backup")
    changes: list[dict[str, bytes | None]] = [
        {MANIFEST: None},
        {MANIFEST: b"{}"},
        {MANIFEST: b" " * 1_000_001},
        {"tables/runs.jsonl": None},
        {"tables/runs.jsonl": b""},
        {"tables/more.jsonl": b""},
    ]
    for change in changes:
        _require_refused(_rewritten(backup, change=change), "no backup")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("number", "1"),
        ("state", None),
        ("cancel_asked", 0),
        ("created_at", "yesterday"),
        ("asked", 5),
        ("surprise", "x"),
        ("id", "same"),
    ],
)
def test_rows_that_do_not_fit_are_refused_whole(backup: Path, column: str, value: Any) -> None:
    """A file with fitting digests but a row no build writes is refused, and the rows before it are taken back."""
    lines = [row | {column: value} for row in _run_lines(backup)]
    _require_refused(_with_runs(backup, b"".join(json.dumps(line).encode() + b"\n" for line in lines)), "no backup")


def test_lines_that_are_no_rows_are_refused(backup: Path) -> None:
    """A line that is JSON but no object, or no JSON, is refused."""
    for lines in (b"[]\n", b"{\n", b"\xff\n"):
        _require_refused(_with_runs(backup, lines), "no backup")


def test_a_list_that_points_before_the_file_is_refused(backup: Path) -> None:
    """Where the end of the zip says that its list lies further on than it does, the file is damaged."""
    whole = bytearray(backup.read_bytes())
    place = slice(len(whole) - 6, len(whole) - 2)  # the offset of the list, before the length of the comment
    whole[place] = (int.from_bytes(whole[place], "little") + 9999).to_bytes(4, "little")
    backup.write_bytes(whole)
    _require_refused(backup, "no backup")


def test_a_row_longer_than_any_is_refused(backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that would fill the memory is not read to its end."""
    monkeypatch.setattr("api.store.restoring.MOST_LINE_BYTES", 20)
    _require_refused(backup, "no backup")


def test_what_has_no_form_is_not_written() -> None:
    """A kind of value that a backup could not give back stops it; bytes of either kind are the same."""
    columns = [column for column in METADATA.tables["runs"].columns if column.name == "number"]
    with pytest.raises(TypeError, match="a Decimal has no form in a backup"):
        line_of(columns, [Decimal(1)])
    assert line_of(columns, [memoryview(b"a")]) == line_of(columns, [b"a"])


def test_another_set_of_tables_is_refused(backup: Path) -> None:
    """A backup that leaves out a table, and says so, is refused."""
    with zipfile.ZipFile(backup) as whole:
        manifest = json.loads(whole.read(MANIFEST))
    manifest["tables"] = [entry for entry in manifest["tables"] if entry["name"] != "audit_lines"]
    change: dict[str, bytes | None] = {"tables/audit_lines.jsonl": None, MANIFEST: json.dumps(manifest).encode()}
    _require_refused(_rewritten(backup, change=change), "no backup")


def test_a_backup_of_a_later_build_is_refused(backup: Path) -> None:
    """A revision that this build does not know is told to be another build's, by its version."""
    with zipfile.ZipFile(backup) as whole:
        manifest = json.loads(whole.read(MANIFEST))
    later = manifest | {"revision": "r9999", "build": "9.9"}
    path = _rewritten(backup, change={MANIFEST: json.dumps(later).encode()})
    _require_refused(path, r"of another build \(9\.9\): use that build")


def test_a_backup_goes_into_tables_of_its_own_revision(backup: Path, tmp_path: Path) -> None:
    """A store whose tables are of another revision is refused, as its columns may differ."""
    store = Store.open(address_of_file(tmp_path / "empty.db"))
    with store.transaction() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = 'r0000'")
    store.close()
    with pytest.raises(BackupRefused, match="another build than the backup"):
        restore(backup, address_of_file(tmp_path / "empty.db"), actor="ann")


def test_an_earlier_backup_is_brought_up_to_date(tmp_path: Path) -> None:
    """A backup of tables at the first revision goes into a new store, whose tables are this build's then."""
    engine = engine_of(address_of_file(tmp_path / "early.db"))
    with engine.begin() as connection:
        bring_to(connection, "r0001")
    early = Store(writing=engine, reading=engine)
    run = submitted(early)
    assert back_up(early, tmp_path / "early.zip").revision == "r0001"
    early.close()
    store = opened_from(tmp_path / "early.zip", address_of_file(tmp_path / "now.db"))
    assert found(store, run.id) == run
    with store.snapshot() as session:
        assert revision_of(session.connection()) == newest_revision()
    store.close()


def test_a_file_that_cannot_be_read_is_no_damaged_one(tmp_path: Path) -> None:
    """Where there is no file, the system's own words say so."""
    with pytest.raises(FileNotFoundError):
        look_through(tmp_path / "nothing.zip")


def test_the_manifest_is_what_the_file_holds(backup: Path) -> None:
    """Looking through a backup returns its tables with their rows, and a copy under another name is the same."""
    manifest = look_through(backup)
    assert isinstance(manifest, Manifest)
    assert {entry.name: entry.rows for entry in manifest.tables if entry.name == "runs"} == {"runs": 3}
    copy = backup.with_name("copy.zip")
    shutil.copyfile(backup, copy)
    assert look_through(copy) == manifest


def test_a_new_question_after_restoring_is_a_new_run(backup: Path, tmp_path: Path) -> None:
    """A restored store goes on: what was answered is answered, and what is new is queued."""
    store = opened_from(backup, address_of_file(tmp_path / "new.db"))
    with store.transaction() as session:
        assert not runs.submit(session, new_run(0), most_unfinished=PLENTY).is_new
        assert runs.submit(session, new_run(7), most_unfinished=PLENTY).is_new
    store.close()
