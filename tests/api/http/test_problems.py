"""Every refusal is a problem document of its kind, tells what to do, and nothing that is inside."""

import asyncio
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
from fastapi import File, HTTPException, UploadFile
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import StreamingResponse

from api.http.access import PUBLIC, SIGNED_IN, routes_of, told
from api.http.problems import MEDIA_TYPE, PROBLEMS, Conflict, FaultsInCase, Refused, TooManyUnfinished
from api.store.stored_runs import TooManyUnfinished as MostUnfinished
from api.store.unavailable import GONE, StoreUnavailable
from scenarios.runs.refused import RunRefused
from scenarios.schema.faults import Fault, ScenarioFaults
from tests.api.http.client import AUTHORISED, Client, client_of, service_in

PERSON = "Mrs Somebody of 12 High Street"


class Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=5)
    count: int


RAISED: dict[str, Exception] = {
    "refused": Refused(Conflict(detail="It is done already.")),
    "faults": ScenarioFaults(
        [
            Fault("posts", 3, "fte", "2,5", "Write 2.5.", "not-a-number"),
            Fault("work", None, None, "", "Give a list of the work.", "no-work", cell=None, against="posts"),
        ]
    ),
    "run": RunRefused("option", "There is no option of this name. There are: Lean, Lean 2."),
    "store": StoreUnavailable(GONE),
    "many": MostUnfinished(7),
    "defect": RuntimeError(PERSON),
    "group": ExceptionGroup(PERSON, [ValueError(PERSON)]),
    "teapot": HTTPException(418, PERSON),
}


@pytest.fixture
def troubled(client: Client) -> Client:
    """The client, with routes that end in every way there is."""
    router = routes_of("trouble")

    @router.get("/raise/{what}", **told(SIGNED_IN, Conflict, FaultsInCase, TooManyUnfinished))
    def raise_it(what: str) -> None:
        raise RAISED[what]

    @router.post("/asked", **told(SIGNED_IN, writes=True))
    def ask(asked: Asked) -> Asked:
        return asked

    @router.post("/form", **told(SIGNED_IN, writes=True))
    def form(file: Annotated[UploadFile, File()]) -> int:
        return file.size or 0

    client.app.include_router(router)
    return client


