"""Batches in the store: submitted once, held by a lease, ended by whoever holds them; answers kept once.

Change this when something else can become of a batch.
"""

import time
from dataclasses import replace

import pytest

from api.store import audit, batch_answers, batches
from api.store.batches import NewBatch, StoredBatch, TooManyBatches
from api.store.states import RunState
from api.store.store import Store

LONG, SHORT = 60.0, 0.05


def new(number: int = 1) -> NewBatch:
    """A batch like no other number's."""
    return NewBatch(
        case="small",
        input_digest="ab" * 32,
        title="Six futures",
        recipe='{"case": "small"}',
        build="build 1",
        digest=f"{number:064d}",
        futures=7,
    )


def submitted(store: Store, number: int = 1, most: int = 9) -> tuple[StoredBatch, bool]:
    """Submit one in a transaction of its own."""
    with store.transaction() as session:
        return batches.submit(session, new(number), most_unfinished=most)


def claimed(store: Store, server: str = "one", seconds: float = LONG) -> StoredBatch | None:
    """Claim the next in a transaction of its own."""
    with store.transaction() as session:
        return batches.claim(session, server=server, lease_seconds=seconds)


def found(store: Store, batch_id: str) -> StoredBatch:
    """The batch as it stands."""
    with store.snapshot() as session:
        row = batches.find(session, batch_id)
    assert row is not None
    return row


def ended(store: Store, batch: StoredBatch, state: RunState, summary: bytes | None = None) -> bool:
    """End a batch in a transaction of its own."""
    with store.transaction() as session:
        return batches.end(session, batch.id, claim=batch.claim or "", state=state, summary=summary)


def test_what_is_submitted_is_found(store: Store) -> None:
    """Everything given is kept; it is queued, and the audit log says who asked."""
    made, is_new = submitted(store)
    assert is_new
    assert (made.state, made.done, made.claim) == (RunState.QUEUED, 0, None)
    assert {name: getattr(made, name) for name in vars(new())} == vars(new())
    assert found(store, made.id) == made
    with store.snapshot() as session:
        assert batches.find(session, "none") is None
        (line,) = audit.page(session, after=None, limit=9, subject=made.id)
    assert (line.action, line.actor, line.detail) == ("batch.submitted", "local", {"case": "small"})


def test_the_same_batch_is_answered_by_the_one_there_is(store: Store) -> None:
    """While it is queued, runs or ended well; one that failed or was cancelled answers nothing."""
    first, _ = submitted(store)
    assert submitted(store) == (first, False)
    held = claimed(store)
    assert held is not None
    assert submitted(store) == (held, False)
    assert ended(store, held, RunState.FAILED)
    second, is_new = submitted(store)
    assert is_new
    assert second.id != first.id


def test_so_many_may_be_unfinished(store: Store) -> None:
    """One more is refused and not kept."""
    submitted(store, 1)
    with pytest.raises(TooManyBatches):
        submitted(store, 2, most=1)
    with store.snapshot() as session:
        assert len(batches.page(session, after=None, limit=9)) == 1


def test_pages_go_from_the_newest(store: Store) -> None:
    """Each page begins where the one before ended."""
    ids = [submitted(store, number)[0].id for number in range(3)]
    with store.snapshot() as session:
        first = batches.page(session, after=None, limit=2)
        second = batches.page(session, after=first[-1].number, limit=2)
        assert batches.page(session, after=None, limit=2, workspace="another") == []
    assert [each.id for each in (*first, *second)] == ids[::-1]


def test_a_batch_is_claimed_once_and_ended_by_its_claim(store: Store) -> None:
    """The oldest first; whoever has another claim changes nothing."""
    first, _ = submitted(store, 1)
    submitted(store, 2)
    held = claimed(store)
    assert held is not None
    assert (held.id, held.state) == (first.id, RunState.RUNNING)
    other = claimed(store, "two")
    assert other is not None
    assert other.id != first.id
    assert claimed(store, "three") is None
    assert not ended(store, replace(held, claim="another"), RunState.FINISHED)
    assert ended(store, held, RunState.FINISHED, b"{}")
    done = found(store, first.id)
    assert (done.state, done.summary, done.done, done.claim) == (RunState.FINISHED, b"{}", 7, None)
    assert not ended(store, held, RunState.FAILED)


def test_a_lease_that_lapses_gives_the_batch_to_another(store: Store) -> None:
    """Renewed it stays, with how far it is; lapsed, the first server is not heard any more."""
    submitted(store)
    held = claimed(store, "one", SHORT)
    assert held is not None
    with store.transaction() as session:
        renewed = batches.renew(session, held.id, claim=held.claim or "", lease_seconds=SHORT, done=3)
    assert renewed is not None
    assert renewed.done == 3
    assert claimed(store, "two") is None
    time.sleep(2 * SHORT)
    taken = claimed(store, "two")
    assert taken is not None
    assert (taken.id, taken.done) == (held.id, 3)
    with store.transaction() as session:
        assert batches.renew(session, held.id, claim=held.claim or "", lease_seconds=LONG, done=4) is None
    assert not ended(store, held, RunState.FINISHED)


def test_a_server_that_stops_gives_its_batch_back(store: Store) -> None:
    """It is queued again at once, unless it was to be cancelled."""
    one, other = submitted(store, 1)[0], submitted(store, 2)[0]
    claimed(store, "one")
    claimed(store, "one")
    with store.transaction() as session:
        batches.ask_cancel(session, other.id)
        batches.release(session, server="one")
    assert found(store, one.id).state is RunState.QUEUED
    assert found(store, other.id).state is RunState.CANCELLED


def test_cancelling(store: Store) -> None:
    """A queued one is cancelled at once; a running one is asked, and its renewal says so; one that ended stays."""
    queued, running = submitted(store, 1)[0], submitted(store, 2)[0]
    with store.transaction() as session:
        gone = batches.ask_cancel(session, queued.id)
        assert batches.ask_cancel(session, "none") is None
    assert gone is not None
    assert (gone.state, gone.reason) == (RunState.CANCELLED, "cancelled on request")
    held = claimed(store)
    assert held is not None
    assert held.id == running.id
    with store.transaction() as session:
        batches.ask_cancel(session, running.id)
        renewed = batches.renew(session, held.id, claim=held.claim or "", lease_seconds=LONG, done=1)
    assert renewed is not None
    assert renewed.cancel_asked
    assert ended(store, held, RunState.FINISHED, b"{}")
    with store.transaction() as session:
        after = batches.ask_cancel(session, running.id)
    assert after is not None
    assert after.state is RunState.FINISHED


def test_answers_are_kept_once_for_each_build(store: Store) -> None:
    """One that is there stays; another build or workspace has answers of its own; any number may be asked for."""
    many = {f"d{number}": f"a{number}".encode() for number in range(450)}
    with store.transaction() as session:
        batch_answers.keep(session, many, build="1")
        batch_answers.keep(session, {"d0": b"other", "e": b"new"}, build="1")
        batch_answers.keep(session, {"d0": b"second"}, build="2")
        batch_answers.keep(session, {}, build="1")
    with store.snapshot() as session:
        assert batch_answers.among(session, [*many, "none"], build="1") == many
        assert batch_answers.among(session, ["d0", "e"], build="1") == {"d0": b"a0", "e": b"new"}
        assert batch_answers.among(session, ["d0", "d1"], build="2") == {"d0": b"second"}
        assert batch_answers.among(session, ["d0"], build="1", workspace="another") == {}
