"""How a field of a sheet looks to a planner: its column header, kind of cell, unit and meaning.

Rules: design.md section 3. Every field of every sheet is declared with a Column, so that the CSV,
the JSON Schema and the template cannot drift apart.
Change this when a new kind of cell is needed (then scenarios/reading/cells.py learns to read it).
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, field_validator, model_validator
from pydantic_core import CoreSchema

from scenarios.schema.texts import Source


class Kind(Enum):
    """Kinds of cell, each with the unit in which its number is stored."""

    NAME = "name"
    TEXT = "text"
    SOURCE = "where it stands, one line"
    COUNT = "count"
    FTE = "thousandths of an FTE"
    MONEY = "pence"
    PERCENT = "basis points (hundredths of a per cent)"
    HOURS = "minutes"
    HUNDREDTHS = "hundredths"
    WHOLE = "whole number without a mark"
    DATE = "date, yyyy-mm-dd"
    YEAR = "financial year, the calendar year it starts in"
    YES_NO = "true or false"
    CHOICE = "one of the listed words"
    NAMES = "list of names"
    YEARS = "list of financial years"
    POST_CHANGE = "what happens to the post"
    HAPPENS = "what happens to the work"
    GOALS = "goals in order"
    RULES = "rules in order"
    PERCENTS_BY_NAME = "basis points by name"
    NAMES_BY_NAME = "list of names by name"
    ABLE_CHANGES = "role, work and basis points"

    __hash__ = object.__hash__  # one of a kind; looked up for every cell, and Enum's own hash takes ten times as long


NUMBER_KINDS = frozenset({Kind.COUNT, Kind.FTE, Kind.MONEY, Kind.PERCENT, Kind.HOURS, Kind.HUNDREDTHS})
"""Kinds of cell that hold one Figure."""

MARKED_KINDS = frozenset(
    {Kind.NAME, Kind.WHOLE, Kind.DATE, Kind.YEAR, Kind.YES_NO, Kind.CHOICE, Kind.NAMES, Kind.POST_CHANGE}
)
"""Kinds of cell that hold no Figure and may still be marked ~ or ?."""


@dataclass(frozen=True)
class Column:
    """What one field is called in a sheet, what it holds and, for a name, where it is defined."""

    header: str
    kind: Kind
    _: KW_ONLY
    about: str
    to: str | None = None
    """Sheet (or "titles": job titles in `posts`) in which the name must be found."""
    values_to: str | None = None
    """For names by name: where the names on the right must be found."""
    signed: bool = False
    """Whether a number below zero makes sense here."""
    prefix: str = ""
    """For numbers by name: what a column header starts with before the name."""

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Add meaning, unit and column header to the field's JSON Schema."""
        schema = handler(core_schema)
        schema["description"] = self.about
        schema["x-column"] = self.header
        schema["x-unit"] = self.kind.value
        if self.to is not None:
            schema["x-refers-to"] = self.to
        return schema


class Frozen(BaseModel):
    """Base of every object of a scenario: nothing may be added, nothing changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Row(Frozen):
    """Base of one row of a sheet: any row may say where it comes from and what in it is a guess."""

    source: Annotated[
        Source | None,
        Column("source", Kind.SOURCE, about="Where this row stands; blank: the sheet's own source holds."),
    ] = None
    assumed: tuple[str, ...] = Field(default=(), description="Fields holding a name, date or yes/no marked ~.")
    unknown: tuple[str, ...] = Field(default=(), description="Fields for a name, date or yes/no marked ?.")

    @field_validator("assumed", "unknown", mode="after")
    @classmethod
    def _in_order(cls, fields: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(set(fields)))

    @model_validator(mode="after")
    def _marks_fit(self) -> Self:
        columns = columns_of(type(self))
        for name in (*self.assumed, *self.unknown):
            if name not in columns or columns[name].kind not in MARKED_KINDS:
                raise ValueError(f"{name!r} is not a field that assumed or unknown can name")
        for name in self.unknown:
            if getattr(self, name) != type(self).model_fields[name].default:
                raise ValueError(f"{name!r} is marked unknown and given as well")
        for name in self.assumed:
            if getattr(self, name) is None:
                raise ValueError(f"{name!r} is marked assumed and not given")
        return self


@cache
def columns_of(model: type[BaseModel]) -> dict[str, Column]:
    """Return the declared columns of a sheet's row, by field name, in order of declaration."""
    return {
        name: mark for name, field in model.model_fields.items() for mark in field.metadata if isinstance(mark, Column)
    }
