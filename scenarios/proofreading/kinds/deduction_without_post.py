"""Money taken off a budget goes with a post that moves.

Rule: a deduction that states how many posts go with it is named as cost centre by as many posts of today.
Source: seed-facts.md sections 3.6-g and 6, kind 6: 47,100 for a post that is in no list.
Change this when a deduction may be for something other than posts and says how many go with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.proofreading.stated import FROM_ROWS
from scenarios.schema.faults import Doubt
from scenarios.schema.sums import total
from solver.wording import pounds, some

CODE = "deduction-without-post"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every deduction whose posts are not those that name it."""
    for index, row in enumerate(draft.scenario.cost_centres):
        posts = None if row.posts is None else row.posts.value
        if not row.deduction or not posts:
            continue
        named = [(n, post) for n, post in enumerate(draft.scenario.posts) if post.cost_centre == row.cost_centre]
        found = total((post.posts for _, post in named), FROM_ROWS).value
        if found in (posts, None):
            continue
        says = (
            f"{pounds(abs(row.amount_pence.value or 0))} are taken off for {some(posts, 'post')}, and "
            f"{found} of today's posts "
            f"are in {row.cost_centre!r}"
        )
        beside = At("posts", named[0][0], "cost centre") if named else At("posts", 0, "cost centre")
        todo = "list the post that moves, with this as its cost centre"
        yield draft.doubt(
            CODE, At("cost_centres", index, "posts"), says, todo=todo, value=row.cost_centre, beside=beside
        )
