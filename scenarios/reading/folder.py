"""A scenario as a folder: `scenario.yaml` for the head, one CSV file for each sheet.

Rules: design.md section 3 (forms). A policy may be shared by the cases of one authority: `policy: NAME` in the head
reads `policies/NAME.csv` beside the folder, unless the folder has a policy of its own.
Change this when the head or a sheet moves to another file.
"""

from __future__ import annotations

from pathlib import Path

from scenarios.reading.assemble import Parts, assemble
from scenarios.reading.disk import MAX_YAML_BYTES, read_text
from scenarios.reading.grid import Notes
from scenarios.reading.head import read_csv_sheet, take_head, take_shared_policy
from scenarios.reading.sheets import ROW_SHEETS, sheet_of
from scenarios.reading.yaml_text import read_yaml
from scenarios.schema import fault_kinds
from scenarios.schema.case import Case
from scenarios.schema.faults import CellTrouble, Spot
from scenarios.schema.nearness import NEAR_KEY, meant
from scenarios.schema.scenario import CARDS

HEAD = "scenario.yaml"


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
        read_csv_sheet(file, sheet_of(file.stem), parts, notes)
    take_shared_policy(shared, path.parent, parts, notes)
    return assemble(parts, notes)


def _files(path: Path, notes: Notes) -> list[Path]:
    """Return the CSV files that are sheets, in order; others are slips or not read."""
    known = [*ROW_SHEETS, *CARDS]
    found: dict[str, Path] = {}
    for file in sorted(path.iterdir()):
        sheet = sheet_of(file.stem)
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


def _read_head(path: Path, parts: Parts, notes: Notes) -> object:
    """Read the head into the parts and return the name of a shared policy, if it states one."""
    try:
        values = read_yaml(read_text(path / HEAD, MAX_YAML_BYTES))
    except CellTrouble as trouble:
        notes.fault(Spot(HEAD), "", trouble.words)
        return None
    sources = values.pop("sources", {})
    shared: object = values.pop("policy", None)
    if not isinstance(sources, dict):
        notes.fault(Spot(HEAD, None, "sources"), "", fault_kinds.not_an_object("'sheet: source' lines"))
        sources = {}
    items: dict[str, str] = {}
    for key, value in values.items():
        if isinstance(value, dict):
            notes.fault(Spot(HEAD, None, key), "", fault_kinds.not_an_object("one value"))
        else:
            items[key] = "; ".join(str(part) for part in value) if isinstance(value, list) else value
    take_head(items, sources, parts, notes)
    return shared
