"""Batches over HTTP: sent, worked on, told, listed, their rows and summary byte for byte, cancelled, refused.

Change this when something else can become of a batch.
"""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import delete, update

from api.cli.batch_files import texts_of
from api.http.models.batches import EXAMPLE
from api.http.routes import batches as routes
from api.store.batch_tables import batches as batch_table
from api.store.tables import case_versions
from scenarios.batches.files import csv_parts, frames, parquet_bytes
from scenarios.batches.rows import COLUMNS
from scenarios.batches.summary import BatchSummary
from tests.api.http.client import Client, client_of, service_in
from tests.api.jobs.batch_servers import ServerAlone, keep_case
from tests.api.jobs.batches import DEMAND, FIXED
from tests.scenarios.batches.small import advice, answered, plan

CASE = "advice-stress"
RECIPE: dict[str, Any] = {
    "case": CASE,
    "options": FIXED,
    "futures": [{"name": "more work", "values": {"demand": "5%", "limits.ceiling": 500000}}],
    "draws": {"count": 3, "seed": 1, "figures": DEMAND},
}
RESULTS = ("summary", "text", "page", "picture", "rows", "csv", "parquet")
NOBODY = "0" * 32


def send(client: Client, **parts: Any) -> Any:
    """Keep the case, send a recipe, and return the answer."""
    keep_case(client.service.store)
    return client.post("/v1/batches", json={**RECIPE, **parts})


def worked(client: Client, **parts: Any) -> dict[str, Any]:
    """Send a recipe, work on it, and return how it stands."""
    sent = send(client, **parts).json()
    assert ServerAlone(client.service.store).work_next()
    told: dict[str, Any] = client.get(sent["links"]["self"]).json()
    return told


def test_a_batch_is_kept_before_it_is_answered(client: Client) -> None:
    """202 with its address and how many futures there are; the same again is the same; finished, it is 200."""
    first = send(client)
    told = first.json()
    assert (first.status_code, told["state"], told["futures"], told["done"]) == (202, "queued", 5, 0)
    assert first.headers["Location"] == told["links"]["self"] == f"/v1/batches/{told['id']}"
    assert {*told["links"]} == {"self", "cancel"}
    assert told["recipe"]["futures"][0]["values"] == {"demand": "5%", "limits.ceiling": "500000"}
    assert send(client).json()["id"] == told["id"]
    assert ServerAlone(client.service.store).work_next()
    again = send(client)
    assert (again.status_code, again.json()["state"], again.json()["done"]) == (200, "finished", 5)
    assert {*again.json()["links"]} == {*told["links"], *RESULTS}


def test_rows_are_those_of_the_command_line(client: Client) -> None:
    """CSV and Parquet byte for byte as they are written to a folder; pages of futures add up to the same."""
    links = worked(client)["links"]
    parts = {name: part for name, part in RECIPE.items() if name != "case"}
    found = answered(plan(**parts))
    as_csv, as_parquet = client.get(links["csv"]), client.get(links["parquet"])
    assert as_csv.content == "".join(csv_parts(frames(found))).encode()
    assert as_csv.headers["content-type"].startswith("text/csv")
    assert as_parquet.content == parquet_bytes(found)
    assert list(pd.read_parquet(io.BytesIO(as_parquet.content)).columns) == list(COLUMNS)
    pages, address = [], f"{links['rows']}?limit=2"
    while address is not None:
        page = client.get(address).json()
        pages.append(page["items"])
        address = page["next"]
    assert [len(items) for items in pages] == [2, 2, 1]
    items = [item for page in pages for item in page]
    assert [item["future"] for item in items] == [0, 1, 2, 3, 4]
    assert [(item["name"], item["changes"]) for item in items[:2]] == [
        ("as things are", ""),
        ("more work", "demand 5%; limits.ceiling 500000"),
    ]
    assert [row["annual_cost"] for row in items[1]["rows"]] == [row.annual_cost for row in found[1][1]]


def test_the_summary_is_kept_and_need_not_be_sent_twice(client: Client) -> None:
    """The stored bytes with their tag; a picture; 304 to whoever has them."""
    links = worked(client)["links"]
    shown = client.get(links["summary"])
    assert shown.json()["futures"] == 5
    assert client.get(links["summary"], headers={"If-None-Match": shown.headers["ETag"]}).status_code == 304
    drawn = client.get(links["picture"])
    assert drawn.headers["content-type"].startswith("image/svg+xml")
    assert drawn.text.startswith("<svg")
    batch = client.get(links["self"])
    assert client.get(links["self"], headers={"If-None-Match": batch.headers["ETag"]}).status_code == 304


