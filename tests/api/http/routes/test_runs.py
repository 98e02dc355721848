"""Runs over HTTP: how they stand, their answers byte for byte, lists, cancelling, marks.

Change this when something else can become of a run.
"""

from typing import Any

import pytest

from api.cli.main import main
from api.http.models.runs import TABLES
from api.store import runs
from api.store.states import RunState
from api.store.stored_runs import Ending
from solver.engine import Settings
from tests.api.http.client import Client, Woken
from tests.api.http.routes.answered import CASE, COMPARE, answer_all, ask, ask_answered, claim_all, ending_of

NOBODY = "0" * 32


def _fail(client: Client, reason: str) -> None:
    for run in claim_all(client):
        with client.service.store.transaction() as session:
            ending = Ending(state=RunState.FAILED, reason=reason)
            assert runs.end(session, run.id, claim=run.claim or "", ending=ending)


def test_an_answer_is_the_bytes_the_command_line_prints(
    client: Client, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`restructure summary bury-2021 --json` and the run of the same question: the same bytes."""
    run = ask_answered(client)
    shown = client.get(run["links"]["result"])
    monkeypatch.setattr("sys.argv", ["restructure", "summary", CASE, "--json"])
    with pytest.raises(SystemExit):
        main()
    assert shown.status_code == 200
    assert shown.content == capsysbinary.readouterr().out


def test_how_a_run_stands_is_told_with_its_links(client: Client) -> None:
    """An answered run links to its answer, structures and files; one that is not answered does not."""
    run = ask(client)
    assert {*run["links"]} == {"self", "version", "events", "cancel", "mark"}
    answer_all(client)
    told = client.get(run["links"]["self"]).json()
    assert {*told["links"]} - {*run["links"]} == {
        *("result", "structures", "money", "people", "paper"),
        *(f"{table}.csv" for table in TABLES),
    }
    assert (told["state"], told["mark"], told["reason"]) == ("finished", "draft", None)
    assert told["started_at"] is not None
    assert told["ended_at"] is not None
    for link in {*told["links"]} - {"cancel", "mark", "events", "paper"}:
        assert client.get(told["links"][link]).status_code == 200, link


def test_the_tag_of_a_run_changes_with_its_state(client: Client) -> None:
    """304 while it stands as it did, 200 when it ended."""
    run = ask(client)
    tag = client.get(run["links"]["self"]).headers["etag"]
    known = {"If-None-Match": tag}
    assert client.get(run["links"]["self"], headers=known).status_code == 304
    answer_all(client)
    assert client.get(run["links"]["self"], headers=known).status_code == 200


def test_an_answer_known_already_is_not_sent_again(client: Client) -> None:
    """The tag of an answer is that of its bytes."""
    run = ask_answered(client)
    first = client.get(run["links"]["result"])
    again = client.get(run["links"]["result"], headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_without_an_answer_there_is_a_conflict(client: Client) -> None:
    """409 while a run is queued or running, with other words once it failed, with its reason."""
    run = ask(client)
    path = f"{run['links']['self']}/result"
    for state in ("queued", "running"):
        answer = client.get(path)
        assert answer.status_code == 409
        assert f"The run is {state}" in answer.json()["detail"]
        if state == "queued":
            claimed = claim_all(client)
    with client.service.store.transaction() as session:
        ending = Ending(state=RunState.FAILED, reason="a worker died under it three times")
        assert runs.end(session, claimed[0].id, claim=claimed[0].claim or "", ending=ending)
    answer = client.get(path)
    assert (answer.status_code, "three times" in answer.json()["detail"]) == (409, True)


@pytest.mark.parametrize(
    "what", ["", "/result", "/structures", "/events", "/money.xlsx", "/people.xlsx", "/paper.docx"]
)
def test_a_run_that_is_not_there_is_not_found(client: Client, what: str) -> None:
    """404 with words for an id that no run has, 422 for what is no id."""
    assert client.get(f"/v1/runs/{NOBODY}{what}").status_code == 404
    assert client.get(f"/v1/runs/x{what}").status_code == 422


def test_lists_go_by_the_page_and_by_state_and_case(client: Client) -> None:
    """Every run once, the newest first; filters hold on every page."""
    asked = [ask(client, {**COMPARE, "effort": effort})["id"] for effort in range(1, 6)]
    other = ask(client, COMPARE, case="nottinghamshire-2019")["id"]
    client.post(f"/v1/runs/{asked[0]}/cancel")

    def ids(path: str | None) -> list[str]:
        found = []
        while path is not None:
            page = client.get(path).json()
            assert len(page["items"]) <= 2
            found += [each["id"] for each in page["items"]]
            path = page["next"]
        return found

    assert ids("/v1/runs?limit=2") == [other, *reversed(asked)]
    assert ids(f"/v1/runs?limit=2&case={CASE}") == [*reversed(asked)]
    assert ids(f"/v1/runs?limit=2&case={CASE}&state=queued") == [*reversed(asked[1:])]
    assert ids("/v1/runs?limit=2&state=cancelled") == [asked[0]]
    assert ids("/v1/runs?limit=2&batch=none") == []
    assert ids("/v1/runs?limit=2&question=frontier") == []
    assert ids(f"/v1/runs?limit=2&question=compare&mark=draft&case={CASE}") == [*reversed(asked)]
    assert ids("/v1/runs?limit=2&mark=set%20aside") == []
    for wrong in ("question=other", "mark=other", "state=done", "limit=0", "limit=x", "after=0", "more=1", "case=%00"):
        assert client.get(f"/v1/runs?{wrong}").status_code == 422, wrong


def test_progress_is_told_of_a_running_run_alone(client: Client) -> None:
    """A claimed run says that it waits, then how far it is; queued again it has none, and none once it has ended."""
    run = ask(client)

    def told() -> tuple[str, Any]:
        found = client.get(run["links"]["self"]).json()
        return found["state"], found["progress"]

    assert told() == ("queued", None)
    (claimed,) = claim_all(client)
    state, waits = told()
    assert (state, "waits" in waits["words"]) == ("running", True)
    with client.service.store.transaction() as session:
        assert runs.note_progress(session, claimed.id, claim=claimed.claim or "", progress={"words": "designed"})
    assert told() == ("running", {"words": "designed"})
    with client.service.store.transaction() as session:
        runs.release(session, server="tests")
    assert told() == ("queued", None)
    (claimed,) = claim_all(client)
    with client.service.store.transaction() as session:
        runs.note_progress(session, claimed.id, claim=claimed.claim or "", progress={"words": "designed"})
        assert runs.end(session, claimed.id, claim=claimed.claim or "", ending=ending_of(claimed))
    assert told() == ("finished", None)


def test_the_usual_effort_asks_the_same(client: Client) -> None:
    """An effort written out that is the usual one is answered by the run that there is."""
    run = ask_answered(client)
    version = run["links"]["version"]
    again = client.post(f"{version}/runs", json={**COMPARE, "effort": Settings().effort})
    assert (again.status_code, again.json()["id"]) == (200, run["id"])


def test_a_queued_run_is_cancelled_at_once(client: Client) -> None:
    """200 and cancelled; asked again it is the same; it has no answer."""
    run = ask(client)
    for _ in range(2):
        answer = client.post(run["links"]["cancel"])
        assert (answer.status_code, answer.json()["state"]) == (200, "cancelled")
    assert client.get(f"{run['links']['self']}/result").status_code == 409


def test_a_running_run_is_cancelled_by_its_server(client: Client) -> None:
    """202, asked for and told to the dispatcher; the run ends when its worker has heard of it."""
    run = ask(client)
    claim_all(client)
    answer = client.post(run["links"]["cancel"])
    told = answer.json()
    assert (answer.status_code, told["state"], told["cancel_asked"]) == (202, "running", True)
    assert isinstance(client.service.dispatcher, Woken)
    assert client.service.dispatcher.cancelled == [run["id"]]


def test_what_ended_cannot_be_cancelled(client: Client) -> None:
    """409 for an answered and for a failed run, which stay as they are; 404 for none."""
    run = ask_answered(client)
    assert client.post(run["links"]["cancel"]).status_code == 409
    failed = ask(client, {**COMPARE, "effort": 7})
    _fail(client, "out of memory")
    assert client.post(failed["links"]["cancel"]).status_code == 409
    assert client.get(failed["links"]["self"]).json()["reason"] == "out of memory"
    assert client.post(f"/v1/runs/{NOBODY}/cancel").status_code == 404


def _mark(client: Client, run: dict[str, Any], body: Any, **headers: str) -> tuple[int, dict[str, Any]]:
    answer = client.post(run["links"]["mark"], json=body, headers=headers)
    return answer.status_code, answer.json()


def test_an_author_marks_a_run(client: Client) -> None:
    """Put to consultation, then set aside with a reason; what was put to anyone does not become a draft again."""
    run = ask_answered(client)
    status, put = _mark(client, run, {"mark": "put to consultation"})
    assert (status, put["mark"], put["put_at"] is not None) == (200, "put to consultation", True)
    status, aside = _mark(client, run, {"mark": "set aside", "reason": "The union's count is used instead."})
    assert (status, aside["mark"], aside["mark_reason"]) == (200, "set aside", "The union's count is used instead.")
    status, refused = _mark(client, run, {"mark": "draft"})
    assert (status, refused["type"]) == (409, "/v1/problems#conflict")
    assert client.get(run["links"]["self"]).json()["mark"] == "set aside"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"mark": "set aside"}, 409),
        ({"mark": "set aside", "reason": "  "}, 422),
        ({"mark": "set aside", "reason": "a\u0000b"}, 422),
        ({"mark": "set aside", "reason": "x" * 2_001}, 422),
        ({"mark": "best"}, 422),
        ({"mark": "draft", "more": 1}, 422),
        ({}, 422),
    ],
)
def test_a_mark_that_says_too_little_is_refused(client: Client, body: Any, status: int) -> None:
    """Setting aside needs a reason in words; the run stays as it was."""
    run = ask_answered(client)
    assert _mark(client, run, body)[0] == status
    assert client.get(run["links"]["self"]).json()["mark"] == "draft"


def test_a_run_without_an_answer_cannot_be_put_to_anyone(client: Client) -> None:
    """409 while it is queued; 404 for a run that is not there."""
    run = ask(client)
    assert _mark(client, run, {"mark": "put to consultation"})[0] == 409
    assert client.post(f"/v1/runs/{NOBODY}/mark", json={"mark": "draft"}).status_code == 404


def test_two_authors_do_not_overwrite_each_other(client: Client) -> None:
    """With If-Match, a run that was marked meanwhile is not marked (412)."""
    run = ask_answered(client)
    tag = client.get(run["links"]["self"]).headers["etag"]
    assert _mark(client, run, {"mark": "put to consultation"}, **{"If-Match": tag})[0] == 200
    assert _mark(client, run, {"mark": "set aside", "reason": "late"}, **{"If-Match": tag})[0] == 412
    assert client.get(run["links"]["self"]).json()["mark"] == "put to consultation"
