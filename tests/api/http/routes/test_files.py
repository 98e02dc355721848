"""Structures, files and comparisons made of stored answers: byte for byte, with nothing searched again.

Change this when something else is made of an answer.
"""

import io
import json
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from api.store import runs
from api.store.states import RunState
from api.store.stored_runs import Ending
from scenarios.comparing.answers import Asking
from scenarios.comparing.result import Comparison
from scenarios.library import path_of
from scenarios.reading.load import load_case
from scenarios.reporting.csv_text import csv_text
from scenarios.reporting.hr_book.workbook import people_workbook_of
from scenarios.reporting.money_book.workbook import workbook_of
from scenarios.reporting.result_tables import tables_of
from scenarios.reporting.worked import worked_out
from tests.api.http.client import Client
from tests.api.http.routes.answered import CASE, COMPARE, ask, ask_answered, claim_all, library

FILES = ("money.xlsx", "people.xlsx", "paper.docx")
TABLES = ("structures", "posts", "people", "work", "saving", "ledger", "must-be-true")


def _end(client: Client, ending: Ending) -> None:
    for run in claim_all(client):
        with client.service.store.transaction() as session:
            assert runs.end(session, run.id, claim=run.claim or "", ending=ending)


def _structures(client: Client, run: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(run["links"]["structures"]).json()["items"]
    return found


def test_workbooks_are_those_of_the_command_line(client: Client) -> None:
    """Money and HR workbook of a stored comparison are those that a search writes, byte for byte."""
    run = ask_answered(client)
    worked = worked_out(load_case(path_of(CASE)))
    for name, expected in (("money", workbook_of(worked)), ("people", people_workbook_of(worked))):
        answer = client.get(run["links"][name])
        assert answer.status_code == 200
        assert answer.content == expected
        assert answer.headers["content-disposition"] == f'attachment; filename="{CASE}-{name}.xlsx"'
        assert load_workbook(io.BytesIO(answer.content)).sheetnames


def test_a_design_near_an_option_has_its_workbook(client: Client) -> None:
    """What was asked beside the options is read back from the run, so that the workbook is of the same answers."""
    asked = {**COMPARE, "near": "as proposed"}
    run = ask_answered(client, asked)
    expected = workbook_of(worked_out(library(CASE), Asking(near="as proposed")))
    assert client.get(run["links"]["money"]).content == expected


def test_a_paper_is_public_unless_asked_for_otherwise(client: Client) -> None:
    """Two versions, two tags; the public one is the usual one, and known by its tag."""
    run = ask_answered(client, case="herefordshire-2008")
    path = run["links"]["paper"]
    usual, exempt = client.get(path), client.get(f"{path}?version=exempt")
    assert usual.headers["etag"] != exempt.headers["etag"]
    assert usual.headers["content-disposition"] == 'attachment; filename="herefordshire-2008-public-paper.docx"'
    for answer in (usual, exempt):
        assert len(Document(io.BytesIO(answer.content)).paragraphs) > 20
    known = {"If-None-Match": usual.headers["etag"]}
    assert client.get(f"{path}?version=public", headers=known).status_code == 304
    assert client.get(f"{path}?version=exempt", headers=known).status_code == 200
    assert client.get(f"{path}?version=secret").status_code == 422


@pytest.mark.parametrize("name", FILES[:2])
def test_a_file_known_already_is_not_made_again(client: Client, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """304 by the tag, before anything is made of the answer."""
    run = ask_answered(client)
    path = f"{run['links']['self']}/{name}"
    tag = client.get(path).headers["etag"]

    def unwanted(*_: object, **__: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(Comparison, "model_validate_json", unwanted)
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("name", FILES)
def test_a_file_comes_later_or_never(client: Client, name: str) -> None:
    """202 with the run, Location and Retry-After while there is no answer; 409 once there will be none."""
    run = ask(client)
    path = f"{run['links']['self']}/{name}"
    for state in ("queued", "running"):
        later = client.get(path)
        assert (later.status_code, later.json()["state"]) == (202, state)
        assert later.headers["location"] == run["links"]["self"]
        assert int(later.headers["retry-after"]) >= 1
        if state == "queued":
            (claimed,) = claim_all(client)
    with client.service.store.transaction() as session:
        ending = Ending(state=RunState.FAILED, reason="out of memory")
        assert runs.end(session, claimed.id, claim=claimed.claim or "", ending=ending)
    never = client.get(path)
    assert (never.status_code, "out of memory" in never.json()["detail"]) == (409, True)


def test_a_question_without_a_comparison_has_no_files(client: Client) -> None:
    """409 from the start for a frontier; a design has workbooks and no paper, which tells of every option."""
    run = ask(client, {"question": "explain"})
    for name in FILES:
        assert client.get(f"{run['links']['self']}/{name}").status_code == 409
    design = ask(client, {"question": "design", "option": "designed"})
    codes = [client.get(f"{design['links']['self']}/{name}").status_code for name in FILES]
    assert codes == [202, 202, 409]


def test_an_answer_of_another_build_has_no_workbook(client: Client) -> None:
    """An answer whose figures do not come out any more is refused with what to do, and not made up."""
    answered = client.get(ask_answered(client)["links"]["result"]).json()
    answered["structures"][0]["ledger"][0]["pounds"] += 1
    other = ask(client, {**COMPARE, "effort": 9})
    _end(client, Ending(state=RunState.FINISHED, document=json.dumps(answered).encode()))
    refused = client.get(f"{other['links']['self']}/money.xlsx")
    assert (refused.status_code, "another build" in refused.json()["detail"]) == (409, True)


def test_a_structure_is_the_bytes_that_were_stored(client: Client) -> None:
    """Each structure of the answer, in its order, with the tag of its bytes; 304 for whoever has it."""
    run = ask_answered(client)
    result = client.get(run["links"]["result"]).json()
    listed = _structures(client, run)
    assert [each["position"] for each in listed] == [*range(len(result["structures"]))]
    for line, expected in zip(listed, result["structures"], strict=True):
        shown = client.get(line["links"]["self"])
        assert shown.json() == expected
        assert (line["option"], line["anchor"], line["status"]) == tuple(
            expected[name] for name in ("option", "anchor", "status")
        )
        assert (line["annual_cost"], line["fte"]) == (expected["annual_cost"], expected["fte"])
        assert {line[name] == expected["people"][name] for name in ("displaced_at_least", "displaced_at_most")} == {
            True
        }
        assert [*line["links"]] == ["self", *TABLES, "run"]
        known = {"If-None-Match": shown.headers["etag"]}
        assert client.get(line["links"]["self"], headers=known).status_code == 304
    assert [each["number"] for each in listed] == [*range(1, len(listed) + 1)]


def test_points_of_a_frontier_are_told_apart_in_lists_and_side_by_side(client: Client) -> None:
    """Each point has its own title and figures in the list, and its title in a comparison."""
    run = ask_answered(client, {"question": "frontier"})
    listed = _structures(client, run)
    assert len({each["title"] for each in listed}) == len(listed) > 3
    points = [each for each in listed if (each["part"] or "").startswith("point ")]
    assert len({(each["annual_cost"], each["displaced_at_least"]) for each in points}) > 1
    told = client.post("/v1/comparisons", json={"structures": [each["id"] for each in points[:2]]}).json()
    assert [each["title"] for each in told["structures"]] == [each["title"] for each in points[:2]]


@pytest.mark.parametrize("table", TABLES)
def test_tables_of_a_structure_are_those_of_the_command_line(client: Client, table: str) -> None:
    """The rows of one structure in the tables that `compare -o` writes, as CSV."""
    run = ask_answered(client)
    comparison = Comparison.model_validate_json(client.get(run["links"]["result"]).content)
    line = _structures(client, run)[2]
    path = f"{line['links']['self']}/{table}.csv"
    answer = client.get(path)
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.content.decode() == csv_text(tables_of(comparison.structures[2:3])[f"{table}.csv"])
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="{CASE}-')
    assert answer.headers["content-disposition"].endswith(f'-{table}.csv"')
    known = {"If-None-Match": answer.headers["etag"]}
    assert client.get(path, headers=known).status_code == 304


@pytest.mark.parametrize(
    ("what", "status"),
    [("{0}-0", 404), ("{0}-0/posts.csv", 404), ("x", 422), ("{0}-01", 404), ("{0}-0/other.csv", 422)],
)
def test_a_structure_that_is_not_there_is_not_found(client: Client, what: str, status: int) -> None:
    """404 for no such structure, 422 for what is no id or no table."""
    assert client.get(f"/v1/structures/{what.format('0' * 32)}").status_code == status


def test_structures_of_runs_stand_side_by_side(client: Client) -> None:
    """No change of two cases, and a design: amounts from the stored structures, and a warning that they differ."""
    bury, other = ask_answered(client), ask_answered(client, case="nottinghamshire-2019")
    ids = [_structures(client, bury)[0]["id"], _structures(client, bury)[-1]["id"], _structures(client, other)[0]["id"]]
    answer = client.post("/v1/comparisons", json={"structures": ids})
    assert answer.status_code == 200, answer.text
    told = answer.json()
    costs = next(each for each in told["measures"] if each["name"] == "cost a year")
    stored = [client.get(f"/v1/structures/{each}").json()["annual_cost"] for each in ids]
    assert costs["values"] == stored
    assert costs["more"] == [0, round(stored[1] - stored[0], 3), None]
    assert [(gap["id"], gap["why"]) for gap in costs["gaps"]] == [(ids[2], "not to be set side by side")]
    assert [each["case"] for each in told["structures"]] == [CASE, CASE, "nottinghamshire-2019"]
    assert "different cases" in told["warnings"][0]
    assert client.post("/v1/comparisons", json={"structures": ids[:2]}).json()["warnings"] == []


@pytest.mark.parametrize(
    ("structures", "status"),
    [([], 422), (["a"], 422), (["{0}-0", "{0}-0"], 422), (["{0}-0", "{0}-1"], 404), (["{0}-0"] * 9, 422), ("x", 422)],
)
def test_what_cannot_be_set_side_by_side_is_refused(client: Client, structures: Any, status: int) -> None:
    """Fewer than two, the same twice and more than eight are 422; one that is not there is 404."""
    asked = [each.format("0" * 32) for each in structures] if isinstance(structures, list) else structures
    assert client.post("/v1/comparisons", json={"structures": asked}).status_code == status
