"""The OpenAPI document: FastAPI's own, with sentences for headings and problem documents under their media type.

Change this when the document has to say something that FastAPI does not know.
"""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.http.problems import MEDIA_TYPE, PROBLEMS

NAMES = frozenset(f"#/components/schemas/{kind.__name__}" for kind in PROBLEMS)

ABOUT = """Designs the restructure of a public service: structures that keep every rule, with what they cost and whom \
they put at risk.

A case is uploaded once and never changes; a run asks one question of it and is answered 202 as soon as it is kept. \
Every refusal is a problem document (RFC 9457); `GET /v1/problems` lists their kinds."""


def document_of(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document of an app."""
    document = get_openapi(title=app.title, version=app.version, description=ABOUT, routes=app.routes)
    for path in document["paths"].values():
        for operation in path.values():
            operation["summary"] = operation.get("description", operation["summary"]).partition("\n")[0].rstrip(".")
            for answer in operation["responses"].values():
                _under_its_media_type(answer)
    return document


def _under_its_media_type(answer: dict[str, Any]) -> None:
    """Move a problem document from the media type of the route's own answers to its own."""
    for media_type, told in list(answer.get("content", {}).items()):
        if media_type != MEDIA_TYPE and _is_problem(told.get("schema", {})):
            answer["content"] = {MEDIA_TYPE: told}


def _is_problem(schema: dict[str, Any]) -> bool:
    either = schema.get("anyOf", [schema])
    return all(each.get("$ref") in NAMES for each in either)
