"""The parts of a total add up to it, are of one year, and the total is printed.

Rule: quotes with one `part of` are parts of the quote of that name.
Source: seed-facts.md sections 2.2 and 2.3-h: savings of two years listed together, a target moved and no new total.
Change this when parts may be weighed.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.money.years import FinancialYear
from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from scenarios.schema.quoted import Quoted
from solver.wording import fte, pounds

CODE = "parts-of-total"
UNITS = (("amount_pence", "amount", pounds), ("milli_fte", "fte", fte), ("count", "count", str))


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt where parts do not add up, are of several years, or have no total to add up to."""
    quotes = list(enumerate(draft.scenario.quoted))
    for name in sorted({quote.part_of for _, quote in quotes if quote.part_of is not None}):
        parts = [(index, quote) for index, quote in quotes if quote.part_of == name]
        whole = next(((index, quote) for index, quote in quotes if quote.what == name), None)
        years = sorted({quote.year for _, quote in parts if quote.year is not None})
        if len(years) > 1:
            labels = " and ".join(FinancialYear(year).label for year in years)
            says = f"the parts of {name!r} are of {labels}"
            last = max(index for index, quote in parts if quote.year == years[0])
            at, beside = At("quoted", last, "year"), At("quoted", parts[0][0], "year")
            yield draft.doubt(CODE, at, says, todo="add up the parts of each year", value=labels, beside=beside)
        yield from _added(draft, name, parts, whole)


def _added(
    draft: Draft, name: str, parts: list[tuple[int, Quoted]], whole: tuple[int, Quoted] | None
) -> Iterator[Doubt]:
    index = parts[-1][0]
    for field, column, written in UNITS:
        figures = [getattr(quote, field) for _, quote in parts]
        values = [figure.value for figure in figures if figure is not None]
        if len(values) < len(parts) or None in values:
            continue
        added = written(sum(values))
        if whole is None:
            says = f"the parts of {name!r} come to {added}, and no total is printed"
            beside = At("quoted", parts[0][0], column)
            yield draft.doubt(
                CODE, At("quoted", index, column), says, todo="print the total", value=added, beside=beside
            )
            continue
        printed = getattr(whole[1], field)
        if printed is not None and printed.value is not None and printed.value != sum(values):
            says = f"the parts of {name!r} come to {added}, and {written(printed.value)} is printed"
            at, beside = At("quoted", whole[0], column), At("quoted", parts[0][0], column)
            yield draft.doubt(CODE, at, says, todo="mend the total or a part", value=added, beside=beside)
