"""What a planner is told about a column: what to type, what a blank means, what it is.

Everything is read from the schema (scenarios/schema); the guide to the sheets says the same words.
Change this when the schema says something new about a column.
"""

from __future__ import annotations

from typing import Any, get_args

from pydantic.fields import FieldInfo

from scenarios.reading.cells import print_cell
from scenarios.schema.columns import NUMBER_KINDS, Column, Kind
from scenarios.schema.units import UNITS

TYPED = {
    Kind.COUNT: "whole number",
    Kind.FTE: "FTE",
    Kind.MONEY: "pounds",
    Kind.PERCENT: "per cent",
    Kind.HOURS: "hours",
    Kind.HUNDREDTHS: "number, up to two decimals",
    Kind.NAME: "name",
    Kind.TEXT: "text",
    Kind.SOURCE: "text, one line",
    Kind.WHOLE: "whole number",
    Kind.DATE: "date: 2021-03-25 or 25/03/2021",
    Kind.YEAR: "financial year: 2014/15",
    Kind.YES_NO: "y or n",
    Kind.NAMES: "names, ; between",
    Kind.YEARS: "financial years, ; between",
    Kind.POST_CHANGE: "one of the forms named",
    Kind.HAPPENS: "one of the forms named",
    Kind.GOALS: "goals, ; between",
    Kind.RULES: "rules, ; between",
    Kind.PERCENTS_BY_NAME: "per cent",
    Kind.NAMES_BY_NAME: "NAME = OTHER | ANOTHER; NEXT = OTHER",
    Kind.ABLE_CHANGES: "ROLE | WORK = y, n or 50%; ROLE | WORK = ...",
}


def what_to_type(column: Column, info: FieldInfo) -> str:
    """Say what a cell may hold, with an example of a number and with where a name must be found.

    Args:
        column: the column.
        info: its field.
    """
    said = " / ".join(_choices(info.annotation)) if column.kind is Kind.CHOICE else TYPED[column.kind]
    if column.kind in NUMBER_KINDS:
        said += f": {UNITS[column.kind].example}"
    if column.kind is Kind.PERCENTS_BY_NAME:
        said += f": {UNITS[Kind.PERCENT].example}"
    where = {"titles": "a job title in `posts`"}.get(column.to or "", f"`{column.to}`")
    named = "NAME" in said or column.kind is Kind.PERCENTS_BY_NAME
    return said if column.to is None else f"{said} (NAME in {where})" if named else f"{said}, from {where}"


def _choices(annotation: Any) -> tuple[str, ...]:
    """The words of a choice, out of its type."""
    found: list[str] = []
    for part in get_args(annotation):
        found.extend((part,) if isinstance(part, str) else _choices(part))
    return tuple(found)


def when_blank(column: Column, info: FieldInfo) -> str:
    """Say what a blank cell stands for: a default, nothing, or that the cell is needed.

    Args:
        column: the column.
        info: its field.
    """
    if info.is_required():
        return "needed"
    value = info.get_default()
    if value is None or value in ((), {}) or info.default_factory is not None:
        return "not given"
    return print_cell(value, column.kind).partition(" [")[0]
