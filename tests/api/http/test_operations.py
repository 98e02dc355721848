"""What every answer carries, and what every request leaves behind: headers, logs, metrics, health."""

import io
import json
import logging
import warnings
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import Request

from api.http.access import PUBLIC, SIGNED_IN, routes_of, told
from api.http.logs import log_as_json
from api.http.observing import about_run
from api.store.store import Store
from tests.api.http.client import AUTHORISED, TOKEN, Client, Idle, Woken, client_of, service_in

RUN = "0123456789abcdef0123456789abcdef"
PERSON = "Somebody"


def _lines(log: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/docs"),
        ("GET", "/healthz"),
        ("GET", "/nothing"),
        ("PUT", "/healthz"),
        ("GET", "/metrics"),
        ("GET", "/"),
    ],
)
def test_every_answer_has_the_security_headers(client: Client, method: str, path: str) -> None:
    """Pages, problems and data alike: no script from elsewhere, no framing, no sniffing, no referrer, nothing kept."""
    headers = client.ask(method, path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert "http" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "no-store" in headers["cache-control"] or "private" in headers["cache-control"]
    assert "server" not in headers


def test_a_refusal_of_the_outer_doors_has_them_too(client: Client) -> None:
    """A wrong host is turned away with the same headers, and is counted."""
    assert "content-security-policy" in client.get("/healthz", headers={"Host": "evil.invalid"}).headers
    assert 'route="(none)",status="421"' in client.get("/metrics").text


def test_the_log_tells_route_status_and_duration_and_nothing_of_anybody(client: Client, log: io.StringIO) -> None:
    """One line a request: the template of the route, never what stood in the address, the query or a header."""
    router = routes_of("new")
    router.get("/cases/{case:path}", **told(SIGNED_IN))(lambda case: case)
    client.app.include_router(router)
    cookie = f"{client.service.settings.cookie_name}={client.service.settings.cookie_value}"
    client.get(f"/cases/{PERSON}?q={PERSON}", headers={"User-Agent": PERSON, "Cookie": cookie})
    client.get(f"/{PERSON}?token={TOKEN}")
    client.get(f"/?token={TOKEN}", signed_in=False)
    client.ask(PERSON.upper(), "/healthz")
    lines = _lines(log)
    assert [(line["method"], line["route"], line["status"]) for line in lines] == [
        ("GET", "/cases/{case}", 200),
        ("GET", "(none)", 404),
        ("GET", "/", 303),
        ("(other)", "/healthz", 405),
    ]
    assert all({*line} == {"at", "event", "level", "method", "milliseconds", "route", "status"} for line in lines)
    for kept in (PERSON.lower(), TOKEN, client.service.settings.cookie_value):
        assert kept not in log.getvalue().lower()
        assert kept not in client.get("/metrics").text.lower()


def test_the_log_names_the_run(client: Client, log: io.StringIO) -> None:
    """A run in the address or made by the request is named; what only looks like one is not."""
    router = routes_of("new")
    router.get("/runs/{run_id}", **told(PUBLIC))(lambda run_id: run_id)

    @router.get("/make", **told(PUBLIC))
    def make(request: Request) -> None:
        about_run(request, RUN)

    client.app.include_router(router)
    for path in (f"/runs/{RUN}", f"/runs/{PERSON}", "/make"):
        assert client.get(path).status_code == 200
    assert [line.get("run") for line in _lines(log)] == [RUN, None, RUN]


def test_libraries_log_as_json_without_the_words_of_exceptions() -> None:
    """A library's warning is one JSON line; of an exception only its kind and place are told."""
    root, stream = logging.getLogger(), io.StringIO()
    before = root.handlers[:], root.level
    try:
        log_as_json(stream)
        try:
            int(PERSON)
        except ValueError:
            logging.getLogger("some.library").exception("it broke")
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.warn("old", stacklevel=1)
        logging.getLogger("some.library").info("chatter")
    finally:
        logging.captureWarnings(capture=False)
        root.handlers[:], root.level = before
    broke, old = _lines(stream)
    assert (broke["event"], broke["logger"], broke["kind"]) == ("it broke", "some.library", "ValueError")
    assert PERSON not in stream.getvalue()
    assert "old" in str(old["event"])


def test_metrics_count_requests_by_route_and_runs_by_state(client: Client) -> None:
    """Requests, durations, runs in each state, the queue, store, dispatcher and workers are told to Prometheus."""
    client.get("/healthz")
    client.get("/healthz")
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    for line in (
        'restructure_requests_total{method="GET",route="/healthz",status="200"} 2.0',
        'restructure_request_seconds_count{method="GET",route="/healthz"} 2.0',
        'restructure_runs{state="queued"} 0.0',
        'restructure_runs{state="cancelled"} 0.0',
        "restructure_queue_length 0.0",
        "restructure_workers 2.0",
        "restructure_store_up 1.0",
        "restructure_dispatcher_up 1.0",
        "restructure_defects_total 0.0",
    ):
        assert line in answer.text.splitlines()


def _without_store(client: Client) -> None:
    """Take the store's file away and put something else in its place."""
    store: Store = client.service.store
    store.close()
    file = Path(store.writing.url.database or "")
    for beside in file.parent.glob(f"{file.name}-*"):
        beside.unlink()
    file.write_bytes(b"this is no database" * 100)


def test_a_store_that_is_away_is_told(client: Client) -> None:
    """/healthz still answers, /readyz says what is not there with 503, metrics go on without the store's numbers."""
    assert client.get("/readyz", signed_in=False).json() == {
        "ready": True,
        "store": True,
        "dispatcher": True,
        "batches": True,
        "workers": 2,
    }
    _without_store(client)
    assert client.get("/healthz", signed_in=False).json() == {"alive": True}
    answer = client.get("/readyz", signed_in=False)
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "store": False, "dispatcher": True, "batches": True, "workers": 2}
    assert "restructure_store_up 0.0" in client.get("/metrics").text


