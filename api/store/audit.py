"""The audit log: who did what to what, when. Lines are added; triggers in both databases refuse to change or drop one.

No person's data stand in it: actors are accounts, subjects are ids and names of cases.
Change this when something else about an act has to be told.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from api.store.clock import now
from api.store.tables import audit_lines

Detail = Mapping[str, str | int | bool | None]


@dataclass(frozen=True)
class AuditLine:
    """One act; `number` gives the order."""

    number: int
    workspace: str
    actor: str
    action: str
    subject: str
    detail: dict[str, Any]
    written_at: datetime


def write(
    session: Session, *, actor: str, action: str, subject: str, detail: Detail | None = None, workspace: str = "default"
) -> None:
    """Add a line, in the transaction of the act itself: either both are there or neither.

    Args:
        session: of the transaction.
        actor: who did it, such as "local".
        action: what was done, such as "run.marked".
        subject: the id of what it was done to.
        detail: what else is worth telling; no person's data.
        workspace: whose it is.
    """
    session.execute(
        insert(audit_lines).values(
            workspace=workspace,
            actor=actor,
            action=action,
            subject=subject,
            detail=json.dumps(dict(detail or {}), sort_keys=True, ensure_ascii=False),
            written_at=now(session),
        )
    )


def page(session: Session, *, after: int | None, limit: int, subject: str | None = None) -> list[AuditLine]:
    """Return up to `limit` lines, newest first, from before line number `after` (None: from the newest)."""
    wanted = select(audit_lines).order_by(audit_lines.c.number.desc()).limit(limit)
    if after is not None:
        wanted = wanted.where(audit_lines.c.number < after)
    if subject is not None:
        wanted = wanted.where(audit_lines.c.subject == subject)
    return [
        AuditLine(
            number=row.number,
            workspace=row.workspace,
            actor=row.actor,
            action=row.action,
            subject=row.subject,
            detail=json.loads(row.detail),
            written_at=row.written_at,
        )
        for row in session.execute(wanted)
    ]
