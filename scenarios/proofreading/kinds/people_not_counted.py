"""Where posts go, the report says how many people are in them.

Rule: a case carries something of a report, posts are deleted or shrink, and the people in them are not known or only
assumed: then nobody can tell how many are at risk, whatever the FTE.
Source: seed-facts.md sections 1.9-i, 1.9-l and 4.3-h. Domain-rules.md section 15.
Change this when people can be stated in another way.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from scenarios.schema.posts import Post

CODE = "people-not-counted"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield one doubt for the first given structure that touches posts whose people the source does not count."""
    quoted = {quote.of for _, quote in draft.quotes("people", "people at risk")}
    for stated in draft.given if draft.of_a_report else ():
        lines = [line for line in stated.shrunk if isinstance(line.row, Post) and line.row.contract != "agency"]
        silent = [
            line
            for line in lines
            if isinstance(line.row, Post)
            and (line.row.people is None or line.row.people.basis in ("assumed", "unknown"))
        ]
        if silent and None not in quoted:
            says = (
                f"{stated.option!r} touches {len(silent)} rows of posts, and the source "
                "does not say how many people hold them"
            )
            yield draft.doubt(
                CODE,
                At("posts", silent[0].index, "people"),
                says,
                todo="count the people in each row: posts and FTE do not tell who is at risk",
                value=silent[0].row.title,
                beside=At("posts", silent[0].index, "fte"),
            )
            return
