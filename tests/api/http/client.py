"""An app on a fresh SQLite store, and a client that speaks to it in this process.

The dispatcher only notes what it is asked: what it does with runs is proven in tests/api/jobs. A test that needs a run
to be answered ends it through api.store.runs, as a worker would.
Change this when a route stands on something else.
"""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

from api.http.app import create_app
from api.http.service import Service
from api.http.settings import Settings
from api.jobs.cluster import ClusterAway
from api.jobs.dispatcher import Health
from api.store.store import Store

TOKEN = "kept-by-the-tests-8f2b61c09d"  # noqa: S105 - of no server but those of tests
AUTHORISED = {"Authorization": f"Bearer {TOKEN}"}
ADDRESS = "http://127.0.0.1:8000"


@dataclass
class Woken:
    """A dispatcher that is only woken: it notes what it was asked and runs nothing."""

    wakes: int = 0
    cancelled: list[str] = field(default_factory=list)
    started: bool = False
    stopped_after: float | None = None

    @property
    def health(self) -> Health:
        """A dispatcher lives from its start to its stop."""
        return Health(alive=self.started and self.stopped_after is None, held=0, waits_for=None)

    def start(self) -> None:
        self.started = True

    def wake(self) -> None:
        self.wakes += 1

    def cancel(self, run_id: str) -> None:
        self.cancelled.append(run_id)

    def stop(self, grace_seconds: float) -> None:
        self.stopped_after = grace_seconds


@dataclass
class Idle:
    """Workers that are only counted. None at all (away) is a scheduler that does not answer."""

    workers: int | None = 2

    def count_workers(self) -> int:
        if self.workers is None:
            raise ClusterAway("no Dask scheduler answers at tls://nowhere.invalid:8786")
        return self.workers


class Client:
    """Speaks to an app in this process, signed in unless told otherwise. Answers are httpx's.

    Defects of ours come back as 500 and not as exceptions, as they do to everybody.
    """

    def __init__(self, app: FastAPI) -> None:
        self.app = app
        self._loop = asyncio.new_event_loop()
        self._http = httpx.AsyncClient(transport=httpx.ASGITransport(app, raise_app_exceptions=False), base_url=ADDRESS)
        self._lifespan = app.router.lifespan_context(app)

    @property
    def service(self) -> Service:
        service: Service = self.app.state.service
        return service

    def __enter__(self) -> "Client":
        self._loop.run_until_complete(self._lifespan.__aenter__())
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.run_until_complete(self._http.aclose())
        self._loop.run_until_complete(self._lifespan.__aexit__(None, None, None))
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()

    def ask(self, method: str, path: str, *, signed_in: bool = True, **rest: Any) -> httpx.Response:
        """Send a request. Cookies that answers set are not kept: a test names those it sends."""
        headers = {**(AUTHORISED if signed_in else {}), **rest.pop("headers", {})}
        request = self._http.build_request(method, path, headers=headers, **rest)
        answer = self._loop.run_until_complete(self._http.send(request))
        self._http.cookies.clear()
        return answer

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something of one's own on the loop that the app runs on."""
        self._loop.run_until_complete(work)

    def get(self, path: str, **rest: Any) -> httpx.Response:
        return self.ask("GET", path, **rest)

    def post(self, path: str, **rest: Any) -> httpx.Response:
        return self.ask("POST", path, **rest)


@contextmanager
def client_of(service: Service) -> Iterator[Client]:
    """Yield a client of an app made of a service."""
    with Client(create_app(service)) as client:
        yield client
    service.store.close()


def service_in(folder: Path, **settings: Any) -> Service:
    """Return a service on a fresh SQLite store in a folder, whose dispatcher is only woken."""
    store = Store.open(f"sqlite:///{folder / 'store.sqlite3'}")
    return Service(store=store, dispatcher=Woken(), cluster=Idle(), settings=Settings(token=TOKEN, **settings))
