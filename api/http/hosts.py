"""Only requests for this server: the header Host has to name it.

A page of another address can have its own name lead to 127.0.0.1 (DNS rebinding) and is then of one origin with us as
far as a browser can tell; the name it asked for is still in Host. Change this when the server has names from elsewhere.
"""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.http.problems import WrongHost, answer_with


def is_named(host: str, names: tuple[str, ...]) -> bool:
    """Return whether a header Host, with or without a port, is one of the names; `*.x` stands for one step below x."""
    name = host.lower()
    if not name.endswith("]"):
        before, colon, port = name.rpartition(":")
        if colon:
            if not (port.isascii() and port.isdigit()):
                return False
            name = before
    below = name.partition(".")[2]
    return name in names or (bool(below) and f"*.{below}" in names)


class OwnHostOnly:
    """Answer 421 (RFC 9110, section 15.5.20) to what asks for another host."""

    def __init__(self, app: ASGIApp, *, names: tuple[str, ...]) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through whose Host is ours."""
        if scope["type"] == "http":
            hosts = Headers(scope=scope).getlist("host")
            if len(hosts) != 1 or not is_named(hosts[0], self._names):
                words = "This server goes by other names. Use the address that it printed when it started."
                await answer_with(WrongHost(detail=words))(scope, receive, send)
                return
        await self._app(scope, receive, send)
