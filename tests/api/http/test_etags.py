"""Tags of documents: known, unknown, any, and a write that names what it read."""

import pytest
from starlette.requests import Request

from api.http.etags import is_known, require_unchanged, tag_of, tagged
from api.http.problems import Refused

TAG = tag_of(b"document")


def _asked(**headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "GET", "headers": raw})


@pytest.mark.parametrize(
    ("header", "known"),
    [(TAG, True), (f"W/{TAG}", True), (f'"a", {TAG}', True), ("*", True), ('"a"', False), ("", False)],
)
def test_a_caller_who_has_it_is_told_so(header: str, known: bool) -> None:  # noqa: FBT001 - a case of the table
    """If-None-Match takes a list, weak tags and a star."""
    asked = _asked(if_none_match=header)
    assert is_known(asked, TAG) is known
    answer = tagged(asked, b"document", TAG)
    assert (answer.status_code, answer.body) == ((304, b"") if known else (200, b"document"))
    assert answer.headers["etag"] == TAG


def test_without_the_header_nothing_is_known() -> None:
    """A caller who names nothing gets the document."""
    assert not is_known(_asked(), TAG)


def test_a_write_that_read_something_else_is_refused() -> None:
    """If-Match must name what stands there, strongly; without it, or with a star, the write goes through."""
    for fine in (_asked(), _asked(if_match="*"), _asked(if_match=f'"a", {TAG}')):
        require_unchanged(fine, TAG)
    for other in (_asked(if_match='"a"'), _asked(if_match=f"W/{TAG}")):
        with pytest.raises(Refused) as refused:
            require_unchanged(other, TAG)
        assert refused.value.problem.status == 412
