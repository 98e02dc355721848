"""The app: every group of routes behind one row of doors, from the outermost to the innermost.

What stands around every route, outermost first: seen and counted (observing), security headers, exceptions of ours
(defects), the header Host (hosts), the greatest body (body_limit); then the route's access rule (access).
Change this when something else holds for every request.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache, partial
from importlib.metadata import version

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware

from api.http.body_limit import BodyLimit
from api.http.defects import DefectsTold
from api.http.headers import SecureHeaders
from api.http.hosts import OwnHostOnly
from api.http.keeping import keep_tidy, tell_end
from api.http.metrics import Metrics
from api.http.observing import Observed
from api.http.openapi_document import document_of
from api.http.refusing import HANDLERS
from api.http.route_table import GROUPS
from api.http.service import Service


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Start the dispatcher, and at the end let it give its runs back or finish them, within the grace time."""
    service: Service = app.state.service
    keep_days = service.settings.keep_days
    tidying = None if keep_days is None else asyncio.create_task(keep_tidy(service.store, keep_days))
    if tidying is not None:
        tidying.add_done_callback(tell_end)
    await run_in_threadpool(service.dispatcher.start)
    if service.batches is not None:
        await run_in_threadpool(service.batches.start)
    try:
        yield
    finally:
        service.stopping.set()
        if tidying is not None:
            tidying.cancel()
        if service.batches is not None:
            await run_in_threadpool(service.batches.stop, service.settings.grace_seconds)
        await run_in_threadpool(service.dispatcher.stop, service.settings.grace_seconds)


def _openapi(app: FastAPI) -> bytes:
    """Return the OpenAPI document as it is sent."""
    return json.dumps(document_of(app)).encode()


def create_app(service: Service) -> FastAPI:
    """Return the app of one server. The service's dispatcher runs from the app's start to its end."""
    settings, metrics = service.settings, Metrics.new()
    app = FastAPI(
        title="Restructure designer",
        version=version("restructure-designer"),
        openapi_url=None,  # api/http/pages.py serves it, with an access rule as any other route
        lifespan=_lifespan,
        redirect_slashes=False,
        exception_handlers=dict(HANDLERS),
        middleware=[
            Middleware(Observed, metrics=metrics),
            Middleware(SecureHeaders, over_tls=settings.scheme == "https"),
            Middleware(DefectsTold, metrics=metrics),
            Middleware(OwnHostOnly, names=settings.hosts),
            Middleware(BodyLimit, most_bytes=settings.most_body_bytes),
        ],
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.service = service
    app.state.metrics = metrics
    for group in GROUPS:
        app.include_router(group)
    app.state.openapi = cache(partial(_openapi, app))  # takes a second: when it is asked for, not before
    return app
