"""Runs: submitted, claimed, renewed, ended, cancelled, marked, found.

A server claims queued runs for itself in one UPDATE and renews its lease while it lives. A run whose lease has lapsed
is queued again by whichever server claims next. Every claim has a token of its own, and a run ends only for the token
that holds it: whoever lost the claim is not heard, so nothing is answered twice.
Each function takes the session of its transaction first. Change this when something else can become of a run.
"""

import json
import uuid
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, TypedDict, Unpack

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from api.store import audit, structures
from api.store.clock import now
from api.store.locks import one_at_a_time
from api.store.states import ANSWERED, UNFINISHED, Mark, RunState
from api.store.stored_runs import (
    Ending,
    MarkRefused,
    NewRun,
    StoredRun,
    Submitted,
    TooManyUnfinished,
    stored,
)
from api.store.tables import run_documents, runs

__all__ = [
    "Ending",
    "MarkRefused",
    "NewRun",
    "RunsOf",
    "StoredRun",
    "Submitted",
    "TooManyUnfinished",
    "ask_cancel",
    "claim",
    "count_by_state",
    "document",
    "end",
    "find",
    "mark",
    "note_death",
    "note_progress",
    "page",
    "release",
    "renew",
    "submit",
]

UNCLAIMED: dict[str, Any] = {"state": RunState.QUEUED, "server": None, "claim": None, "lease_until": None}
CANCELLED_BY_REQUEST = "cancelled on request"


def submit(session: Session, new: NewRun, *, most_unfinished: int) -> Submitted:
    """Queue a question, or return the run that answers it already.

    Args:
        session: of the transaction.
        new: the question.
        most_unfinished: how many runs may be unfinished, this one included: of the workspace's runs asked singly, or of
            the same batch, so that a batch never keeps a planner's single question out.

    Returns:
        the run, and whether it is new. One that failed, was cancelled or is being cancelled answers nothing.

    Raises:
        TooManyUnfinished: as many are unfinished already.
    """
    one_at_a_time(session, f"submit:{new.workspace}")
    live = select(runs).where(
        runs.c.workspace == new.workspace,
        runs.c.digest == new.digest,
        runs.c.cancel_asked.is_(False),
        runs.c.state.not_in([RunState.FAILED, RunState.CANCELLED]),
    )
    found = session.execute(live).one_or_none()
    if found is not None:
        return Submitted(stored(found), is_new=False)
    unfinished = session.execute(
        select(func.count())
        .select_from(runs)
        .where(
            runs.c.workspace == new.workspace,
            runs.c.state.in_(sorted(UNFINISHED)),
            runs.c.batch.is_not_distinct_from(new.batch),
        )
    ).scalar_one()
    if unfinished >= most_unfinished:
        raise TooManyUnfinished(unfinished)
    values = {
        **vars(new),
        "id": uuid.uuid4().hex,
        "state": RunState.QUEUED,
        "cancel_asked": False,
        "worker_deaths": 0,
        "created_at": now(session),
        "mark": Mark.DRAFT,
    }
    return Submitted(stored(session.execute(insert(runs).values(values).returning(runs)).one()), is_new=True)


def find(session: Session, run_id: str) -> StoredRun | None:
    """Return the run of this id, or None when there is none."""
    row = session.execute(select(runs).where(runs.c.id == run_id)).one_or_none()
    return None if row is None else stored(row)


class RunsOf(TypedDict, total=False):
    """Which runs a page has: those with these values; None, or left out: with any."""

    state: RunState | None
    case: str | None
    batch: str | None
    mark: Mark | None
    question: str | None


def page(session: Session, *, after: int | None, limit: int, **of: Unpack[RunsOf]) -> list[StoredRun]:
    """Return up to `limit` runs, newest first, from before run number `after` (None: from the newest).

    Those in this state, about this case, of this batch, with this mark and this question, where these are named.
    """
    wanted = select(runs).order_by(runs.c.number.desc()).limit(limit)
    if after is not None:
        wanted = wanted.where(runs.c.number < after)
    for column in sorted(RunsOf.__annotations__):
        value = of.get(column)
        if value is not None:
            wanted = wanted.where(runs.c[column] == value)
    return [stored(row) for row in session.execute(wanted)]


