"""A post that is created is in every list of what is created.

Rule: a quote that lists the roles described, or the posts created, in full; a proposed title that is not among them.
Source: seed-facts.md sections 3.6-d and 5.8-e: posts created and left out of a list, or without a word on what they do.
Change this when a list may be of a part only.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "role-not-described"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every proposed title that a full list leaves out."""
    for index, quote in draft.quotes("roles described", "posts created"):
        stated = draft.spoken_of(quote)
        told: set[str] = set()
        for line in stated.new if stated is not None and quote.listed else ():
            if line.row.title in told or {line.row.title, line.role} & {*quote.listed}:
                continue
            told.add(line.row.title)
            says = f"{line.row.title!r} is created and not in {quote.what!r}, {quote.where or 'which lists the others'}"
            at, beside = At("proposed", line.index, "title"), At("quoted", index, "listed")
            todo = "say there what it is for, or leave it out"
            yield draft.doubt(CODE, at, says, todo=todo, value=line.row.title, beside=beside)
