"""The interactive documentation: one page of our own that reads the OpenAPI document, and sends requests from it.

No package that we lock holds a documentation page, and one from another address would break both the content security
policy and a machine without a network: docs/decisions/0014-http-and-access.md. It is served from beside this file.
Change this when the documentation has another page, or another kind of file.
"""

from importlib.resources import files

from fastapi import Request, Response

from api.http.access import PUBLIC, routes_of, told
from api.http.etags import tag_of, tagged

router = routes_of("documentation")

KINDS = {"docs.html": "text/html", "docs.css": "text/css", "docs.js": "text/javascript"}
FOLDER = files("api.http") / "page_files"
FILES = {name: (FOLDER / name).read_bytes() for name in sorted(KINDS)}


def _sent(request: Request, name: str) -> Response:
    return tagged(request, FILES[name], tag_of(FILES[name]), KINDS[name])


@router.get("/docs", include_in_schema=False, **told(PUBLIC))
async def docs(request: Request) -> Response:
    """Show every address, with examples, and a form that asks it."""
    return _sent(request, "docs.html")


@router.get("/docs.css", include_in_schema=False, **told(PUBLIC))
async def docs_css(request: Request) -> Response:
    """Give the looks of the page."""
    return _sent(request, "docs.css")


@router.get("/docs.js", include_in_schema=False, **told(PUBLIC))
async def docs_js(request: Request) -> Response:
    """Give what the page does."""
    return _sent(request, "docs.js")


@router.get("/openapi.json", include_in_schema=False, **told(PUBLIC))
def openapi(request: Request) -> Response:
    """Give the OpenAPI document."""
    document: bytes = request.app.state.openapi()
    return tagged(request, document, tag_of(document))
