"""What a route may answer beside its own document: the same when it is known already, a file, or another status.

FastAPI does not know of these; they are told here so that the OpenAPI document has every status there is.
Change this when routes answer something else that FastAPI does not know of.
"""

from typing import Any

from pydantic import BaseModel

from api.http.access import Told

KNOWN: dict[int | str, dict[str, Any]] = {304: {"description": "You have it already (If-None-Match)."}}


def with_answers(told: Told, *more: dict[int | str, dict[str, Any]]) -> Told:
    """Return what a route is told, with more answers."""
    responses = dict(told["responses"])
    for each in more:
        responses |= each
    return Told(dependencies=told["dependencies"], responses=responses)


def document(status: int, model: type[BaseModel], description: str) -> dict[int | str, dict[str, Any]]:
    """Return an answer that is a document, under a status of its own."""
    return {status: {"model": model, "description": description}}


def file(media_type: str, description: str) -> dict[int | str, dict[str, Any]]:
    """Return the answer 200 that is a file of a media type."""
    schema = {"type": "string"} if media_type.startswith("text/") else {"type": "string", "format": "binary"}
    headers = {"Content-Disposition": {"description": "What to save it as.", "schema": {"type": "string"}}}
    return {200: {"description": description, "content": {media_type: {"schema": schema}}, "headers": headers}}


def shown(example: dict[str, Any]) -> dict[int | str, dict[str, Any]]:
    """Return the answer 200 with an example of its document."""
    return {200: {"content": {"application/json": {"example": example}}}}
