"""Questions asked over HTTP: kept before they are answered, once, and refused before anything is kept.

Change this when a run can be asked for in another way.
"""

from pathlib import Path
from typing import Any

import pytest

from api.store import audit, runs
from scenarios.runs.build import build
from scenarios.runs.compare import CompareAsked
from scenarios.runs.digest import run_digest
from tests.api.http.client import Client, Woken, client_of, service_in
from tests.api.http.routes.answered import CASE, COMPARE, add_library, answer_all, ask, claim_all


def _kept(client: Client) -> list[Any]:
    with client.service.store.snapshot() as session:
        return runs.page(session, after=None, limit=200)


def test_a_question_is_stored_before_it_is_answered(client: Client) -> None:
    """202 with Location; the run is in the store, queued, and the dispatcher was woken."""
    told = add_library(client)
    answer = client.post(told["links"]["runs"], json=COMPARE)
    run = answer.json()
    assert answer.status_code == 202
    assert answer.headers["location"] == run["links"]["self"] == f"/v1/runs/{run['id']}"
    assert (run["state"], run["case"], run["input_digest"]) == ("queued", CASE, told["digest"])
    assert run["asked"] == CompareAsked(break_evens=False).model_dump(mode="json")
    (kept,) = _kept(client)
    assert kept.id == run["id"]
    assert kept.digest == run_digest(told["digest"], CompareAsked(break_evens=False), build())
    assert isinstance(client.service.dispatcher, Woken)
    assert client.service.dispatcher.wakes == 1
    assert client.get(answer.headers["location"]).json() == run


def test_the_same_question_again_is_the_run_there_is(client: Client) -> None:
    """202 while it is not answered, whatever the order of what is asked and what is left at its default; 200 after."""
    first = ask(client)
    told = add_library(client)
    again = client.post(told["links"]["runs"], json={"break_evens": False, "near": None, "question": "compare"})
    assert (again.status_code, again.json()["id"]) == (202, first["id"])
    answer_all(client)
    answered = client.post(told["links"]["runs"], json=COMPARE)
    assert (answered.status_code, answered.json()["id"], answered.json()["state"]) == (200, first["id"], "finished")
    assert answered.headers["location"] == first["links"]["self"]
    assert len(_kept(client)) == 1


def test_a_run_that_was_cancelled_answers_nothing(client: Client) -> None:
    """The same question after a cancelled run is a new run."""
    first = ask(client)
    client.post(first["links"]["cancel"])
    assert ask(client)["id"] != first["id"]


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ({"question": "design", "option": "nowhere"}, "body.option"),
        ({"question": "design", "option": "as proposed"}, "body.option"),
        ({"question": "compare", "near": "nowhere"}, "body.near"),
        ({"question": "why-not", "option": "designed", "that": "Nobody >= 2"}, "body.that"),
    ],
)
def test_what_a_case_cannot_be_asked_is_refused_before_anything_is_kept(
    client: Client, asked: dict[str, Any], where: str
) -> None:
    """422 with the part of the asking and words about what can be asked; no run, and no key used up."""
    told = add_library(client)
    for _ in range(2):
        answer = client.post(told["links"]["runs"], json=asked, headers={"Idempotency-Key": "k"})
        assert answer.status_code == 422, answer.text
        assert answer.json()["places"][0]["where"] == where
    assert _kept(client) == []
    assert client.post(told["links"]["runs"], json=COMPARE, headers={"Idempotency-Key": "k"}).status_code == 202


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"question": "guess"},
        {"question": "compare", "more": 1},
        {"question": "compare", "effort": -1},
        [],
        "compare",
    ],
)
def test_what_is_no_question_is_not_valid(client: Client, asked: Any) -> None:
    """422 with places; the words of pydantic, never a traceback."""
    told = add_library(client)
    answer = client.post(told["links"]["runs"], json=asked)
    assert answer.status_code == 422
    assert answer.json()["places"]