def _problem(answer: Any, status: int, kind: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == MEDIA_TYPE
    document: dict[str, Any] = answer.json()
    assert document["type"] == f"/v1/problems#{kind}"
    assert document["status"] == status
    assert document["detail"].endswith(".")
    return document


@pytest.mark.parametrize(
    ("what", "status", "kind"),
    [("refused", 409, "conflict"), ("many", 429, "too-many-unfinished"), ("store", 503, "store-away")],
)
def test_what_routes_raise_is_answered(troubled: Client, what: str, status: int, kind: str) -> None:
    """Refusals keep their words; what may be waited out says for how long."""
    answer = troubled.get(f"/raise/{what}")
    document = _problem(answer, status, kind)
    if status in {429, 503}:
        assert int(answer.headers["retry-after"]) == document["retry_after_seconds"] >= 1


def test_faults_of_a_case_come_with_all_their_places(troubled: Client) -> None:
    """Each fault has its sheet, row, column, value, words and code, in order."""
    document = _problem(troubled.get("/raise/faults"), 422, "faults")
    assert document["places"] == [
        {
            "where": "posts, row 3, fte",
            "message": "Write 2.5.",
            "value": "2,5",
            "sheet": "posts",
            "row": 3,
            "column": "fte",
            "cell": None,
            "against": None,
            "code": "not-a-number",
        },
        {
            "where": "work",
            "message": "Give a list of the work.",
            "value": "",
            "sheet": "work",
            "row": None,
            "column": None,
            "cell": None,
            "against": "posts",
            "code": "no-work",
        },
    ]


def test_what_cannot_be_asked_of_a_case_names_the_field(troubled: Client) -> None:
    """A question that does not go with its case is told at the field, with what can be asked."""
    document = _problem(troubled.get("/raise/run"), 422, "invalid-request")
    assert [(each["where"], each["message"]) for each in document["places"]] == [
        ("body.option", "There is no option of this name. There are: Lean, Lean 2.")
    ]
    assert document["detail"] == "1 place is not valid. Mend this and send it again."


@pytest.mark.parametrize("what", ["defect", "group", "teapot"])
def test_a_defect_is_logged_once_under_its_id_and_tells_nothing(troubled: Client, log: io.StringIO, what: str) -> None:
    """The answer holds an id and no inner words; the log holds the id once, with kind and place and no words either."""
    answer = troubled.get(f"/raise/{what}")
    document = _problem(answer, 500, "defect")
    assert PERSON not in answer.text
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    (line,) = [line for line in lines if line.get("id") == document["id"]]
    assert line["kind"] == type(RAISED[what]).__name__
    assert any(frame.endswith(" raise_it") for frame in line["frames"])
    assert line["route"] == "/raise/{what}"
    assert PERSON not in log.getvalue()
    assert len(lines) == 2  # the defect and the request
    assert "restructure_defects_total 1.0" in troubled.get("/metrics").text


def test_an_answer_that_was_begun_breaks_off(client: Client, log: io.StringIO) -> None:
    """What breaks while an answer is sent cannot be answered any more: it is logged, and the answer has no end."""
    router = routes_of("trouble")

    def parts() -> Iterator[bytes]:
        yield b"begun"
        raise RuntimeError(PERSON)

    router.get("/begun", **told(SIGNED_IN))(lambda: StreamingResponse(parts()))
    client.app.include_router(router)
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        await asyncio.Event().wait()  # the caller stays and says nothing more

    headers = [(name.lower().encode(), value.encode()) for name, value in {**AUTHORISED, "Host": "localhost"}.items()]
    scope = {"type": "http", "method": "GET", "path": "/begun", "query_string": b"", "headers": headers}
    asyncio.run(client.app(scope, receive, send))
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    assert '"event": "defect"' in log.getvalue()
    assert PERSON not in log.getvalue()


def test_a_caller_that_hangs_up_while_sending_is_no_defect(client: Client, log: io.StringIO) -> None:
    """Half a case and then nobody there: told in one plain line, counted as no defect of ours."""
    coming = iter([{"type": "http.request", "body": b"{", "more_body": True}, {"type": "http.disconnect"}])
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return next(coming)

    told = {**AUTHORISED, "Host": "localhost", "Content-Type": "application/json"}
    headers = [(name.lower().encode(), value.encode()) for name, value in told.items()]
    scope = {"type": "http", "method": "POST", "path": "/v1/cases", "query_string": b"", "headers": headers}
    client.run(client.app(scope, receive, send))
    assert not sent
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert [(line["event"], line["level"]) for line in lines] == [("the caller hung up", "info"), ("request", "info")]
    assert "restructure_defects_total 0.0" in client.get("/metrics").text


def test_a_request_that_is_not_valid_names_every_place(troubled: Client) -> None:
    """All places at once; short values are told back, long ones are not."""
    body = {"name": "x" * 100, "count": "many", "other": 1}
    document = _problem(troubled.post("/asked", json=body), 422, "invalid-request")
    assert {each["where"]: each["value"] for each in document["places"]} == {
        "body.name": None,
        "body.count": "many",
        "body.other": "1",
    }
    assert document["detail"] == "3 places are not valid. Mend these and send it again."


@pytest.mark.parametrize(
    ("content", "headers", "status", "kind"),
    [
        (b"{}", {"Content-Type": "text/plain"}, 415, "wrong-media-type"),
        (b"{}", {}, 415, "wrong-media-type"),
        (b"{}", {"Content-Type": "application/x-www-form-urlencoded"}, 415, "wrong-media-type"),
        (b"{", {"Content-Type": "application/json"}, 422, "invalid-request"),
        (b"", {"Content-Type": "application/json"}, 422, "invalid-request"),
        (b"", {}, 422, "invalid-request"),
        (b"\xff\xfe{", {"Content-Type": "application/json"}, 400, "bad-request"),
        (b"[" * 200_000, {"Content-Type": "application/json"}, 400, "bad-request"),
        (b'{"name": "\\ud800", "count": 1}', {"Content-Type": "application/json"}, 422, "invalid-request"),
        (b'{"\\ud800": 1}', {"Content-Type": "application/json"}, 422, "invalid-request"),
        (b'{"name": "a", "count": NaN}', {"Content-Type": "application/json"}, 422, "invalid-request"),
    ],
)
def test_bodies_that_cannot_be_read_are_told(
    troubled: Client, content: bytes, headers: dict[str, str], status: int, kind: str
) -> None:
    """Another kind of body, a broken one, none, letters that are none: each has its problem, none is a defect."""
    _problem(troubled.post("/asked", content=content, headers=headers), status, kind)


def test_json_by_another_name_is_read(troubled: Client) -> None:
    """A media type that ends in +json is JSON (RFC 6839), with a charset or without."""
    for media_type in ("application/merge-patch+json", "application/json; charset=utf-8"):
        headers = {"Content-Type": media_type}
        answer = troubled.post("/asked", content=b'{"name": "a", "count": 1}', headers=headers)
        assert answer.json() == {"name": "a", "count": 1}


def test_a_form_that_is_broken_is_told(troubled: Client) -> None:
    """A form whose parts do not end is a bad request; JSON where a form is read is of the wrong kind."""
    broken = b'--x\r\nContent-Disposition: form-data; name="file"\r\nbroken'
    headers = {"Content-Type": "multipart/form-data"}
    _problem(troubled.post("/form", content=broken, headers=headers), 400, "bad-request")
    _problem(troubled.post("/form", json={}), 415, "wrong-media-type")
    assert troubled.post("/form", files={"file": ("a.csv", b"12345")}).json() == 5


def test_unknown_addresses_and_methods(client: Client) -> None:
    """An address that is not there is 404, another method of one that is there 405 with those it takes."""
    _problem(client.get("/v1/nothing"), 404, "not-found")
    _problem(client.get("/healthz/"), 404, "not-found")
    answer = client.ask("DELETE", "/healthz")
    _problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET"


@pytest.mark.parametrize("announced", [True, False])
def test_a_body_that_is_too_large_is_refused(tmp_path: Path, *, announced: bool) -> None:
    """The limit counts announced bytes and real ones, and holds before the body is understood."""
    with client_of(service_in(tmp_path, most_body_bytes=100)) as small:
        router = routes_of("trouble")

        @router.post("/asked", **told(PUBLIC, writes=True))
        def ask(asked: Asked) -> Asked:
            return asked

        small.app.include_router(router)

        async def parts() -> Any:
            for _ in range(10):
                yield b" " * 20

        body: Any = b" " * 200 if announced else parts()
        headers = {"Content-Type": "application/json"}
        document = _problem(small.post("/asked", content=body, headers=headers), 413, "too-large")
        assert "100 bytes" in document["detail"]
        fits = small.post("/asked", content=b'{"name": "a", "count": 1}', headers=headers)
        assert fits.status_code == 200


def test_every_kind_is_listed_and_documented(client: Client) -> None:
    """The list of kinds has each with its sentence, statuses are in the type, and none is there twice."""
    listed = client.get("/v1/problems", signed_in=False).json()
    assert len(listed) == len(PROBLEMS)
    assert all(words.endswith(".") for words in listed.values())


def test_the_openapi_document_gives_problems_their_media_type(client: Client) -> None:
    """Every answer of 400 and above is documented with the models of its kinds, under application/problem+json."""
    document = client.get("/openapi.json").json()
    for path, operations in document["paths"].items():
        for operation in operations.values():
            assert {"421", "422", "500", "503"} <= set(operation["responses"]), path
            for status, answer in operation["responses"].items():
                if int(status) >= 400 and (path, status) != ("/readyz", "503"):
                    assert list(answer["content"]) == [MEDIA_TYPE], (path, status)
    assert document["components"]["schemas"]["NotSignedIn"]["properties"]["status"]["const"] == 401
    assert document["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    assert document["paths"]["/metrics"]["get"]["security"] == [{"token": []}]
    assert "security" not in document["paths"]["/healthz"]["get"]
