"""Where in a workbook each trouble stands: sheet, row and column become the address of a cell.

What checks a case names columns and items; only who read a workbook knows which letter and row those have in it. What
is said about a cell whose value nobody can know is left out: it only repeats the fault that is told there already.
Rules: design.md section 2 (a fault names its place as the planner sees it).
Change this when places are shown in another way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from scenarios.schema.faults import Spot, Trouble
from scenarios.schema.persons import plain_header

Told = TypeVar("Told", bound=Trouble)
Position = tuple[int, int]
"""Row and column of a cell, from 0."""


def column_letters(column: int) -> str:
    """Return the letters of a column, from its number (from 0)."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(position: Position) -> str:
    """Return the address of a cell as a spreadsheet shows it, such as B7."""
    return f"{column_letters(position[1])}{position[0] + 1}"


@dataclass(frozen=True)
class SheetPlaces:
    """Where the columns of a sheet stand, by plain header; for a sheet of items and values its items too; from 0."""

    columns: Mapping[str, int] = field(default_factory=dict)
    items: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, int] = field(default_factory=dict)
    """Rows of the items that give the source of a sheet, by that sheet."""
    value_column: int = 0


@dataclass
class CellPlaces:
    """Where everything stands in one workbook, by what a planner calls the sheet."""

    sheets: dict[str, SheetPlaces] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)
    """Sheet and address of the cells whose value nobody can know."""
    first_told: set[Trouble] = field(default_factory=set)
    """What was told about cells before their values were read."""

    def told(self, troubles: Iterable[Told]) -> list[Told]:
        """Return troubles with the addresses of their cells, without those that repeat what is told there already."""
        placed = [self._with_cell(trouble) for trouble in troubles]
        return [each for each in placed if each in self.first_told or (each.sheet, each.cell) not in self.broken]

    def _with_cell(self, trouble: Told) -> Told:
        spot = Spot(trouble.sheet, trouble.row, trouble.column, trouble.cell)
        spot = self.placed(spot, trouble.value)
        if spot.cell is None and spot.row is not None and spot.sheet in self.sheets:
            spot = replace(spot, cell=address((spot.row - 1, 0)))
        return replace(trouble, row=spot.row, cell=spot.cell)

    def placed(self, spot: Spot, value: str = "") -> Spot:
        """Return a place with the address of its cell; the same where no cell is known.

        Args:
            spot: the place.
            value: what stands there; names the source item of a sheet.
        """
        sheet = self.sheets.get(spot.sheet)
        if sheet is None or spot.cell is not None:
            return spot
        named = plain_header(spot.column or "")
        item = sheet.items.get(named, sheet.sources.get(value))
        if spot.row is not None and (spot.row > 1 or item is None):
            column = sheet.value_column if item is not None else sheet.columns.get(named)
            return spot if column is None else replace(spot, cell=address((spot.row - 1, column)))
        if item is None:
            return spot
        return replace(spot, row=item + 1, cell=address((item, sheet.value_column)))


def by_plain_name(names: Mapping[int, str]) -> dict[str, int]:
    """Return where each name stands first, by the name without case and signs."""
    return {plain_header(name): place for place, name in sorted(names.items(), reverse=True)}
