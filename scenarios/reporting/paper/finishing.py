"""The last touch to a filled paper: its properties, none of them from a clock.

Change this when a paper has to carry other properties.
"""

from datetime import UTC, date, datetime

from docx.document import Document

from scenarios.reporting.paper.same_bytes import bytes_of
from scenarios.reporting.paper.told import Told

LANGUAGE = "en-GB"
UNDATED = date(1980, 1, 1)
"""For a case without a day: no clock is read."""


def finished(document: Document, told: Told) -> bytes:
    """Return a paper as a file: titled, dated with the case's own day, its parts in a fixed order."""
    header = told.case.scenario.header
    properties = document.core_properties
    day = header.case_date or UNDATED
    made = datetime(day.year, day.month, day.day, tzinfo=UTC)
    properties.title = header.title[:255]
    properties.subject = f"{header.name}, {told.seen.version.value} version"[:255]
    properties.language = LANGUAGE
    properties.created = properties.modified = made
    properties.last_modified_by = properties.comments = ""
    properties.revision = 1
    return bytes_of(document)
