"""How a request shows that it has the token: in a header, or in the cookie that the token was exchanged for.

Source: RFC 6750 section 2.1 (Bearer), RFC 6265bis (cookies; SameSite). Change this when people sign in by name.
"""

from starlette.requests import Request
from starlette.responses import Response

from api.http.problems import NotSignedIn, OtherOrigin, Refused
from api.http.settings import Settings
from api.http.tokens import same

READS = frozenset({"GET", "HEAD"})
HOW = "Open the link that the server printed when it started, or send the token as `Authorization: Bearer TOKEN`."


def require_signed_in(request: Request, settings: Settings) -> None:
    """Let a request through that shows the token or the cookie.

    Raises:
        Refused: NotSignedIn, or OtherOrigin when a page of another address writes with the cookie.
    """
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        if same(shown.strip(), settings.token):
            return
    elif same(request.cookies.get(settings.cookie_name, ""), settings.cookie_value):
        _refuse_other_origin(request, settings)
        return
    raise Refused(NotSignedIn(detail=HOW))


def _refuse_other_origin(request: Request, settings: Settings) -> None:
    """Refuse a write that a browser sends with the cookie for a page of another address.

    A browser says where a page stands in Sec-Fetch-Site, older ones in Origin (W3C Fetch Metadata; RFC 6454), and no
    page can set either. What sends neither is no browser that we know, and has the token to write with.
    """
    if request.method in READS:
        return
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    ours = f"{settings.scheme}://{request.headers.get('host', '')}"
    from_ours = origin is not None and origin.lower() == ours.lower()
    if (from_ours and site in {None, "same-origin"}) or (origin is None and site == "same-origin"):
        return
    raise Refused(OtherOrigin(detail="With the cookie, only pages of this server may write. Others send the token."))


def hand_over(response: Response, settings: Settings) -> None:
    """Put the cookie into a response: for no script, for no other site, and until the browser closes."""
    response.set_cookie(
        settings.cookie_name,
        settings.cookie_value,
        path="/",
        secure=settings.scheme == "https",
        httponly=True,
        samesite="strict",
    )
