"""Runs are neither lost nor answered twice, on both databases."""

import threading
from datetime import UTC, datetime, timedelta
from typing import Unpack

import pytest

from api.store import audit, runs, structures
from api.store.states import ENDED, Mark, RunState
from api.store.store import Store
from api.store.stored_runs import Ending, MarkRefused, TooManyUnfinished
from tests.api.store.build import PLENTY, claimed, ended, finished, found, new_run, structure, submitted

LAPSED = -1.0


def test_a_submitted_run_is_kept_as_it_was_asked(store: Store) -> None:
    """What was asked comes back in every field, queued, a draft, with the moment it came."""
    before = datetime.now(UTC) - timedelta(seconds=5)
    run = submitted(store, 7, batch="b1")
    assert found(store, run.id) == run
    assert {name: getattr(run, name) for name in vars(new_run())} == vars(new_run(7, batch="b1"))
    assert (run.state, run.mark, run.claim, run.worker_deaths) == (RunState.QUEUED, Mark.DRAFT, None, 0)
    assert before < run.created_at < before + timedelta(seconds=60)
    assert not run.ended


def test_the_same_question_is_the_same_run(store: Store) -> None:
    """A question asked again is answered by the run there is: queued, running or finished."""
    with store.transaction() as session:
        first = runs.submit(session, new_run(), most_unfinished=1)
    run_id = first.run.id
    again = []
    for step in ("queued", "running", "finished"):
        if step == "running":
            (held,) = claimed(store)
        if step == "finished":
            with store.transaction() as session:
                runs.end(session, run_id, claim=held.claim or "", ending=finished())
        with store.transaction() as session:
            again.append(runs.submit(session, new_run(), most_unfinished=1))
    assert first.is_new
    assert [(each.run.id, each.is_new) for each in again] == [(run_id, False)] * 3


def test_another_workspace_asks_for_itself(store: Store) -> None:
    """The same question in another workspace is another run."""
    assert submitted(store).id != submitted(store, workspace="other").id


@pytest.mark.parametrize("state", [RunState.FAILED, RunState.CANCELLED])
def test_what_failed_or_was_cancelled_answers_nothing(store: Store, state: RunState) -> None:
    """A question whose run failed or was cancelled is run anew."""
    run = ended(store, 0, Ending(state, reason="stopped"))
    assert submitted(store).id != run.id


def test_what_is_being_cancelled_answers_nothing(store: Store) -> None:
    """A question asked again while its run is being cancelled is run anew."""
    run = submitted(store)
    claimed(store)
    with store.transaction() as session:
        runs.ask_cancel(session, run.id)
    assert submitted(store).id != run.id


def test_as_many_unfinished_as_allowed_and_no_more(store: Store) -> None:
    """One more than allowed is refused and not kept; batches and single questions are counted apart."""
    submitted(store, 0)
    submitted(store, 1)
    with (
        pytest.raises(TooManyUnfinished, match="2 runs are not finished yet") as refused,
        store.transaction() as session,
    ):
        runs.submit(session, new_run(2), most_unfinished=2)
    assert refused.value.unfinished == 2
    with store.transaction() as session:
        assert runs.submit(session, new_run(3, batch="b"), most_unfinished=1).is_new
        assert runs.count_by_state(session)[RunState.QUEUED] == 3


def test_a_transaction_that_raises_keeps_nothing(store: Store) -> None:
    """Nothing of a use case that broke off is there afterwards."""

    def broken() -> None:
        with store.transaction() as session:
            runs.submit(session, new_run(), most_unfinished=PLENTY)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    with store.snapshot() as session:
        assert runs.page(session, after=None, limit=9) == []


def test_runs_are_claimed_once_in_order(store: Store) -> None:
    """Single questions come before those of a batch, older before newer, and no run is handed out twice."""
    ids = [submitted(store, number, batch=batch).id for number, batch in enumerate(("b", None, None, "b"))]
    first, rest = claimed(store, most=2), claimed(store, server="two", most=9)
    assert [run.id for run in first] == [ids[1], ids[2]]
    assert [run.id for run in rest] == [ids[0], ids[3]]
    assert {run.state for run in first + rest} == {RunState.RUNNING}
    assert first[0].started_at is not None
    assert first[0].claim != rest[0].claim
    assert claimed(store) == []


