"""Batches: submitted, claimed, renewed, counted on, ended, cancelled, found.

A server claims one batch at a time and renews its lease while it works on it; one whose lease has lapsed is queued
again by whichever server claims next, and goes on from the answers that are kept (batch_answers.py). A batch ends only
for the claim that holds it. Each function takes the session of its transaction first.
Change this when something else can become of a batch.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from api.store import audit
from api.store.batch_tables import batches
from api.store.clock import now
from api.store.locks import one_at_a_time
from api.store.states import UNFINISHED, RunState

CANCELLED_BY_REQUEST = "cancelled on request"
UNCLAIMED: dict[str, Any] = {"state": RunState.QUEUED, "server": None, "claim": None, "lease_until": None}


@dataclass(frozen=True, kw_only=True)
class NewBatch:
    """A batch to be stored: `recipe` is its JSON, `digest` that of recipe, case and build."""

    workspace: str = "default"
    actor: str = "local"
    case: str
    input_digest: str
    title: str
    recipe: str
    build: str
    digest: str
    futures: int


@dataclass(frozen=True, kw_only=True)
class StoredBatch(NewBatch):
    """A stored batch; `done` counts futures answered, `summary` is a JSON document once it has ended well."""

    id: str
    number: int
    done: int
    state: RunState
    claim: str | None
    cancel_asked: bool
    reason: str | None
    summary: bytes | None
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None


class TooManyBatches(Exception):  # noqa: N818 - a state of affairs
    """As many batches as are taken are unfinished already."""


def submit(session: Session, new: NewBatch, *, most_unfinished: int) -> tuple[StoredBatch, bool]:
    """Queue a batch, or return the one that answers it already; one that failed or was cancelled answers nothing.

    Args: of the transaction; the batch; how many of the workspace may be unfinished, this one included.
    Returns the batch, and whether it is new.

    Raises:
        TooManyBatches: as many are unfinished already.
    """
    one_at_a_time(session, f"batch:{new.workspace}")
    live = (
        select(batches)
        .where(
            batches.c.workspace == new.workspace,
            batches.c.digest == new.digest,
            batches.c.cancel_asked.is_(False),
            batches.c.state.not_in([RunState.FAILED, RunState.CANCELLED]),
        )
        .order_by(batches.c.number.desc())
        .limit(1)
    )
    found = session.execute(live).one_or_none()
    if found is not None:
        return _stored(found), False
    unfinished = session.execute(
        select(func.count())
        .select_from(batches)
        .where(batches.c.workspace == new.workspace, batches.c.state.in_(sorted(UNFINISHED)))
    ).scalar_one()
    if unfinished >= most_unfinished:
        raise TooManyBatches
    return _made(session, new), True


def _made(session: Session, new: NewBatch) -> StoredBatch:
    values = {
        **vars(new),
        "id": uuid.uuid4().hex,
        "done": 0,
        "state": RunState.QUEUED,
        "cancel_asked": False,
        "created_at": now(session),
    }
    made = _stored(session.execute(insert(batches).values(values).returning(batches)).one())
    detail = {"case": new.case}
    audit.write(
        session, actor=new.actor, action="batch.submitted", subject=made.id, detail=detail, workspace=new.workspace
    )
    return made


def find(session: Session, batch_id: str) -> StoredBatch | None:
    """Return the batch of this id, or None when there is none."""
    row = session.execute(select(batches).where(batches.c.id == batch_id)).one_or_none()
    return None if row is None else _stored(row)


def page(session: Session, *, after: int | None, limit: int, workspace: str = "default") -> list[StoredBatch]:
    """Return up to `limit` batches, newest first, from before batch number `after` (None: from the newest)."""
    wanted = select(batches).where(batches.c.workspace == workspace).order_by(batches.c.number.desc()).limit(limit)
    if after is not None:
        wanted = wanted.where(batches.c.number < after)
    return [_stored(row) for row in session.execute(wanted)]


def claim(session: Session, *, server: str, lease_seconds: float) -> StoredBatch | None:
    """Claim the oldest queued batch for a server, or None; batches whose lease has lapsed are queued again before."""
    moment = now(session)
    _give_back(session, batches.c.state == RunState.RUNNING, batches.c.lease_until <= moment)
    picked = (
        select(batches.c.number)
        .where(batches.c.state == RunState.QUEUED)
        .order_by(batches.c.number)
        .limit(1)
        .with_for_update(skip_locked=True)
        .cte("picked")
    )
    values = {
        "state": RunState.RUNNING,
        "server": server,
        "claim": uuid.uuid4().hex,
        "lease_until": moment + timedelta(seconds=lease_seconds),
        "started_at": func.coalesce(batches.c.started_at, moment),
    }
    claimed = session.execute(
        update(batches)
        .where(batches.c.number.in_(select(picked.c.number)), batches.c.state == RunState.QUEUED)
        .values(values)
        .returning(batches)
    ).one_or_none()
    return None if claimed is None else _stored(claimed)


def renew(session: Session, batch_id: str, *, claim: str, lease_seconds: float, done: int) -> StoredBatch | None:
    """Hold on to a batch for so long again and note how many futures are answered; None where the claim is lost."""
    values = {"lease_until": now(session) + timedelta(seconds=lease_seconds), "done": done}
    row = session.execute(
        update(batches).where(*_held(batch_id, claim)).values(values).returning(batches)
    ).one_or_none()
    return None if row is None else _stored(row)


def end(
    session: Session,
    batch_id: str,
    *,
    claim: str,
    state: RunState,
    reason: str | None = None,
    summary: bytes | None = None,
) -> bool:
    """End a batch; return whether the claim held it, and nothing is stored when not."""
    values: dict[str, Any] = {
        **UNCLAIMED,
        "state": state,
        "reason": reason,
        "summary": summary,
        "ended_at": now(session),
    }
    if summary is not None:
        values["done"] = batches.c.futures
    ended = session.execute(update(batches).where(*_held(batch_id, claim)).values(values).returning(batches.c.number))
    return ended.one_or_none() is not None


def release(session: Session, *, server: str) -> None:
    """Queue again what a server holds, as it stops; what was to be cancelled is."""
    _give_back(session, batches.c.state == RunState.RUNNING, batches.c.server == server)


def ask_cancel(session: Session, batch_id: str, *, actor: str = "local") -> StoredBatch | None:
    """Ask for a batch to be cancelled: a queued one is at once, one that ended stays. None when there is none."""
    queued = {"state": RunState.CANCELLED, "reason": CANCELLED_BY_REQUEST, "ended_at": now(session)}
    where = batches.c.id == batch_id
    session.execute(
        update(batches).where(where, batches.c.state == RunState.QUEUED).values(cancel_asked=True, **queued)
    )
    session.execute(update(batches).where(where, batches.c.state == RunState.RUNNING).values(cancel_asked=True))
    found = find(session, batch_id)
    if found is not None and found.cancel_asked:
        audit.write(session, actor=actor, action="batch.cancel_asked", subject=batch_id, workspace=found.workspace)
    return found


def _held(batch_id: str, claim: str) -> tuple[Any, ...]:
    return batches.c.id == batch_id, batches.c.state == RunState.RUNNING, batches.c.claim == claim


def _give_back(session: Session, *whose: Any) -> None:
    cancelled = {
        **UNCLAIMED,
        "state": RunState.CANCELLED,
        "reason": CANCELLED_BY_REQUEST,
        "ended_at": now(session),
    }
    session.execute(update(batches).where(*whose, batches.c.cancel_asked.is_(True)).values(cancelled))
    session.execute(update(batches).where(*whose, batches.c.cancel_asked.is_(False)).values(UNCLAIMED))


def _stored(row: Any) -> StoredBatch:
    return StoredBatch(
        workspace=row.workspace,
        actor=row.actor,
        case=row.case,
        input_digest=row.input_digest,
        title=row.title,
        recipe=row.recipe,
        build=row.build,
        digest=row.digest,
        futures=row.futures,
        id=row.id,
        number=row.number,
        done=row.done,
        state=RunState(row.state),
        claim=row.claim,
        cancel_asked=row.cancel_asked,
        reason=row.reason,
        summary=None if row.summary is None else bytes(row.summary),
        created_at=row.created_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
    )
