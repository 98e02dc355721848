"""What can go wrong with a request, each as a problem document of RFC 9457 and as one model in the OpenAPI document.

Three kinds of trouble stay apart (design.md section 2): faults in the data are `FaultsInCase` with every place at once,
outcomes of a search are no problem at all, and exceptions of ours are `Defect`, which tells an id and nothing else.
Change this when a request can be refused for another reason: one class, one line in PROBLEMS.
"""

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"
LIST_OF_PROBLEMS = "/v1/problems"


class Place(BaseModel):
    """One place that is wrong: of the request (where), or of a case (sheet, row, column, cell)."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)

    where: str = Field(description="A path such as body.options.0.name, or sheet, row and column in words.")
    message: str = Field(description="What is wrong and what to do.")
    value: str | None = Field(default=None, description="What stands there, where that is short and helps.")
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    cell: str | None = Field(default=None, description="The address in a workbook.")
    against: str | None = Field(default=None, description="The other place, where two disagree.")
    code: str | None = Field(default=None, description="The kind of fault; stays the same when its words change.")


class Problem(BaseModel):
    """A request that was not done, and why. `type` names the kind and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)

    type: str
    title: str
    status: int
    detail: str = Field(description="What was wrong with this request, and what to do.")

    def headers(self) -> dict[str, str]:
        """Return the headers that an answer with this problem carries beside its type."""
        return {}


class BadRequest(Problem):
    """The request cannot be read at all: its body breaks off, or is not what its type says."""

    type: Literal["/v1/problems#bad-request"] = "/v1/problems#bad-request"
    title: Literal["The request cannot be read"] = "The request cannot be read"
    status: Literal[400] = 400


class NotSignedIn(Problem):
    """The request shows no token, or not that of this server."""

    type: Literal["/v1/problems#not-signed-in"] = "/v1/problems#not-signed-in"
    title: Literal["Not signed in"] = "Not signed in"
    status: Literal[401] = 401

    def headers(self) -> dict[str, str]:
        """Say how to sign in (RFC 9110, section 11.6.1)."""
        return {"WWW-Authenticate": 'Bearer realm="restructure"'}


class OtherOrigin(Problem):
    """A page of another address tried to write with the cookie of this one."""

    type: Literal["/v1/problems#other-origin"] = "/v1/problems#other-origin"
    title: Literal["Asked from a page of another address"] = "Asked from a page of another address"
    status: Literal[403] = 403


class NotFound(Problem):
    """There is nothing under this address."""

    type: Literal["/v1/problems#not-found"] = "/v1/problems#not-found"
    title: Literal["There is no such thing"] = "There is no such thing"
    status: Literal[404] = 404


class MethodNotAllowed(Problem):
    """The address is right, the method is not; the header Allow names those that are."""

    type: Literal["/v1/problems#method-not-allowed"] = "/v1/problems#method-not-allowed"
    title: Literal["Not a method of this address"] = "Not a method of this address"
    status: Literal[405] = 405


class NotAcceptable(Problem):
    """What was asked for is not to be had in the form that the header Accept names."""

    type: Literal["/v1/problems#not-acceptable"] = "/v1/problems#not-acceptable"
    title: Literal["Not to be had in this form"] = "Not to be had in this form"
    status: Literal[406] = 406


class Conflict(Problem):
    """The request does not go with how things stand: not yet done, or done already otherwise."""

    type: Literal["/v1/problems#conflict"] = "/v1/problems#conflict"
    title: Literal["Does not go with how things stand"] = "Does not go with how things stand"
    status: Literal[409] = 409


class ChangedMeanwhile(Problem):
    """What If-Match names is not what stands there now."""

    type: Literal["/v1/problems#changed-meanwhile"] = "/v1/problems#changed-meanwhile"
    title: Literal["Changed meanwhile"] = "Changed meanwhile"
    status: Literal[412] = 412


