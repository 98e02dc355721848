"""A number and the list behind it agree.

Rule: a quote that gives a number and a list has as many names in the list.
Source: seed-facts.md section 3.6-l: two posts announced, and three entries follow.
Change this when one entry may stand for several.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from solver.wording import some

CODE = "count-and-list"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every quote whose list is longer or shorter than its number, unless rows are counted."""
    for index, quote in enumerate(draft.scenario.quoted):
        count = None if quote.count is None else quote.count.value
        counted = quote.measure in ("posts created", "posts deleted")
        if count is not None and quote.listed and not counted and len(quote.listed) != count:
            says = f"{quote.what!r} are {count} in words, and {some(len(quote.listed), 'entry', 'entries')} follow"
            at, beside = At("quoted", index, "count"), At("quoted", index, "listed")
            yield draft.doubt(CODE, at, says, todo="mend the number or the list", value=str(count), beside=beside)
