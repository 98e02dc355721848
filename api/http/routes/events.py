"""The events of a run: how it stands and how far it is, as soon as the store knows, until it ends.

Each event is named `state` and has an id that says how the run stood: a reader that comes back with Last-Event-ID is
told nothing twice. The stream ends with the run, when the reader goes, and when the server stops; where nothing happens
a comment keeps it open.
Source: HTML standard, section 9.2 (server-sent events). Change this when a run tells more of itself.
"""

import json
from collections.abc import AsyncIterator
from hashlib import sha256
from typing import Annotated

import anyio
from fastapi import Depends, Header, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from starlette.concurrency import run_in_threadpool

from api.http.access import SIGNED_IN, routes_of, told
from api.http.addresses import RunId
from api.http.kept_runs import progress_of, run_of
from api.http.models.runs import RunNews
from api.http.problems import NotFound
from api.http.service import Served
from api.store.stored_runs import StoredRun

router = routes_of("runs", prefix="/v1/runs")
LOOK_SECONDS = 0.5
COME_BACK_MILLISECONDS = 2_000


async def _found(run_id: RunId, service: Served) -> StoredRun:
    """Return the run, or refuse before anything is streamed."""
    return await run_in_threadpool(run_of, service, run_id)


LastEventId = Annotated[
    str | None, Header(max_length=100, description="Id of the last event that was heard: it is not told again.")
]


@router.get("/{run_id}/events", response_class=EventSourceResponse, **told(SIGNED_IN, NotFound))
async def run_events(
    run: Annotated[StoredRun, Depends(_found)],
    request: Request,
    service: Served,
    last_event_id: LastEventId = None,
) -> AsyncIterator[ServerSentEvent]:
    """Tell how the run stands, again whenever that changes, until it ends."""
    heard = last_event_id
    while True:
        if (event := _event(run)).id != heard:
            heard = event.id
            yield event
        if run.ended or service.stopping.is_set() or await request.is_disconnected():
            return
        await anyio.sleep(LOOK_SECONDS)
        run = await run_in_threadpool(run_of, service, run.id)


def _event(run: StoredRun) -> ServerSentEvent:
    news = RunNews(id=run.id, state=run.state, progress=progress_of(run), reason=run.reason)
    text = json.dumps(news.model_dump(mode="json"), sort_keys=True)
    known = f"{run.state}-{sha256(text.encode()).hexdigest()[:16]}"
    return ServerSentEvent(raw_data=text, event="state", id=known, retry=COME_BACK_MILLISECONDS)
