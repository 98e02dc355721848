"""JSON documents: the same faults as in files, and hostile ones refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from scenarios.reading.json_document import from_json, to_json
from scenarios.reading.load import load_case
from scenarios.schema.faults import ScenarioFaults
from tests.scenarios.reading.small_case import load, places

HEADER = {"name": "small", "title": "Small", "authority": "Council"}
CLERK: dict[str, Any] = {"title": "Clerk", "milli_fte": {"value": 1000}}


def _faults(document: object) -> list[tuple[str, int | None, str | None, str]]:
    text = document if isinstance(document, str) else json.dumps(document)
    with pytest.raises(ScenarioFaults) as found:
        from_json(text)
    return places(found.value.faults)


def _scenario(**sheets: object) -> dict[str, object]:
    return {"scenario": {"header": HEADER, **sheets}}


def test_a_document_loads_from_a_file(tmp_path: Path) -> None:
    """A case written as JSON loads from its file as the same case, folder or document."""
    case = load(tmp_path)
    (tmp_path / "small.JSON").write_text(to_json(case), encoding="utf-8")
    assert load_case(tmp_path / "small.JSON").scenario == case.scenario


def test_every_row_is_looked_at() -> None:
    """Faults of several rows, sheets and kinds come together, rows counted from 1."""
    posts = [CLERK, {"title": "Clerk"}, {**CLERK, "milli_fte": {"value": -1}}, {"team": "North"}]
    limits = {"span_low": {"value": 6, "low": 7, "high": 8}}
    assert _faults(_scenario(posts=posts, limits=limits)) == [
        ("limits", None, "span_low", "does-not-fit"),
        ("posts", 2, "fte", "no-size"),
        ("posts", 3, "fte", "negative"),
        ("posts", 4, "title", "needed"),
    ]


def test_keys_are_treated_as_columns_are() -> None:
    """A near key and a person key are faults; another is listed as not read."""
    posts = [{**CLERK, "occupied_mili_fte": {"value": 1}}, {**CLERK, "e_mail": "x"}]
    assert _faults(_scenario(posts=posts, wrok=[])) == [
        ("posts", 1, "occupied_mili_fte", "near-key"),
        ("posts", 2, "e_mail", "person-column"),
        ("scenario", None, "wrok", "near-key"),
    ]
    case = from_json(json.dumps({**_scenario(posts=[{**CLERK, "remark": "x"}]), "comment": 1}))
    assert case.not_read == ("document, comment", "posts, row 1, remark")


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ("", ("document", None, None, "not-json")),
        ("{", ("document", None, None, "not-json")),
        ('{"scenario": NaN}', ("document", None, None, "not-json")),
        ('{"a": ' + "9" * 5000 + "}", ("document", None, None, "not-json")),
        ('{"scenario": {}, "scenario": {}}', ("document", None, None, "twice-in-header")),
        ("[" * 100_000, ("document", None, None, "too-deep")),
        ("[" * 20 + "]" * 20, ("document", None, None, "not-an-object")),
        ('{"a": ' + "[" * 20 + "]" * 20 + "}", ("document", None, None, "too-deep")),
        ({"scenario": 3}, ("scenario", None, None, "not-an-object")),
        (_scenario(posts={}), ("posts", None, None, "not-an-object")),
        (_scenario(posts=[3]), ("posts", 1, None, "not-an-object")),
        (_scenario(posts=[CLERK] * 50_001), ("posts", None, None, "too-many")),
        (_scenario(limits=[]), ("limits", None, None, "not-an-object")),
        (_scenario(posts=[{**CLERK, "title": "\ud800"}]), ("posts", 1, "title", "does-not-fit")),
        (_scenario(posts=[{**CLERK, "team": "Ms Jane Brown"}]), ("posts", 1, "team", "person-in-cell")),
    ],
)
def test_hostile_documents_are_faults(document: object, fault: tuple[str, int | None, str | None, str]) -> None:
    """What is no scenario is refused in words, never with a traceback."""
    assert fault in _faults(document)