def test_what_is_not_there_yet_says_so(client: Client) -> None:
    """409 with how far it is, for everything that is made of answers."""
    told = send(client).json()
    for what in ("summary", "summary.svg", "rows", "rows.csv", "rows.parquet"):
        answer = client.get(f"{told['links']['self']}/{what}")
        assert answer.status_code == 409, what
        assert "queued, 0 of 5 futures" in answer.json()["detail"]


def test_faults_of_a_recipe_are_told_all_at_once(client: Client) -> None:
    """422 with every place and what to do, before anything is stored."""
    answer = send(
        client,
        futures=[{"name": "a", "values": {"limits.ceilin": "3", "pay award": "2"}}],
        options=["as propposed"],
    )
    assert answer.status_code == 422
    assert answer.json()["detail"] == "3 places are not valid. Mend these and send it again."
    said = {place["where"]: place["message"] for place in answer.json()["places"]}
    assert "did you mean 'ceiling'?" in said["recipe, futures, 'a', limits.ceilin"]
    assert "did you mean 'as proposed'?" in said["recipe, options"]
    assert "is not a number" in said["recipe, futures, 'a', pay award"]
    assert client.get("/v1/batches").json()["items"] == []


@pytest.mark.parametrize(
    "body",
    [
        {"case": CASE, "draws": {"count": 0, "seed": 1, "figures": DEMAND}},
        {"case": CASE, "futuers": []},
        {"case": "a\u0000b"},
        {"case": CASE, "title": "a\u0000b", "futures": [{"name": "a", "values": {"demand": "1%"}}]},
        {},
    ],
)
def test_what_is_no_recipe_is_not_valid(client: Client, body: dict[str, Any]) -> None:
    """422 from the model of the body."""
    answer = client.post("/v1/batches", json=body)
    assert (answer.status_code, answer.json()["type"]) == (422, "/v1/problems#invalid-request")