def test_without_workers_or_while_stopping_the_server_is_not_ready(client: Client) -> None:
    """A scheduler that does not answer, a dispatcher that ended and a server that stops are each not ready."""
    cluster, dispatcher = client.service.cluster, client.service.dispatcher
    assert isinstance(cluster, Idle)
    assert isinstance(dispatcher, Woken)
    cluster.workers = None
    assert client.get("/readyz").json()["workers"] == 0
    assert client.get("/readyz").status_code == 503
    assert "restructure_workers 0.0" in client.get("/metrics").text
    cluster.workers = 1
    assert client.get("/readyz").status_code == 200
    dispatcher.stopped_after = 1.0
    assert client.get("/readyz").json()["dispatcher"] is False
    dispatcher.stopped_after = None
    client.service.stopping.set()
    assert client.get("/readyz").status_code == 503


class Batches:
    """A thread of batches that a test ends."""

    def __init__(self) -> None:
        self.alive = False

    def start(self) -> None:
        self.alive = True

    def wake(self) -> None:
        """Nothing is worked on."""

    def stop(self, grace_seconds: float) -> None:
        self.alive = grace_seconds < 0


def test_without_the_thread_of_batches_the_server_is_not_ready(tmp_path: Path) -> None:
    """It is looked at as the dispatcher is."""
    batches = Batches()
    with client_of(replace(service_in(tmp_path), batches=batches)) as client:
        assert client.get("/readyz").json()["batches"] is True
        batches.alive = False
        answer = client.get("/readyz")
        assert (answer.status_code, answer.json()["ready"], answer.json()["batches"]) == (503, False, False)


def test_the_dispatcher_runs_as_long_as_the_app(tmp_path: Path) -> None:
    """It is started with the app and stopped with it, within the operator's grace time; streams are told to end."""
    service = service_in(tmp_path, grace_seconds=3)
    assert isinstance(service.dispatcher, Woken)
    with client_of(service):
        assert service.dispatcher.health.alive
        assert not service.stopping.is_set()
    assert service.dispatcher.stopped_after == 3
    assert service.stopping.is_set()


def test_the_page_and_the_description_are_sent_once(client: Client) -> None:
    """The page brings its own script and looks, nothing from elsewhere; who has them already is told so."""
    for path, kind in {
        "/docs": "text/html",
        "/docs.css": "text/css",
        "/docs.js": "text/javascript",
        "/openapi.json": "application/json",
    }.items():
        answer = client.get(path, signed_in=False)
        assert answer.headers["content-type"].startswith(kind)
        assert "http://" not in answer.text.replace("http://127.0.0.1", "")
        assert "https://" not in answer.text
        tag = answer.headers["etag"]
        again = client.get(path, headers={"If-None-Match": f'"other", W/{tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    page = client.get("/docs").text
    assert "<style" not in page
    assert "onclick" not in page


def test_a_session_says_who_is_signed_in(client: Client) -> None:
    """The least there is to ask: who one is, and in which workspace."""
    assert client.get("/v1/session").json() == {"actor": "local", "workspace": "default"}
    assert client.get("/v1/session", headers={"Authorization": AUTHORISED["Authorization"] + "x"}).status_code == 401
