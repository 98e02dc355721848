"""What one future changes: a value of the case, or what stress may vary, as text in the form of a cell.

Change this when a future may change something that is neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenarios.batches import recipe_faults
from scenarios.batches.paths import HEAD, Ground, Target, target_of
from scenarios.reading.headers import Place
from scenarios.reading.marks import read_figure
from scenarios.reading.numbers import read_number
from scenarios.reading.rows import read_value
from scenarios.schema.columns import Column, Kind, columns_of
from scenarios.schema.faults import CellTrouble
from scenarios.schema.header import Header
from scenarios.schema.limits import STRESS_NAMES
from scenarios.schema.persons import plain_header
from scenarios.schema.scenario import CARDS, SHEETS
from scenarios.schema.units import print_number

LEAST_BASIS_POINTS = {"demand": -10_000, "pay award": -5_000, "ceiling": -10_000, "leavers": 0}
MOST_BASIS_POINTS = {"demand": 100_000, "pay award": 10_000, "ceiling": 100_000, "leavers": 10_000}
"""Beyond these a variation is a slip: demand eleven times as large, more leavers than people."""
_VARIED = Column("varied", Kind.PERCENT, signed=True, about="How far it is varied.")


@dataclass(frozen=True)
class Subject:
    """What is changed: a value of the case, or by its name what stress may vary."""

    target: Target | None
    varied: str = ""

    @property
    def label(self) -> str:
        """What a planner calls it."""
        return self.varied if self.target is None else self.target.label

    @property
    def key(self) -> str:
        """What tells it from every other, whatever the order of rows."""
        return self.varied if self.target is None else self.target.key

    @property
    def number_kind(self) -> Kind | None:
        """The kind of number it is; None where it is none."""
        return Kind.PERCENT if self.target is None else self.target.number_kind

    @property
    def column(self) -> Column:
        """How it is written."""
        return _VARIED if self.target is None else self.target.column


@dataclass(frozen=True)
class Change:
    """One value of a future, as it is written in a cell."""

    subject: Subject
    text: str

    def sent(self) -> list[Any]:
        """It as JSON can hold it, on its way to a worker."""
        target = self.subject.target
        place = [self.subject.varied] if target is None else [target.sheet, target.row, target.field, target.name]
        return [place, self.text]


def received(sent: list[Any]) -> Change:
    """The change that `Change.sent` made a list of."""
    place, text = sent
    if len(place) == 1:
        return Change(Subject(None, place[0]), text)
    sheet, row, field, name = place
    column = columns_of(Header if sheet == HEAD else {**SHEETS, **CARDS}[sheet])[field]
    return Change(Subject(Target(sheet, row, field, name, column, label=f"{sheet}.{column.header}")), text)


def subject_of(text: str, ground: Ground) -> Subject:
    """Return what a path, or the name of what stress may vary, speaks of.

    Raises:
        CellTrouble: it speaks of nothing, or of more than one value.
    """
    plain = plain_header(text)
    if plain in STRESS_NAMES:
        return Subject(None, plain)
    return Subject(target_of(text, ground))


def change_of(subject: Subject, text: str, ground: Ground) -> Change:
    """Return a change, its number written in one way, so that 1,000 and 1000 are the same future.

    Raises:
        CellTrouble: the text is no value of this column.
    """
    if subject.target is None:
        points = read_number(text, Kind.PERCENT)[0]
        within(subject.varied, points)
        return Change(subject, print_number(points, Kind.PERCENT))
    target, kind = subject.target, subject.number_kind
    if text and not text.startswith(("~", "?")):
        model = ground.model_of(target.sheet)
        cell = read_value(text, Place(target.field, target.column, target.name), model)
        if kind is not None and cell == read_figure(text, kind) and "(" not in text and "[" not in text:
            return Change(subject, print_number(read_number(text, kind)[0], kind))
    return Change(subject, text)


def within(name: str, basis_points: int) -> None:
    """Raise CellTrouble when what stress may vary is varied further than makes sense."""
    least, most = LEAST_BASIS_POINTS[name], MOST_BASIS_POINTS[name]
    if not least <= basis_points <= most:
        low, high = print_number(least, Kind.PERCENT), print_number(most, Kind.PERCENT)
        raise CellTrouble(recipe_faults.outside(name, low, high))