def test_text_and_page_are_those_of_the_command_line(client: Client) -> None:
    """As they are written to a folder, to be saved under the name of the case; 304 to whoever has them."""
    links = worked(client)["links"]
    summary = BatchSummary.model_validate_json(client.get(links["summary"]).content)
    written = texts_of(summary)
    for link, name, kind in (("text", "summary.txt", "text/plain"), ("page", "summary.html", "text/html")):
        answer = client.get(links[link])
        assert answer.content == written[name].encode()
        assert answer.headers["content-type"] == f"{kind}; charset=utf-8"
        assert answer.headers["content-disposition"] == f'attachment; filename="advice-stress-{name}"'
        assert client.get(links[link], headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_yaml_is_told_to_come_as_json(client: Client) -> None:
    """415 that says what to do with a recipe of the command line."""
    answer = client.post("/v1/batches", content=b"case: a", headers={"Content-Type": "application/yaml"})
    assert answer.status_code == 415
    assert "YAML is not read here: send the same words as JSON." in answer.json()["detail"]


def test_values_are_told_in_the_order_they_were_sent_in(client: Client) -> None:
    """What is otherwise in a future reads as in the recipe, and as the command has it."""
    futures = [{"name": "a", "values": {"pay award": "1%", "demand": "5%", "ceiling": "-1%"}}]
    links = worked(client, futures=futures, draws=None)["links"]
    assert client.get(links["rows"]).json()["items"][1]["changes"] == "pay award 1%; demand 5%; ceiling -1%"


def test_a_case_or_version_that_is_not_there(client: Client) -> None:
    """404 in words; a version may be named by its digest."""
    assert client.post("/v1/batches", json={**RECIPE, "case": "none"}).status_code == 404
    assert send(client, digest="0" * 64).status_code == 404
    told = send(client).json()
    assert send(client, digest=told["input_digest"]).json()["id"] == told["id"]
    for what in (
        "",
        "/summary",
        "/summary.txt",
        "/summary.html",
        "/summary.svg",
        "/rows",
        "/rows.csv",
        "/rows.parquet",
    ):
        assert client.get(f"/v1/batches/{NOBODY}{what}").status_code == 404
    assert client.post(f"/v1/batches/{NOBODY}/cancel").status_code == 404


@pytest.mark.parametrize(
    ("what", "ending"),
    [("summary.svg", "svg"), ("summary.txt", "txt"), ("rows.csv", "csv"), ("rows.parquet", "parquet")],
)
def test_files_have_a_name_to_save_them_as(client: Client, what: str, ending: str) -> None:
    """A browser saves each under the name of its case, with the ending that its program looks for."""
    header = client.get(f"{worked(client)['links']['self']}/{what}").headers["content-disposition"]
    assert header.startswith("attachment; filename=")
    assert f".{ending}" in header


def test_cancelling(client: Client) -> None:
    """A queued one at once, after which the same recipe is a new batch; one that ended not at all."""
    told = send(client).json()
    answer = client.post(told["links"]["cancel"])
    assert (answer.status_code, answer.json()["state"]) == (200, "cancelled")
    assert "There will be no rows" in client.get(f"{told['links']['self']}/rows").json()["detail"]
    other = worked(client)
    assert other["id"] != told["id"]
    assert client.post(other["links"]["cancel"]).status_code == 409
    running = send(client, title="another").json()
    with client.service.store.transaction() as session:
        session.execute(update(batch_table).where(batch_table.c.id == running["id"]).values(state="running"))
    asked = client.post(running["links"]["cancel"])
    assert (asked.status_code, asked.json()["state"], asked.json()["cancel_asked"]) == (202, "running", True)
    assert asked.json()["reason"] == "being cancelled: it ends as soon as its server hears of it"


def test_lists_go_by_the_page(client: Client) -> None:
    """Newest first, each page with the address of the next."""
    ids = [send(client, title=f"number {n}").json()["id"] for n in range(3)]
    first = client.get("/v1/batches?limit=2").json()
    second = client.get(first["next"]).json()
    assert [each["id"] for each in (*first["items"], *second["items"])] == ids[::-1]
    assert second["next"] is None


def test_a_key_of_ones_own_does_it_once(client: Client) -> None:
    """The same key and recipe: the same answer; the same key and another recipe: refused."""
    keep_case(client.service.store)
    headers = {"Idempotency-Key": "mine"}
    first = client.post("/v1/batches", json=RECIPE, headers=headers)
    assert client.post("/v1/batches", json=RECIPE, headers=headers).content == first.content
    other = client.post("/v1/batches", json={**RECIPE, "title": "other"}, headers=headers)
    assert other.status_code == 422
    assert other.json()["places"][0]["where"] == "header.idempotency-key"


def test_so_many_batches_may_be_unfinished(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """429 with when to ask again."""
    monkeypatch.setattr(routes, "MOST_UNFINISHED", 1)
    assert send(client).status_code == 202
    answer = send(client, title="one too many")
    assert answer.status_code == 429
    assert answer.headers["Retry-After"]


def test_rows_of_another_build_or_without_a_case(client: Client) -> None:
    """409: another build's answers cannot be read back, nor rows without their version; the summary stays."""
    told = worked(client)
    with client.service.store.transaction() as session:
        session.execute(update(batch_table).values(build="another"))
    assert "of another build (another)" in client.get(told["links"]["rows"]).json()["detail"]
    assert client.get(told["links"]["summary"]).status_code == 200
    again = worked(client, title="again")
    with client.service.store.transaction() as session:
        session.execute(delete(case_versions))
    assert "is gone" in client.get(again["links"]["rows"]).json()["detail"]


class Noting:
    """A server of batches that notes what it is asked."""

    alive = True

    def __init__(self) -> None:
        self.asked: list[object] = []

    def start(self) -> None:
        """Note it."""
        self.asked.append("start")

    def wake(self) -> None:
        """Note it."""
        self.asked.append("wake")

    def stop(self, grace_seconds: float) -> None:
        """Note it, and for how long."""
        self.asked.append(grace_seconds)


def test_the_server_of_batches_begins_ends_and_is_woken(tmp_path: Path) -> None:
    """It starts with the app, hears of what is sent and of what is to be cancelled, and is stopped within the grace."""
    noting = Noting()
    with client_of(replace(service_in(tmp_path, grace_seconds=7), batches=noting)) as client:
        told = send(client).json()
        client.post(told["links"]["cancel"])
    assert noting.asked == ["start", "wake", "wake", 7]


def test_the_example_is_a_recipe_for_its_case(client: Client) -> None:
    """What the interactive documentation shows can be sent once the case is kept."""
    assert client.post("/v1/cases", json={"library": EXAMPLE["case"]}).status_code == 201
    answer = client.post("/v1/batches", json=EXAMPLE)
    assert (answer.status_code, answer.json()["futures"]) == (202, 103)
    assert advice().scenario.header.name == CASE
