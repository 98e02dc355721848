"""A case from wherever it is kept.

Rules: design.md section 7: a case is a folder, a workbook or a JSON document.
Change this when a case may be kept in another form.
"""

from __future__ import annotations

from pathlib import Path

from scenarios.reading.collector import collector_paused
from scenarios.reading.excel import WORKBOOK_ENDINGS, load_workbook_case
from scenarios.reading.folder import load_folder
from scenarios.reading.json_document import load_json
from scenarios.schema import fault_kinds
from scenarios.schema.case import Case
from scenarios.schema.faults import Fault, ScenarioFaults, Spot


def load_case(path: Path) -> Case:
    """Return the case kept at a path.

    Args:
        path: a folder with `scenario.yaml`, an Excel workbook, or a `.json` file.

    Raises:
        ScenarioFaults: something is wrong; carries every fault found, and the doubts beside them.
    """
    with collector_paused():
        return _load(path)


def _load(path: Path) -> Case:
    if path.is_dir():
        return load_folder(path)
    if path.suffix.casefold() == ".json":
        return load_json(path)
    if path.suffix.casefold() in WORKBOOK_ENDINGS:
        return load_workbook_case(path)
    words = fault_kinds.not_found("folder with scenario.yaml, and no .xlsx or .json file,")
    raise ScenarioFaults([Fault.at(Spot(path.name), "", words)])
