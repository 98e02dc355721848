"""What the operator decides for the whole server.

Change this when something else is the operator's to decide: its option in api/cli/serve.py, its line in
docs/operations.md.
"""

from dataclasses import dataclass, field
from functools import cached_property

from api.http.tokens import cookie_value

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")
WORKSPACE = "default"
ACTOR = "local"


@dataclass(frozen=True)
class Settings:
    """What holds for every request. `hosts` are the names under which people reach the server, without a port.

    A name that begins with `*.` stands for every name one step below. `scheme` is what people's browsers speak, also
    where a proxy stands between.
    """

    token: str = field(repr=False)
    workspace: str = WORKSPACE
    actor: str = ACTOR
    hosts: tuple[str, ...] = LOOPBACK_NAMES
    scheme: str = "http"
    cookie_name: str = "restructure"
    most_body_bytes: int = 20_000_000
    most_unfinished: int = 2_000
    grace_seconds: int = 20
    keep_days: int | None = None

    @cached_property
    def cookie_value(self) -> str:
        """What the cookie holds for this token."""
        return cookie_value(self.token)
