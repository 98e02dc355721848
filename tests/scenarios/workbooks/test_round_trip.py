"""What is written as a workbook reads back as the same case: Excel to JSON to folder to Excel.

Change this when a workbook is laid out in another way.
"""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from scenarios.library import names, path_of
from scenarios.reading.json_document import from_json, to_json
from scenarios.reading.load import load_case
from scenarios.reading.writing import folder_files, write_folder
from scenarios.schema.canonical import digest
from scenarios.schema.case import Case
from scenarios.workbooks.writing import workbook_of
from tests.scenarios.reading.test_round_trip import cases


def _from_workbook(content: bytes) -> Case:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.xlsx"
        path.write_bytes(content)
        return load_case(path)


def _from_folder(case: Case) -> Case:
    with tempfile.TemporaryDirectory() as folder:
        write_folder(case, Path(folder) / "case")
        return load_case(Path(folder) / "case")


def _round(case: Case) -> list[Case]:
    """Return the case after each step of the way from Excel over JSON and a folder to Excel."""
    first = _from_workbook(workbook_of(case))
    document = from_json(to_json(first))
    folder = _from_folder(document)
    return [first, document, folder, _from_workbook(workbook_of(folder))]


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_workbook_document_and_folder_hold_the_same_case(case: Case) -> None:
    """Excel to JSON to folder to Excel: nothing is lost and nothing is added, down to mark, range and source."""
    steps = _round(case)
    assert [(step.scenario, step.sealed) for step in steps] == [(case.scenario, case.sealed)] * 4
    assert workbook_of(steps[-1]) == workbook_of(steps[0])
    assert folder_files(steps[-1]) == folder_files(case)


@pytest.mark.parametrize("name", names())
def test_the_librarys_cases_make_the_round(name: str) -> None:
    """Each real case comes back from Excel, JSON and folder with the same digest, sealed sheets and doubts' words."""
    case = load_case(path_of(name))
    steps = _round(case)
    assert [digest(step.scenario) for step in steps] == [digest(case.scenario)] * 4
    assert [step.sealed for step in steps] == [case.sealed] * 4
    said = sorted((doubt.code, doubt.message) for doubt in case.doubts)
    assert [sorted((doubt.code, doubt.message) for doubt in step.doubts) for step in (steps[0], steps[-1])] == [
        said
    ] * 2