def test_a_body_that_is_no_json_is_refused(client: Client) -> None:
    """Another kind of body is 415; JSON that breaks off is 422 or 400, and never ours."""
    told = add_library(client)
    path = told["links"]["runs"]
    assert client.post(path, content=b"question: compare", headers={"Content-Type": "text/yaml"}).status_code == 415
    broken = client.post(path, content=b'{"question": ', headers={"Content-Type": "application/json"})
    assert broken.status_code in {400, 422}


def test_a_version_that_is_not_there_cannot_be_asked(client: Client) -> None:
    """404 for another digest and another case."""
    add_library(client)
    for path in (f"/v1/cases/{CASE}/versions/{'0' * 64}/runs", f"/v1/cases/nowhere/versions/{'0' * 64}/runs"):
        assert client.post(path, json=COMPARE).status_code == 404


def test_a_key_makes_a_request_once(client: Client) -> None:
    """The first answer is given again, byte for byte, also after the run ended; another key is another request."""
    told = add_library(client)
    key = {"Idempotency-Key": "mine-1"}
    first = client.post(told["links"]["runs"], json=COMPARE, headers=key)
    answer_all(client)
    again = client.post(told["links"]["runs"], json=COMPARE, headers=key)
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert again.headers["location"] == first.headers["location"]
    other = client.post(told["links"]["runs"], json=COMPARE, headers={"Idempotency-Key": "mine-2"})
    assert other.status_code == 200


def test_a_key_belongs_to_one_request(client: Client) -> None:
    """Another question, or another version, under the same key is refused, and nothing is kept of it."""
    told, other = add_library(client), add_library(client, "nottinghamshire-2014")
    key = {"Idempotency-Key": "mine"}
    assert client.post(told["links"]["runs"], json=COMPARE, headers=key).status_code == 202
    for path, asked in ((told["links"]["runs"], {"question": "compare"}), (other["links"]["runs"], COMPARE)):
        answer = client.post(path, json=asked, headers=key)
        assert answer.status_code == 422
        assert answer.json()["places"][0]["where"] == "header.idempotency-key"
    assert len(_kept(client)) == 1


@pytest.mark.parametrize("key", ["", "a b", "x" * 256, "ü"])
def test_a_key_that_is_none_is_refused(client: Client, key: str) -> None:
    """A key is 1 to 255 signs of ASCII without blanks."""
    told = add_library(client)
    answer = client.post(told["links"]["runs"], json=COMPARE, headers={"Idempotency-Key": key.encode()})
    assert answer.status_code == 422


def test_too_many_unfinished_runs_are_refused(tmp_path: Path) -> None:
    """429 with Retry-After once as many are not finished; the same question still finds its run."""
    with client_of(service_in(tmp_path, most_unfinished=2)) as client:
        told = add_library(client)
        path = told["links"]["runs"]
        efforts = [{**COMPARE, "effort": effort} for effort in (1, 2, 3)]
        first, second, third = (client.post(path, json=asked) for asked in efforts)
        assert (first.status_code, second.status_code, third.status_code) == (202, 202, 429)
        assert int(third.headers["retry-after"]) >= 1
        assert client.post(path, json=efforts[0]).json()["id"] == first.json()["id"]
        client.post(first.json()["links"]["cancel"])
        assert client.post(path, json=efforts[2]).status_code == 202


def test_the_log_of_acts_says_who_asked_what(client: Client) -> None:
    """A case that is added, a run that is asked for and one that is cancelled each have their line, once."""
    run = ask(client)
    ask(client)
    claim_all(client)
    client.post(run["links"]["cancel"])
    client.post(run["links"]["cancel"])
    with client.service.store.snapshot() as session:
        lines = audit.page(session, after=None, limit=10)
    assert sorted(line.action for line in lines) == ["case.added", "run.asked", "run.cancel-asked"]
