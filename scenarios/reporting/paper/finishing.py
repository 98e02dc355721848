"""The last touch to a filled paper: short tables on one page, and its properties, none of them from a clock.

Change this when a paper has to carry other properties.
"""

from datetime import UTC, date, datetime

from docx.document import Document
from docx.text.paragraph import Paragraph

from scenarios.reporting.paper.same_bytes import bytes_of
from scenarios.reporting.paper.told import Told

LANGUAGE = "en-GB"
SHORT = 8
"""So many rows, with the header, a table may have that is not broken over two pages."""
UNDATED = date(1980, 1, 1)
"""For a case without a day: no clock is read."""


def finished(document: Document, told: Told) -> bytes:
    """Return a paper as a file: titled, dated with the case's own day, its parts in a fixed order."""
    _keep_together(document)
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


def _keep_together(document: Document) -> None:
    """Keep each row of a short table on the page of the next one, and one sentence under a heading with its table.

    A longer table has its header on every page.
    """
    for table in document.tables:
        rows = list(table.rows)
        if len(rows) <= SHORT:
            for paragraph in (paragraph for row in rows[:-1] for cell in row.cells for paragraph in cell.paragraphs):
                paragraph.paragraph_format.keep_with_next = True
    blocks = [block for block in document.iter_inner_content() if isinstance(block, Paragraph)]
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if _named(before, "Heading") and _named(after, "Caption"):
            block.paragraph_format.keep_with_next = True


def _named(paragraph: Paragraph, style: str) -> bool:
    """Whether a paragraph's style starts with a name."""
    return paragraph.style is not None and (paragraph.style.name or "").startswith(style)
