"""A scenario as one JSON document, of the form `scenario_json_schema()` describes.

Rules: design.md section 3 (forms). Unknown keys are treated as unknown columns are: nearly a known one or about
persons, a fault; else listed as not read. Every row is looked at, whatever is wrong with the others.
Change this when the document holds something more than a scenario and the sealed sheets.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

from scenarios.reading.assemble import Parts, assemble
from scenarios.reading.disk import MAX_JSON_BYTES, read_text
from scenarios.reading.grid import MAX_ROWS, Notes, Rows
from scenarios.reading.rows import build
from scenarios.reading.sheets import ROW_SHEETS
from scenarios.schema import fault_kinds
from scenarios.schema.case import SEALED_SHEETS, Case, CaseDocument
from scenarios.schema.columns import Frozen, Row
from scenarios.schema.faults import CellTrouble, ScenarioFaults, Spot
from scenarios.schema.header import Header
from scenarios.schema.nearness import NEAR_KEY, meant
from scenarios.schema.persons import is_person_header, plain_header
from scenarios.schema.scenario import CARDS, SHEETS

MAX_DEPTH = 12
DOCUMENT = "document"


def load_json(path: Path) -> Case:
    """Return the case a JSON file holds.

    Raises:
        ScenarioFaults: something is wrong; carries every fault found.
    """
    notes = Notes()
    try:
        text = read_text(path, MAX_JSON_BYTES)
    except CellTrouble as trouble:
        notes.fault(Spot(path.name), "", trouble.words)
        raise ScenarioFaults(notes.faults) from trouble
    return from_json(text)


def from_json(text: str) -> Case:
    """Return the case a JSON text holds.

    Args:
        text: a document as `to_json` writes it.

    Raises:
        ScenarioFaults: something is wrong; carries every fault found.
    """
    notes, parts = Notes(), Parts()
    try:
        document = _parse(text)
    except CellTrouble as trouble:
        notes.fault(Spot(DOCUMENT), "", trouble.words)
        raise ScenarioFaults(notes.faults) from trouble
    top = _known(document, ("scenario", "sealed"), Spot(DOCUMENT), notes)
    scenario = _object(top.get("scenario", {}), Spot("scenario"), notes)
    sealed = _object(top.get("sealed", {}), Spot("sealed"), notes)
    scenario = _known(scenario, ("header", *SHEETS, *CARDS), Spot("scenario"), notes)
    sealed = _known(sealed, tuple(SEALED_SHEETS), Spot("sealed"), notes)
    parts.header = _read_object(scenario.get("header", {}), Header, Spot("header"), notes)
    for sheet, value in {**scenario, **sealed}.items():
        if sheet in CARDS:
            card = _read_object(value, CARDS[sheet], Spot(sheet), notes)
            parts.cards |= {sheet: card} if card is not None else {}
        elif sheet != "header":
            parts.rows[sheet] = rows = _read_rows(value, sheet, ROW_SHEETS[sheet], notes)
            if not isinstance(value, list) or len(rows.objects) < len(value):
                parts.unread.add(sheet)
    return assemble(parts, notes)


def from_scenario_json(text: str) -> Case:
    """Return the case whose scenario alone is kept as JSON (scenarios/schema/canonical.py): with doubts and places.

    Raises:
        ScenarioFaults: something is wrong; carries every fault found.
    """
    return from_json(f'{{"scenario":{text}}}')


def to_json(case: Case) -> str:
    """Return a case as a JSON document: rows in their order, without what is at its default."""
    document = CaseDocument(scenario=case.scenario, sealed=case.sealed)
    return document.model_dump_json(indent=1, exclude_defaults=True) + "\n"


def _parse(text: str) -> dict[str, Any]:
    """Return the object a text holds, refusing doubled keys, numbers that are none, and deep nesting."""
    try:
        value = json.loads(text, object_pairs_hook=_pairs, parse_constant=_no_constant)
    except RecursionError as deep:
        raise CellTrouble(fault_kinds.too_deep(MAX_DEPTH)) from deep
    except ValueError as unreadable:
        raise CellTrouble(fault_kinds.not_json(str(unreadable)[:200])) from unreadable
    if not isinstance(value, dict):
        raise CellTrouble(fault_kinds.not_an_object("an object with 'scenario'"))
    level: list[Any] = [value]
    for _ in range(MAX_DEPTH):
        level = [part for whole in level for part in _parts(whole)]
    if level:
        raise CellTrouble(fault_kinds.too_deep(MAX_DEPTH))
    return value


def _parts(whole: Any) -> list[Any]:
    if isinstance(whole, dict):
        return list(whole.values())
    return whole if isinstance(whole, list) else []


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        keys = [key for key, _ in pairs]
        raise CellTrouble(fault_kinds.twice_in_header(next(key for key in keys if keys.count(key) > 1)))
    return values


def _no_constant(text: str) -> NoReturn:
    raise CellTrouble(fault_kinds.not_json(f"{text} is not a number"))


def _object(value: Any, spot: Spot, notes: Notes) -> dict[str, Any]:
    """Return a value that is an object, or an empty one with a fault."""
    if isinstance(value, dict):
        return value
    notes.fault(spot, "", fault_kinds.not_an_object("an object"))
    return {}


def _known(value: dict[str, Any], known: tuple[str, ...], spot: Spot, notes: Notes) -> dict[str, Any]:
    """Return the keys of an object that are known; the others are faults or not read."""
    kept: dict[str, Any] = {}
    for key, part in value.items():
        at = Spot(spot.sheet, spot.row, key[:80])
        if key in known:
            kept[key] = part
        elif is_person_header(key):
            notes.fault(at, key[:80], fault_kinds.person_column(key[:80]))
        elif near := meant(plain_header(key).replace(" ", "_"), known, least=NEAR_KEY):
            notes.fault(at, key[:80], fault_kinds.near_key(key[:80], near))
        else:
            notes.not_read.append(str(at))
    return kept


def _read_object(value: Any, model: type[Frozen], spot: Spot, notes: Notes) -> Any:
    """Return the object a value makes, or None with faults."""
    if not isinstance(value, dict):
        notes.fault(spot, "", fault_kinds.not_an_object("an object"))
        return None
    return build(model, _known(value, tuple(model.model_fields), spot, notes), spot, notes)


def _read_rows(value: Any, sheet: str, model: type[Row], notes: Notes) -> Rows:
    """Return the objects of a list; rows count from 1."""
    if not isinstance(value, list):
        notes.fault(Spot(sheet), "", fault_kinds.not_an_object("a list of rows"))
        return Rows(sheet)
    if len(value) > MAX_ROWS:
        notes.fault(Spot(sheet), "", fault_kinds.too_many("rows", MAX_ROWS))
        return Rows(sheet)
    made = [(number, _read_object(row, model, Spot(sheet, number), notes)) for number, row in enumerate(value, 1)]
    kept = [(number, row) for number, row in made if row is not None]
    return Rows(sheet, tuple(row for _, row in kept), tuple(number for number, _ in kept))
