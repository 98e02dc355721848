"""An extract as it was handed out: a header and rows of text, with the row each stands in, and nothing judged yet.

Rules: design.md section 3. Lines above the header (titles, run dates, who ran it) and rows that are no records (blank,
the header again, totals, a last line) are counted and never shown: they may name a person.
Change this when rows of another kind are no records.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from scenarios.importing import import_faults
from scenarios.importing.plain_text import MAX_EXTRACT_COLUMNS
from scenarios.schema import fault_kinds
from scenarios.schema.faults import Fault, ScenarioFaults, Spot

_HEADER_WITHIN = 30
"""Rows from the top in which the header is looked for."""
_KNOWN_HEADERS_NEEDED = 3
_TOTAL = re.compile(
    r"\s*(grand |sub-?)?totals?\b|\s*(end of report|count of|printed|run (on|by|date))\b", re.IGNORECASE
)
_BLANKS = str.maketrans({"\xa0": " ", "\u2007": " ", "\u202f": " ", "\u200b": "", "\ufeff": "", "\u00ad": ""})
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Extract:
    """A table of text as handed out."""

    label: str
    form: str
    """How it was read: encoding and separator, or the sheet of a workbook."""
    header: tuple[str, ...]
    rows: tuple[Sequence[str], ...]
    """The records, all as wide as the header."""
    numbers: tuple[int, ...]
    """The row of the file in which each record stands, from 1."""
    above: int
    """Lines above the header that were not read."""
    left_out: tuple[tuple[str, int], ...]
    """Rows that are no records: what they are, and their row."""

    @cached_property
    def columns(self) -> tuple[tuple[str, ...], ...]:
        """The cells, column by column."""
        cells = tuple(chain.from_iterable(self.rows))
        return tuple(cells[index :: len(self.header)] for index in range(len(self.header)))

    def spot(self, row: int | None = None, column: str | None = None) -> Spot:
        """Return a place in the extract."""
        return Spot(self.label, row, column)


def clean(text: str) -> str:
    """Return a cell without blanks at its ends, no-break spaces made plain, signs without width taken out."""
    return text.translate(_BLANKS).strip() if not text.isascii() else text.strip()


def header_key(text: str) -> str:
    """Return a header without case, signs and brackets, words apart by one blank."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", clean(text).casefold()).split())


def table_of(rows: Rows, label: str, form: str, known_headers: frozenset[str]) -> Extract:
    """Return rows of text as an extract, its header found.

    Args:
        rows: every row of the table, from its first.
        label: what a planner calls the file or sheet.
        form: how it was read.
        known_headers: headers as `header_key` writes them.

    Raises:
        ScenarioFaults: there is no header or no record, or a row does not line up.
    """
    place = Spot(label)
    top = header_row(rows, known_headers)
    if top is None:
        raise ScenarioFaults([Fault.at(place, "", import_faults.no_header_known())])
    header = _trimmed(rows, top)
    if len(header) > MAX_EXTRACT_COLUMNS:
        raise ScenarioFaults([Fault.at(place, "", fault_kinds.too_many("columns", MAX_EXTRACT_COLUMNS))])
    kept, numbers, left_out, faults = _records(rows, top, header, label=label)
    if not kept and not faults:
        faults.append(Fault.at(place, "", import_faults.no_rows()))
    if faults:
        raise ScenarioFaults(faults)
    return Extract(label, form, header, tuple(kept), tuple(numbers), top, tuple(left_out))


def header_row(rows: Rows, known_headers: frozenset[str]) -> int | None:
    """Return the index of the header: the first of the rows near the top with the most headers that are known.

    None when no row holds enough of them: a first row that is no header may name persons, and headers are shown.
    """
    known = [len({header_key(cell) for cell in row} & known_headers) for row in rows[:_HEADER_WITHIN]]
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows[:_HEADER_WITHIN]]
    if not any(known):
        return None
    top = known.index(max(known))
    return top if known[top] >= min(_KNOWN_HEADERS_NEEDED, filled[top]) else None


def _trimmed(rows: Rows, top: int) -> tuple[str, ...]:
    """Return the header without blank columns at its end under which nothing stands."""
    header = [clean(cell) for cell in rows[top]]
    while header and not header[-1]:
        last = len(header) - 1
        if any(len(row) > last and row[last].strip() for row in rows[top + 1 :]):
            break
        header.pop()
    return tuple(header)


Found = tuple[list[Sequence[str]], list[int], list[tuple[str, int]], list[Fault]]


def _records(rows: Rows, top: int, header: tuple[str, ...], *, label: str) -> Found:
    """Return the records below the header, their rows, the rows that are none, and faults of rows out of line."""
    kept: list[Sequence[str]] = []
    numbers: list[int] = []
    left_out: list[tuple[str, int]] = []
    faults: list[Fault] = []
    width = len(header)
    for number, row in enumerate(rows[top + 1 :], start=top + 2):
        first = row[0] if len(row) == width else ""
        if first.isdigit() or (first.strip() and first != header[0] and not _TOTAL.match(first)):
            kept.append(row)
            numbers.append(number)
            continue
        cells = list(row)
        while len(cells) > width and not cells[-1].strip():
            cells.pop()
        filled = [cell for cell in cells if cell.strip()]
        what = _no_record(cells, filled, header)
        if what is not None:
            left_out += [(what, number)] * bool(filled)
        elif len(cells) > width:
            faults.append(Fault.at(Spot(label, number), "", import_faults.row_too_long(len(cells), width)))
        elif len(cells) < width and 2 * len(cells) < width:
            faults.append(Fault.at(Spot(label, number), "", import_faults.row_too_short(len(cells), width)))
        else:
            kept.append(cells + [""] * (width - len(cells)))
            numbers.append(number)
    return kept, numbers, left_out, faults


def _no_record(cells: list[str], filled: list[str], header: tuple[str, ...]) -> str | None:
    """Say what a row is that is no record, or None when it is one."""
    if not filled:
        return "blank"
    if [clean(cell) for cell in cells] == [*header]:
        return "the header again"
    if _TOTAL.match(filled[0]) and 2 * len(filled) <= max(len(header), 4):
        return "a total or a last line"
    if len(cells) == 1 and len(header) > 2:
        return "a line with one cell"
    return None
