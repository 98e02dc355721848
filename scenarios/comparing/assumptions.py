"""Assumed figures with a range: where each stands, what to call it, and the scenario with another value of it.

Change this when a figure can stand somewhere that is neither a field, a field by name, nor a field of what happens to
work.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from scenarios.schema.columns import Column, Kind, columns_of
from scenarios.schema.figure import Figure
from scenarios.schema.scenario import CARDS, SHEETS, Scenario
from scenarios.schema.units import print_number

Path = tuple[str, int, str, str]
BY_NAME = {Kind.PERCENTS_BY_NAME: Kind.PERCENT}
STEPS = {Kind.PERCENT: 100, Kind.FTE: 50, Kind.COUNT: 1, Kind.MONEY: 10_000, Kind.HOURS: 15, Kind.HUNDREDTHS: 10}
"""How finely a break-even is looked for: 1 %, 0.05 FTE, one person or post, £100, a quarter of an hour, a tenth."""

NO_ASSUMPTION = {("limits", "stress_basis_points")}
"""Figures that say how far others may vary, and are none themselves: restructure stress asks about them."""

PLAIN = {
    ("work", "share"): "share of the time of {name} today that it takes",
    ("work", "happens"): "how far it falls or grows",
    ("able", "work"): "share of its time that it may give to {name}",
    ("options", "able"): "share of its time that a role may give to a block of work",
    ("calendar", "date"): "its day",
    ("limits", "span low"): "Fewest people who report to one manager",
    ("limits", "span high"): "Most people who report to one manager",
    ("roles", "cost"): "yearly cost",
    ("grades", "all-in cost"): "yearly cost with on-costs",
}
"""What a figure is, where the words about its column tell a planner what to type."""


@dataclass(frozen=True)
class Assumption:
    """An assumed figure: sheet, row, field and name within the field; what planners call it; its kind of number.

    `words` say what it is to readers who do not know the sheets.
    """

    path: Path
    label: str
    figure: Figure
    kind: Kind
    words: str = ""

    @property
    def step(self) -> int:
        """The grid a break-even is looked for on, in the figure's unit."""
        return STEPS[self.kind]

    def way_to(self, value: int) -> Fraction:
        """How far a value is from its own, as a share of its range."""
        return Fraction(abs(value - (self.figure.value or 0)), (self.figure.high or 0) - (self.figure.low or 0))

    def shown(self, value: int) -> str:
        """A value as it is written in the scenario's cells."""
        return print_number(value, self.kind)


def assumptions(scenario: Scenario) -> tuple[Assumption, ...]:
    """Assumed figures with a range, in the order of sheets, rows and columns; options are choices, not assumptions."""
    found: list[Assumption] = []
    for sheet in sorted({*SHEETS, *CARDS, "header"} - {"options", "quoted"}):
        rows = getattr(scenario, sheet) if sheet in SHEETS else (getattr(scenario, sheet),)
        for number, row in enumerate(rows):
            for field, column in columns_of(row.__class__).items():
                if (sheet, field) in NO_ASSUMPTION:
                    continue
                for name, figure, kind in _figures(getattr(row, field), column):
                    if figure.may_move and figure.value is not None and kind in STEPS:
                        label, told = label_of(sheet, row, column, name), words_of(sheet, row, column, name)
                        found.append(Assumption((sheet, number, field, name), label, figure, kind, told))
    return tuple(found)


def _figures(value: Any, column: Column) -> Iterator[tuple[str, Figure, Kind]]:
    if isinstance(value, Figure):
        yield "", value, column.kind
    elif isinstance(value, Mapping):
        for name in sorted(value):
            if isinstance(value[name], Figure):
                yield name, value[name], BY_NAME.get(column.kind, column.kind)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            part = getattr(value, name)
            if isinstance(part, Figure):
                yield name, part, Kind.PERCENT if name.endswith("basis_points") else Kind.FTE


def label_of(sheet: str, row: BaseModel, column: Column, name: str) -> str:
    """What planners call a figure: its row's name, its column, and the name within the column where there is one."""
    named = _named(sheet, row)
    detail = f": {name}" if name and column.kind is Kind.PERCENTS_BY_NAME else ""
    return f"{named}, {column.header}{detail}" if named else f"{sheet}, {column.header}{detail}"


def words_of(sheet: str, row: BaseModel, column: Column, name: str) -> str:
    """What a figure is, for readers who do not know the sheets: its row's name and what its column is about."""
    named = _named(sheet, row)
    about = PLAIN.get((sheet, column.header), column.about.partition(";")[0].rstrip(".")).format(name=name)
    return f"{named}: {about if about[:2].isupper() else about[:1].lower() + about[1:]}" if named else about


def _named(sheet: str, row: BaseModel) -> str:
    """What a row is called; a card has no name of its own."""
    keys = [getattr(row, key) for key in columns_of(row.__class__) if key != "source"]
    return "" if sheet in CARDS or sheet == "header" else next((key for key in keys if isinstance(key, str)), "")


def with_value(scenario: Scenario, path: Path, value: int) -> Scenario:
    """The scenario with one figure at another value of its range (in the figure's unit); all else as it was."""
    sheet, number, field, name = path
    card = sheet not in SHEETS
    rows = (getattr(scenario, sheet),) if card else getattr(scenario, sheet)
    row = rows[number]
    moved = row.model_copy(update={field: _moved(getattr(row, field), name, value)})
    update = moved if card else (*rows[:number], moved, *rows[number + 1 :])
    return scenario.model_copy(update={sheet: update})


def _moved(held: Any, name: str, value: int) -> Any:
    if isinstance(held, Figure):
        return held.model_copy(update={"value": value})
    if isinstance(held, Mapping):
        return {**held, name: held[name].model_copy(update={"value": value})}
    return held.model_copy(update={name: getattr(held, name).model_copy(update={"value": value})})
