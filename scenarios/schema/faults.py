"""Trouble in the visitor's data: faults (wrong) and doubts (usable, but look).

Rules: design.md sections 2 and 3. All faults of a case are collected before any is raised; each
says where it is, what stands there and what to do. The kinds are made in fault_kinds.py and
doubt_kinds.py, one small function each.
Change this when trouble has to carry more than place, value and words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Spot:
    """A place in the data: file or sheet, row (from 1; None: the whole sheet) and column."""

    sheet: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        parts = [self.sheet]
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column:
            parts.append(self.column)
        return ", ".join(parts)


@dataclass(frozen=True)
class _Trouble:
    sheet: str
    row: int | None
    column: str | None
    value: str
    message: str
    code: str

    def __str__(self) -> str:
        return f"{Spot(self.sheet, self.row, self.column)}: {self.message}"

    @property
    def order(self) -> tuple[str, int, str, str, str]:
        """A key that puts trouble in order of place, then of words."""
        return self.sheet, self.row or 0, self.column or "", self.code, self.message


@dataclass(frozen=True)
class Fault(_Trouble):
    """Something wrong in the data, with its place, its value and what to do."""


@dataclass(frozen=True)
class Doubt(_Trouble):
    """Something usable that a planner should look at."""


class ScenarioFaults(Exception):  # noqa: N818 - a fault is the visitor's, not an error of ours
    """The data cannot be used; carries every fault found, and the doubts beside them."""

    def __init__(self, faults: Sequence[Fault], doubts: Sequence[Doubt] = ()) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.order))
        self.doubts = tuple(sorted(doubts, key=lambda doubt: doubt.order))
        count = len(self.faults)
        lines = [f"{count} fault{'' if count == 1 else 's'} in the data"]
        super().__init__("\n".join([*lines, *(str(fault) for fault in self.faults)]))
