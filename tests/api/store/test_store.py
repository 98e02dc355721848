"""A store opens up to date, keeps all of a transaction or nothing, and says in plain words what stands in its way."""

import importlib
import os
import pkgutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import event, exc, text
from sqlalchemy.dialects import sqlite

import api.store
from api.store import audit, runs, unavailable
from api.store.columns import Moment
from api.store.location import address_of_file, default_address, file_of, require_there
from api.store.migrating import newest_revision, revision_of
from api.store.store import Store
from api.store.tables import METADATA
from api.store.unavailable import StoreUnavailable
from tests.api.store.build import PLENTY, claimed, finished, found, new_run, structure, submitted
from tests.api.store.databases import TESTS, Server

BIG = 3_000_000


@pytest.fixture
def filed(tmp_path: Path) -> Iterator[Store]:
    """Yield a store in a file."""
    opened = Store.open(address_of_file(tmp_path / "store.db"))
    yield opened
    opened.close()


@pytest.fixture
def served(postgresql: Server) -> Iterator[Store]:
    """Yield a store on PostgreSQL."""
    opened = Store.open(postgresql.address(TESTS))
    yield opened
    opened.close()
    postgresql.empty()


def test_revisions_make_the_tables_that_the_code_speaks_of(store: Store) -> None:
    """Columns, kinds and indexes made by the revisions are those of the tables, on each database."""
    for module in pkgutil.iter_modules(api.store.__path__, "api.store."):
        importlib.import_module(module.name)
    with store.transaction() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
        assert revision_of(session.connection()) == newest_revision()


def test_every_row_says_whose_it_is() -> None:
    """Every table has a workspace and an actor, and neither may be missing."""
    for table in METADATA.sorted_tables:
        assert not table.c.workspace.nullable, table.name
        assert not table.c.actor.nullable, table.name


def test_several_servers_open_a_new_store_at_once(tmp_path: Path) -> None:
    """Whoever comes first makes the tables; the others find them made."""
    address = address_of_file(tmp_path / "new.db")
    together, opened = threading.Barrier(4), []

    def start() -> None:
        together.wait()
        opened.append(Store.open(address))

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 4
    for each in opened:
        each.require_answer()
        each.close()


