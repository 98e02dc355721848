"""Paths: one value of a case in the words of its sheets and columns, such as `work["Early help"].demand_fte`.

The grammar, blanks and case as they come, `_` and `-` as good as a blank:

    path   = sheet [ "[" row "]" ] "." column [ "[" name "]" ]
    row    = name { "," name } | number
    name   = '"' words '"'

A sheet of rows needs a row: by a name that stands in it (work["Early help"]), by several where one fits more than one
row (posts["Adviser", "North team"]), or by its number as the planner's file counts it (posts[3]). limits, policy and
scenario (the head of the case) have none. A column that stands once for each name needs the name
(work["Early help"].share["Adviser"]).
Change this when a value can stand somewhere that is neither a field nor a field by name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from scenarios.batches import recipe_faults
from scenarios.schema.canonical import as_json
from scenarios.schema.columns import NUMBER_KINDS, Column, Frozen, Kind, columns_of
from scenarios.schema.faults import CellTrouble
from scenarios.schema.header import Header
from scenarios.schema.limits import STRESS_NAMES
from scenarios.schema.nearness import meant
from scenarios.schema.persons import plain_header
from scenarios.schema.scenario import CARDS, SHEETS, Scenario
from scenarios.schema.tables import Places
from scenarios.schema.texts import tidy_name

HEAD = "scenario"
"""What a path calls the head of a case."""
_NAME = r'"[^"\[\]]*"'
_PATH = re.compile(
    rf"(?P<sheet>[A-Za-z][A-Za-z_ -]*?)\s*(?:\[\s*(?P<row>{_NAME}(?:\s*,\s*{_NAME})*|[0-9]{{1,6}})\s*\])?"
    rf"\s*\.\s*(?P<column>[^\[\]\".]+?)\s*(?:\[\s*(?P<name>{_NAME})\s*\])?"
)


@dataclass(frozen=True)
class Target:
    """One value of a case in its canonical order: sheet, row from 0, field, and the name within the field.

    `column` is how its cell is read; `label` the path as it is told.
    """

    sheet: str
    row: int
    field: str
    name: str | None
    column: Column
    label: str

    @property
    def key(self) -> str:
        """What tells it from every other value of the case, whatever the order of rows."""
        return "\n".join((self.sheet, str(self.row), self.field, self.name or ""))

    @property
    def number_kind(self) -> Kind | None:
        """The kind of number it holds; None where it holds none."""
        if self.column.kind is Kind.PERCENTS_BY_NAME:
            return Kind.PERCENT
        return self.column.kind if self.column.kind in NUMBER_KINDS else None


@dataclass(frozen=True)
class Ground:
    """A case in the order it was read in, and where its rows stand in the canonical order."""

    scenario: Scenario
    places: Places

    def model_of(self, sheet: str) -> type[Frozen]:
        """The object that a row of a sheet, or the sheet itself, makes."""
        return Header if sheet == HEAD else {**SHEETS, **CARDS}[sheet]

    def rows_of(self, sheet: str) -> tuple[BaseModel, ...]:
        """The rows of a sheet as read; the one object of a card."""
        if sheet in SHEETS:
            rows: tuple[BaseModel, ...] = getattr(self.scenario, sheet)
            return rows
        return (self.scenario.header if sheet == HEAD else getattr(self.scenario, sheet),)

    def canonical_row(self, sheet: str, index: int) -> int:
        """Where a row stands in the canonical order, from 0; equal rows stand in the order they were read in."""
        if sheet not in SHEETS:
            return 0
        rows = self.rows_of(sheet)
        return sorted(range(len(rows)), key=lambda n: (as_json(rows[n]), n)).index(index)


def target_of(text: str, ground: Ground) -> Target:
    """Return the value a path names.

    Raises:
        CellTrouble: it names none, or more than one; carries the words for its fault.
    """
    found = _PATH.fullmatch(text.strip())
    if found is None:
        raise CellTrouble(recipe_faults.not_a_path(text[:200], meant(plain_header(text), STRESS_NAMES)))
    sheet = _sheet(found["sheet"])
    row = _row(sheet, found["row"], ground)
    field, column = _column(sheet, found["column"], ground)
    name = None if found["name"] is None else tidy_name(found["name"][1:-1])
    which = "" if found["row"] is None else f"[{tidy_name(found['row'])}]"
    path = f"{sheet}{which}.{column.header}"
    if column.kind is Kind.PERCENTS_BY_NAME:
        if not name:
            held = getattr(ground.rows_of(sheet)[row], field)
            raise CellTrouble(recipe_faults.column_by_name(path, sorted(held)[:6]))
        path = f'{path}["{name}"]'
    elif name is not None:
        raise CellTrouble(recipe_faults.column_without_name(path))
    return Target(sheet, ground.canonical_row(sheet, row), field, name, column, label=path)


def _sheet(text: str) -> str:
    sheets = (*SHEETS, *CARDS, HEAD)
    plain = plain_header(text).replace(" ", "_")
    if plain not in sheets:
        raise CellTrouble(recipe_faults.no_such_sheet(text, meant(plain, sheets), sorted(sheets)))
    return plain


def _row(sheet: str, text: str | None, ground: Ground) -> int:
    """The index of the row as read."""
    if sheet not in SHEETS:
        if text is not None:
            raise CellTrouble(recipe_faults.no_row_here(sheet))
        return 0
    names = [_names_in(row) for row in ground.rows_of(sheet)]
    if text is None:
        first = next((min(each, key=lambda name: each[name]) for each in names if each), None)
        raise CellTrouble(recipe_faults.row_needed(sheet, first))
    numbers = [ground.places.row(sheet, index) or 0 for index in range(len(names))]
    if text.isdecimal():
        fitting = [index for index, number in enumerate(numbers) if number == int(text)]
    else:
        wanted = [tidy_name(part).casefold() for part in re.findall(r'"([^"]*)"', text)]
        fitting = _fitting(wanted, names)
    if not fitting:
        known = {name for each in names for name in each}
        first = tidy_name(text.partition(",")[0].strip('" '))
        raise CellTrouble(recipe_faults.no_such_row(tidy_name(text), sheet, meant(first, known)))
    if len(fitting) > 1:
        raise CellTrouble(recipe_faults.several_rows(tidy_name(text), sheet, [numbers[index] for index in fitting]))
    return fitting[0]


def _fitting(wanted: Sequence[str], names: Sequence[dict[str, int]]) -> list[int]:
    """Rows that hold every name; of these, those that have the first name in an earlier column go before the others."""
    plain = [{name.casefold(): place for name, place in each.items()} for each in names]
    fitting = [index for index, each in enumerate(plain) if {*wanted} <= {*each}]
    nearest = min((plain[index][wanted[0]] for index in fitting), default=0)
    return [index for index in fitting if plain[index][wanted[0]] == nearest]


def _names_in(row: BaseModel) -> dict[str, int]:
    """The names that stand in a row, each with the first column it stands in."""
    fields = [field for field, column in columns_of(type(row)).items() if column.kind is Kind.NAME]
    held = [(getattr(row, field), place) for place, field in enumerate(fields)]
    return {name: place for name, place in reversed(held) if isinstance(name, str)}


def _column(sheet: str, text: str, ground: Ground) -> tuple[str, Column]:
    columns = {f: c for f, c in columns_of(ground.model_of(sheet)).items() if c.kind is not Kind.SOURCE}
    plain = plain_header(text)
    for field, column in columns.items():
        if plain_header(column.header) == plain:
            return field, column
    headers = [column.header for column in columns.values()]
    near = meant(plain, headers)
    raise CellTrouble(recipe_faults.no_such_column(tidy_name(text), sheet, near, headers))
