"""The last net of the service: an exception of ours is logged once under an id, and answered with the id alone.

Rules: design.md section 2 (exceptions are ours: logged once, with the run id). What it says stays inside, as it may
repeat data of a case. Change this when defects are told to somebody else too.
"""

import uuid
from types import TracebackType

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.logs import LOG
from api.http.metrics import Metrics
from api.http.observing import route_of, run_of
from api.http.problems import Defect, answer_with

WORDS = "Your request is not to blame. Please report it with this id, which stands in the server's log."


class _Caught:
    """While it is open, an exception is logged under an id and goes no further; a caller that hung up is no defect."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self.id: str | None = None

    def __enter__(self) -> "_Caught":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _where: TracebackType | None
    ) -> bool:
        if isinstance(error, ClientDisconnect):
            LOG.info("the caller hung up", route=route_of(self._scope))
            return True
        if not isinstance(error, Exception):
            return False
        self.id = uuid.uuid4().hex
        LOG.error("defect", id=self.id, route=route_of(self._scope), run=run_of(self._scope), exc_info=error)
        return True


class DefectsTold:
    """Answer 500 with an id to whatever ends in an exception; break off an answer that was begun already."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, but for exceptions."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def send_noting(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        with _Caught(scope) as caught:
            await self._app(scope, receive, send_noting)
        if caught.id is None:
            return
        self._metrics.defects.inc()
        if not begun:
            await answer_with(Defect(detail=WORDS, id=caught.id))(scope, receive, send)
