"""What every request leaves behind: one line in the log and its numbers for Prometheus.

Rules: the route is told as its template, so that no id or name from the address is kept; a run is told by its id.
Change this when something else is to be known of every request.
"""

import re
from collections.abc import MutableMapping
from time import perf_counter
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.logs import LOG
from api.http.metrics import Metrics

NO_ROUTE = "(none)"
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
RUN_KEY = "restructure.run"
RUN_ID = re.compile(r"[0-9a-f]{32}")


def about_run(request: Request, run_id: str) -> None:
    """Let the log's line of this request name a run that its address does not name."""
    request.scope[RUN_KEY] = run_id


def route_of(scope: MutableMapping[str, Any]) -> str:
    """Return the template of the route that took a request."""
    return str(getattr(scope.get("route"), "path_format", NO_ROUTE))


def run_of(scope: MutableMapping[str, Any]) -> str | None:
    """Return the id of the run that a request was about: one that was told, or what stands for it in the address."""
    told = scope.get(RUN_KEY) or scope.get("path_params", {}).get("run_id")
    return told if isinstance(told, str) and RUN_ID.fullmatch(told) else None


class Observed:
    """Count and log every request, whoever answered it."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; at the end of an answer, tell of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = perf_counter()
        status = 0

        async def send_noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, send_noting)
        finally:
            self._tell(scope, status, perf_counter() - begun)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        method = scope["method"] if scope["method"] in METHODS else "(other)"
        route = route_of(scope)
        self._metrics.requests.labels(method, route, str(status)).inc()
        self._metrics.seconds.labels(method, route).observe(seconds)
        fields: dict[str, Any] = {"method": method, "route": route, "status": status}
        run = run_of(scope)
        if run is not None:
            fields["run"] = run
        LOG.info("request", milliseconds=round(seconds * 1000, 1), **fields)