def test_what_is_committed_outlives_the_store(tmp_path: Path) -> None:
    """A store opened again, at the same revision, has what was kept, and SQLite is set up to lose nothing."""
    address = address_of_file(tmp_path / "store.db")
    first = Store.open(address)
    run = submitted(first)
    first.close()
    again = Store.open(address)
    with again.snapshot() as session:
        pragmas = {name: session.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")}
        held_to = session.execute(text("PRAGMA foreign_keys")).scalar()
    assert (found(again, run.id), pragmas, held_to) == (run, {"journal_mode": "wal", "synchronous": 2}, 1)
    again.close()


@pytest.mark.parametrize("statement", ["UPDATE audit_lines SET actor = 'nobody'", "DELETE FROM audit_lines"])
def test_the_audit_log_is_only_added_to(store: Store, statement: str) -> None:
    """Neither changing nor dropping a line is possible, on either database, and the lines stay."""
    with store.transaction() as session:
        audit.write(session, actor="ann", action="tried", subject="x", detail={"times": 1})
    with pytest.raises(exc.DBAPIError, match="only added to"), store.transaction() as session:
        session.execute(text(statement))
    with store.snapshot() as session:
        (line,) = audit.page(session, after=None, limit=9)
        assert audit.page(session, after=line.number, limit=9) == []
    assert (line.workspace, line.actor, line.action, line.subject, line.detail) == (
        *("default", "ann", "tried", "x"),
        {"times": 1},
    )


def test_the_audit_log_is_not_emptied_at_once_either(served: Store) -> None:
    """TRUNCATE, which PostgreSQL has beside DELETE, is refused as well."""
    with pytest.raises(exc.DBAPIError, match="only added to"), served.transaction() as session:
        session.execute(text("TRUNCATE audit_lines"))


def test_a_snapshot_does_not_write(served: Store) -> None:
    """On PostgreSQL a session that only reads is refused to write."""
    with pytest.raises(StoreUnavailable) as refused, served.snapshot() as session:
        runs.submit(session, new_run(), most_unfinished=PLENTY)
    assert refused.value.words == unavailable.READ_ONLY


def test_readers_do_not_wait_for_a_writer(store: Store) -> None:
    """While a transaction writes, others read what was there before it."""
    submitted(store, 0)
    with store.transaction() as writing:
        runs.submit(writing, new_run(1), most_unfinished=PLENTY)
        with store.snapshot() as reading:
            assert len(runs.page(reading, after=None, limit=9)) == 1


@pytest.mark.parametrize("address", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "mysql://a/b", "x://"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    """What is no address of a file or a PostgreSQL database is refused, with what to write instead."""
    with pytest.raises(StoreUnavailable, match="write sqlite:///FILE"):
        Store.open(address)


def test_a_newer_store_is_left_alone(filed: Store, tmp_path: Path) -> None:
    """A store that a newer build changed is not opened, and the build to use is told."""
    with filed.transaction() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'r9999'"))
    with pytest.raises(StoreUnavailable, match="at revision r9999, which this build does not know"):
        Store.open(address_of_file(tmp_path / "store.db"))


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    """A text file, and a folder that is not there, are told in plain words."""
    (tmp_path / "letter.db").write_text("Dear all, " * 500)
    for name, words in (("letter.db", unavailable.DAMAGED), ("nowhere/store.db", unavailable.CANNOT_OPEN)):
        with pytest.raises(StoreUnavailable) as refused:
            Store.open(address_of_file(tmp_path / name))
        assert refused.value.words == words


def test_a_writer_that_never_lets_go_is_told(filed: Store, tmp_path: Path) -> None:
    """Where another process holds the file for longer than we wait, the store is busy, and works again after that."""
    impatient = Store.open(address_of_file(tmp_path / "store.db"))
    with impatient.transaction() as session:
        session.execute(text("PRAGMA busy_timeout = 1"))
    with filed.transaction() as holding:
        runs.submit(holding, new_run(9), most_unfinished=PLENTY)
        with pytest.raises(StoreUnavailable) as refused:
            submitted(impatient)
    assert refused.value.words == unavailable.BUSY
    submitted(impatient)
    impatient.close()


def test_threads_of_one_process_take_turns(filed: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits for a turn longer than we wait is told that the store is busy; who comes after it has its turn."""
    monkeypatch.setattr("api.store.store.BUSY_SECONDS", 0.01)
    with filed.transaction(), pytest.raises(StoreUnavailable) as refused:
        submitted(filed, 1)
    assert refused.value.words == unavailable.BUSY
    assert submitted(filed, 2).number == 1


def test_a_full_store_keeps_nothing_half(filed: Store) -> None:
    """Where the file may not grow, ending a run is taken back whole; with room again the same claim ends it."""
    run = submitted(filed)
    (held,) = claimed(filed)
    ending = finished(structure(), structure("x" * BIG))

    def end() -> bool:
        with filed.transaction() as session:
            return runs.end(session, run.id, claim=held.claim or "", ending=ending)

    event.listen(filed.writing, "begin", _full)
    with pytest.raises(StoreUnavailable) as refused:
        end()
    event.remove(filed.writing, "begin", _full)
    assert refused.value.words == unavailable.FULL
    assert found(filed, run.id) == held
    with filed.snapshot() as session:
        assert runs.document(session, run.id) is None
    event.listen(filed.writing, "begin", _roomy)
    assert end()


def _full(connection: Any) -> None:
    connection.exec_driver_sql("PRAGMA max_page_count = 1")  # never less than there are


def _roomy(connection: Any) -> None:
    connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


CHILD = f"""
import resource, sys
from api.store.store import Store
from api.store.unavailable import StoreUnavailable
from tests.api.store.build import submitted
store = Store.open(sys.argv[1])
submitted(store, 1)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    submitted(store, 2, asked="x" * {BIG})
except StoreUnavailable as unavailable:
    print(unavailable.words)
"""


def test_a_disk_without_room_loses_nothing_that_was_kept(filed: Store, tmp_path: Path) -> None:
    """A process whose files may not grow is told so by the system itself; what it kept before is there for others."""
    address = address_of_file(tmp_path / "store.db")
    submitted(filed, 0)
    child = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", CHILD, address],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
        env=os.environ | {"PYTHONPATH": "."},
    )
    assert child.stdout.strip() in {unavailable.BROKEN, unavailable.FULL}
    with filed.snapshot() as session:
        kept = [run.digest for run in runs.page(session, after=None, limit=9)]
        assert session.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    assert kept == [new_run(1).digest, new_run(0).digest]


def test_a_lost_server_takes_back_what_was_not_committed(served: Store, postgresql: Server) -> None:
    """PostgreSQL stopped in the middle of a transaction: told, nothing kept; started again: the store goes on."""
    run = submitted(served, 0)

    def broken() -> None:
        with served.transaction() as session:
            runs.submit(session, new_run(1), most_unfinished=PLENTY)
            postgresql.stop()
            runs.submit(session, new_run(2), most_unfinished=PLENTY)

    with pytest.raises(StoreUnavailable) as broken_off:
        broken()
    with pytest.raises(StoreUnavailable) as away:
        served.require_answer()
    with pytest.raises(StoreUnavailable) as still_away:
        Store.open("postgresql://postgres@localhost/nowhere?host=/nowhere")
    postgresql.start()
    assert {each.value.words for each in (broken_off, away, still_away)} == {unavailable.GONE}
    with served.snapshot() as session:
        assert runs.page(session, after=None, limit=9) == [run]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("53100", unavailable.FULL),
        ("53300", unavailable.BUSY),
        ("40001", unavailable.BUSY),
        ("40P01", unavailable.BUSY),
        ("55P03", unavailable.BUSY),
        ("57014", unavailable.BUSY),
        ("57P03", unavailable.GONE),
        ("58030", unavailable.BROKEN),
        ("XX001", unavailable.DAMAGED),
        ("42501", unavailable.REFUSED),
        ("28P01", unavailable.REFUSED),
    ],
)
def test_what_postgresql_says_is_told_in_plain_words(served: Store, code: str, words: str) -> None:
    """Codes raised by a real server come out as what the operator can do about them."""
    with pytest.raises(StoreUnavailable) as told, served.transaction() as session:
        session.execute(text(f"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{code}'; END $$"))
    assert told.value.words == words


def test_a_defect_of_ours_is_not_called_trouble_of_the_database(store: Store) -> None:
    """A statement that is wrong, and a rule of a table that is broken, go up as what they are."""
    with pytest.raises(exc.SQLAlchemyError), store.transaction() as session:
        session.execute(text("SELECT nothing FROM nowhere"))
    same = text("INSERT INTO run_documents (run_id, workspace, actor, document) VALUES ('nobody', 'w', 'a', '')")
    with pytest.raises(exc.IntegrityError), store.transaction() as session:
        session.execute(same)
    with pytest.raises(exc.NoResultFound), store.transaction() as session:
        session.execute(text("SELECT 1 WHERE 1 = 0")).scalar_one()


def test_no_connection_free_is_busy() -> None:
    """Where every connection is in use for longer than we wait, the store is busy."""
    assert unavailable.words_of(exc.TimeoutError()) == unavailable.BUSY


def test_a_moment_without_a_zone_is_refused() -> None:
    """A moment that could be any is never written."""
    with pytest.raises(ValueError, match="no time zone"):
        Moment().process_bind_param(datetime(2026, 4, 1), sqlite.dialect())  # noqa: DTZ001 - that is the point
    moment = datetime(2026, 4, 1, 12, tzinfo=UTC)
    assert Moment().process_bind_param(moment, sqlite.dialect()) == moment.replace(tzinfo=None)


def test_the_store_lies_in_the_users_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an address the store is a file in a folder for its owner alone, made when missing."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "a 100% folder"))
    address = default_address()
    path = file_of(address)
    assert path is not None
    assert path == tmp_path / "a 100% folder" / "restructure-designer" / "store.db"
    assert path.parent.stat().st_mode & 0o777 == 0o700
    with pytest.raises(StoreUnavailable, match="there is no store at"):
        require_there(address)
    Store.open(default_address()).close()
    require_there(address)
    assert [file_of(other) for other in ("nonsense", "postgresql://a/b", "sqlite://")] == [None, None, None]


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file stands in the way of the folder, the words say that the store cannot be opened."""
    (tmp_path / "taken").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "taken"))
    with pytest.raises(StoreUnavailable) as refused:
        default_address()
    assert refused.value.words == unavailable.CANNOT_OPEN
