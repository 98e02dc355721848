"""A scenario as a folder: `scenario.yaml` for the head, one CSV file for each sheet.

Rules: design.md section 3 (forms). A policy may be shared by the cases of one authority: `policy: NAME` in the head
reads `policies/NAME.csv` beside the folder, unless the folder has a policy of its own.
Change this when the head or a sheet moves to another file.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from scenarios.reading.assemble import Parts, assemble
from scenarios.reading.cards import read_mapping
from scenarios.reading.csv_text import read_csv
from scenarios.reading.disk import MAX_CSV_BYTES, MAX_YAML_BYTES, read_text
from scenarios.reading.grid import Notes
from scenarios.reading.sheets import ROW_SHEETS, take_grid
from scenarios.reading.yaml_text import read_yaml
from scenarios.schema import fault_kinds
from scenarios.schema.case import Case
from scenarios.schema.faults import CellTrouble, Spot
from scenarios.schema.header import Header
from scenarios.schema.nearness import NEAR_KEY, meant
from scenarios.schema.persons import plain_header
from scenarios.schema.scenario import CARDS
from scenarios.schema.texts import source_trouble, tidy_text

HEAD = "scenario.yaml"
POLICIES = "policies"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_folder(path: Path) -> Case:
    """Return the case a folder holds.

    Args:
        path: the folder.

    Raises:
        ScenarioFaults: something is wrong; carries every fault found.
    """
    notes, parts = Notes(), Parts(header_label=HEAD)
    shared = _read_head(path, parts, notes)
    for file in _files(path, notes):
        _read_sheet(file, _sheet_of(file.name), parts, notes)
    if shared is not None and "policy" not in parts.cards:
        _read_sheet(path.parent / POLICIES / f"{shared}.csv", "policy", parts, notes)
    return assemble(parts, notes)


def _sheet_of(name: str) -> str:
    """Return the sheet a file name means."""
    return plain_header(name.rsplit(".", 1)[0]).replace(" ", "_")


def _files(path: Path, notes: Notes) -> list[Path]:
    """Return the CSV files that are sheets, in order; others are slips or not read."""
    known = [*ROW_SHEETS, *CARDS]
    found: dict[str, Path] = {}
    for file in sorted(path.iterdir()):
        sheet = _sheet_of(file.name)
        if file.suffix.casefold() != ".csv":
            if file.name != HEAD:
                notes.not_read.append(file.name)
        elif sheet in found:
            notes.fault(Spot(file.name), file.name, fault_kinds.twice_in_header(sheet))
        elif sheet in known:
            found[sheet] = file
        elif near := meant(sheet, known, least=NEAR_KEY):
            notes.fault(Spot(file.name), file.name, fault_kinds.near_key(file.name, f"{near}.csv"))
        else:
            notes.not_read.append(file.name)
    return [found[sheet] for sheet in sorted(found)]


def _read_sheet(file: Path, sheet: str, parts: Parts, notes: Notes) -> None:
    """Read one CSV file into the parts; what keeps it from being read is a fault."""
    try:
        grid = read_csv(read_text(file, MAX_CSV_BYTES), sheet, file.name, notes)
    except CellTrouble as trouble:
        notes.fault(Spot(file.name), "", trouble.words)
        parts.unread.add(sheet)
        return
    take_grid(grid, parts, notes)


def _read_head(path: Path, parts: Parts, notes: Notes) -> str | None:
    """Read the head into the parts and return the name of a shared policy, if it states one."""
    try:
        values = read_yaml(read_text(path / HEAD, MAX_YAML_BYTES))
    except CellTrouble as trouble:
        notes.fault(Spot(HEAD), "", trouble.words)
        return None
    sources = _sources(values.pop("sources", {}), notes)
    shared = values.pop("policy", None)
    items: dict[str, str] = {}
    for key, value in values.items():
        if isinstance(value, dict):
            notes.fault(Spot(HEAD, None, key), "", fault_kinds.not_an_object("one value"))
        else:
            items[key] = "; ".join(str(part) for part in value) if isinstance(value, list) else value
    header = read_mapping(items, Header, HEAD, notes)
    parts.header = None if header is None else header.model_copy(update={"sources": sources})
    if shared is not None and not (isinstance(shared, str) and _SLUG.fullmatch(shared)):
        notes.fault(Spot(HEAD, None, "policy"), "", fault_kinds.not_a_phrase(str(shared)[:80], "a name like bury-2021"))
        return None
    return shared


def _sources(stated: Any, notes: Notes) -> dict[str, str]:
    """Return the source of each sheet that the head states."""
    if not isinstance(stated, dict):
        notes.fault(Spot(HEAD, None, "sources"), "", fault_kinds.not_an_object("'sheet: source' lines"))
        return {}
    sources: dict[str, str] = {}
    for sheet, value in stated.items():
        source = tidy_text(value) if isinstance(value, str) else ""
        if trouble := source_trouble(source):
            notes.fault(Spot(HEAD, None, f"sources, {sheet}"), source, fault_kinds.not_a_text(trouble))
        else:
            sources[sheet] = source
    return sources
