"""Papers written once a run, and read back: their words, their tables with captions, their pictures.

Change this when a paper has to be looked at in another way.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from scenarios.comparing.result import Comparison
from scenarios.proofreading.proofread import proofread
from scenarios.reporting.paper.disclosure import disclosure
from scenarios.reporting.paper.paper import paper
from scenarios.reporting.paper.told import Told
from scenarios.reporting.version import PaperVersion
from scenarios.schema.case import Case
from tests.scenarios.library.shipped import shipped
from tests.scenarios.published.compared import compared

PUBLIC, EXEMPT = PaperVersion.PUBLIC, PaperVersion.EXEMPT
NUMBER = re.compile(r"-?£?\d[\d,]*(?:\.\d+)?%?")


@dataclass(frozen=True)
class Shown:
    """A table of a paper: the heading it stands under, its caption, its header row, its other rows."""

    heading: str
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@cache
def written(name: str, version: PaperVersion = EXEMPT) -> bytes:
    """The paper of a shipped case, without what must be true."""
    return paper(proofread(shipped(name)), compared(name), version)


def told(case: Case, comparison: Comparison, version: PaperVersion = EXEMPT) -> Told:
    """What a paper tells of, as its parts are handed it."""
    return Told(case, comparison, disclosure(version, case.scenario.policy))


def _blocks(content: bytes) -> Iterator[Any]:
    document = Document(io.BytesIO(content))
    yield from document.iter_inner_content()


@cache
def tables(content: bytes) -> tuple[Shown, ...]:
    """Every table of a paper, in order."""
    found, heading, last = [], "", ""
    for block in _blocks(content):
        if isinstance(block, Paragraph):
            style = block.style.name if block.style is not None else ""
            heading = block.text if style.startswith("Heading") else heading
            last = block.text
        elif isinstance(block, Table):
            rows = [tuple(cell.text for cell in row.cells) for row in block.rows]
            found.append(Shown(heading, last, rows[0], tuple(rows[1:])))
    return tuple(found)


def table(content: bytes, caption: str, heading: str = "") -> Shown:
    """The first table whose caption and heading begin like this."""
    return next(t for t in tables(content) if t.caption.startswith(caption) and t.heading.startswith(heading))


@cache
def words(content: bytes) -> str:
    """All the text of a paper: paragraphs, tables, heads and feet."""
    document = Document(io.BytesIO(content))
    said = [block.text for block in _blocks(content) if isinstance(block, Paragraph)]
    said += [cell for t in tables(content) for row in (t.header, *t.rows) for cell in row]
    for section in document.sections:
        said += [p.text for p in (*section.header.paragraphs, *section.footer.paragraphs)]
    return "\n".join(said)


def everything(content: bytes) -> str:
    """Every text part of the file as it is stored, alternative texts and properties too."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(n).decode() for n in archive.namelist() if n.endswith((".xml", ".rels")))


def numbers(text: str) -> set[str]:
    """The numbers a text holds, as they are written."""
    return {found.rstrip(",.") for found in NUMBER.findall(text)}
