"""A saving of part of a year says how many months it counts.

Rule: a quoted saving of one year beside the larger one of a full year is so many twelfths of it; where the months are
not stated they are worked out, and set against the first day of the structure. Whole months count.
Source: seed-facts.md section 5.8-b: 50,000 beside 121,000 is 5/12, and nothing says so. Domain-rules.md section 14.
Change this when days are counted instead of months.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from scenarios.money.part_year import months_left, part_year_pence
from scenarios.money.pence import round_half_up
from scenarios.money.years import MONTHS_IN_YEAR, FinancialYear
from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from scenarios.schema.quoted import Quoted
from solver.wording import pounds

CODE = "part-year"
ROUNDED_PENCE = 100_000
"""Reports round a part year to the thousand."""


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for each part-year saving whose months are not stated, or are not those of the first day."""
    savings = [
        (index, quote, abs(quote.amount_pence.value))
        for index, quote in draft.quotes("saving")
        if quote.amount_pence is not None and quote.amount_pence.value and quote.of is None
    ]
    for index, quote, pence in savings:
        fuller = [row for row in savings if row[1].option == quote.option and row[1].branch == quote.branch]
        full_index, _, full = max(fuller, key=lambda row: row[2])
        start = _start(draft, quote)
        if quote.year is None or pence >= full:
            continue
        months = quote.months
        left = None
        if start is not None and FinancialYear.containing(start).start_year == quote.year:
            left = months_left(start)
        nearest = round_half_up(_twelfths(pence, full))
        counted = nearest if months is None else months
        due = round_half_up(part_year_pence(full, counted))
        apart = abs(due - pence) > ROUNDED_PENCE or (left is not None and left != counted)
        if months is not None and not apart:
            continue
        says = (
            f"{pounds(pence)} is {counted}/{MONTHS_IN_YEAR} of {pounds(full)} "
            f"({pounds(round_half_up(Fraction(due, 100)) * 100)})"
            f"{'' if months is not None else ', and the months are not stated'}"
            f"{'' if left is None or left == counted else f'; {left} whole months are left from {start}'}"
        )
        at, beside = At("quoted", index, "months"), At("quoted", full_index, "amount")
        yield draft.doubt(CODE, at, says, todo="state the months beside the figure", value=pounds(pence), beside=beside)


def _twelfths(pence: int, full: int) -> Fraction:
    return Fraction(pence * MONTHS_IN_YEAR, full)


def _start(draft: Draft, quote: Quoted) -> date | None:
    options = {option.option: option.from_date for option in draft.scenario.options}
    return options.get(quote.option or "") or draft.scenario.header.start_date
