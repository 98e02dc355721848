"""A Word file that is the same bytes whenever it is written: its parts in a fixed order, without the time of writing.

Change this when a Word file holds something else that comes from a clock.
"""

import io
import zipfile

from docx.document import Document

FIRST_PART = "[Content_Types].xml"
NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can hold: no clock is read."""


def bytes_of(document: Document) -> bytes:
    """Return a document as a file, the same for the same content."""
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name != FIRST_PART, name)):
            part = zipfile.ZipInfo(name, NO_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(part, before.read(name))
    return packed.getvalue()
