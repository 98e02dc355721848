"""Runs ended as a worker would end them, with answers that were really worked out; each is worked out once a session.

Change this when a worker hands back something more.
"""

from functools import cache
from typing import Any

from api.json_text import json_text
from api.store import runs
from api.store.states import RunState
from api.store.stored_runs import Ending, StoredRun
from api.store.structures import StructureRow
from scenarios.comparing.answers import Asking
from scenarios.library import path_of
from scenarios.reading.json_document import from_scenario_json
from scenarios.reading.load import load_case
from scenarios.runs.answering import answer
from scenarios.runs.asked import RUN_ASKED
from scenarios.schema.canonical import as_json, canonical
from scenarios.schema.case import Case
from tests.api.http.client import Client

CASE = "bury-2021"
COMPARE = {"question": "compare", "break_evens": False}


@cache
def _answered(name: str, asked: str) -> tuple[RunState, dict[str, Any]]:
    found = answer(library(name), RUN_ASKED.validate_json(asked), Asking())
    return RunState(found.state), found.document.model_dump(mode="json")


def ending_of(run: StoredRun) -> Ending:
    """What a worker hands back for a run of a library case."""
    state, document = _answered(run.case, run.asked)
    rows = tuple(
        StructureRow(
            option=each["option"],
            anchor=each["anchor"],
            branch=each["branch"],
            status=each["status"],
            document=json_text(each).encode(),
        )
        for each in document["structures"]
    )
    return Ending(state=state, document=json_text(document).encode(), structures=rows)


def answer_all(client: Client) -> None:
    """Answer every run that is queued."""
    service = client.service
    with service.store.transaction() as session:
        claimed = runs.claim(session, server="tests", lease_seconds=60, most=100)
    for run in claimed:
        with service.store.transaction() as session:
            assert runs.end(session, run.id, claim=run.claim or "", ending=ending_of(run))


def claim_all(client: Client) -> list[StoredRun]:
    """Let every queued run be running, on a worker that is never heard of again."""
    with client.service.store.transaction() as session:
        return runs.claim(session, server="tests", lease_seconds=60, most=100)


def add_library(client: Client, name: str = CASE) -> dict[str, Any]:
    """Send a case of the library, and return what is told of it."""
    answered = client.post("/v1/cases", json={"library": name})
    assert answered.status_code in {200, 201}, answered.text
    told: dict[str, Any] = answered.json()
    return told


def ask(client: Client, asked: dict[str, Any] | None = None, *, case: str = CASE) -> dict[str, Any]:
    """Ask a question of a library case, and return the run."""
    told = add_library(client, case)
    answered = client.post(told["links"]["runs"], json=asked or COMPARE)
    assert answered.status_code in {200, 202}, answered.text
    run: dict[str, Any] = answered.json()
    return run


def ask_answered(client: Client, asked: dict[str, Any] | None = None, *, case: str = CASE) -> dict[str, Any]:
    """Ask a question of a library case, have it answered, and return the run as it is then."""
    run = ask(client, asked, case=case)
    answer_all(client)
    found: dict[str, Any] = client.get(run["links"]["self"]).json()
    return found


def library(name: str) -> Case:
    """A library case as the service keeps it."""
    return from_scenario_json(as_json(canonical(load_case(path_of(name)).scenario)))
