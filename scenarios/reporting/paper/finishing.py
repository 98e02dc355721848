"""The last touch to a filled paper: its properties, and a file that is the same bytes whenever it is made.

Change this when a paper has to carry other properties.
"""

import io
import zipfile
from datetime import UTC, date, datetime

from docx.document import Document

from scenarios.reporting.paper.told import Told

LANGUAGE = "en-GB"
FIRST_PART = "[Content_Types].xml"
NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can hold: no clock is read."""
UNDATED = date(1980, 1, 1)


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
    written = io.BytesIO()
    document.save(written)
    return _undated(written)


def _undated(written: io.BytesIO) -> bytes:
    """Pack the same parts anew without the time at which each was written."""
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        names = sorted(before.namelist(), key=lambda name: (name != FIRST_PART, name))
        for name in names:
            part = zipfile.ZipInfo(name, NO_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(part, before.read(name))
    return packed.getvalue()
