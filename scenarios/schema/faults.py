"""Trouble in the visitor's data: faults (wrong) and doubts (usable, but look).

Rules: design.md sections 2 and 3. All faults of a case are collected before any is raised; each says where it is,
what stands there and what to do. The kinds are made in fault_kinds.py and doubt_kinds.py, one small function each.
Change this when trouble has to carry more than place, value and words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, Self

P = ParamSpec("P")


@dataclass(frozen=True)
class Spot:
    """A place in the data: file or sheet, row (from 1; None: the whole sheet) and column; in a workbook its address."""

    sheet: str
    row: int | None = None
    column: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        row = None if self.row is None else f"row {self.row}"
        place = (self.sheet, row) if self.cell is None else (f"{self.sheet}!{self.cell}",)
        return ", ".join(part for part in (*place, self.column) if part)


@dataclass(frozen=True)
class Words:
    """What one kind of trouble says, and its code."""

    code: str
    message: str


class CellTrouble(Exception):  # noqa: N818 - a fault is the visitor's, not an error of ours
    """A cell, file or value cannot be read; carries the words for its fault."""

    def __init__(self, words: Words) -> None:
        self.words = words
        super().__init__(words.message)


def kind(codes: set[str]) -> Callable[[Callable[P, str]], Callable[P, Words]]:
    """Make functions that return a message into kinds of trouble, whose code is the function's name.

    Args:
        codes: the codes of the module, to which each function adds its own.
    """

    def of(make: Callable[P, str]) -> Callable[P, Words]:
        code = make.__name__.replace("_", "-")
        codes.add(code)

        @wraps(make)
        def words(*args: P.args, **kwargs: P.kwargs) -> Words:
            return Words(code, make(*args, **kwargs))

        return words

    return of


@dataclass(frozen=True)
class Trouble:
    """One thing wrong or odd in the data, with its place, its value and what to do."""

    sheet: str
    row: int | None
    column: str | None
    value: str
    message: str
    code: str
    cell: str | None = None
    """Its address in a workbook, such as B7."""
    against: str | None = None
    """The other place, where two disagree."""

    @classmethod
    def at(cls, spot: Spot, value: str, words: Words) -> Self:
        """Return the trouble the words speak of, at a place, with the value that stands there."""
        return cls(spot.sheet, spot.row, spot.column, value, words.message, words.code, cell=spot.cell)

    def __str__(self) -> str:
        return f"{Spot(self.sheet, self.row, self.column, self.cell)}: {self.message}"

    @property
    def order(self) -> tuple[str, int, str, str, str]:
        """A key that puts trouble in order of place, then of words."""
        return self.sheet, self.row or 0, self.column or "", self.code, self.message


@dataclass(frozen=True)
class Fault(Trouble):
    """Something wrong in the data."""


@dataclass(frozen=True)
class Doubt(Trouble):
    """Something usable that a planner should look at."""


class ScenarioFaults(Exception):  # noqa: N818 - a fault is the visitor's, not an error of ours
    """The data cannot be used; carries every fault found, and the doubts beside them."""

    def __init__(self, faults: Sequence[Fault], doubts: Sequence[Doubt] = ()) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.order))
        self.doubts = tuple(sorted(doubts, key=lambda doubt: doubt.order))
        count = len(self.faults)
        opening = f"{count} fault{'' if count == 1 else 's'} in the data"
        super().__init__("\n".join([opening, *(str(fault) for fault in self.faults)]))
