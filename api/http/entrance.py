"""The first address: the token of the printed link is exchanged for a cookie, and the documentation is shown.

The token stands in an address once: the answer leads on to one without it, nothing refers to it (Referrer-Policy), and
no log holds it. Change this when there is a page to begin with, or people sign in by name.
"""

from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, ConfigDict
from starlette.responses import RedirectResponse, Response

from api.http.access import PUBLIC, SIGNED_IN, routes_of, told
from api.http.problems import PROBLEMS, NotSignedIn, Refused
from api.http.service import Served
from api.http.signing_in import HOW, hand_over
from api.http.tokens import same

router = routes_of("entrance")

Token = Annotated[str | None, Query(max_length=500, description="The token of the printed link.")]


@router.get("/", status_code=303, response_class=RedirectResponse, **told(PUBLIC, NotSignedIn))
async def enter(service: Served, token: Token = None) -> Response:
    """Exchange the token of the printed link for a cookie, and lead to the documentation."""
    led_on = RedirectResponse("/docs", status_code=303)
    if token is not None:
        if not same(token, service.settings.token):
            raise Refused(NotSignedIn(detail=f"This is not the token of this server. {HOW}"))
        hand_over(led_on, service.settings)
    return led_on


class Session(BaseModel):
    """Who is signed in, and where what they do is kept."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    actor: str
    workspace: str


@router.get("/v1/session", **told(SIGNED_IN))
async def session(service: Served) -> Session:
    """Say who is signed in: the least there is to ask, to see that a token is right."""
    return Session(actor=service.settings.actor, workspace=service.settings.workspace)


@router.get("/v1/problems", **told(PUBLIC))
async def problems() -> dict[str, str]:
    """List the kinds of problem documents: what `type` names, and what it means."""
    return {
        str(kind.model_fields["type"].default).rpartition("#")[2]: (kind.__doc__ or "").partition("\n")[0]
        for kind in PROBLEMS
    }
