"""Lists by the page: how many, after which one, and the address of the next page.

Change this when a list is gone through in another way.
"""

from collections.abc import Sequence
from typing import Annotated, TypeVar
from urllib.parse import quote, urlencode

from fastapi import Query
from starlette.requests import Request

T = TypeVar("T")

MOST_ITEMS = 200
Limit = Annotated[int, Query(ge=1, le=MOST_ITEMS, description="How many at most.")]
AfterNumber = Annotated[
    int | None, Query(ge=1, le=2**31 - 1, description="Where the page before ended: take it from `next`.")
]
USUAL = 50


def page_of(found: Sequence[T], limit: int) -> tuple[Sequence[T], T | None]:
    """Return the items of a page, and the last of them where there are more.

    Args:
        found: one more than the page has, if there are so many.
        limit: how many the page has at most.
    """
    shown = found[:limit]
    return shown, shown[-1] if len(found) > limit else None


def next_link(request: Request, after: str | int | None) -> str | None:
    """Return the address of the page after this one; None: there is none."""
    if after is None:
        return None
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    return f"{quote(request.url.path)}?{urlencode([*kept, ('after', str(after))])}"
