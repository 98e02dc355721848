"""A grid of cells, wherever it comes from, and how far reading it has got.

Rules: design.md section 3 ("keep readers apart from the schema"). A CSV file, a sheet of a workbook and a test all
give a Grid; nothing after it knows files.
Change this when something other than rows of text has to be carried from a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scenarios.schema.columns import Row
from scenarios.schema.faults import Doubt, Fault, Spot, Words

MAX_ROWS = 50_000
MAX_COLUMNS = 200


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet: its name, what a planner calls it, the header and the rows, as text."""

    sheet: str
    label: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()

    def spot(self, row: int | None = None, column: str | None = None) -> Spot:
        """Return a place in this sheet."""
        return Spot(self.label, row, column)


@dataclass
class Notes:
    """What is collected while one case is read; the only thing here that grows."""

    faults: list[Fault] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    not_read: list[str] = field(default_factory=list)

    def fault(self, spot: Spot, value: str, words: Words) -> None:
        """Collect a fault."""
        self.faults.append(Fault.at(spot, value, words))

    def doubt(self, spot: Spot, value: str, words: Words) -> None:
        """Collect a doubt."""
        self.doubts.append(Doubt.at(spot, value, words))


@dataclass(frozen=True)
class Rows:
    """The objects read from one sheet, the row of the file each stands in, and its cells as typed, by column."""

    label: str
    objects: tuple[Row, ...] = ()
    numbers: tuple[int, ...] = ()
    typed: tuple[Mapping[str, str], ...] = ()


Values = dict[str, Any]
