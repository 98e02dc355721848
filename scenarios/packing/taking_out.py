"""What leaves a case before another party gets it, whatever the numbers in it: and the sentences that say so.

Out go the sealed sheets; what exits may cost (the expected cost of one, every one-off cost, the limit on what is spent
once, and what is quoted or stressed); what may tell who somebody is without being a count (post numbers, contracted
FTE, the day a fixed term began, places kept by right, vacancies of other services); and free text of the author,
because no cell says which of it is public: notes, reasons, titles of options, sources. What is assumed stays marked as
assumed, with its range.
Rules: design.md promise 3; domain-rules.md sections 17.3 and 17.5.
Change this when a sheet gets a column that is not for every reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from scenarios.schema.columns import Kind, Row, columns_of
from scenarios.schema.figure import Figure
from scenarios.schema.header import Header
from scenarios.schema.one_person import OF_A_PERSON
from scenarios.schema.other_costs import OtherCost
from scenarios.schema.policy import Policy
from scenarios.schema.scenario import CARDS, SHEETS, Scenario

Model = TypeVar("Model", bound=BaseModel)

LEFT_OUT = ("quoted", "elsewhere", "reserved")
"""Sheets that are left out whole."""
TEXTS_THAT_STAY = {Header: ("title",), OtherCost: ("what",), Policy: ("name",)}
"""Free text without which nobody could read the case."""

SENTENCES = (
    "Sealed sheets (age, service and pay; equality) are left out.",
    (
        "What exits may cost is left out: the expected cost of one exit, every one-off cost, the limit on what is "
        "spent once, and stress ranges. So what is spent once, and when it is paid back, is not known here, and a "
        "limit on payback is not held."
    ),
    (
        "Left out as they may tell who somebody is: post numbers, contracted FTE, the first day of a run of fixed "
        "terms, and places kept by right on a role, which are open to everybody here."
    ),
    "Vacancies of other services, and figures quoted from a draft report, are left out. No answer rests on them.",
    (
        "Notes, reasons, titles of options and sources are left out, because no cell says which of them are public. "
        "What is assumed is still marked ~, with its range."
    ),
)
"""What is taken out of every case, in words."""

ACTUAL_PAY = (
    "Costs of this case are at the actual pay of those in post, so the cost of a line of few posts shows what somebody "
    "earns. Nothing was done about that: look at the costs before you hand the pack on."
)
"""What is said of a case whose costs are people's pay."""


def shows_pay(scenario: Scenario) -> bool:
    """Whether costs of posts are stated to be the actual pay of those who hold them."""
    return "actual" in scenario.header.scale_point


def taken_out(scenario: Scenario) -> Scenario:
    """Return a scenario without exit costs, whatever tells of one person, and the author's texts.

    Args:
        scenario: a scenario without faults.
    """
    update: dict[str, Any] = {sheet: tuple(_row(row) for row in getattr(scenario, sheet)) for sheet in SHEETS}
    update |= {sheet: _row(getattr(scenario, sheet)) for sheet in CARDS}
    update |= dict.fromkeys(LEFT_OUT, ())
    update["limits"] = update["limits"].model_copy(
        update={"exit_cost_pence": None, "one_off_pence": None, "stress_basis_points": {}}
    )
    update["other_costs"] = tuple(row for row in update["other_costs"] if row.repeats != "one-off")
    update["header"] = _without_texts(scenario.header).model_copy(update={"sources": {}})
    return scenario.model_copy(update=update)


def _row(row: Row) -> Row:
    """Return a row without texts of the author and without what tells of one person."""
    bare = _without_texts(row)
    gone = {field: None for field in OF_A_PERSON if field in type(row).model_fields}
    return without_marks(bare.model_copy(update=gone), *gone)


def without_marks(row: Row, *fields: str) -> Row:
    """Return a row whose fields of these names are no longer marked, as they hold nothing any more."""
    marks = {name: tuple(f for f in getattr(row, name) if f not in fields) for name in ("assumed", "unknown")}
    return row.model_copy(update=marks)


def _without_texts(model: Model) -> Model:
    kept = next((fields for of, fields in TEXTS_THAT_STAY.items() if isinstance(model, of)), ())
    columns = columns_of(type(model))
    update: dict[str, Any] = {}
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        column = columns.get(name)
        if column is not None and column.kind in (Kind.TEXT, Kind.SOURCE) and name not in kept:
            update[name] = None
        elif value != info.get_default(call_default_factory=True):
            update[name] = _without_sources(value)
    return model.model_copy(update=update)


def _without_sources(value: Any) -> Any:
    """Return a value in which no figure says where it comes from."""
    match value:
        case Figure():
            return value.model_copy(update={"source": None})
        case BaseModel():
            return value.model_copy(
                update={name: _without_sources(getattr(value, name)) for name in type(value).model_fields}
            )
        case Mapping():
            return {key: _without_sources(part) for key, part in value.items()}
        case tuple():
            return tuple(_without_sources(part) for part in value)
        case _:
            return value
