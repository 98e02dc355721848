"""Figures in cells: `15`, `~6`, `~6 (4..8)`, `?`, `? (4..8)`, each with a `[source]` of its own if need be.

Rules: design.md section 3 (cells). Plain is published, ~ assumed, [derived] worked out here, ? not known.
Change this when a figure gets another mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from scenarios.reading.numbers import read_number
from scenarios.schema import doubt_kinds, fault_kinds
from scenarios.schema.columns import Kind
from scenarios.schema.faults import CellTrouble, Words
from scenarios.schema.figure import UNKNOWN, Basis, Figure
from scenarios.schema.texts import source_trouble, tidy_text
from scenarios.schema.units import UNITS, print_number

_CELL = re.compile(
    r"(?P<mark>~?)\s*(?P<value>[^()\[\]~]*?)\s*"
    r"(?:\((?P<low>[^()\[\]]*?)\.\.(?P<high>[^()\[\]]*?)\))?\s*"
    r"(?:\[(?P<note>[^\[\]]*)\])?"
)
_DERIVED = "derived"


@dataclass(frozen=True)
class Cell:
    """What a cell says, and what is odd about it."""

    value: object
    odd: tuple[Words, ...] = ()


@lru_cache(maxsize=65_536)
def read_figure(text: str, kind: Kind) -> Cell:
    """Return the figure a cell holds, in the kind's whole units.

    Args:
        text: the cell, not blank.
        kind: a kind of NUMBER_KINDS.

    Raises:
        CellTrouble: the cell holds no figure of this kind.
    """
    found = _CELL.fullmatch(text)
    if found is None:
        raise CellTrouble(fault_kinds.not_a_number(text, UNITS[kind].example))
    numbers: dict[str, int | None] = {}
    odd: list[Words] = []
    for part in ("value", "low", "high"):
        written = found[part]
        if written is None or (part == "value" and written == "?"):
            numbers[part] = None
        else:
            numbers[part], was_rounded = read_number(written, kind)
            if was_rounded:
                odd.append(doubt_kinds.rounded(written, print_number(numbers[part] or 0, kind)))
    basis, source = _note(found["note"], marked=bool(found["mark"]))
    value, low, high = numbers["value"], numbers["low"], numbers["high"]
    if value is None and low is None:
        return Cell(UNKNOWN.model_copy(update={"source": source}))
    if low is not None and high is not None and not low <= (low if value is None else value) <= high:
        raise CellTrouble(fault_kinds.bad_range(text))
    return Cell(Figure(value=value, low=low, high=high, basis=basis, source=source), tuple(odd))


def _note(note: str | None, *, marked: bool) -> tuple[Basis, str | None]:
    """Return basis and source from the words in brackets."""
    basis: Basis = "assumed" if marked else "published"
    source = tidy_text(note or "")
    first, _, rest = source.partition(";")
    if first.strip().casefold() == _DERIVED:
        basis, source = "derived", rest.strip()
    if source and (trouble := source_trouble(source)):
        raise CellTrouble(fault_kinds.not_a_text(trouble))
    return basis, source or None


def print_figure(figure: Figure, kind: Kind, *, inherited: str | None = None, signed: bool = False) -> str:
    """Return a figure as it is written in a cell.

    Args:
        figure: the figure, in the kind's whole units.
        kind: a kind of NUMBER_KINDS.
        inherited: source that the row or sheet states already.
        signed: put a plus before what is above nothing, so that a rise is not mistaken for a fall.
    """
    value = "?" if figure.value is None else print_number(figure.value, kind, signed=signed)
    parts = ["~" + value if figure.basis == "assumed" else value]
    if figure.low is not None and figure.high is not None:
        low, high = (print_number(end, kind, signed=signed) for end in (figure.low, figure.high))
        parts.append(f"({low}..{high})")
    source = figure.source if figure.source != inherited else None
    notes = [_DERIVED] * (figure.basis == "derived") + [source] * (source is not None)
    if notes:
        parts.append(f"[{'; '.join(note for note in notes if note)}]")
    return " ".join(parts)
