"""One form for one scenario: rows in a fixed order, one JSON text, one digest; and sources filled in.

Rules: design.md promise 2 (same input, same bytes, whatever the order of rows). The sealed sheets are no part of it.
Change this when something that cannot bear on an answer should not bear on the digest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from scenarios.schema.columns import Row
from scenarios.schema.figure import Figure
from scenarios.schema.scenario import CARDS, SHEETS, Scenario

Model = TypeVar("Model", bound=BaseModel)
_SOURCED = frozenset({"scenario", *SHEETS, *CARDS})


def as_json(model: BaseModel) -> str:
    """Return a model as one line of JSON with sorted keys, without what is at its default."""
    return json.dumps(
        model.model_dump(mode="json", exclude_defaults=True), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )


def in_order(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return rows in the order of their JSON."""
    return tuple(sorted(rows, key=as_json))


def canonical(scenario: Scenario) -> Scenario:
    """Return the scenario with the rows of every sheet in a fixed order, and with no word on the sealed sheets."""
    ordered = {sheet: in_order(getattr(scenario, sheet)) for sheet in SHEETS}
    return without_sealed_sources(scenario).model_copy(update=ordered)


def without_sealed_sources(scenario: Scenario) -> Scenario:
    """Return the scenario without what its head says of sheets that are no part of it: where sealed ones come from."""
    header = scenario.header
    sources = {sheet: source for sheet, source in header.sources.items() if sheet in _SOURCED}
    return scenario.model_copy(update={"header": header.model_copy(update={"sources": sources})})


def digest(scenario: Scenario) -> str:
    """Return the SHA-256 of the scenario in its canonical form, in hexadecimal."""
    return hashlib.sha256(as_json(canonical(scenario)).encode()).hexdigest()


def with_sources(scenario: Scenario) -> Scenario:
    """Return the scenario with a source on every figure: its own, else its row's, else its sheet's."""
    stated = scenario.header.sources
    update: dict[str, Any] = {"header": sourced(scenario.header, stated.get("scenario"))}
    for sheet in SHEETS:
        update[sheet] = tuple(sourced(row, row.source or stated.get(sheet)) for row in getattr(scenario, sheet))
    for sheet in CARDS:
        card = getattr(scenario, sheet)
        update[sheet] = sourced(card, card.source or stated.get(sheet))
    return scenario.model_copy(update=update)


def sourced(model: Model, source: str | None) -> Model:
    """Return the model with this source on every figure in it that has none."""
    if source is None:
        return model
    update = {name: _sourced(getattr(model, name), source) for name in type(model).model_fields}
    return model.model_copy(update=update)


def _sourced(value: Any, source: str) -> Any:
    match value:
        case Figure():
            return value if value.source is not None else value.model_copy(update={"source": source})
        case BaseModel():
            return sourced(value, source)
        case Mapping():
            return {key: _sourced(part, source) for key, part in value.items()}
        case tuple():
            return tuple(_sourced(part, source) for part in value)
        case _:
            return value
