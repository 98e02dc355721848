"""A case from bytes that were sent: a JSON document, a workbook or a zipped folder, told apart by what the sender says.

Nothing of the bytes is written to a disk but the sheets of a zip, for as long as they are read.
Rules: design.md section 3 (forms; size is looked at before reading).
Change this when a case may be sent in another form.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory

from scenarios.reading.collector import collector_paused
from scenarios.reading.disk import MAX_JSON_BYTES, decode
from scenarios.reading.excel import workbook_case
from scenarios.reading.json_document import DOCUMENT, from_json
from scenarios.reading.zipped import load_zip
from scenarios.schema import fault_kinds
from scenarios.schema.case import Case
from scenarios.schema.faults import CellTrouble, Fault, ScenarioFaults, Spot


class SentForm(Enum):
    """The form in which a case was sent."""

    JSON = "json"
    WORKBOOK = "workbook"
    ZIP = "zip"


def case_from(content: bytes, form: SentForm, name: str) -> Case:
    """Return the case that some bytes hold.

    Args:
        content: all of them.
        form: what the sender says they are.
        name: what the file is called where something is wrong with it as a whole.

    Raises:
        ScenarioFaults: something is wrong; carries every fault found.
    """
    with collector_paused():
        match form:
            case SentForm.JSON:
                return _from_json(content)
            case SentForm.ZIP:
                return load_zip(content, name)
            case SentForm.WORKBOOK:
                with TemporaryDirectory(prefix="restructure-") as alone:  # no policy of anybody stands beside it
                    return workbook_case(content, name, Path(alone))


def _from_json(content: bytes) -> Case:
    try:
        text = _text(content)
    except CellTrouble as trouble:
        raise ScenarioFaults([Fault.at(Spot(DOCUMENT), "", trouble.words)]) from trouble
    return from_json(text)


def _text(content: bytes) -> str:
    if len(content) > MAX_JSON_BYTES:
        raise CellTrouble(fault_kinds.too_big(len(content), MAX_JSON_BYTES))
    return decode(content)
