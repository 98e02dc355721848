"""Writes that are done once: sent again under the same Idempotency-Key, they are answered as before.

What is done and what is answered are kept in one transaction, so that after it nothing of either is lost.
Change this when a write that is sent twice is to be known again by something else.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Annotated

from fastapi import Header, Request

from api.http.places import not_valid
from api.http.problems import Refused
from api.http.service import Service
from api.http.settings import ACTOR, WORKSPACE
from api.store import idempotency
from api.store.idempotency import KeptAnswer, Key, KeyConflict
from api.store.store import Session

IdempotencyKey = Annotated[
    str | None,
    Header(
        min_length=1,
        max_length=255,
        pattern=r"^[\x21-\x7e]+$",
        description="A name of your own for this request: sent again under it, it is done once.",
    ),
]
TAKEN = "This key came with another request before: choose a new one."


def key_of(request: Request, key: str | None, text: str) -> Key | None:
    """Return the key of a request with what was asked under it; `text` is the same for the same question only."""
    if key is None:
        return None
    same = sha256("\n".join((request.method, request.url.path, text)).encode()).hexdigest()
    return Key(workspace=WORKSPACE, actor=ACTOR, key=key, request_digest=same)


def done_once(service: Service, key: Key | None, do: Callable[[Session], KeptAnswer]) -> KeptAnswer:
    """Do a write in one transaction, or return what was answered when it came before.

    Raises:
        Refused: another request came under this key.
    """
    try:
        with service.store.transaction() as session:
            kept = None if key is None else idempotency.answer_of(session, key)
            if kept is not None:
                return kept
            answer = do(session)
            if key is not None:
                idempotency.keep(session, key, answer)
            return answer
    except KeyConflict as conflict:
        raise Refused(not_valid("header.idempotency-key", TAKEN)) from conflict
