"""Somebody who asks over HTTP: every request is sent once, connections stay open, refusals are not counted as answers.

Change this when load is put on the service in another way.
"""

from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from bench.service_load import Caller, a_second, together

TOKEN = "of-this-test"  # noqa: S105 - of no server but this test's


class Echo(BaseHTTPRequestHandler):
    """Answers with what was asked; /gone is not there. Counts connections by the port of whoever asks."""

    protocol_version = "HTTP/1.1"
    connections: ClassVar[Counter[int]] = Counter()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.connections[self.client_address[1]] += 1
        allowed = self.headers.get("Authorization") == f"Bearer {TOKEN}" and self.path != "/gone"
        self.send_response(200 if allowed else 404)
        self.send_header("Location", self.path)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        self.do_POST()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def callers() -> Iterator[list[Caller]]:
    """Three callers of a server of this test."""
    Echo.connections.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    found = [Caller(f"http://127.0.0.1:{server.server_port}", TOKEN) for _ in range(3)]
    yield found
    for caller in found:
        caller.close()
    server.shutdown()
    thread.join()
    server.server_close()


def test_every_request_is_sent_once_on_connections_that_stay_open(callers: list[Caller]) -> None:
    """Ten requests of three callers: each number comes back once, over three connections."""
    came = together(callers, lambda caller, number: caller.ask("POST", f"/{number}", {"number": number}), 10)
    assert sorted(each.told["number"] for each in came) == [*range(10)]
    assert {each.location for each in came} == {f"/{number}" for number in range(10)}
    assert len(Echo.connections) == 3


def test_a_refusal_is_no_answer(callers: list[Caller]) -> None:
    """Answers a second are of what was answered."""
    assert a_second(callers, "/there", times=6) > 0
    with pytest.raises(ValueError, match="answered 404"):
        a_second(callers, "/gone", times=6)
