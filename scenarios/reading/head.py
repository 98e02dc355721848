"""The head of a case from items, sources and perhaps the name of a shared policy, wherever they stand.

Rules: design.md section 3 (forms): `scenario.yaml` in a folder, the sheet `case` in a workbook.
Change this when the head of a case says something new beside its items.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from scenarios.reading.assemble import Parts
from scenarios.reading.cards import read_mapping
from scenarios.reading.csv_text import read_csv
from scenarios.reading.disk import MAX_CSV_BYTES, read_text
from scenarios.reading.grid import Notes
from scenarios.reading.sheets import take_grid
from scenarios.schema import fault_kinds
from scenarios.schema.faults import CellTrouble, Spot
from scenarios.schema.header import Header
from scenarios.schema.texts import source_trouble, tidy_text

POLICIES = "policies"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def take_head(items: Mapping[str, str], stated: Mapping[str, object], parts: Parts, notes: Notes) -> None:
    """Read items and sources into the head of the parts.

    Args:
        items: values as text, by item.
        stated: the source of each sheet.
        parts: receives the head; says what a planner calls its place.
        notes: receives faults, doubts and items not read.
    """
    sources: dict[str, str] = {}
    for sheet, value in stated.items():
        source = tidy_text(value) if isinstance(value, str) else ""
        if trouble := source_trouble(source):
            spot = Spot(parts.header_label, None, f"sources, {sheet}")
            notes.fault(spot, source, fault_kinds.not_a_text(trouble))
        else:
            sources[sheet] = source
    header = read_mapping(items, Header, parts.header_label, notes)
    parts.header = None if header is None else header.model_copy(update={"sources": sources})


def take_shared_policy(named: object, folder: Path, parts: Parts, notes: Notes) -> None:
    """Read the policy that the cases of one authority share, unless the case has one of its own.

    Args:
        named: the name that the head gives, or None.
        folder: where the folder `policies` stands.
        parts: receives the policy.
        notes: receives faults, doubts and items not read.
    """
    if named is None:
        return
    if not (isinstance(named, str) and _SLUG.fullmatch(named)):
        words = fault_kinds.not_a_phrase(str(named)[:80], "a name like bury-2021")
        notes.fault(Spot(parts.header_label, None, "policy"), "", words)
    elif "policy" not in parts.cards:
        read_csv_sheet(folder / POLICIES / f"{named}.csv", "policy", parts, notes)


def read_csv_sheet(file: Path, sheet: str, parts: Parts, notes: Notes) -> None:
    """Read one CSV file into the parts; what keeps it from being read is a fault.

    Args:
        file: the file.
        sheet: the sheet it fills.
        parts: what was read so far; grows by this sheet.
        notes: receives faults, doubts and columns not read.
    """
    try:
        grid = read_csv(read_text(file, MAX_CSV_BYTES), sheet, file.name, notes)
    except CellTrouble as trouble:
        notes.fault(Spot(file.name), "", trouble.words)
        parts.unread.add(sheet)
        return
    take_grid(grid, parts, notes)