class TooLarge(Problem):
    """The body has more bytes than this server takes."""

    type: Literal["/v1/problems#too-large"] = "/v1/problems#too-large"
    title: Literal["Too large"] = "Too large"
    status: Literal[413] = 413


class WrongMediaType(Problem):
    """The body is of a kind that this address does not read."""

    type: Literal["/v1/problems#wrong-media-type"] = "/v1/problems#wrong-media-type"
    title: Literal["Not a kind of body this address reads"] = "Not a kind of body this address reads"
    status: Literal[415] = 415


class WrongHost(Problem):
    """The header Host names another server than this one."""

    type: Literal["/v1/problems#wrong-host"] = "/v1/problems#wrong-host"
    title: Literal["Asked for another host"] = "Asked for another host"
    status: Literal[421] = 421


class InvalidRequest(Problem):
    """Parts of the request are not what they should be; `places` names all of them."""

    type: Literal["/v1/problems#invalid-request"] = "/v1/problems#invalid-request"
    title: Literal["Not valid"] = "Not valid"
    status: Literal[422] = 422
    places: tuple[Place, ...]


class FaultsInCase(Problem):
    """The case has faults; `places` names all of them, with sheet, row and column, `doubts` what to look at beside."""

    type: Literal["/v1/problems#faults"] = "/v1/problems#faults"
    title: Literal["The case has faults"] = "The case has faults"
    status: Literal[422] = 422
    places: tuple[Place, ...]
    doubts: tuple[Place, ...] = ()


class TooManyUnfinished(Problem):
    """As many runs as this server takes are not finished yet; the header Retry-After says when to ask again."""

    type: Literal["/v1/problems#too-many-unfinished"] = "/v1/problems#too-many-unfinished"
    title: Literal["Too many runs are not finished yet"] = "Too many runs are not finished yet"
    status: Literal[429] = 429
    retry_after_seconds: int = Field(default=5, ge=1)

    def headers(self) -> dict[str, str]:
        """Say when to ask again."""
        return {"Retry-After": str(self.retry_after_seconds)}


class Defect(Problem):
    """The server itself failed; `id` is in its log."""

    type: Literal["/v1/problems#defect"] = "/v1/problems#defect"
    title: Literal["The server itself failed"] = "The server itself failed"
    status: Literal[500] = 500
    id: str


class StoreAway(Problem):
    """The database does not answer; nothing was done, and asking again later may do."""

    type: Literal["/v1/problems#store-away"] = "/v1/problems#store-away"
    title: Literal["The database does not answer"] = "The database does not answer"
    status: Literal[503] = 503
    retry_after_seconds: int = Field(default=5, ge=1)

    def headers(self) -> dict[str, str]:
        """Say when to ask again."""
        return {"Retry-After": str(self.retry_after_seconds)}


PROBLEMS: tuple[type[Problem], ...] = (
    BadRequest,
    NotSignedIn,
    OtherOrigin,
    NotFound,
    MethodNotAllowed,
    NotAcceptable,
    Conflict,
    ChangedMeanwhile,
    TooLarge,
    WrongMediaType,
    WrongHost,
    InvalidRequest,
    FaultsInCase,
    TooManyUnfinished,
    Defect,
    StoreAway,
)


class Refused(Exception):  # noqa: N818 - named after what a route does with it
    """Raised by a route, or what it calls in this room: the answer is the problem it carries."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.title)
        self.problem = problem


def answer_with(problem: Problem, headers: dict[str, str] | None = None) -> Response:
    """Return the answer that carries a problem document, with the problem's own headers and these."""
    # Only ASCII is written: half a surrogate pair from a request could not be written otherwise.
    body = json.dumps(problem.model_dump(mode="json"), ensure_ascii=True)
    return Response(
        body, problem.status, {"Cache-Control": "no-store", **problem.headers(), **(headers or {})}, MEDIA_TYPE
    )
