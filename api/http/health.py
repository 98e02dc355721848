"""Whether the server lives, whether it can do its work, and its numbers.

`/healthz` says that the process answers; `/readyz` that the store answers, runs and batches are
looked for, and there is a worker; `/metrics` is for
Prometheus. Change this when the server needs something else to do its work.
"""

from typing import Literal

from fastapi import Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel, ConfigDict
from starlette.responses import PlainTextResponse

from api.http.access import PUBLIC, SIGNED_IN, routes_of, told
from api.http.metrics import Metrics
from api.http.service import Served, Service
from api.jobs.cluster import ClusterAway
from api.store import runs
from api.store.unavailable import StoreUnavailable

router = routes_of("operations")


class Alive(BaseModel):
    """The process answers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    alive: Literal[True]


class Ready(BaseModel):
    """Whether each thing that the server needs is there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ready: bool
    store: bool
    dispatcher: bool
    batches: bool
    workers: int


@router.get("/healthz", **told(PUBLIC))
async def healthz() -> Alive:
    """Say that the process answers. Asked often by whatever restarts it; nothing else is looked at."""
    return Alive(alive=True)


READY = told(PUBLIC)
READY["responses"][503] = {"model": Ready, "description": "Something that the server needs is not there."}


@router.get("/readyz", **READY)
def readyz(service: Served, response: Response) -> Ready:
    """Say whether all that does its work is there; 503 where store, dispatcher, batches or workers are not.

    So it does while the server is stopping.
    """
    workers, store, alive = _workers(service), _store_answers(service), service.dispatcher.health.alive
    batches = service.batches is None or service.batches.alive
    ready = store and alive and batches and workers > 0 and not service.stopping.is_set()
    response.status_code = 200 if ready else 503
    return Ready(ready=ready, store=store, dispatcher=alive, batches=batches, workers=workers)


@router.get("/metrics", response_class=PlainTextResponse, **told(SIGNED_IN))
def metrics(request: Request, service: Served) -> Response:
    """Give the server's numbers to Prometheus."""
    numbers: Metrics = request.app.state.metrics
    numbers.workers.set(_workers(service))
    numbers.dispatcher_up.set(service.dispatcher.health.alive)
    try:
        with service.store.snapshot() as session:
            counted = runs.count_by_state(session)
        numbers.tell_runs({str(state): count for state, count in counted.items()})
        numbers.store_up.set(1)
    except StoreUnavailable:
        numbers.store_up.set(0)
    return Response(generate_latest(numbers.registry), media_type=CONTENT_TYPE_LATEST)


def _workers(service: Service) -> int:
    try:
        return service.cluster.count_workers()
    except ClusterAway:
        return 0


def _store_answers(service: Service) -> bool:
    try:
        service.store.require_answer()
    except StoreUnavailable:
        return False
    return True
