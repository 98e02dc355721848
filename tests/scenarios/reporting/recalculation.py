"""Workbooks worked out anew by an engine that shares nothing with us: `formulas`, from the file's own formulas.

Change this when workbooks are worked out by another engine.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import formulas
import openpyxl

Address = tuple[str, str]
"""Sheet and cell."""


def cells_of(content: bytes) -> dict[Address, Any]:
    """What each cell of a workbook shows before anything is worked out anew."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return {(s.title, c.coordinate): c.value for s in book for row in s.iter_rows() for c in row if c.value is not None}


def formulas_of(content: bytes) -> dict[Address, str]:
    """The formula of each cell that has one."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {(s.title, c.coordinate): c.value for s in book for row in s.iter_rows() for c in row if c.data_type == "f"}


@dataclass
class Recalculated:
    """A workbook and an engine that has read its formulas."""

    content: bytes
    model: formulas.ExcelModel
    name: str

    @cached_property
    def written(self) -> dict[Address, Any]:
        """What each cell shows before anything is worked out anew."""
        return cells_of(self.content)

    @cached_property
    def formulas(self) -> dict[Address, str]:
        """The formula of each cell that has one."""
        return formulas_of(self.content)

    @cached_property
    def settled(self) -> dict[Address, Any]:
        """What every formula comes to while nothing is changed."""
        return self.values()

    def values(self, changed: dict[Address, Any] | None = None) -> dict[Address, Any]:
        """What every formula comes to, once some cells are changed."""
        titles = {sheet.upper(): sheet for sheet, _ in self.written}
        inputs = {f"'[{self.name}]{sheet.upper()}'!{cell}": value for (sheet, cell), value in (changed or {}).items()}
        found: dict[Address, Any] = {}
        for key, ranges in self.model.calculate(inputs=inputs).items():
            place, _, cell = str(key).rpartition("!")
            sheet = titles.get(place.strip("'").rpartition("]")[2])
            if sheet is not None and hasattr(ranges, "value"):
                found[sheet, cell] = ranges.value[0][0]
        return {address: found[address] for address in self.formulas}

    def disagreements(self) -> dict[Address, tuple[Any, Any]]:
        """Formulas that come to something else than stands in their cells: what stands there, and what comes out."""
        return {
            address: (self.written.get(address, ""), value)
            for address, value in self.settled.items()
            if not same(self.written.get(address, ""), value)
        }


def same(one: Any, other: Any) -> bool:
    """Whether two cells show the same: texts alike, numbers to well below a penny."""
    if isinstance(one, str) or isinstance(other, str):
        return str(one) == str(other)
    return abs(float(one) - float(other)) < 1e-6


def recalculated(content: bytes, folder: Path) -> Recalculated:
    """Let the engine read a workbook."""
    path = folder / "book.xlsx"
    path.write_bytes(content)
    return Recalculated(content, formulas.ExcelModel().loads(str(path)).finish(), path.name)


def rows_of(content: bytes, sheet: str) -> list[tuple[Any, ...]]:
    """The rows of a sheet, blank cells as None."""
    return [tuple(row) for row in openpyxl.load_workbook(io.BytesIO(content), data_only=True)[sheet].values]
