"""The answers of futures, kept by build and by what was asked; written once, never changed.

Change this when an answer is found by something else.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from api.store.batch_tables import batch_answers

AT_ONCE = 200
"""Digests in one question: SQLite takes a limited number of values."""


def among(session: Session, digests: Iterable[str], *, build: str, workspace: str = "default") -> dict[str, bytes]:
    """Return the answers there are among these futures, by digest."""
    wanted = sorted({*digests})
    found: dict[str, bytes] = {}
    for at in range(0, len(wanted), AT_ONCE):
        rows = session.execute(
            select(batch_answers.c.digest, batch_answers.c.document).where(
                batch_answers.c.workspace == workspace,
                batch_answers.c.build == build,
                batch_answers.c.digest.in_(wanted[at : at + AT_ONCE]),
            )
        )
        found |= {row.digest: bytes(row.document) for row in rows}
    return found


def keep(
    session: Session,
    answers: Mapping[str, bytes],
    *,
    build: str,
    workspace: str = "default",
    actor: str = "local",
) -> None:
    """Keep answers by digest; one that is there already stays as it is."""
    if not answers:
        return
    values = [
        {"workspace": workspace, "build": build, "digest": digest, "actor": actor, "document": answers[digest]}
        for digest in sorted(answers)
    ]
    kind = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = kind.insert(batch_answers).on_conflict_do_nothing()
    session.execute(statement, values)
