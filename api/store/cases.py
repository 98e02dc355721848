"""Cases and their versions. A version never changes; it is known by the digest of its input: one digest, one version.

What is kept is the scenario as canonical JSON, without sealed sheets: those are left out at the door.
Each function takes the session of its transaction first. Change this when something else is kept of a case.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from api.store.clock import now
from api.store.locks import one_at_a_time
from api.store.tables import case_versions

DEFAULT_WORKSPACE = "default"


@dataclass(frozen=True)
class NewVersion:
    """A version to keep: `case` is the name of the case, `document` the scenario as canonical JSON in UTF-8."""

    workspace: str
    actor: str
    case: str
    title: str
    digest: str
    document: bytes


@dataclass(frozen=True)
class StoredVersion:
    """A version as it is kept; `number` gives the order in which versions came."""

    number: int
    workspace: str
    actor: str
    case: str
    title: str
    digest: str
    document: bytes
    created_at: datetime


@dataclass(frozen=True)
class VersionEntry:
    """A version in a list: without its document."""

    number: int
    case: str
    title: str
    digest: str
    actor: str
    created_at: datetime


@dataclass(frozen=True)
class CaseEntry:
    """A case in a list: its newest version, and how many there are."""

    newest: VersionEntry
    versions: int


@dataclass(frozen=True)
class Added:
    """The version that holds what was added: a new one, or the one there was."""

    version: StoredVersion
    is_new: bool


def add_version(session: Session, new: NewVersion) -> Added:
    """Keep a version of a case, or return the one that holds the same input already."""
    one_at_a_time(session, f"cases:{new.workspace}")
    found = find_by_digest(session, new.digest, workspace=new.workspace)
    if found is not None:
        return Added(found, is_new=False)
    values = {**vars(new), "created_at": now(session)}
    row = session.execute(insert(case_versions).values(values).returning(case_versions)).one()
    return Added(_stored(row), is_new=True)


def find_version(
    session: Session, case: str, digest: str, *, workspace: str = DEFAULT_WORKSPACE
) -> StoredVersion | None:
    """Return the version of a case with this digest, or None when that case has none."""
    found = find_by_digest(session, digest, workspace=workspace)
    return found if found is not None and found.case == case else None


def find_by_digest(session: Session, digest: str, *, workspace: str = DEFAULT_WORKSPACE) -> StoredVersion | None:
    """Return the version with this digest, whichever case it is of, or None when there is none."""
    wanted = select(case_versions).where(case_versions.c.workspace == workspace, case_versions.c.digest == digest)
    row = session.execute(wanted).one_or_none()
    return None if row is None else _stored(row)


def newest_version(session: Session, case: str, *, workspace: str = DEFAULT_WORKSPACE) -> StoredVersion | None:
    """Return the version of a case that was added last, or None when there is no such case."""
    wanted = (
        select(case_versions)
        .where(case_versions.c.workspace == workspace, case_versions.c.case == case)
        .order_by(case_versions.c.number.desc())
        .limit(1)
    )
    row = session.execute(wanted).one_or_none()
    return None if row is None else _stored(row)


def page_cases(
    session: Session, *, after: str | None, limit: int, workspace: str = DEFAULT_WORKSPACE
) -> list[CaseEntry]:
    """Return up to `limit` cases by name, those whose name comes after `after` (None: from the first)."""
    grouped = (
        select(case_versions.c.case, func.max(case_versions.c.number).label("newest"), func.count().label("versions"))
        .where(case_versions.c.workspace == workspace)
        .group_by(case_versions.c.case)
        .order_by(case_versions.c.case)
        .limit(limit)
    )
    if after is not None:
        grouped = grouped.where(case_versions.c.case > after)
    found = grouped.subquery()
    wanted = select(*_LISTED, found.c.versions).join(found, found.c.newest == case_versions.c.number)
    rows = session.execute(wanted.order_by(case_versions.c.case))
    return [CaseEntry(_entry(row), row.versions) for row in rows]


def page_versions(
    session: Session, case: str, *, after: int | None, limit: int, workspace: str = DEFAULT_WORKSPACE
) -> list[VersionEntry]:
    """Return up to `limit` versions of a case, newest first, from before version number `after` (None: the newest)."""
    wanted = (
        select(*_LISTED)
        .where(case_versions.c.workspace == workspace, case_versions.c.case == case)
        .order_by(case_versions.c.number.desc())
        .limit(limit)
    )
    if after is not None:
        wanted = wanted.where(case_versions.c.number < after)
    return [_entry(row) for row in session.execute(wanted)]


_LISTED = tuple(case_versions.c[name] for name in ("number", "case", "title", "digest", "actor", "created_at"))


def _entry(row: Any) -> VersionEntry:
    return VersionEntry(
        number=row.number,
        case=row.case,
        title=row.title,
        digest=row.digest,
        actor=row.actor,
        created_at=row.created_at,
    )


def _stored(row: Any) -> StoredVersion:
    return StoredVersion(
        number=row.number,
        workspace=row.workspace,
        actor=row.actor,
        case=row.case,
        title=row.title,
        digest=row.digest,
        document=bytes(row.document),
        created_at=row.created_at,
    )
