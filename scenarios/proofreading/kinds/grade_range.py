"""What a post costs fits the pay of its grade.

Rule: with on-costs one FTE costs from the pay at the bottom of its scale to half as much again as the pay at the top:
National Insurance and pension together never came to half of pay. The scale is the one that a quote gives for the role.
Source: seed-facts.md sections 1.9-a and 6, kind 2: 36,333 for one FTE of a grade that ends at 23,708.
Change this when on-costs pass half of pay.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scenarios.money.pence import round_half_up
from scenarios.proofreading.draft import At, Draft
from scenarios.proofreading.stated import Line
from scenarios.schema.derive_posts import size_of
from scenarios.schema.faults import Doubt
from solver.wording import pounds

CODE = "grade-range"
MOST_WITH_ON_COSTS = Fraction(3, 2)


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every line whose cost for one FTE is outside what a quoted scale of its role can come to."""
    told: set[tuple[str, int]] = set()
    for index, quote in draft.quotes("pay scale"):
        low, high = (None if pay is None else pay.value for pay in (quote.pay_low_pence, quote.pay_high_pence))
        if low is None or high is None:
            continue
        for line in _lines(draft, quote.of):
            unit = _unit(line)
            if unit is None or (line.sheet, line.index) in told or low <= unit <= high * MOST_WITH_ON_COSTS:
                continue
            told.add((line.sheet, line.index))
            side = "less than its bottom" if unit < low else "more than half as much again as its top"
            says = (
                f"{line.row.title!r} is costed at {pounds(_whole(unit))} for one FTE, {side}: "
                f"{quote.grade or 'the grade'} is "
                f"{pounds(low)} to {pounds(high)}"
            )
            yield draft.doubt(
                CODE,
                At(line.sheet, line.index, "cost"),
                says,
                todo="settle which grade is meant, and cost that one",
                value=pounds(_whole(unit)),
                beside=At("quoted", index, "pay to"),
            )


def _lines(draft: Draft, of: str | None) -> Iterator[Line]:
    for stated in draft.stated:
        for line in stated.lines:
            if of in (line.row.title, line.role) and line.row.cost_pence is not None:
                yield line


def _unit(line: Line) -> Fraction | None:
    size, cost = size_of(line.row), line.row.cost_pence
    if size is None or not size.value or cost is None or cost.value is None:
        return None
    return Fraction(cost.value * 1000, size.value)


def _whole(pence: Fraction) -> int:
    return round_half_up(pence / 100) * 100
