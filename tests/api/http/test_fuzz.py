"""The app asked everything that its own OpenAPI document lets anybody ask, and much that it does not.

No answer is 5xx, none has a status or media type that is not documented, none is outside its schema.
Change this when an address names something else: one line in the fixture `there`.
"""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from fastapi import Response
from pydantic import BaseModel

from api.http import app as app_module
from api.http.access import SIGNED_IN, routes_of, told
from tests.api.http.client import Client, client_of, service_in
from tests.api.http.fuzzing import fuzz
from tests.api.http.routes.answered import CASE, add_library, ask, ask_answered

LEAST_ASKED = 1_000


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Client]:
    """A client of an app that takes few runs, so that the limit is met."""
    with client_of(service_in(tmp_path, most_unfinished=2)) as client:
        yield client


@pytest.fixture
def there(full: Client) -> dict[str, Iterator[str]]:
    """What may stand in an address and is there, in turn, by the name of its parameter."""
    version = add_library(full)
    answered = ask_answered(full)
    frontier = ask_answered(full, {"question": "frontier"})
    waits = ask(full, {"question": "design"})
    structures = full.get(f"/v1/runs/{answered['id']}/structures").json()["items"]
    return {
        "case": cycle([CASE]),
        "digest": cycle([version["digest"]]),
        "run_id": cycle([answered["id"], frontier["id"], waits["id"]]),
        "structure_id": cycle([each["id"] for each in structures]),
        "a": cycle([version["digest"]]),
        "b": cycle([version["digest"]]),
    }


def test_nothing_that_can_be_asked_breaks_it(full: Client, there: dict[str, Iterator[str]]) -> None:
    """Every answer keeps to the document; each operation that only reads was also asked with success."""
    fuzzed = fuzz(full, there)
    assert fuzzed.broken == ()
    assert sum(fuzzed.answered.values()) > LEAST_ASKED
    well = {label for label, status in fuzzed.answered if status < 400}
    reads = {label for label, _ in fuzzed.answered if label.startswith("GET ") and "/v1/batches/" not in label}
    assert reads - well == set()
    assert fuzzed.answered["POST /v1/cases/{case}/versions/{digest}/runs", 429] > 0


class Kept(BaseModel):
    count: int


def test_what_does_not_keep_to_its_document_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A defect, a status that is not documented and a document outside its schema are each told."""
    router = routes_of("broken", prefix="/broken")

    @router.get("/defect", **told(SIGNED_IN))
    def defect(count: int = 0) -> Kept:
        return Kept(count=1 // (count * 0))

    @router.get("/status", **told(SIGNED_IN))
    def status() -> Kept:
        return Response(status_code=418)  # type: ignore[return-value]

    @router.get("/document", response_model=Kept, **told(SIGNED_IN))
    def document() -> Response:
        return Response('{"count": "many"}', media_type="application/json")

    @router.get("/kind", response_model=Kept, **told(SIGNED_IN))
    def kind() -> Response:
        return Response("many", media_type="text/plain")

    monkeypatch.setattr(app_module, "GROUPS", (router, *app_module.GROUPS[:3]))
    with client_of(service_in(tmp_path)) as client:
        fuzzed = fuzz(client, {})
    assert {words.partition(":")[0] for words in fuzzed.broken} == {
        "GET /broken/defect",
        "GET /broken/status",
        "GET /broken/document",
        "GET /broken/kind",
    }
