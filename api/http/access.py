"""Who may call a route: the rules there are, and how a route is made that has one.

Every route is made by a router of `routes_of`; one that names no rule, or two, cannot be made. The rule is looked at
before anything of the body is read. Single-user mode has two rules; roles and workspaces add theirs here.
Change this when somebody else may call something: one rule, named in `told` by the routes it holds for.

A route module is one file of api/http/routes, with one line in api/http/route_table.py:

    router = routes_of("runs", prefix="/v1/runs")

    @router.get("/{run_id}", **told(SIGNED_IN, NotFound))
    def show_run(run_id: RunId, service: Served) -> RunDocument:
        ...
        raise Refused(NotFound(detail="There is no run of this id. GET /v1/runs lists those there are."))
"""

from collections.abc import Callable, Coroutine
from email.message import Message
from typing import Any, TypedDict

from fastapi import APIRouter, Depends
from fastapi.openapi.models import HTTPBearer
from fastapi.params import Depends as Dependency
from fastapi.routing import APIRoute
from fastapi.security.base import SecurityBase
from starlette.requests import Request
from starlette.responses import Response

from api.http.problems import (
    BadRequest,
    Defect,
    InvalidRequest,
    NotSignedIn,
    OtherOrigin,
    Problem,
    Refused,
    StoreAway,
    TooLarge,
    WrongHost,
    WrongMediaType,
)
from api.http.service import service_of
from api.http.signing_in import READS, require_signed_in

OF_ANY: tuple[type[Problem], ...] = (WrongHost, InvalidRequest, StoreAway, Defect)
OF_WRITES: tuple[type[Problem], ...] = (BadRequest, TooLarge, WrongMediaType)
YAML = frozenset({"application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"})
"""What the command line reads beside JSON, under the names it is sent with."""


class AccessRule:
    """Who may call a route. `name` is the word for it; `problems` and `problems_of_writes` are what it may answer."""

    name: str
    problems: tuple[type[Problem], ...] = ()
    problems_of_writes: tuple[type[Problem], ...] = ()

    def judge(self, request: Request) -> None:
        """Let the request through, or raise Refused."""
        raise NotImplementedError

    async def __call__(self) -> None:
        """Stand among FastAPI's dependencies, for the OpenAPI document; `Guarded` has judged already."""


class Public(AccessRule):
    """Anybody who reaches the address: nothing of any case is told there."""

    name = "public"

    def judge(self, request: Request) -> None:
        """Let everybody through."""


class SignedIn(AccessRule, SecurityBase):
    """Whoever has this server's token, as `Authorization: Bearer` or in the cookie it was exchanged for."""

    name = "signed-in"
    problems = (NotSignedIn,)
    problems_of_writes = (OtherOrigin,)

    def __init__(self) -> None:
        self.scheme_name = "token"
        self.model = HTTPBearer(description="The token of the link that `restructure serve` prints.")

    def judge(self, request: Request) -> None:
        """Let a request through that shows the token or the cookie."""
        require_signed_in(request, service_of(request).settings)


PUBLIC = Public()
SIGNED_IN = SignedIn()


class Guarded(APIRoute):
    """A route that judges the caller before anything else, and takes no body of another kind than it reads."""

    @property
    def rule(self) -> AccessRule:
        """The one rule of this route; a route with none or two is a defect of ours."""
        rules = [each.dependency for each in self.dependencies if isinstance(each.dependency, AccessRule)]
        if len(rules) != 1:
            words = f"{self.path} names {len(rules)} access rules; each route names one, with told(...)"
            raise ValueError(words)
        return rules[0]

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Put the rule, and the kind of body, before what FastAPI does."""
        if not (self.methods or set()) <= READS and 413 not in self.responses:
            words = f"{self.path} writes; say so with told(..., writes=True)"
            raise ValueError(words)
        handler, rule = super().get_route_handler(), self.rule
        wanted = None if self.body_field is None else getattr(self.body_field.field_info, "media_type", None)

        async def guarded(request: Request) -> Response:
            rule.judge(request)
            if wanted is not None:
                _refuse_other_media(request, wanted)
            return await handler(request)

        return guarded


def _refuse_other_media(request: Request, wanted: str) -> None:
    """Refuse a body of another media type than `wanted`; that there is none is told by what reads the body."""
    if request.headers.get("content-length", "0") == "0" and "transfer-encoding" not in request.headers:
        return
    message = Message()
    message["content-type"] = request.headers.get("content-type") or "unknown/unknown"
    there = message.get_content_type()
    if there != wanted and not (wanted == "application/json" and there.endswith("+json")):
        words = f"Send the body as {wanted}; the header Content-Type says what it is."
        if there in YAML:
            words += " YAML is not read here: send the same words as JSON."
        raise Refused(WrongMediaType(detail=words))


class Told(TypedDict):
    """What a route is told beside its path: its access rule and the problems that it documents."""

    dependencies: list[Dependency]
    responses: dict[int | str, dict[str, Any]]


def told(rule: AccessRule, *problems: type[Problem], writes: bool = False) -> Told:
    """Return the access rule and the documented problems of a route, to be given to its router's decorator.

    `problems` are those that the route itself raises. Added are those that any route may answer (a wrong host, a value
    that is not valid, the database away, a defect), those of its rule, and with `writes` those of any other method than
    GET.
    """
    every = {*OF_ANY, *rule.problems, *problems}
    if writes:
        every |= {*OF_WRITES, *rule.problems_of_writes}
    by_status: dict[int | str, list[type[Problem]]] = {}
    for kind in sorted(every, key=lambda each: each.__name__):
        by_status.setdefault(kind.model_fields["status"].default, []).append(kind)
    return Told(
        dependencies=[Depends(rule)],
        responses={
            status: _documented(kinds) for status, kinds in sorted(by_status.items(), key=lambda pair: str(pair[0]))
        },
    )


def _documented(kinds: list[type[Problem]]) -> dict[str, Any]:
    """Return what OpenAPI says of one status: the kinds of problem, each with its model."""
    model: Any = kinds[0]
    for kind in kinds[1:]:
        model |= kind
    return {"model": model, "description": " Or: ".join((kind.__doc__ or "").partition("\n")[0] for kind in kinds)}


def routes_of(tag: str, *, prefix: str = "") -> APIRouter:
    """Return the router of one group of routes, none of which can be made without an access rule.

    `prefix` is written here and not where the router is included, so that each route knows its whole path.
    """
    return APIRouter(prefix=prefix, tags=[tag], route_class=Guarded, redirect_slashes=False)