def count_by_state(session: Session) -> dict[RunState, int]:
    """Return how many runs stand in each state, those with none included."""
    counted = {
        RunState(state): count
        for state, count in session.execute(select(runs.c.state, func.count()).group_by(runs.c.state))
    }
    return {state: counted.get(state, 0) for state in RunState}


def document(session: Session, run_id: str) -> bytes | None:
    """Return the answer of a run as it was stored, or None when it has none."""
    kept = session.execute(
        select(run_documents.c.document).where(run_documents.c.run_id == run_id)
    ).scalar_one_or_none()
    return None if kept is None else bytes(kept)


def claim(session: Session, *, server: str, lease_seconds: float, most: int) -> list[StoredRun]:
    """Claim queued runs for a server; those of other servers whose lease has lapsed are queued again before.

    Runs asked singly come before those of batches, older before newer. Several servers may claim at once: on PostgreSQL
    rows that another one is claiming are passed over, on SQLite only one writes at a time.

    Args:
        session: of the transaction.
        server: who claims.
        lease_seconds: how long the claim holds unless it is renewed.
        most: how many at most.

    Returns:
        the runs claimed, in the order in which they should be done; they are running now.
    """
    moment = now(session)
    _queue_lapsed(session)
    if most < 1:
        return []
    picked = (
        select(runs.c.number)
        .where(runs.c.state == RunState.QUEUED)
        .order_by(runs.c.batch.is_not(None), runs.c.number)
        .limit(most)
        .with_for_update(skip_locked=True)
        .cte("picked")  # PostgreSQL runs a locked part of WITH once; a plain subquery it may run again, past the limit
    )
    values = {
        "state": RunState.RUNNING,
        "server": server,
        "claim": uuid.uuid4().hex,
        "lease_until": moment + timedelta(seconds=lease_seconds),
        "started_at": func.coalesce(runs.c.started_at, moment),
        "progress": None,
    }
    claimed = session.execute(
        update(runs)
        .where(runs.c.number.in_(select(picked.c.number)), runs.c.state == RunState.QUEUED)
        .values(values)
        .returning(runs)
    )
    return sorted(map(stored, claimed), key=lambda run: (run.batch is not None, run.number))


def _queue_lapsed(session: Session) -> None:
    """Queue again what servers that are gone had claimed; what was to be cancelled is."""
    moment = now(session)
    lapsed = (runs.c.state == RunState.RUNNING, runs.c.lease_until <= moment)
    _give_back(session, *lapsed)


def renew(session: Session, *, server: str, lease_seconds: float) -> list[StoredRun]:
    """Hold on to the runs of a server for so long again.

    Returns:
        the runs it holds, in order: those missing were lost to another server, and `cancel_asked` may have come up.
    """
    held = session.execute(
        update(runs)
        .where(runs.c.state == RunState.RUNNING, runs.c.server == server)
        .values(lease_until=now(session) + timedelta(seconds=lease_seconds))
        .returning(runs)
    )
    return sorted(map(stored, held), key=lambda run: run.number)


def release(session: Session, *, server: str) -> int:
    """Queue again what a server holds, as it stops; what was to be cancelled is. Return how many it held."""
    return _give_back(session, runs.c.state == RunState.RUNNING, runs.c.server == server)


def _give_back(session: Session, *whose: Any) -> int:
    """Take claims off runs: those asked to be cancelled end so, the others are queued. Return how many there were."""
    cancelled = UNCLAIMED | {
        "state": RunState.CANCELLED,
        "reason": CANCELLED_BY_REQUEST,
        "ended_at": now(session),
    }
    ends = update(runs).where(*whose, runs.c.cancel_asked.is_(True)).values(cancelled).returning(runs.c.number)
    queues = update(runs).where(*whose, runs.c.cancel_asked.is_(False)).values(UNCLAIMED).returning(runs.c.number)
    return sum(len(session.execute(each).all()) for each in (ends, queues))


