"""A case that was sent is the case that stands on a disk, in each form.

Change this when a case may be sent in another form.
"""

import tempfile
from pathlib import Path

import pytest

from scenarios.library import names, path_of
from scenarios.reading.disk import MAX_JSON_BYTES
from scenarios.reading.json_document import to_json
from scenarios.reading.load import load_case
from scenarios.reading.sent import SentForm, case_from
from scenarios.schema.faults import ScenarioFaults
from scenarios.workbooks.writing import workbook_of
from tests.scenarios.reading.test_zipped import folder_zip


@pytest.mark.parametrize("name", names())
def test_each_form_holds_the_same_case(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every library case as JSON, workbook and zip; nothing stays on the disk."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    case = load_case(path_of(name))
    sent = {
        SentForm.JSON: to_json(case).encode(),
        SentForm.WORKBOOK: workbook_of(case),
        SentForm.ZIP: folder_zip(name),
    }
    for form, content in sent.items():
        found = case_from(content, form, "sent")
        assert (found.scenario, found.sealed) == (case.scenario, case.sealed), form
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "form", "told"),
    [
        (b"", SentForm.JSON, ("document", "empty-file")),
        (b"{\x00}", SentForm.JSON, ("document", "nul-byte")),
        (b'{"scenario": "\xe9"}', SentForm.JSON, ("document", "not-utf-8")),
        (b" " * MAX_JSON_BYTES + b"{}", SentForm.JSON, ("document", "too-big")),
        (b"[", SentForm.JSON, ("document", "not-json")),
        (b"", SentForm.WORKBOOK, ("sent.x", "empty-file")),
        (b"PK\x03\x04", SentForm.WORKBOOK, ("sent.x", "damaged")),
        (b"title,fte", SentForm.WORKBOOK, ("sent.x", "not-a-workbook")),
        (b"title,fte", SentForm.ZIP, ("sent.x", "not-a-zip")),
    ],
)
def test_what_cannot_be_read_is_one_fault(content: bytes, form: SentForm, told: tuple[str, str]) -> None:
    """A file that is not what it is said to be is told as one fault of the whole file."""
    with pytest.raises(ScenarioFaults) as found:
        case_from(content, form, "sent.x")
    assert [(fault.sheet, fault.code) for fault in found.value.faults] == [told]
