"""How long runs are kept: for so many days after they ended, unless they were put to anyone.

Never deleted: a run that was put to consultation, even when it was set aside later, and one that has not ended. Nothing
goes silently: what is due can be listed first, and each deletion is a line in the audit log that says what went.
Each function takes the session of its transaction first. Change this when something else decides what is kept.
"""

from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from api.store import audit
from api.store.clock import now
from api.store.states import ENDED, Mark
from api.store.stored_runs import StoredRun, stored
from api.store.tables import run_documents, runs, structures


def due(session: Session, *, keep_days: int, limit: int | None) -> list[StoredRun]:
    """Return up to `limit` runs that may be deleted (None: all of them), oldest first.

    Args:
        session: of the transaction.
        keep_days: for how many days an ended run is kept; at least 1.
        limit: how many at most.

    Raises:
        ValueError: less than a day, which would delete what nobody has read yet.
    """
    if keep_days < 1:
        raise ValueError(f"runs are kept for at least 1 day, not {keep_days}")
    wanted = (
        select(runs)
        .where(
            runs.c.state.in_(sorted(ENDED)),
            runs.c.ended_at < now(session) - timedelta(days=keep_days),
            runs.c.put_at.is_(None),
            runs.c.mark != Mark.PUT_TO_CONSULTATION,
        )
        .order_by(runs.c.number)
        .limit(limit)
    )
    return [stored(row) for row in session.execute(wanted)]


def tidy(session: Session, *, keep_days: int, limit: int, actor: str) -> list[StoredRun]:
    """Delete up to `limit` runs that are due, with their answers and structures; return what went, oldest first.

    Args:
        session: of the transaction.
        keep_days: for how many days an ended run is kept; at least 1.
        limit: how many at most.
        actor: who has them deleted.

    Raises:
        ValueError: less than a day.
    """
    gone = [run for run in due(session, keep_days=keep_days, limit=limit) if _delete(session, run.id)]
    for run in gone:
        detail = {
            "case": run.case,
            "question": run.question,
            "state": run.state,
            "ended_at": run.ended_at.isoformat() if run.ended_at else None,
            "mark": run.mark,
            "reason": run.mark_reason,
            "keep_days": keep_days,
        }
        audit.write(session, actor=actor, action="run.deleted", subject=run.id, detail=detail, workspace=run.workspace)
    return gone


def _delete(session: Session, run_id: str) -> bool:
    """Delete a run unless somebody put it to consultation in the meantime; return whether it went."""
    still = select(runs.c.id).where(runs.c.id == run_id, runs.c.put_at.is_(None)).with_for_update()
    if session.execute(still).one_or_none() is None:
        return False
    for table in (structures, run_documents):
        session.execute(delete(table).where(table.c.run_id == run_id))
    session.execute(delete(runs).where(runs.c.id == run_id))
    return True
