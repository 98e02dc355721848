"""What every route stands on: the store, the dispatcher, the settings, and whether the server is stopping.

Change this when something else is made once for the whole server.
"""

from dataclasses import dataclass, field
from threading import Event
from typing import Annotated, Protocol

from fastapi import Depends
from starlette.requests import Request

from api.http.settings import Settings
from api.store.store import Store


class Health(Protocol):
    """How a dispatcher is."""

    @property
    def alive(self) -> bool:
        """Whether it looks round."""

    @property
    def waits_for(self) -> str | None:
        """What it waits for, in words."""


class Dispatching(Protocol):
    """What the door asks of whatever gives runs to workers; api/jobs/dispatcher.py is the one there is."""

    def start(self) -> None:
        """Begin to look for runs."""

    def wake(self) -> None:
        """Look now: something was submitted."""

    def cancel(self, run_id: str) -> None:
        """Let a running run be stopped where it runs."""

    def stop(self, grace_seconds: float) -> None:
        """Take no more runs; give back those that do not end within the seconds."""

    @property
    def health(self) -> Health:
        """How it is just now."""


class Batching(Protocol):
    """What the door asks of whatever works on batches; api/jobs/batch_server.py is the one there is."""

    @property
    def alive(self) -> bool:
        """Whether it looks for batches."""

    def start(self) -> None:
        """Begin to look for batches."""

    def wake(self) -> None:
        """Look now: something was submitted."""

    def stop(self, grace_seconds: float) -> None:
        """Work on no more, and give back what is not done."""


class Workers(Protocol):
    """What the door asks of the workers; api/jobs/cluster.py has them."""

    def count_workers(self) -> int:
        """Return how many pieces of work can be done at a time, or raise ClusterAway."""


@dataclass(frozen=True)
class Service:
    """All that a route may use. `stopping` is set as soon as the server is asked to stop: streams end then."""

    store: Store
    dispatcher: Dispatching
    cluster: Workers
    settings: Settings
    batches: Batching | None = None
    stopping: Event = field(default_factory=Event)


def service_of(request: Request) -> Service:
    """Return the service of the app that a request came to."""
    service: Service = request.app.state.service
    return service


async def _served(request: Request) -> Service:
    """Return the service as a dependency: one that is not async would take a thread for each request."""
    return service_of(request)


Served = Annotated[Service, Depends(_served)]
"""The type of a route's argument that is the service."""