def test_nothing_is_claimed_when_there_is_no_room(store: Store) -> None:
    """A server with no room claims nothing, and what is queued stays so."""
    run = submitted(store)
    assert claimed(store, most=0) == []
    assert found(store, run.id).state is RunState.QUEUED


def test_servers_claiming_at_once_share_the_runs(store: Store) -> None:
    """Four servers that claim at the same time hold every run, each by one of them."""
    wanted = {submitted(store, number).id for number in range(24)}
    held: dict[str, list[str]] = {str(number): [] for number in range(4)}
    together = threading.Barrier(len(held))

    def serve(server: str) -> None:
        together.wait()
        while got := claimed(store, server=server, most=3):
            held[server] += [run.id for run in got]

    threads = [threading.Thread(target=serve, args=(server,)) for server in held]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    everything = [run_id for ids in held.values() for run_id in ids]
    assert sorted(everything) == sorted(wanted)


def test_the_same_question_from_several_doors_at_once_is_one_run(store: Store) -> None:
    """Eight submissions of one question at the same time make one run."""
    together = threading.Barrier(8)
    got: list[str] = []

    def ask() -> None:
        together.wait()
        got.append(submitted(store).id)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 8
    assert len({*got}) == 1


def test_a_lapsed_lease_gives_the_run_to_the_next(store: Store) -> None:
    """A run whose server is gone is claimed anew, and keeps the moment it was first started."""
    submitted(store)
    (gone,) = claimed(store, server="gone", lease_seconds=LAPSED)
    (taken,) = claimed(store, server="next")
    assert taken.id == gone.id
    assert taken.claim != gone.claim
    assert taken.started_at == gone.started_at


def test_a_renewed_lease_holds(store: Store) -> None:
    """A server that renews keeps its runs; one that lost a run sees it missing among those it holds."""
    submitted(store, 0)
    submitted(store, 1)
    claimed(store, server="one", lease_seconds=LAPSED, most=2)
    with store.transaction() as session:
        kept = runs.renew(session, server="one", lease_seconds=60)
    assert [run.digest for run in kept] == [new_run(0).digest, new_run(1).digest]
    assert claimed(store, server="two", most=2) == []
    with store.transaction() as session:
        runs.renew(session, server="one", lease_seconds=LAPSED)
    (lost,) = claimed(store, server="two")
    with store.transaction() as session:
        assert lost.id not in {run.id for run in runs.renew(session, server="one", lease_seconds=60)}


def test_whoever_lost_the_claim_is_not_heard(store: Store) -> None:
    """Progress, a death and an end under a claim that lapsed change nothing; the claim that holds ends the run once."""
    submitted(store)
    (gone,) = claimed(store, server="one", lease_seconds=LAPSED)
    (taken,) = claimed(store, server="one")
    old, new = gone.claim or "", taken.claim or ""
    with store.transaction() as session:
        assert not runs.note_progress(session, gone.id, claim=old, progress={"done": 1})
        assert runs.note_death(session, gone.id, claim=old) == 0
        assert not runs.end(session, gone.id, claim=old, ending=finished(structure("wrong")))
    assert found(store, gone.id) == taken
    with store.transaction() as session:
        assert runs.end(session, gone.id, claim=new, ending=finished(structure("right")))
        assert not runs.end(session, gone.id, claim=new, ending=finished(structure("twice")))
    with store.snapshot() as session:
        assert [each.option for each in structures.of_run(session, gone.id)] == ["right"]


def test_progress_and_deaths_are_kept(store: Store) -> None:
    """What a run's holder notes is there to be read, and deaths are counted over claims."""
    submitted(store)
    (held,) = claimed(store)
    with store.transaction() as session:
        assert runs.note_progress(session, held.id, claim=held.claim or "", progress={"stage": "cost", "done": 2})
        assert runs.note_death(session, held.id, claim=held.claim or "") == 1
        assert runs.release(session, server="one") == 1
    (again,) = claimed(store)
    with store.transaction() as session:
        assert runs.note_death(session, held.id, claim=again.claim or "") == 2
    assert (again.progress, found(store, held.id).worker_deaths) == (None, 2)


