"""Pay scales in one report come from one pay table.

Rule: a quoted scale with points of a spine is looked up in the spine: each table in which its pay stands has dates. Two
scales of one spine that no table holds together are from two tables.
Source: seed-facts.md section 1.9-c: one grade at April 2013, the other at the table one award before.
Change this when scales are quoted without points.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from scenarios.schema.quoted import Quoted

CODE = "pay-table-years"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for a scale whose pay is in no table of its spine, or in none that another quoted scale is in."""
    first: dict[str, tuple[int, Quoted, frozenset[date]]] = {}
    for index, quote in draft.quotes("pay scale"):
        tables = _tables(draft, quote)
        if quote.spine is None or tables is None:
            continue
        at, name = At("quoted", index, "pay to"), quote.grade or quote.what
        if not tables:
            says = f"the pay of {name!r} stands in no table of {quote.spine} that is held"
            yield draft.doubt(CODE, at, says, todo="check the points and the pay", value=name)
            continue
        before, other, known = first.setdefault(quote.spine, (index, quote, tables))
        if not known & tables:
            says = (
                f"the pay of {name!r} is of the table from {min(tables)}, and that of "
                f"{other.grade or other.what!r} of the "
                f"table from {min(known)}"
            )
            todo = "take both from the table in force when the posts are filled"
            yield draft.doubt(CODE, at, says, todo=todo, value=name, beside=At("quoted", before, "pay to"))


def _tables(draft: Draft, quote: Quoted) -> frozenset[date] | None:
    """First days of the tables that hold both ends of the scale; None where it names no points or no pay."""
    ends = ((quote.bottom_point, quote.pay_low_pence), (quote.top_point, quote.pay_high_pence))
    found: list[frozenset[date]] = []
    for point, pay in ends:
        if point is not None and pay is not None and pay.value is not None:
            rows = (rate for rate in draft.book.rates if rate.rule == quote.spine and rate.key == str(point))
            found.append(frozenset(rate.valid_from for rate in rows if rate.value == pay.value))
    return frozenset.intersection(*found) if found else None