def note_progress(session: Session, run_id: str, *, claim: str, progress: Mapping[str, Any]) -> bool:
    """Keep how far a run is; return whether the claim still holds it, and nothing is kept when not."""
    text = json.dumps(dict(progress), sort_keys=True, ensure_ascii=False)
    return _while_held(session, run_id, claim=claim, values={"progress": text}) is not None


def note_death(session: Session, run_id: str, *, claim: str) -> int:
    """Count a worker that died under a run; return how many have, or 0 when the claim no longer holds it."""
    row = _while_held(session, run_id, claim=claim, values={"worker_deaths": runs.c.worker_deaths + 1})
    return 0 if row is None else row.worker_deaths


def end(session: Session, run_id: str, *, claim: str, ending: Ending) -> bool:
    """End a run, with its answer and structures.

    Returns:
        whether the claim held it; when not, nothing is stored: the run is another's now, or has ended.
    """
    values = {
        "state": ending.state,
        "reason": ending.reason,
        "ended_at": now(session),
        "server": None,
        "claim": None,
        "lease_until": None,
    }
    row = _while_held(session, run_id, claim=claim, values=values)
    if row is None:
        return False
    if ending.document is not None:
        session.execute(
            insert(run_documents).values(
                run_id=run_id, workspace=row.workspace, actor=row.actor, document=ending.document
            )
        )
    structures.add(session, run_id, ending.structures)
    return True


def _while_held(session: Session, run_id: str, *, claim: str, values: Mapping[str, Any]) -> StoredRun | None:
    """Change a running run if this claim holds it; return it as changed, else None."""
    held = (runs.c.id == run_id, runs.c.state == RunState.RUNNING, runs.c.claim == claim)
    row = session.execute(update(runs).where(*held).values(dict(values)).returning(runs)).one_or_none()
    return None if row is None else stored(row)


def ask_cancel(session: Session, run_id: str) -> StoredRun | None:
    """Ask that a run be cancelled: a queued one is at once, a running one by the server that holds it.

    Returns:
        the run as it is now, an ended one unchanged; None when there is none.
    """
    at_once = {"state": RunState.CANCELLED, "cancel_asked": True, "reason": CANCELLED_BY_REQUEST}
    this = update(runs).where(runs.c.id == run_id)
    session.execute(this.where(runs.c.state == RunState.QUEUED).values(at_once | {"ended_at": now(session)}))
    session.execute(this.where(runs.c.state == RunState.RUNNING).values(cancel_asked=True))
    return find(session, run_id)


def mark(session: Session, run_id: str, *, mark: Mark, reason: str | None, actor: str) -> StoredRun | None:
    """Mark a run, and write so into the audit log.

    Args:
        session: of the transaction.
        run_id: the run.
        mark: what its author says of it.
        reason: why, in the author's words; setting aside needs one.
        actor: who marks.

    Returns:
        the run as marked; None when there is none.

    Raises:
        MarkRefused: it has no answer to put to anyone, the reason is missing, or it was put to consultation and would
            become a draft again.
    """
    row = session.execute(select(runs).where(runs.c.id == run_id).with_for_update()).one_or_none()
    if row is None:
        return None
    said = (reason or "").strip() or None
    _require_markable(stored(row), mark, said)
    values: dict[str, Any] = {"mark": mark, "mark_reason": said}
    if mark is Mark.PUT_TO_CONSULTATION and row.put_at is None:
        values["put_at"] = now(session)
    marked = session.execute(update(runs).where(runs.c.id == run_id).values(values).returning(runs)).one()
    detail = {"mark": mark, "before": row.mark, "reason": said}
    audit.write(session, actor=actor, action="run.marked", subject=run_id, detail=detail, workspace=row.workspace)
    return stored(marked)


def _require_markable(run: StoredRun, mark: Mark, reason: str | None) -> None:
    if mark is not Mark.DRAFT and run.state not in ANSWERED:
        raise MarkRefused(f"the run is {run.state}: only one with an answer can be {mark}")
    if mark is Mark.SET_ASIDE and reason is None:
        raise MarkRefused("say why the run is set aside: the reason is told wherever the run is listed")
    if mark is Mark.DRAFT and run.put_at is not None:
        raise MarkRefused("the run was put to consultation and is no draft again: set it aside, with a reason")