@pytest.mark.parametrize("state", sorted(ENDED))
def test_a_run_ends_with_all_it_answers(store: Store, state: RunState) -> None:
    """State, reason, the answer's bytes and its structures are there once a run ended, whatever the state."""
    ending = Ending(state, "as it was", b"{\xc2\xa3}\n", (structure("a"), structure("b")))
    run = ended(store, 0, ending)
    assert (run.state, run.reason, run.claim, run.ended) == (state, "as it was", None, True)
    assert run.ended_at is not None
    with store.snapshot() as session:
        assert runs.document(session, run.id) == ending.document
        assert tuple(each.document for each in structures.of_run(session, run.id)) == tuple(
            each.document for each in ending.structures
        )


def test_an_end_without_an_answer_keeps_none(store: Store) -> None:
    """A run that failed has no document, and an unknown run has none either."""
    run = ended(store, 0, Ending(RunState.FAILED, reason="memory"))
    with store.snapshot() as session:
        assert [runs.document(session, each) for each in (run.id, "nobody")] == [None, None]


@pytest.mark.parametrize("state", [RunState.QUEUED, RunState.RUNNING])
def test_a_run_does_not_end_unfinished(state: RunState) -> None:
    """Queued and running are no ends."""
    with pytest.raises(ValueError, match=f"does not end {state}"):
        Ending(state)


def test_a_queued_run_is_cancelled_at_once(store: Store) -> None:
    """A run that nobody holds is cancelled where it is asked, and nobody claims it."""
    run = submitted(store)
    with store.transaction() as session:
        cancelled = runs.ask_cancel(session, run.id)
    assert cancelled is not None
    assert (cancelled.state, cancelled.reason) == (RunState.CANCELLED, "cancelled on request")
    assert cancelled.ended_at is not None
    assert claimed(store) == []


def test_a_running_run_is_cancelled_by_its_holder(store: Store) -> None:
    """A running run is only asked to stop: its server sees so when it renews, and ends it."""
    run = submitted(store)
    (held,) = claimed(store)
    with store.transaction() as session:
        asked = runs.ask_cancel(session, run.id)
        (renewed,) = runs.renew(session, server="one", lease_seconds=60)
        assert runs.end(session, run.id, claim=held.claim or "", ending=Ending(RunState.CANCELLED))
    assert asked is not None
    assert (asked.state, asked.cancel_asked, renewed.cancel_asked) == (RunState.RUNNING, True, True)


@pytest.mark.parametrize("how", ["lapsed", "released"])
def test_a_cancelled_run_is_not_taken_up_again(store: Store, how: str) -> None:
    """A run that was to be cancelled when its server went is cancelled, not queued again."""
    run = submitted(store)
    claimed(store, lease_seconds=LAPSED)
    with store.transaction() as session:
        runs.ask_cancel(session, run.id)
    if how == "released":
        with store.transaction() as session:
            assert runs.release(session, server="one") == 1
    assert claimed(store, server="two") == []
    assert found(store, run.id).state is RunState.CANCELLED


def test_an_ended_run_is_not_cancelled(store: Store) -> None:
    """Asking to cancel what has ended changes nothing; what is not there is None."""
    run = ended(store)
    with store.transaction() as session:
        assert runs.ask_cancel(session, run.id) == run
        assert runs.ask_cancel(session, "nobody") is None


def test_a_stopping_server_gives_back_only_its_own(store: Store) -> None:
    """A graceful stop queues what the server holds, in its old place, and leaves others' runs alone."""
    first, second = submitted(store, 0), submitted(store, 1)
    claimed(store, server="one")
    claimed(store, server="two")
    with store.transaction() as session:
        assert runs.release(session, server="one") == 1
    assert found(store, first.id).state is RunState.QUEUED
    assert found(store, second.id).state is RunState.RUNNING


