"""Equality figures do not tell who somebody is.

Rule: a count behind a printed share, or the rest of it, is below the threshold, or all people together are too few. The
doubt says so without the count.
Source: seed-facts.md sections 5.8-k and 6, kind 10; domain-rules.md section 17.3.
Change this when small numbers are hidden in another way.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.equality.counts import compared
from scenarios.equality.views import published_view
from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "small-counts"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield one doubt where a published table would show a small number."""
    people, rows = compared(draft.sealed.equality)
    view = published_view(people, rows, draft.scenario.policy)
    hidden = [cell for cell in view.cells if cell.hidden]
    if hidden:
        index = next(n for n, row in enumerate(draft.sealed.equality) if row.characteristic == hidden[0].characteristic)
        says = f"some of these figures may tell who somebody is ({view.why})"
        todo = "publish the table without them"
        at, beside = At("equality", index, "share"), At("equality", index, "value")
        yield draft.doubt(CODE, at, says, todo=todo, value=hidden[0].characteristic, beside=beside)
