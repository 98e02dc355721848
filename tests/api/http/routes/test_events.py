"""The events of a run: told as they come, once, until the run ends or the reader goes.

Change this when a run tells more of itself.
"""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from api.http.kept_runs import WAITS
from api.http.routes import events
from api.store import runs
from tests.api.http.client import AUTHORISED, Client
from tests.api.http.routes.answered import answer_all, ask, ask_answered, claim_all


def _told(text: str) -> list[dict[str, str]]:
    """The events of a stream, each with its fields; comments apart."""
    found = []
    for block in text.split("\n\n"):
        lines = [line.partition(": ") for line in block.splitlines() if line and not line.startswith(":")]
        if lines:
            found.append({name: value for name, _, value in lines})
    return found


def test_an_ended_run_is_told_once(client: Client) -> None:
    """One event with the state, and the stream ends."""
    run = ask_answered(client)
    answer = client.get(run["links"]["events"])
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/event-stream")
    (event,) = _told(answer.text)
    assert (event["event"], json.loads(event["data"])["state"]) == ("state", "finished")
    assert event["id"].startswith("finished-")


def test_who_comes_back_is_told_nothing_twice(client: Client) -> None:
    """With the id of the last event heard, a run that stands as it did tells nothing and ends."""
    run = ask_answered(client)
    (event,) = _told(client.get(run["links"]["events"]).text)
    assert _told(client.get(run["links"]["events"], headers={"Last-Event-ID": event["id"]}).text) == []
    assert len(_told(client.get(run["links"]["events"], headers={"Last-Event-ID": "queued-x"}).text)) == 1


class _Reader:
    """Reads a stream as a server hands it out, and may go in the middle of it."""

    def __init__(self, client: Client, path: str) -> None:
        self.client = client
        self.path = path
        self.text = ""
        self.gone = asyncio.Event()
        self.ended = False

    async def read(self, on_text: Callable[["_Reader"], None]) -> None:
        headers = [(b"host", b"127.0.0.1:8000"), (b"authorization", AUTHORISED["Authorization"].encode())]
        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "method": "GET",
            "path": self.path,
            "raw_path": self.path.encode(),
            "query_string": b"",
            "headers": headers,
            "scheme": "http",
            "server": ("127.0.0.1", 8000),
            "client": ("127.0.0.1", 1),
            "root_path": "",
            "state": {},
        }
        asked = False

        async def receive() -> dict[str, Any]:
            nonlocal asked
            if not asked:
                asked = True
                return {"type": "http.request", "body": b"", "more_body": False}
            await self.gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            if self.gone.is_set():
                raise OSError("the reader is gone")
            self.text += message.get("body", b"").decode()
            on_text(self)

        await self.client.app(scope, receive, send)
        self.ended = True


def _read(client: Client, path: str, on_text: Callable[[_Reader], None]) -> _Reader:
    reader = _Reader(client, path)

    async def reading() -> None:
        await asyncio.wait_for(reader.read(on_text), timeout=30)

    client.run(reading())
    return reader


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a stream look often."""
    monkeypatch.setattr(events, "LOOK_SECONDS", 0.01)


@pytest.mark.usefixtures("quick")
def test_a_run_is_followed_from_the_queue_to_its_end(client: Client) -> None:
    """Queued, running, how far it is, finished: each once, in turn, while the reader listens."""
    run = ask(client)
    turn = 0

    def on_text(reader: _Reader) -> None:
        nonlocal turn
        states = [json.loads(event["data"]) for event in _told(reader.text)]
        if len(states) <= turn:
            return
        turn = len(states)
        with client.service.store.transaction() as session:
            match turn:
                case 1:
                    runs.claim(session, server="tests", lease_seconds=60, most=1)
                case 2:
                    (held,) = runs.renew(session, server="tests", lease_seconds=60)
                    runs.note_progress(session, held.id, claim=held.claim or "", progress={"answer": "designed"})
                case 3:
                    runs.release(session, server="tests")
        if turn == 3:
            answer_all(client)

    reader = _read(client, run["links"]["events"], on_text)
    told = [json.loads(event["data"]) for event in _told(reader.text)]
    assert [each["state"] for each in told] == ["queued", "running", "running", "finished"]
    assert [each["progress"] for each in told][1:3] == [{"answer": "", "words": WAITS}, {"answer": "designed"}]
    assert len({event["id"] for event in _told(reader.text)}) == 4


@pytest.mark.usefixtures("quick")
def test_a_stream_ends_when_its_reader_goes(client: Client) -> None:
    """The reader goes after the first event of a run that goes on: nothing goes on looking for it."""
    run = ask(client)
    claim_all(client)

    def on_text(reader: _Reader) -> None:
        if _told(reader.text):
            reader.gone.set()

    reader = _read(client, run["links"]["events"], on_text)
    assert reader.ended
    assert len(_told(reader.text)) == 1


@pytest.mark.usefixtures("quick")
def test_a_stream_ends_when_the_server_stops(client: Client) -> None:
    """The reader of a run that goes on is let go, so that the server can end in good order."""
    run = ask(client)

    def on_text(reader: _Reader) -> None:
        if _told(reader.text):
            client.service.stopping.set()

    assert _read(client, run["links"]["events"], on_text).ended


def test_a_stream_is_kept_open_while_nothing_happens(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Comments come while a run waits, so that nothing between takes the stream for dead."""
    monkeypatch.setattr("fastapi.routing._PING_INTERVAL", 0.02)
    run = ask(client)

    def on_text(reader: _Reader) -> None:
        if reader.text.count(": ping") >= 2:
            reader.gone.set()

    assert _read(client, run["links"]["events"], on_text).text.count(": ping") >= 2
