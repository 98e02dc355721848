"""A batch on the screen, in its text and on its page, the same at every door: the sections of its summary with tables.

Change this when a summary is laid out in another way; its words are in scenarios/batches/words.py.
"""

import io
from collections.abc import Iterator
from html import escape

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table

from api.shown import NO_JUDGEMENT, PIPE_COLUMNS, page_of, words
from scenarios.batches import words as told
from scenarios.batches.picture import picture
from scenarios.batches.summary import BatchSummary


def batch_parts(summary: BatchSummary) -> Iterator[RenderableType]:
    """Yield the summary as it is shown."""
    yield words(f"{summary.title} ({summary.case})", "bold")
    yield words(NO_JUDGEMENT, "bold")
    for section in told.sections(summary):
        yield words("")
        yield words(section.heading, "bold")
        for sentence in section.sentences:
            yield words(sentence)
        for table in section.tables:
            yield _table(table)


def _table(table: told.Table) -> RenderableType:
    shown = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    for heading in table.headings:
        shown.add_column(words(heading), overflow="fold", vertical="top")
    for row in table.rows:
        shown.add_row(*map(words, row))
    return shown


def batch_text(summary: BatchSummary) -> str:
    """Return the summary as plain text, as it is shown into a pipe."""
    into = io.StringIO()
    console = Console(
        file=into, width=PIPE_COLUMNS, highlight=False, markup=False, emoji=False, color_system=None, _environ={}
    )
    for part in batch_parts(summary):
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in into.getvalue().splitlines())


def batch_page(summary: BatchSummary) -> str:
    """Return the summary as a page, its picture above the tables that say the same; it asks nothing of the network."""
    drawn = picture(summary)
    figure = f'<figure role="img" aria-label="{escape(drawn.words)}">{drawn.svg}</figure>\n<pre>'
    return page_of(summary.title, batch_parts(summary)).replace("<pre>", figure, 1)
