"""The sheets a planner fills in, as tables: every column with what to type, what a blank means, and its JSON field.

Everything is read from the schema (scenarios/schema), the order and the questions from scenarios/checking/questions.py.
Change this when the schema says something new about a column.
"""

from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from scenarios.checking.questions import QUESTIONS
from scenarios.reading.cells import print_cell
from scenarios.schema.case import SEALED_SHEETS
from scenarios.schema.columns import NUMBER_KINDS, Column, Kind, columns_of
from scenarios.schema.header import Header
from scenarios.schema.scenario import CARDS, SHEETS
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
    Kind.PERCENTS_BY_NAME: "per cent",
    Kind.NAMES_BY_NAME: "NAME = OTHER | ANOTHER; NEXT = OTHER",
    Kind.ABLE_CHANGES: "ROLE | WORK = y, n or 50%; ROLE | WORK = ...",
}
HEAD = "scenario.yaml"


def sheet_tables() -> str:
    """Return a section for the head and for each sheet, in the order of the steps."""
    parts = [_section(HEAD, "The head of the case: one line for each item.", Header)]
    for question in QUESTIONS:
        model = {**SHEETS, **CARDS, **SEALED_SHEETS}[question.sheet]
        about = f"Step {question.step}. {question.opens}"
        if question.sheet in CARDS:
            about += " One row for each item, with the columns `item`, `value` and, if need be, `source`."
        if question.sheet in SEALED_SHEETS:
            about += " Sealed: counts only, and nothing that designs can read it."
        parts.append(_section(f"{question.sheet}.csv", about, model))
    return "\n\n".join(parts)


def _section(name: str, about: str, model: type[BaseModel]) -> str:
    columns = sorted(columns_of(model).items(), key=lambda item: item[1].kind is Kind.SOURCE)
    rows = [_row(field, column, model.model_fields[field]) for field, column in columns]
    head = ["| column | what to type | if blank | meaning | in JSON |", "|---|---|---|---|---|"]
    return "\n".join([f"### {name}", "", about, "", *head, *rows])


def _row(field: str, column: Column, info: FieldInfo) -> str:
    header = f"{column.prefix} NAME" if column.kind is Kind.PERCENTS_BY_NAME else column.header
    unit = f" ({column.kind.value})" if column.kind in NUMBER_KINDS or column.kind is Kind.PERCENTS_BY_NAME else ""
    cells = (f"`{header}`", _typed(column, info), _blank(column, info), column.about, f"`{field}`{unit}")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _typed(column: Column, info: FieldInfo) -> str:
    """Say what a cell may hold, with an example of a number and with where a name must be found."""
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


def _blank(column: Column, info: FieldInfo) -> str:
    """Say what a blank cell stands for: a default, nothing, or that the cell is needed."""
    if info.is_required():
        return "needed"
    value = info.get_default()
    if value is None or value in ((), {}) or info.default_factory is not None:
        return "not given"
    return print_cell(value, column.kind).partition(" [")[0]
