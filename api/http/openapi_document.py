"""The OpenAPI document: FastAPI's own, with sentences for headings and problem documents under their media type.

What a planner does comes first, in the order in which it is done; what an operator looks at comes last.

Change this when the document has to say something that FastAPI does not know.
"""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.http.models.examples import BODIES
from api.http.problems import MEDIA_TYPE, PROBLEMS

NAMES = frozenset(f"#/components/schemas/{kind.__name__}" for kind in PROBLEMS)

ABOUT = """Designs the restructure of a public service: structures that keep every rule, with what they cost and whom \
they put at risk.

A case is uploaded once and never changes; a run asks one question of it and is answered 202 as soon as it is kept. \
Every refusal is a problem document (RFC 9457); `GET /v1/problems` lists their kinds."""

GROUPS = {
    "cases": "Send a case, and read back what is kept of it.",
    "runs": "Ask a question of a case, and read the answer.",
    "structures": "The structures of an answer, each with its tables.",
    "comparison": "Structures side by side, and what two versions of a case state otherwise.",
    "files": "Workbooks and the committee paper, made of an answer.",
    "batches": "Every option in many futures.",
    "entrance": "Who is signed in, and the kinds of refusals.",
    "operations": "For whoever runs the server: whether it lives, is ready, and its numbers.",
}
"""The groups of addresses in the order in which they are shown, with what each is for."""


def document_of(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document of an app."""
    document = get_openapi(title=app.title, version=app.version, description=ABOUT, routes=app.routes)
    for path in document["paths"].values():
        for operation in path.values():
            operation["summary"] = operation.get("description", operation["summary"]).partition("\n")[0].rstrip(".")
            for answer in operation["responses"].values():
                _under_its_media_type(answer)
    for (method, address), examples in BODIES.items():
        if address in document["paths"]:
            body = document["paths"][address][method]["requestBody"]["content"]["application/json"]
            body["examples"] = dict(examples())
    document["tags"] = [{"name": name, "description": words} for name, words in GROUPS.items()]
    return document


def _under_its_media_type(answer: dict[str, Any]) -> None:
    """Move a problem document from the media type of the route's own answers to its own."""
    for media_type, told in list(answer.get("content", {}).items()):
        if media_type != MEDIA_TYPE and _is_problem(told.get("schema", {})):
            answer["content"] = {MEDIA_TYPE: told}


def _is_problem(schema: dict[str, Any]) -> bool:
    either = schema.get("anyOf", [schema])
    return all(each.get("$ref") in NAMES for each in either)
