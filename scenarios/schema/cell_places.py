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

from scenarios.schema.faults import Trouble
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

    def told(self, troubles: Iterable[Told]) -> list[Told]:
        """Return troubles with the addresses of their cells, without those that repeat what is told there already."""
        placed = [(trouble.cell is None, self._placed(trouble)) for trouble in troubles]
        return [each for is_new, each in placed if not is_new or (each.sheet, each.cell or "") not in self.broken]

    def _placed(self, trouble: Told) -> Told:
        """Return a trouble with the address of its cell; the same when it is about a whole sheet."""
        sheet = self.sheets.get(trouble.sheet)
        if sheet is None:
            return trouble
        row = None if trouble.row is None else trouble.row - 1
        if sheet.items:
            return self._item(trouble, sheet, row)
        if row is None:
            return trouble
        column = sheet.columns.get(plain_header(trouble.column or ""), 0)
        return replace(trouble, cell=address((row, column)))

    def _item(self, trouble: Told, sheet: SheetPlaces, row: int | None) -> Told:
        """Return a trouble of a sheet of items and values: an item's at its value, any other's at its row."""
        named = plain_header(trouble.column or "")
        found = sheet.items.get(named, sheet.sources.get(trouble.value))
        if row is not None and (row > 0 or found is None):
            column = sheet.columns.get(named, sheet.value_column if found is not None else 0)
            return replace(trouble, cell=address((row, column)))
        if found is None:
            return trouble
        return replace(trouble, row=found + 1, cell=address((found, sheet.value_column)))


def by_plain_name(names: Mapping[int, str]) -> dict[str, int]:
    """Return where each name stands first, by the name without case and signs."""
    return {plain_header(name): place for place, name in sorted(names.items(), reverse=True)}
