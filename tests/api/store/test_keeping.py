"""Versions of cases, structures, answers under a visitor's key, and how long runs are kept."""

import hashlib
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from api.store import audit, cases, idempotency, runs, structures
from api.store.cases import NewVersion
from api.store.idempotency import KEPT_HOURS, KeptAnswer, Key, KeyConflict
from api.store.retention import due, tidy
from api.store.states import Mark, RunState
from api.store.store import Store
from api.store.stored_runs import Ending, StoredRun
from api.store.tables import METADATA, request_keys
from api.store.tables import runs as runs_table
from tests.api.store.build import claimed, ended, finished, found, structure, submitted

ADVICE = NewVersion("default", "ann", "advice", "Advice service", "1" * 64, b'{"header": {}}')
KEY = Key("default", "ann", "k1", "digest of a body")
ANSWER = KeptAnswer(202, "/v1/runs/1", b'{"id": "1"}')
KEEP_DAYS = 30
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def added(store: Store, digit: str, **other: str) -> cases.Added:
    """Add a version whose digest is one digit, in a transaction of its own."""
    with store.transaction() as session:
        return cases.add_version(session, replace(ADVICE, digest=digit * 64, **other))


def test_the_same_digest_is_the_same_version(store: Store) -> None:
    """A version added again is the one there was, whoever adds it; in another workspace it is another."""
    first, again = added(store, "1"), added(store, "1", actor="bob")
    assert first.is_new
    assert (again.version, again.is_new) == (first.version, False)
    assert (first.version.document, first.version.actor) == (ADVICE.document, "ann")
    assert added(store, "1", workspace="other").is_new


def test_a_version_is_found_by_its_case_and_digest(store: Store) -> None:
    """A digest of one case is none of another; the newest version is the one added last."""
    first, second = added(store, "1").version, added(store, "2").version
    with store.snapshot() as session:
        assert cases.find_version(session, "advice", "1" * 64) == first
        assert cases.find_version(session, "other", "1" * 64) is None
        assert cases.find_by_digest(session, "2" * 64) == second
        assert cases.find_by_digest(session, "2" * 64, workspace="other") is None
        assert cases.newest_version(session, "advice") == second
        assert cases.newest_version(session, "nobody's") is None


def test_cases_are_listed_by_name_and_versions_newest_first(store: Store) -> None:
    """Pages meet without a gap, tell how many versions there are, and hold nothing of other workspaces."""
    for digit, case in (("1", "b"), ("2", "a"), ("3", "b"), ("4", "c")):
        added(store, digit, case=case, title=f"Version {digit}")
    added(store, "5", case="d", workspace="other")
    with store.snapshot() as session:
        first = cases.page_cases(session, after=None, limit=2)
        second = cases.page_cases(session, after=first[-1].newest.case, limit=2)
        told = [(each.newest.case, each.newest.title, each.versions) for each in first + second]
        newest = cases.page_versions(session, "b", after=None, limit=1)
        older = cases.page_versions(session, "b", after=newest[0].number, limit=9)
    assert told == [("a", "Version 2", 1), ("b", "Version 3", 2), ("c", "Version 4", 1)]
    assert [each.digest[0] for each in newest + older] == ["3", "1"]


def test_a_structure_is_found_by_its_run_and_position(store: Store) -> None:
    """Each structure has its JSON as it was and that JSON's digest; what is no id of one finds none."""
    run = ended(store, 0, finished(structure("a"), structure("b")))
    with store.snapshot() as session:
        one = structures.find(session, f"{run.id}-1")
        assert one == structures.of_run(session, run.id)[1]
        for wanted in ("", run.id, f"{run.id}-2", f"{run.id}-01", f"{run.id}--1", f"{run.id}-x", f"{run.id}-1234567"):
            assert structures.find(session, wanted) is None, wanted
    assert one is not None
    assert (one.id, one.option, one.position, one.document) == (f"{run.id}-1", "b", 1, structure("b").document)
    assert one.sha256 == hashlib.sha256(one.document).hexdigest()


def test_a_request_sent_twice_is_done_once(store: Store) -> None:
    """The answer kept under a key is given again, in its workspace; another body under it is a conflict."""
    with store.transaction() as session:
        assert idempotency.answer_of(session, KEY) is None
        idempotency.keep(session, KEY, ANSWER)
    with store.transaction() as session:
        assert idempotency.answer_of(session, KEY) == ANSWER
        assert idempotency.answer_of(session, replace(KEY, workspace="other")) is None
        with pytest.raises(KeyConflict, match="k1 was used for another request") as conflict:
            idempotency.answer_of(session, replace(KEY, request_digest="another"))
    assert conflict.value.key == "k1"


def test_the_same_key_at_the_same_time_is_done_once(store: Store) -> None:
    """Four requests under one key at once: one does its work, the others find its answer."""
    together = threading.Barrier(4)
    done: list[str] = []

    def ask() -> None:
        together.wait()
        with store.transaction() as session:
            if idempotency.answer_of(session, KEY) is None:
                idempotency.keep(session, KEY, ANSWER)
                done.append("did")
            else:
                done.append("found")

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == ["did", "found", "found", "found"]


