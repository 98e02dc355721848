"""Tables of all structures of an answer, and a frontier's picture: of the stored answer, with nothing searched again.

Change this when an answer has another table or picture.
"""

import csv
import io
from typing import Any

import pytest

from scenarios.comparing.result import Comparison
from scenarios.exploring.frontier_result import TradeOffs
from scenarios.exploring.result import Explored
from scenarios.reporting.csv_text import csv_text
from scenarios.reporting.result_tables import tables_of
from scenarios.reporting.trade_off_chart import trade_off_chart
from tests.api.http.client import Client
from tests.api.http.routes.answered import CASE, ask, ask_answered

TABLES = ("structures", "posts", "people", "work", "saving", "ledger", "must-be-true")
FRONTIER = {"question": "frontier"}


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_tables_of_a_run_are_those_of_the_command_line(client: Client) -> None:
    """Each table of all structures, linked from the run, is the file that `compare -o` writes; 304 for its tag."""
    run = ask_answered(client)
    comparison = Comparison.model_validate_json(client.get(run["links"]["result"]).content)
    for table in TABLES:
        path = run["links"][f"{table}.csv"]
        answer = client.get(path)
        assert answer.headers["content-type"].startswith("text/csv")
        assert answer.headers["content-disposition"] == f'attachment; filename="{CASE}-compare-{table}.csv"'
        assert answer.content.decode() == csv_text(tables_of(comparison.structures)[f"{table}.csv"])
        assert client.get(path, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    assert len(_rows(client.get(run["links"]["structures.csv"]).text)) == len(comparison.structures)


def test_points_of_a_frontier_are_told_apart_in_its_tables(client: Client) -> None:
    """One row a structure, each with what it is in the answer; one structure's own table says the same of it."""
    run = ask_answered(client, FRONTIER)
    listed = client.get(run["links"]["structures"]).json()["items"]
    rows = _rows(client.get(run["links"]["structures.csv"]).text)
    assert [row["answer"] for row in rows] == [each["part"] or "" for each in listed]
    assert "point 1 of " in " ".join(row["answer"] for row in rows)
    (alone,) = _rows(client.get(listed[1]["links"]["structures"]).text)
    assert alone == rows[1]


def test_a_frontier_has_its_picture(client: Client) -> None:
    """The picture of the answer as it was stored, with a tag; no other question has one."""
    run = ask_answered(client, FRONTIER)
    found = Explored[TradeOffs].model_validate_json(client.get(run["links"]["result"]).content)
    path = run["links"]["picture"]
    picture = client.get(path)
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/svg+xml")
    assert picture.text == trade_off_chart(found).svg
    assert picture.headers["content-disposition"] == f'attachment; filename="{CASE}-trade-offs.svg"'
    assert client.get(path, headers={"If-None-Match": picture.headers["etag"]}).status_code == 304
    other = ask_answered(client)
    assert "picture" not in other["links"]
    refused = client.get(f"{other['links']['self']}/trade-offs.svg")
    assert (refused.status_code, "frontier" in refused.json()["detail"]) == (409, True)


@pytest.mark.parametrize(
    ("what", "asked"), [("posts.csv", None), ("posts.csv", FRONTIER), ("trade-offs.svg", FRONTIER)]
)
def test_tables_and_pictures_come_later_or_never(client: Client, what: str, asked: dict[str, Any] | None) -> None:
    """202 with the run while there is no answer, 409 once there will be none; no such table is 422, no run 404."""
    run = ask(client, asked)
    path = f"{run['links']['self']}/{what}"
    later = client.get(path)
    assert (later.status_code, later.json()["id"], "retry-after" in later.headers) == (202, run["id"], True)
    client.post(run["links"]["cancel"])
    assert client.get(path).status_code == 409
    assert client.get(f"{run['links']['self']}/other.csv").status_code == 422
    assert client.get(f"/v1/runs/{'0' * 32}/{what}").status_code == 404
