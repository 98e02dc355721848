"""A yearly cost is not what a term of more or fewer months costs.

Rule: a proposed post, or a quoted cost, that runs from one day to another and not for twelve whole months. A month is
counted as begun where it starts with its first day.
Source: seed-facts.md sections 2.3-d and 2.3-e: fourteen months costed as one year; twelve months or thirteen.
Change this when a term may be stated in another way.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from scenarios.money.part_year import part_year_pence
from scenarios.money.pence import round_half_up
from scenarios.money.years import MONTHS_IN_YEAR
from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from solver.wording import pounds

CODE = "term-not-a-year"


def months_between(first: date, last: date) -> int:
    """Return the whole months from a first day to a last one, both counted; days over are left out."""
    end = last + timedelta(days=1)
    months = (end.year - first.year) * MONTHS_IN_YEAR + end.month - first.month
    return months - (1 if end.day < first.day else 0)


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for each term that is not a year and whose cost is given for one."""
    told: set[str] = set()
    for stated in draft.given:
        for line in stated.new:
            first, last = getattr(line.row, "from_date", None), line.row.until_date
            if first is None or last is None or line.cost_pence.value is None or line.row.title in told:
                continue
            told.add(line.row.title)
            at, beside = At("proposed", line.index, "until"), At("proposed", line.index, "from")
            yield from _term(draft, at, beside, line.row.title, (first, last, line.cost_pence.value))
    for index, quote in draft.quotes("cost"):
        cost = None if quote.amount_pence is None else quote.amount_pence.value
        if quote.from_date is None or quote.until_date is None or cost is None or quote.of in told:
            continue
        if quote.months is None:
            at, beside = At("quoted", index, "until"), At("quoted", index, "from")
            yield from _term(draft, at, beside, quote.what, (quote.from_date, quote.until_date, cost))


def _term(draft: Draft, at: At, beside: At, what: str, term: tuple[date, date, int]) -> Iterator[Doubt]:
    first, last, pence = term
    months = months_between(first, last)
    if months == MONTHS_IN_YEAR:
        return
    in_all = round_half_up(part_year_pence(pence, months) / 100) * 100
    says = (
        f"{what!r} runs for {months} months, from {first} to {last}: "
        f"{pounds(in_all)} in all, not the {_whole(pence)} of a year"
    )
    yield draft.doubt(CODE, at, says, todo="state the months, and what they come to", value=str(last), beside=beside)


def _whole(pence: int) -> str:
    return pounds(round_half_up(Fraction(pence, 100)) * 100)
