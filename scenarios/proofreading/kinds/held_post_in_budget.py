"""A post that is held vacant has its money in the budget, or not, and the report says which.

Rule: a held post whose counting to the ceiling is assumed, while the ceiling is made of cost centres or quoted.
Source: seed-facts.md section 3.6-i.
Change this when a held post can state its budget.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "held-post-in-budget"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every held post of which only a guess says whether the budget holds it."""
    for index, post in enumerate(draft.scenario.posts):
        held = post.change is not None and post.change.kind == "held"
        budget = next(((n, row) for n, row in enumerate(draft.scenario.cost_centres)), None)
        if held and "counts_to_ceiling" in post.assumed and budget is not None:
            says = f"{post.title!r} is held vacant, and whether the budget holds its cost is not stated"
            at, beside = At("posts", index, "counts to ceiling"), At("cost_centres", budget[0], "amount")
            todo = "say it: spent on other posts, the money is gone when the post is filled"
            yield draft.doubt(CODE, at, says, todo=todo, value=post.title, beside=beside)
