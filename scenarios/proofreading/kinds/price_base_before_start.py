"""Costs are at the prices of the year in which the structure starts, or say that they are not.

Rule: the price base of the case names an earlier financial year than its first day, and a cost or a saving is stated.
Source: seed-facts.md sections 1.9-e and 6, kind 3: savings from April 2015 at the pay of 2013/14.
Change this when a case can state an award between its price base and its start.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.money.years import FinancialYear
from scenarios.proofreading.draft import At, Draft
from scenarios.proofreading.price_year import year_in
from scenarios.schema.faults import Doubt

CODE = "price-base-before-start"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt where the prices are older than the structure."""
    header = draft.scenario.header
    year, start = year_in(header.price_base), header.start_date
    if year is None or start is None or FinancialYear.containing(start).start_year <= year:
        return
    label = FinancialYear.containing(start).label
    says = (
        f"costs are at {header.price_base!r} and the structure starts in {label}: awards in between are in neither side"
    )
    todo = "raise both sides to one year, or print the price base beside each figure"
    at, beside = At("header", 0, "price base"), At("header", 0, "start")
    yield draft.doubt(CODE, at, says, todo=todo, value=header.price_base or "", beside=beside)