def test_pages_come_newest_first_and_meet(store: Store) -> None:
    """Pages one after the other hold every run once, newest first, and only what was asked for."""
    ids = [submitted(store, number, case="odd" if number % 2 else "even").id for number in range(5)]
    with store.transaction() as session:
        runs.ask_cancel(session, ids[0])
        first = runs.page(session, after=None, limit=3)
        second = runs.page(session, after=first[-1].number, limit=3)
        assert [run.id for run in first + second] == ids[::-1]
        assert [run.id for run in runs.page(session, after=None, limit=9, case="odd")] == [ids[3], ids[1]]
        assert [run.id for run in runs.page(session, after=None, limit=9, state=RunState.CANCELLED)] == [ids[0]]
        assert runs.page(session, after=None, limit=9, batch="b") == []
        assert runs.count_by_state(session) == dict.fromkeys(RunState, 0) | {
            RunState.QUEUED: 4,
            RunState.CANCELLED: 1,
        }


def test_pages_are_of_a_mark_and_of_a_question_where_named(store: Store) -> None:
    """Runs that were marked so, runs that ask this, and those of which both hold."""
    put, draft = ended(store), submitted(store, 7)
    with store.transaction() as session:
        runs.mark(session, put.id, mark=Mark.PUT_TO_CONSULTATION, reason=None, actor="ann")

        def ids(**of: Unpack[runs.RunsOf]) -> list[str]:
            return [run.id for run in runs.page(session, after=None, limit=9, **of)]

        assert ids(mark=Mark.PUT_TO_CONSULTATION) == [put.id]
        assert ids(mark=Mark.DRAFT) == [draft.id]
        assert ids(mark=None, question=put.question) == [draft.id, put.id]
        assert ids(mark=Mark.DRAFT, question=put.question) == [draft.id]
        assert ids(question="another") == []


def test_a_mark_is_kept_with_its_reason_and_told(store: Store) -> None:
    """Putting to consultation and setting aside stand on the run and in the audit log, with who, before and why."""
    run = ended(store)
    with store.transaction() as session:
        put = runs.mark(session, run.id, mark=Mark.PUT_TO_CONSULTATION, reason=None, actor="ann")
        aside = runs.mark(session, run.id, mark=Mark.SET_ASIDE, reason=" too dear ", actor="bob")
        again = runs.mark(session, run.id, mark=Mark.PUT_TO_CONSULTATION, reason="after all", actor="ann")
        lines = audit.page(session, after=None, limit=9, subject=run.id)
    assert put is not None
    assert aside is not None
    assert again is not None
    assert (aside.mark, aside.mark_reason) == (Mark.SET_ASIDE, "too dear")
    assert put.put_at is not None
    assert put.put_at == aside.put_at == again.put_at
    assert [(line.actor, line.action, line.detail["mark"], line.detail["before"]) for line in lines[1:]] == [
        ("bob", "run.marked", "set aside", "put to consultation"),
        ("ann", "run.marked", "put to consultation", "draft"),
    ]
    assert lines[1].detail["reason"] == "too dear"


@pytest.mark.parametrize("mark", [Mark.PUT_TO_CONSULTATION, Mark.SET_ASIDE])
def test_only_an_answer_is_put_to_anyone(store: Store, mark: Mark) -> None:
    """A run without an answer stays a draft; marking it a draft is no trouble."""
    run = submitted(store)
    with store.transaction() as session, pytest.raises(MarkRefused) as refused:
        runs.mark(session, run.id, mark=mark, reason="because", actor="ann")
    assert refused.value.words == f"the run is queued: only one with an answer can be {mark}"
    with store.transaction() as session:
        assert runs.mark(session, run.id, mark=Mark.DRAFT, reason=None, actor="ann") == run


def test_setting_aside_needs_a_reason_and_what_was_put_is_no_draft_again(store: Store) -> None:
    """Blank reasons are none; consultation cannot be taken back; a run that is not there is None."""
    run = ended(store)
    with store.transaction() as session:
        with pytest.raises(MarkRefused, match="say why"):
            runs.mark(session, run.id, mark=Mark.SET_ASIDE, reason=" ", actor="ann")
        runs.mark(session, run.id, mark=Mark.PUT_TO_CONSULTATION, reason=None, actor="ann")
        with pytest.raises(MarkRefused, match="no draft again"):
            runs.mark(session, run.id, mark=Mark.DRAFT, reason=None, actor="ann")
        assert runs.mark(session, "nobody", mark=Mark.DRAFT, reason=None, actor="ann") is None
