"""Posts, people and the time they work are three measures.

Rule: a quoted occupied FTE is set against the people in the posts it speaks of: fewer FTE than people mean part-timers,
and more vacant time than vacant posts.
Source: seed-facts.md sections 5.8-a and 6, kind 4: 14 filled posts and 13.6 FTE. Domain-rules.md section 15.
Change this when rows state the occupied FTE of each line.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.proofreading.stated import FROM_ROWS, Line
from scenarios.schema.derive_posts import size_of
from scenarios.schema.faults import Doubt
from scenarios.schema.posts import Post
from scenarios.schema.sums import total
from solver.wording import fte, some

CODE = "measures-apart"
DELETED = "posts deleted"
FULL_TIME = 1000


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for each quoted occupied FTE that is not the number of people in the posts."""
    for index, quote in draft.quotes("occupied fte"):
        lines = _lines(draft, quote.of)
        people = total((line.row.people for line in lines if isinstance(line.row, Post)), FROM_ROWS).value
        size = total((size_of(line.row) for line in lines), FROM_ROWS).value
        occupied = None if quote.milli_fte is None else quote.milli_fte.value
        if occupied is None or people is None or size is None or occupied == people * FULL_TIME:
            continue
        vacant = some(max(0, size // FULL_TIME - people), "post")
        says = (
            f"{fte(occupied)} are occupied by {some(people, 'person', 'people')}, so "
            f"{fte(size - occupied)} are vacant and not "
            f"the time of {vacant}"
        )
        todo = "say which is meant wherever posts, people or FTE are counted"
        at, beside = At("quoted", index, "fte"), At("posts", lines[0].index, "people")
        yield draft.doubt(CODE, at, says, todo=todo, value=fte(occupied), beside=beside)


def _lines(draft: Draft, of: str | None) -> list[Line]:
    if of == DELETED:
        return list(next((stated.undecided for stated in draft.given), ()))
    today = draft.today
    return [
        line
        for line in (() if today is None else today.lines)
        if of in (None, line.row.title, line.role, line.row.team)
    ]
