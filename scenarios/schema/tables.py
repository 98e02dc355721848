"""A scenario seen as tables, and where each of their rows stands in the visitor's files.

Rules: design.md section 2: a fault names sheet, row and column as the planner sees them.
Change this when a sheet is neither rows nor one object.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from scenarios.schema.cell_places import CellPlaces
from scenarios.schema.columns import NUMBER_KINDS, Column, Kind, Row, columns_of
from scenarios.schema.faults import Spot
from scenarios.schema.figure import Figure
from scenarios.schema.options import Option
from scenarios.schema.scenario import CARDS, SHEETS, Scenario
from scenarios.schema.work import Work

Tables = Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True)
class Places:
    """Where the rows of each sheet stand: what the planner calls the sheet, and row numbers."""

    labels: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """Sheets that stand there and could not be read: nobody knows what they define."""
    typed: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    """The cells of the rows of each sheet as typed, by column; none for a sheet that is one object or no text."""
    cells: CellPlaces = field(default_factory=CellPlaces)
    """For a workbook: the addresses of its cells."""

    def row(self, sheet: str, index: int) -> int | None:
        """Return the planner's number of a row, from its index (from 0); None for a sheet that is one object."""
        if sheet in CARDS:
            return None
        numbers = self.numbers.get(sheet)
        return index + 1 if numbers is None else numbers[index]

    def spot(self, sheet: str, index: int, column: str | None = None) -> Spot:
        """Return the place of a cell, from the index of its row (from 0)."""
        return self.cells.placed(Spot(self.labels.get(sheet, sheet), self.row(sheet, index), column))

    def text(self, sheet: str, index: int, column: str) -> str | None:
        """Return a cell as typed, from the index of its row (from 0); None where no text is kept."""
        rows = self.typed.get(sheet, ())
        return rows[index].get(column) if index < len(rows) else None


def tables_of(scenario: Scenario) -> dict[str, tuple[Row, ...]]:
    """Return every sheet of a scenario as rows; a sheet that is one object has one."""
    tables: dict[str, tuple[Row, ...]] = {sheet: getattr(scenario, sheet) for sheet in SHEETS}
    return {**tables, **{sheet: (getattr(scenario, sheet),) for sheet in CARDS}}


def cells_of(
    tables: Tables, wanted: Callable[[Column], bool] = lambda _: True
) -> Iterator[tuple[str, int, Row, str, Column]]:
    """Yield sheet, index, row, field and column of every field that is given, in order.

    Args:
        tables: the sheets; the rows of one are all alike.
        wanted: says of a column whether its fields are looked at.
    """
    for sheet in sorted(tables):
        columns = [each for row in tables[sheet][:1] for each in columns_of(type(row)).items() if wanted(each[1])]
        for index, row in enumerate(tables[sheet]):
            for name, column in columns:
                if getattr(row, name) is not None:
                    yield sheet, index, row, name, column


def figures_in(row: Row, name: str, column: Column) -> Iterator[tuple[str, Kind, Figure]]:
    """Yield the figures of one field: what to call each, its kind, and the figure."""
    value = getattr(row, name)
    if column.kind in NUMBER_KINDS and isinstance(value, Figure):
        yield column.header, column.kind, value
    elif column.kind is Kind.PERCENTS_BY_NAME:
        for key, figure in sorted(value.items()):
            yield f"{column.prefix} {key}", Kind.PERCENT, figure
    elif column.kind is Kind.HAPPENS and isinstance(row, Work) and row.happens is not None:
        if row.happens.new_milli_fte is not None:
            yield column.header, Kind.FTE, row.happens.new_milli_fte
    elif column.kind is Kind.ABLE_CHANGES and isinstance(row, Option):
        for change in row.able:
            yield column.header, Kind.PERCENT, change.share_basis_points
