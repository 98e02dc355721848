"""The sheets a planner fills in, as tables: every column with what to type, what a blank means, and its JSON field.

Everything is read from the schema (scenarios/schema), the order and the questions from scenarios/checking/questions.py.
Change this when the schema says something new about a column.
"""

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from scenarios.checking.questions import QUESTIONS
from scenarios.schema.case import SEALED_SHEETS
from scenarios.schema.columns import NUMBER_KINDS, Column, Kind, columns_of
from scenarios.schema.header import Header
from scenarios.schema.scenario import CARDS, SHEETS
from scenarios.workbooks.words import what_to_type, when_blank

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
    cells = (f"`{header}`", what_to_type(column, info), when_blank(column, info), column.about, f"`{field}`{unit}")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
