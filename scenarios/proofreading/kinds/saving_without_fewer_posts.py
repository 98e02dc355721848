"""A saving has a source: fewer posts, or cheaper ones.

Rule: a saving is quoted for an option that deletes and creates the same number of posts, and no cost of the posts says
that the new ones are cheaper.
Source: seed-facts.md section 5.8-f: 20 posts deleted, 20 created, and 121,000 a year saved.
Change this when a saving may state that it is not on posts.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from scenarios.schema.quoted import Quoted
from solver.wording import pounds

CODE = "saving-without-fewer-posts"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for the largest saving quoted for an option whose posts are as many as before."""
    told: set[str] = set()
    quotes = [(_amount(quote), index, quote) for index, quote in draft.quotes("saving") if quote.of is None]
    for amount, index, quote in sorted(quotes, key=lambda row: (-row[0], row[1])):
        stated = draft.spoken_of(quote)
        if stated is None or not amount or stated.option in told or draft.today is None:
            continue
        gone, come = stated.gone().value, stated.come().value
        priced = stated.cost_pence.known and draft.today.cost_pence.known
        if gone is None or gone != come or priced:
            continue
        told.add(stated.option)
        says = (
            f"{pounds(amount)} are saved with {gone} posts deleted and {come} created, and no cost of a post says how"
        )
        at, beside = At("quoted", index, "amount"), At("proposed", stated.new[0].index if stated.new else 0, "posts")
        yield draft.doubt(
            CODE, at, says, todo="print grades or costs before and after", value=pounds(amount), beside=beside
        )


def _amount(quote: Quoted) -> int:
    return 0 if quote.amount_pence is None else quote.amount_pence.value or 0
