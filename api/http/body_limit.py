"""The greatest body: Starlette counts the bytes, and its plain words become a problem document.

Change this when Starlette answers a body that is too large in another way.
"""

from starlette.datastructures import Headers
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.problems import MEDIA_TYPE, answer_with
from api.http.refusing import too_large


class BodyLimit:
    """Answer 413 with a problem document to a body of more bytes, whether its length is announced or counted."""

    def __init__(self, app: ASGIApp, *, most_bytes: int) -> None:
        self._app = RequestBodyLimitMiddleware(app, most_bytes)
        self._most_bytes = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, but for Starlette's own words about a body that is too large."""
        replaced = False

        async def send_ours(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and message["status"] == 413:
                replaced = Headers(raw=message["headers"]).get("content-type") != MEDIA_TYPE
                if replaced:
                    await answer_with(too_large(self._most_bytes))(scope, receive, send)
            if not replaced:
                await send(message)

        await self._app(scope, receive, send_ours)
