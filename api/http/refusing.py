"""From what is raised to the problem document that is answered: one table for the whole app.

Faults, refusals and a database that is away are answers; anything else raised is a defect of ours (defects.py).
Change this when something else is raised on purpose: one function, one line in HANDLERS.
"""

from collections.abc import Callable, Mapping
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.http.place_words import how_many
from api.http.places import faults_in_case, not_valid, places_of_request
from api.http.problems import (
    BadRequest,
    InvalidRequest,
    MethodNotAllowed,
    NotFound,
    Refused,
    StoreAway,
    TooLarge,
    TooManyUnfinished,
    answer_with,
)
from api.store.stored_runs import TooManyUnfinished as MostUnfinished
from api.store.unavailable import StoreUnavailable
from scenarios.runs.refused import RunRefused
from scenarios.schema.faults import ScenarioFaults


async def _refused(_request: Request, raised: Refused) -> Response:
    return answer_with(raised.problem)


async def _not_valid(_request: Request, raised: RequestValidationError) -> Response:
    places = places_of_request(raised.errors())
    return answer_with(InvalidRequest(detail=how_many(len(places)), places=places))


async def _faults(_request: Request, raised: ScenarioFaults) -> Response:
    return answer_with(faults_in_case(raised))


async def _cannot_be_asked(_request: Request, raised: RunRefused) -> Response:
    return answer_with(not_valid(f"body.{raised.field}", raised.words))


async def _store_away(_request: Request, raised: StoreUnavailable) -> Response:
    return answer_with(StoreAway(detail=f"{raised.words[:1].upper()}{raised.words[1:]}."))


async def _too_many(_request: Request, raised: MostUnfinished) -> Response:
    words = f"{raised.unfinished} runs are not finished yet. Wait, or cancel some, then ask again."
    return answer_with(TooManyUnfinished(detail=words))


async def _of_the_framework(request: Request, raised: HTTPException) -> Response:
    """Answer what FastAPI and Starlette raise themselves: unknown paths and methods, bodies that cannot be read."""
    match raised.status_code:
        case 404:
            return answer_with(NotFound(detail="There is nothing under this address. GET /docs shows what there is."))
        case 405:
            allowed = (raised.headers or {}).get("Allow", "")
            words = f"{request.method} is not a method of this address. It takes: {allowed}."
            return answer_with(MethodNotAllowed(detail=words), {"Allow": allowed})
        case 413:
            return answer_with(too_large(request.app.state.service.settings.most_body_bytes))
        case 400:
            return answer_with(BadRequest(detail=f"{raised.detail}. See that it is whole and in UTF-8."))
    raise raised


def too_large(most_bytes: int) -> TooLarge:
    """Return the problem of a body of more than so many bytes."""
    return TooLarge(detail=f"At most {most_bytes:,} bytes are taken. Send less, or ask the operator for more.")


HANDLERS: Mapping[Any, Callable[[Request, Any], Any]] = {
    Refused: _refused,
    RequestValidationError: _not_valid,
    ScenarioFaults: _faults,
    RunRefused: _cannot_be_asked,
    StoreUnavailable: _store_away,
    MostUnfinished: _too_many,
    HTTPException: _of_the_framework,
}
