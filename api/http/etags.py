"""What a stored document is called, so that it need not be sent twice.

Source: RFC 9110 section 13 (If-None-Match, If-Match), RFC 9111 (Cache-Control). A result never changes, so its tag is
the digest of its bytes; a run that goes on has another tag for each of its states.
Change this when something is kept that changes without its bytes changing.
"""

from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from api.http.problems import ChangedMeanwhile, Refused

KEEP_TO_YOURSELF = "private, no-cache"
"""Browsers may keep it but have to ask whether it is still so; nothing between may keep it."""


def tag_of(document: bytes) -> str:
    """Return the strong ETag of a document's bytes, in its quotes."""
    return digest_tag(sha256(document).hexdigest())


def digest_tag(digest: str) -> str:
    """Return the strong ETag for a digest that is known already."""
    return f'"{digest}"'


def _listed(header: str) -> set[str]:
    """Return the tags of a header, weak ones as if they were strong."""
    return {each.strip().removeprefix("W/") for each in header.split(",")}


def is_known(request: Request, tag: str) -> bool:
    """Return whether the caller has this already (If-None-Match); then the answer is `not_modified`."""
    header = request.headers.get("if-none-match")
    return header is not None and (header.strip() == "*" or tag in _listed(header))


def not_modified(tag: str) -> Response:
    """Return the answer 304 for a tag."""
    return Response(status_code=304, headers={"ETag": tag, "Cache-Control": KEEP_TO_YOURSELF})


def tagged(
    request: Request, document: bytes, tag: str, media_type: str = "application/json", *, saved_as: str | None = None
) -> Response:
    """Return a document with its tag, or 304 where the caller has it already.

    `saved_as` is the Content-Disposition of a file (file_names.py); None: it is no file.
    """
    if is_known(request, tag):
        return not_modified(tag)
    headers = {"ETag": tag, "Cache-Control": KEEP_TO_YOURSELF}
    if saved_as is not None:
        headers["Content-Disposition"] = saved_as
    return Response(document, headers=headers, media_type=media_type)


def require_unchanged(request: Request, tag: str) -> None:
    """Refuse a write whose If-Match names something else than what stands there; without If-Match it goes through.

    Raises:
        Refused: ChangedMeanwhile.
    """
    header = request.headers.get("if-match")
    if header is not None and header.strip() != "*" and tag not in {each.strip() for each in header.split(",")}:
        raise Refused(ChangedMeanwhile(detail="Read it again, then decide again."))
