"""A case with the values of one future: every row validated by the same schema, every fault told with its place.

What stress may vary is no value of the case and is handed on as a variation (scenarios/exploring/variations.py). A
number that a future sets is assumed, whatever stood there before.
Change this when a value of a case is kept in another way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from scenarios.batches.changes import Change
from scenarios.batches.paths import HEAD, Target
from scenarios.exploring.variations import Variation
from scenarios.reading.grid import Notes, Values
from scenarios.reading.headers import Place
from scenarios.reading.numbers import read_number
from scenarios.reading.rows import build, fill
from scenarios.schema.check_figures import impossible_figures
from scenarios.schema.checks import faults_of
from scenarios.schema.columns import Frozen, Kind
from scenarios.schema.faults import CellTrouble, Fault, ScenarioFaults, Spot
from scenarios.schema.figure import Figure
from scenarios.schema.limits import STRESS_NAMES
from scenarios.schema.scenario import SHEETS, Scenario
from scenarios.schema.tables import Places, tables_of

SOURCE = "recipe of the batch"


@dataclass(frozen=True)
class Applied:
    """A case as one future has it, and what is varied beside."""

    scenario: Scenario
    variation: Variation


def applied(
    scenario: Scenario, changes: Iterable[Change], places: Places | None = None, *, alone: bool = False
) -> Applied:
    """Return the case with the values of a future.

    Args:
        scenario: the case in its canonical order.
        changes: what the future changes; each value once.
        places: where the rows of that order stand in the planner's files.
        alone: whether values are tried that are to meet others: then each is looked at for itself, and not against the
            rest of the case.

    Raises:
        ScenarioFaults: a value is impossible; carries every fault found, placed in the case.
    """
    moved, varied, notes = scenario, {}, Notes()
    for change in changes:
        target = change.subject.target
        if target is None:
            varied[change.subject.varied] = read_number(change.text, Kind.PERCENT)[0]
        else:
            moved = _with(moved, target, change.text, notes)
    if moved is not scenario and not notes.faults:
        tables, where = tables_of(moved), places or Places()
        notes.faults += impossible_figures(tables, where) if alone else faults_of(moved, tables, where)
    if notes.faults:
        raise ScenarioFaults(notes.faults)
    return Applied(moved, Variation(tuple((name, varied[name]) for name in STRESS_NAMES if varied.get(name))))


def _with(scenario: Scenario, target: Target, text: str, notes: Notes) -> Scenario:
    """The scenario with one value; unchanged, with a fault in the notes, where the value is impossible."""
    if target.sheet in SHEETS:
        rows: tuple[Frozen, ...] = getattr(scenario, target.sheet)
        row = _moved(rows[target.row], target, text, notes)
        return scenario.model_copy(
            update={target.sheet: (*rows[: target.row], row, *rows[target.row + 1 :])},
        )
    card = "header" if target.sheet == HEAD else target.sheet
    return scenario.model_copy(update={card: _moved(getattr(scenario, card), target, text, notes)})


def _moved(row: Frozen, target: Target, text: str, notes: Notes) -> Frozen:
    spot = Spot(target.sheet, None, target.column.header)
    values: Values = {}
    try:
        fill(values, text, Place(target.field, target.column, target.name), model=type(row))
    except CellTrouble as trouble:
        notes.faults.append(Fault.at(spot, text, trouble.words))
        return row
    fields = {name: getattr(row, name) for name in type(row).model_fields}
    for mark in ("assumed", "unknown"):
        if mark in fields:
            kept = tuple(name for name in fields[mark] if name != target.field)
            fields[mark] = (*kept, *values.pop(mark, ()))
    if target.name is not None:
        named = {name: value for name, value in fields[target.field].items() if name != target.name}
        fields[target.field] = {**named, **{name: _guess(v) for name, v in values.get(target.field, {}).items()}}
    elif target.field in values:
        fields[target.field] = _guess(values[target.field])
    else:
        del fields[target.field]
    return build(type(row), fields, spot, notes) or row


def _guess(value: Any) -> Any:
    """A figure that a future sets, as assumed; anything else as it is."""
    if isinstance(value, Figure):
        update = {"basis": "assumed", "source": SOURCE} if value.basis == "published" else {}
        return value.model_copy(update=update)
    if isinstance(value, BaseModel):
        parts = {name: _guess(getattr(value, name)) for name in type(value).model_fields}
        return value.model_copy(update=parts)
    return value
