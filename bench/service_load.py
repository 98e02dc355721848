"""Somebody who asks the service over HTTP: many at a time, each on a connection of their own that stays open.

Change this when a request needs something else beside the token.
"""

import http.client
import json
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

TIMEOUT_SECONDS = 120


@dataclass(frozen=True)
class Came:
    """An answer: its status, its bytes, where it sends us, and the seconds it took."""

    status: int
    body: bytes
    location: str
    seconds: float

    @property
    def told(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


class Caller:
    """One connection to a server, signed in."""

    def __init__(self, address: str, token: str) -> None:
        parts = urlsplit(address)
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=TIMEOUT_SECONDS)
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def ask(self, method: str, path: str, body: object = None) -> Came:
        """Send a request and read its answer to the end."""
        started = time.perf_counter()
        text = None if body is None else json.dumps(body)
        self._connection.request(method, path, body=text, headers=self._headers)
        answer = self._connection.getresponse()
        content = answer.read()
        return Came(answer.status, content, answer.headers.get("Location", ""), time.perf_counter() - started)

    def close(self) -> None:
        """Let the connection go."""
        self._connection.close()


def together(callers: Sequence[Caller], each: Callable[[Caller, int], Came], times: int) -> list[Came]:
    """So many requests, shared by the callers, who ask at the same time; `each` is handed its number."""

    def share(number: int) -> list[Came]:
        return [each(callers[number], at) for at in range(number, times, len(callers))]

    with ThreadPoolExecutor(max_workers=len(callers)) as pool:
        return [came for part in pool.map(share, range(len(callers))) for came in part]


def a_second(callers: Sequence[Caller], path: str, *, times: int) -> float:
    """How many answers a second so many requests for one path get; each has to be 200."""
    started = time.perf_counter()
    found = together(callers, lambda caller, _number: caller.ask("GET", path), times)
    taken = time.perf_counter() - started
    refused = [came.status for came in found if came.status != 200]
    if refused:
        raise ValueError(f"{path} answered {refused[0]}")
    return times / taken
