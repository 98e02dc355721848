"""Structures of runs that ended, each one a resource of its own.

A structure is known by its run and its position in the run's answer. Its JSON is kept as bytes, as the answer has it.
Change this when more of a structure has to be found without reading its JSON.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from api.store.tables import runs, structures


@dataclass(frozen=True)
class StructureRow:
    """One structure of an answer, to be stored: `document` is its JSON, in UTF-8."""

    option: str
    anchor: str | None
    branch: str | None
    status: str
    document: bytes


@dataclass(frozen=True)
class StoredStructure:
    """A stored structure; `sha256` is that of its document, in hexadecimal."""

    id: str
    run_id: str
    position: int
    option: str
    anchor: str | None
    branch: str | None
    status: str
    document: bytes
    sha256: str


# Put together once, as it is asked most.
_FIND = select(structures).where(
    structures.c.run_id == bindparam("wanted_run"), structures.c.position == bindparam("wanted_position")
)


def structure_id(run_id: str, position: int) -> str:
    """Return what a structure is known by: its run and its position (from 0) in the run's answer."""
    return f"{run_id}-{position}"


def add(session: Session, run_id: str, rows: Sequence[StructureRow]) -> None:
    """Store the structures of a run, in their order, as belonging to whoever asked for the run."""
    if not rows:
        return
    whose = session.execute(select(runs.c.workspace, runs.c.actor).where(runs.c.id == run_id)).one()
    values = [
        {
            "run_id": run_id,
            "position": position,
            "workspace": whose.workspace,
            "actor": whose.actor,
            "option": row.option,
            "anchor": row.anchor,
            "branch": row.branch,
            "status": row.status,
            "document": row.document,
            "sha256": hashlib.sha256(row.document).hexdigest(),
        }
        for position, row in enumerate(rows)
    ]
    session.execute(insert(structures), values)


def find(session: Session, wanted: str) -> StoredStructure | None:
    """Return the structure of this id (`<run>-<position>`), or None when there is none."""
    run_id, _, position = wanted.rpartition("-")
    if not (position.isascii() and position.isdecimal() and len(position) <= 6):
        return None
    row = session.execute(_FIND, {"wanted_run": run_id, "wanted_position": int(position)}).one_or_none()
    # "7" and "07" are one number and would be two addresses of one thing.
    return None if row is None or wanted != structure_id(run_id, row.position) else _stored(row)


def of_run(session: Session, run_id: str) -> list[StoredStructure]:
    """Return the structures of a run in the order of its answer; none when it has not ended or found none."""
    rows = session.execute(select(structures).where(structures.c.run_id == run_id).order_by(structures.c.position))
    return [_stored(row) for row in rows]


def _stored(row: Any) -> StoredStructure:
    return StoredStructure(
        id=structure_id(row.run_id, row.position),
        run_id=row.run_id,
        position=row.position,
        option=row.option,
        anchor=row.anchor,
        branch=row.branch,
        status=row.status,
        document=bytes(row.document),
        sha256=row.sha256,
    )
