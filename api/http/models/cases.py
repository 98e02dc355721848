"""Cases and their versions as they travel.

Change this when something else is told of a case.
"""

from datetime import datetime

from pydantic import Field

from api.http.models.sent import Links, NextLink, Sent
from scenarios.checking.document import TroubleLine


class LeftOutSheet(Sent):
    """A sealed sheet that was sent and is not kept: no run, file or export of the service ever holds it."""

    sheet: str
    rows: int
    words: str = Field(description="What the service cannot tell without it, and what can.")


class CaseAdded(Sent):
    """The version that holds what was sent: a new one, or the one there was."""

    case: str
    title: str
    digest: str = Field(description="SHA-256 of what the case states; addresses the version.")
    is_new: bool
    left_out: tuple[LeftOutSheet, ...]
    doubts: tuple[TroubleLine, ...] = Field(description="Usable, but look; places are those of what was sent.")
    not_read: tuple[str, ...] = Field(description="Files, sheets and columns that are not known.")
    links: Links


class VersionLine(Sent):
    """A version of a case."""

    case: str
    title: str
    digest: str
    added_at: datetime
    links: Links


class VersionList(Sent):
    """Versions of a case, the newest first."""

    items: tuple[VersionLine, ...]
    next: NextLink = None


class CaseLine(Sent):
    """A case by its newest version."""

    case: str
    versions: int
    newest: VersionLine
    links: Links


class CaseList(Sent):
    """Cases in order of their names."""

    items: tuple[CaseLine, ...]
    next: NextLink = None
