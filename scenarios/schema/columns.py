"""How a field of a sheet looks to a planner: its column header, kind of cell, unit and meaning.

Rules: design.md section 3. Every field of every sheet is declared with a Column, so that the CSV,
the JSON Schema and the template cannot drift apart.
Change this when a new kind of cell is needed (then scenarios/reading/cells.py learns to read it).
"""

from __future__ import annotations

import re
from dataclasses import KW_ONLY, dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

MAX_CELL_CHARACTERS = 2_000
MAX_NAME_CHARACTERS = 200


class Kind(Enum):
    """Kinds of cell, each with the unit in which its number is stored."""

    NAME = "name"
    TEXT = "text"
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
    PERCENTS_BY_NAME = "basis points by name"
    NAMES_BY_NAME = "list of names by name"
    ABLE_CHANGES = "role, work and basis points"


NUMBER_KINDS = frozenset({Kind.COUNT, Kind.FTE, Kind.MONEY, Kind.PERCENT, Kind.HOURS, Kind.HUNDREDTHS})
"""Kinds of cell that hold one Figure."""


@dataclass(frozen=True)
class Column:
    """What one field is called in a sheet, what it holds and, for a name, where it is defined."""

    header: str
    kind: Kind
    _: KW_ONLY
    about: str
    to: str | None = None
    """Sheet in whose key the name must be found (only checked when that sheet is given)."""
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


_SPACES = re.compile(r"[\s\u00a0\u2007\u202f]+")
_NOT_IN_NAMES = re.compile(r"[;|=\[\]\x00-\x1f\x7f]")
_NOT_IN_TEXT = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def tidy_name(text: str) -> str:
    """Return a name with single ordinary spaces and none at its ends."""
    return _SPACES.sub(" ", text).strip()


def tidy_text(text: str) -> str:
    """Return free text with one kind of line end and no blanks at its ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n\u00a0\u2007\u202f")


def name_trouble(text: str) -> str | None:
    """Say what keeps a tidied text from being a name, or None when it is one."""
    if not text:
        return "a name is needed here"
    if len(text) > MAX_NAME_CHARACTERS:
        return f"a name has at most {MAX_NAME_CHARACTERS} characters"
    if found := _NOT_IN_NAMES.search(text):
        return f"a name cannot hold {found.group()!r}: it separates names in lists"
    if text[0] in "~?":
        return "a name cannot start with ~ or ?: they mark a guess"
    return None


def text_trouble(text: str) -> str | None:
    """Say what keeps a tidied text from being free text, or None when it is fine."""
    if len(text) > MAX_CELL_CHARACTERS:
        return f"a cell has at most {MAX_CELL_CHARACTERS} characters"
    return "the text holds a control character" if _NOT_IN_TEXT.search(text) else None


def _name(text: str) -> str:
    tidied = tidy_name(text)
    if trouble := name_trouble(tidied):
        raise ValueError(trouble)
    return tidied


def _text(text: str) -> str:
    tidied = tidy_text(text)
    if trouble := text_trouble(tidied):
        raise ValueError(trouble)
    return tidied


Name = Annotated[str, AfterValidator(_name)]
Text = Annotated[str, AfterValidator(_text)]
Names = tuple[Name, ...]


class Frozen(BaseModel):
    """Base of every object of a scenario: nothing may be added, nothing changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Row(Frozen):
    """Base of one row of a sheet: any row may say where it comes from and what in it is a guess."""

    source: Annotated[
        Text | None,
        Column("source", Kind.TEXT, about="Where this row stands; blank: the sheet's own source holds."),
    ] = None
    assumed: tuple[str, ...] = Field(default=(), description="Columns whose name, date or yes/no is a guess, marked ~.")
    unknown: tuple[str, ...] = Field(
        default=(), description="Columns whose name, date or yes/no is not known, marked ?."
    )


@cache
def columns_of(model: type[BaseModel]) -> dict[str, Column]:
    """Return the declared columns of a sheet's row, by field name, in order of declaration."""
    return {
        name: mark for name, field in model.model_fields.items() for mark in field.metadata if isinstance(mark, Column)
    }