def test_a_key_is_kept_for_its_time(store: Store) -> None:
    """After its hours a key may be used for something else, and is forgotten when the next answer is kept."""
    with store.transaction() as session:
        idempotency.keep(session, KEY, ANSWER)
        (before,) = session.execute(request_keys.select()).all()
        session.execute(update(request_keys).values(created_at=before.created_at - timedelta(hours=KEPT_HOURS)))
        other = replace(KEY, request_digest="another")
        assert idempotency.answer_of(session, other) is None
        idempotency.keep(session, other, ANSWER)
        assert idempotency.answer_of(session, other) == ANSWER


def age(store: Store, run: StoredRun, *, days: float) -> None:
    """Have a run end so many days earlier than it did."""
    assert run.ended_at is not None
    with store.transaction() as session:
        earlier = run.ended_at - timedelta(days=days)
        session.execute(update(runs_table).where(runs_table.c.id == run.id).values(ended_at=earlier))


def rows(store: Store) -> dict[str, int]:
    """Return how many rows belong to runs, table by table."""
    with store.snapshot() as session:
        return {
            name: len(session.execute(METADATA.tables[name].select()).all())
            for name in ("runs", "run_documents", "structures")
        }


def tidied(store: Store, limit: int = 9) -> list[str]:
    """Tidy in a transaction of its own and return the ids of what went."""
    with store.transaction() as session:
        return [run.id for run in tidy(session, keep_days=KEEP_DAYS, limit=limit, actor="ann")]


def test_what_was_kept_long_enough_goes_with_its_answer(store: Store) -> None:
    """Runs that ended before are listed, then deleted with answers and structures; younger ones stay."""
    old, failed, young = ended(store, 0), ended(store, 1, Ending(RunState.FAILED)), ended(store, 2)
    for run, days in ((old, 31), (failed, 31), (young, 29)):
        age(store, run, days=days)
    with store.snapshot() as session:
        listed = [run.id for run in due(session, keep_days=KEEP_DAYS, limit=None)]
    assert rows(store) == {"runs": 3, "run_documents": 2, "structures": 2}
    assert listed == [old.id, failed.id]
    assert [tidied(store, 1), tidied(store, 1), tidied(store, 1)] == [[old.id], [failed.id], []]
    assert rows(store) == {"runs": 1, "run_documents": 1, "structures": 1}
    assert found(store, young.id).id == young.id


def test_each_deletion_is_told(store: Store) -> None:
    """The audit log says who deleted which run, of what case, how it stood and what its author said of it."""
    run = ended(store, 0)
    with store.transaction() as session:
        runs.mark(session, run.id, mark=Mark.SET_ASIDE, reason="too dear", actor="bob")
    age(store, run, days=31)
    tidied(store)
    with store.snapshot() as session:
        line, *_ = audit.page(session, after=None, limit=9, subject=run.id)
    assert (line.actor, line.action) == ("ann", "run.deleted")
    told = {name: line.detail[name] for name in ("case", "question", "state", "mark", "reason", "keep_days")}
    assert told == {
        "case": "advice",
        "question": "design",
        "state": "finished",
        "mark": "set aside",
        "reason": "too dear",
        "keep_days": KEEP_DAYS,
    }


def test_what_was_put_to_consultation_is_never_deleted(store: Store) -> None:
    """Neither a run that is put to consultation nor one that was, and was set aside since, is due."""
    put, aside = ended(store, 0), ended(store, 1)
    with store.transaction() as session:
        for run in (put, aside):
            runs.mark(session, run.id, mark=Mark.PUT_TO_CONSULTATION, reason=None, actor="ann")
        runs.mark(session, aside.id, mark=Mark.SET_ASIDE, reason="staff side's was taken", actor="ann")
    for run in (put, aside):
        age(store, run, days=40_000)
    assert tidied(store) == []
    assert rows(store)["structures"] == 2


def test_what_is_put_while_others_tidy_stays(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run listed as due that is put to consultation before its turn comes is not deleted, and nothing is told."""
    run = ended(store, 0)
    age(store, run, days=31)
    with store.snapshot() as session:
        listed = due(session, keep_days=KEEP_DAYS, limit=None)
    with store.transaction() as session:
        runs.mark(session, run.id, mark=Mark.PUT_TO_CONSULTATION, reason=None, actor="ann")
    monkeypatch.setattr("api.store.retention.due", lambda *_unused, **_other: listed)
    assert tidied(store) == []
    assert found(store, run.id).mark is Mark.PUT_TO_CONSULTATION


def test_what_has_not_ended_is_kept(store: Store) -> None:
    """Queued and running runs are never due, however old."""
    submitted(store, 0)
    claimed(store)
    submitted(store, 1)
    with store.transaction() as session:
        session.execute(update(runs_table).values(created_at=LONG_AGO))
        assert due(session, keep_days=1, limit=None) == []


@pytest.mark.parametrize("days", [0, -1])
def test_nothing_is_kept_for_less_than_a_day(store: Store, days: int) -> None:
    """No days at all would delete what nobody has read yet."""
    with store.snapshot() as session, pytest.raises(ValueError, match="at least 1 day"):
        due(session, keep_days=days, limit=None)
