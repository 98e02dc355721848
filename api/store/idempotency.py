"""Answers kept under a key the visitor chose, so that a request sent twice is done once.

Source: the Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header). A key belongs to one request: another
body under it is a conflict. Keys are kept KEPT_HOURS, and forgotten when the next answer is kept.
Each function takes the session of its transaction first. Change this when more of an answer has to be given again.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from api.store.clock import now
from api.store.locks import one_at_a_time
from api.store.tables import request_keys

KEPT_HOURS = 24


class KeyConflict(Exception):  # noqa: N818 - what the visitor asked for, not a failure
    """The key belongs to another request."""

    def __init__(self, key: str) -> None:
        super().__init__(f"the key {key} was used for another request: choose a new one")
        self.key = key


@dataclass(frozen=True)
class Key:
    """A key as it came: who sent it, and the digest of what was asked (method, path and body)."""

    workspace: str
    actor: str
    key: str
    request_digest: str


@dataclass(frozen=True)
class KeptAnswer:
    """An answer to give again: its status code, its Location if any, and its body."""

    status: int
    location: str | None
    body: bytes


def answer_of(session: Session, key: Key) -> KeptAnswer | None:
    """Return the answer kept under a key, or None when the request has still to be done.

    Called first in the transaction that does the request and keeps its answer: whoever sends the same key at the same
    time waits for that transaction, and then finds its answer.

    Raises:
        KeyConflict: the key belongs to another request.
    """
    one_at_a_time(session, f"key:{key.workspace}:{key.key}")
    wanted = select(request_keys).where(
        request_keys.c.workspace == key.workspace,
        request_keys.c.key == key.key,
        request_keys.c.created_at > _oldest(session),
    )
    row = session.execute(wanted).one_or_none()
    if row is None:
        return None
    if row.request_digest != key.request_digest:
        raise KeyConflict(key.key)
    return KeptAnswer(row.status, row.location, bytes(row.body))


def keep(session: Session, key: Key, answer: KeptAnswer) -> None:
    """Keep the answer to a request under its key, and forget what was kept for KEPT_HOURS."""
    session.execute(delete(request_keys).where(request_keys.c.created_at <= _oldest(session)))
    session.execute(insert(request_keys).values({**vars(key), **vars(answer), "created_at": now(session)}))


def _oldest(session: Session) -> datetime:
    return now(session) - timedelta(hours=KEPT_HOURS)
