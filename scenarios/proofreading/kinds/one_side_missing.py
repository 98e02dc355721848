"""A total can be checked: both of its sides are there.

Rule: a quoted cost, saving, budget or size of an option, where the rows it speaks of print no cost (or none that is not
assumed), or where the report prints no figure at all (`?`).
Source: seed-facts.md section 6, kind 5: a budget said to be enough, and no cost of the posts it pays for.
Change this when another figure needs two sides.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from solver.wording import pounds

CODE = "one-side-missing"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every quoted total that nothing printed can be set against."""
    for index, quote in draft.quotes("cost", "saving", "budget"):
        stated = draft.spoken_of(quote)
        at = At("quoted", index, "amount")
        if quote.amount_pence is not None and quote.amount_pence.value is None:
            says = f"{quote.what!r} is spoken of and no figure is printed"
            yield draft.doubt(CODE, at, says, todo="print the figure, and what it is made of", value="?")
            continue
        if (
            stated is None
            or quote.of is not None
            or quote.amount_pence is None
            or stated.priced
            or quote.year is not None
        ):
            continue
        line = next(
            (line for line in stated.new or stated.lines if line.cost_pence.basis in ("assumed", "unknown")), None
        )
        beside = None if line is None else At(line.sheet, line.index, "cost")
        says = f"{quote.what!r} is {pounds(quote.amount_pence.value or 0)}, and no cost of the posts in it is printed"
        yield draft.doubt(
            CODE, at, says, todo="print what each post costs, so that it can be added up", beside=beside, value="?"
        )
