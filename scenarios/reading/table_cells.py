"""One sheet of a workbook as a grid, with everything said that a grid cannot hold.

What a planner sees counts: a name merged over rows is each row's; a date made of 2009/10, an error or a formula that
was never worked out is a fault, as nobody can know what was meant. Columns that are not read are left alone.
Rules: design.md section 3; the text of cells is cell_text.py's.
Change this when a spreadsheet can do something else to a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from scenarios.reading import workbook_trouble
from scenarios.reading.workbook import RawSheet
from scenarios.schema import doubt_kinds
from scenarios.schema.cell_places import Position, address, column_letters
from scenarios.schema.columns import NUMBER_KINDS, Kind
from scenarios.schema.faults import Doubt, Fault, Spot, Words
from scenarios.schema.units import UNITS, print_number

_WRITTEN = frozenset({Kind.TEXT, Kind.SOURCE})
_COUNTED = NUMBER_KINDS | {Kind.PERCENTS_BY_NAME, Kind.HAPPENS}
_SHARES = frozenset({Kind.PERCENT, Kind.PERCENTS_BY_NAME, Kind.HAPPENS})
_DECIMAL = re.compile(r"(-?[0-9]+\.[0-9]+)(%?)")
_TIMED = frozenset({Kind.DATE, Kind.HOURS}) | _WRITTEN


@dataclass
class TableCells:
    """The cells of one sheet while they are looked at, and the troubles found at them."""

    raw: RawSheet
    rows: list[list[str]]
    kinds: Mapping[int, Kind]
    """Kind of cell of each column that is read."""
    items: Mapping[int, Kind] = field(default_factory=dict)
    """For a sheet of items and values: kind of cell of the value in each row."""
    value_column: int | None = None
    faults: list[Fault] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    broken: set[Position] = field(default_factory=set)
    """Cells whose value nobody can know: what is said about it later says nothing new."""

    def fault(self, position: Position, value: str, words: Words) -> None:
        """Collect a fault at a cell."""
        spot = Spot(self.raw.name, position[0] + 1, self.text((0, position[1])) or None)
        self.faults.append(replace(Fault.at(spot, value, words), cell=address(position)))
        self.broken.add(position)

    def doubt(self, position: Position, value: str, words: Words) -> None:
        """Collect a doubt at a cell."""
        spot = Spot(self.raw.name, position[0] + 1, self.text((0, position[1])) or None)
        self.doubts.append(replace(Doubt.at(spot, value, words), cell=address(position)))

    def text(self, position: Position) -> str:
        """Return the text of a cell; blank outside the table."""
        row, column = position
        return self.rows[row][column].strip() if row < len(self.rows) and column < len(self.rows[row]) else ""

    def kind(self, position: Position) -> Kind | None:
        """Return the kind of a cell; None where it is not read."""
        row, column = position
        of_item = self.items.get(row) if column == self.value_column else None
        return of_item or self.kinds.get(column)

    @property
    def broken_cells(self) -> frozenset[str]:
        """The addresses of the cells whose value nobody can know."""
        return frozenset(map(address, self.broken))

    @property
    def lost_names(self) -> bool:
        """Whether such a cell is a name, so that nobody knows what else the sheet defines."""
        return any(row == 0 or self.kind((row, column)) is Kind.NAME for row, column in self.broken)

    def reads(self, position: Position) -> bool:
        """Say whether a cell stands in a column that is read, or in the header."""
        return position[1] in self.kinds or (position[0] == 0 and bool(self.text(position)))


def look_at_cells(cells: TableCells) -> None:
    """Look at everything in a sheet that its texts do not show.

    Args:
        cells: the sheet; its rows are completed and its numbers rounded, its troubles collected.
    """
    _errors(cells)
    _formulas(cells)
    _dates(cells)
    _merged(cells)
    _hidden(cells)


def _errors(cells: TableCells) -> None:
    for position, error in cells.raw.marks.errors.items():
        if cells.reads(position):
            cells.fault(position, error, workbook_trouble.error_in_cell(error))


def _formulas(cells: TableCells) -> None:
    """Refuse formulas without a value, and round those finer than their unit, saying so."""
    marks = cells.raw.marks
    undone = [position for position in marks.not_worked_out if cells.reads(position)]
    if undone:
        cells.fault(undone[0], "", workbook_trouble.not_worked_out(len(undone)))
        cells.broken.update(undone)
    rest = sorted(position for position in marks.formulas - cells.broken if cells.reads(position))
    if rest and marks.left_to_do:
        cells.doubt(rest[0], "", workbook_trouble.left_to_work_out(len(rest)))
    for row, column in rest:
        kind = cells.kind((row, column))
        text = cells.text((row, column))
        rounded = None if kind is None or row == 0 else rounded_to_unit(text, kind)
        if rounded is not None:
            cells.doubt((row, column), text, doubt_kinds.rounded(text, rounded))
            cells.rows[row][column] = rounded


def rounded_to_unit(text: str, kind: Kind) -> str | None:
    """Return a number worked out by a formula in the unit of its kind, half up; None when it is not finer or no number.

    Args:
        text: the number as text, perhaps a per cent.
        kind: the kind of cell.
    """
    found = _DECIMAL.fullmatch(text)
    unit = Kind.PERCENT if kind in _SHARES else kind
    if found is None or unit not in NUMBER_KINDS or unit is Kind.COUNT or (unit is Kind.PERCENT) != bool(found[2]):
        return None
    exact = Fraction(found[1]) * UNITS[unit].per_one
    if exact.denominator == 1:
        return None
    return print_number((2 * exact.numerator + exact.denominator) // (2 * exact.denominator), unit)


def _dates(cells: TableCells) -> None:
    """Refuse dates and times where none belongs; in a text they are as good as typed."""
    for position in sorted(cells.raw.dates):
        kind = cells.kind(position)
        is_header = position[0] == 0
        if is_header or (kind is not None and kind not in _TIMED):
            cells.fault(position, cells.text(position), workbook_trouble.made_a_date(cells.text(position)))


def _merged(cells: TableCells) -> None:
    """Give a name merged over rows to each of them, and refuse what cannot be shared out."""
    for first, last in cells.raw.merged:
        text = cells.text(first)
        if not text or first in cells.broken:
            continue
        over = f"{address(first)}:{address(last)}"
        heads = [column for column in range(first[1] + 1, last[1] + 1) if cells.text((0, column))]
        filled = [
            row
            for row in range(first[0] + 1, min(last[0] + 1, len(cells.rows)))
            if any(map(str.strip, cells.rows[row]))
        ]
        if first[0] == 0 and last[1] > first[1]:
            if any(cells.text((row, column)) for row, column in _below(cells, first, last)):
                cells.fault(first, text, workbook_trouble.merged_header())
        elif heads and cells.reads(first):
            cells.fault(first, text, workbook_trouble.merged_across(over))
        elif first[0] > 0 and filled and first[1] in cells.kinds:
            _share(cells, first, filled, over)


def _below(cells: TableCells, first: Position, last: Position) -> Iterator[Position]:
    """Yield the cells below a merged header, in the columns after its first."""
    for row in range(1, len(cells.rows)):
        for column in range(first[1] + 1, last[1] + 1):
            yield row, column


def _share(cells: TableCells, first: Position, filled: list[int], over: str) -> None:
    """Give what is merged over rows to the rows that hold something."""
    text = cells.text(first)
    if cells.kind(first) in _COUNTED:
        cells.fault(first, text, workbook_trouble.merged_number(over))
        cells.broken.update((row, first[1]) for row in filled)
        return
    for row in filled:
        cells.rows[row][first[1]] = text
    cells.doubt(first, text, workbook_trouble.merged_filled(text, over))


def _hidden(cells: TableCells) -> None:
    """Mention rows and columns that hold something and cannot be seen."""
    marks = cells.raw.marks
    rows = [row for row in marks.hidden_rows if 0 < row < len(cells.rows) and any(map(str.strip, cells.rows[row]))]
    if rows:
        cells.doubt((rows[0], 0), "", workbook_trouble.hidden_rows(len(rows), rows[0] + 1))
    columns = [column for column in marks.hidden_columns if column in cells.kinds]
    if columns:
        cells.doubt((0, columns[0]), "", workbook_trouble.hidden_columns(len(columns), column_letters(columns[0])))
