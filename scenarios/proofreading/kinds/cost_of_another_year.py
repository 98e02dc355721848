"""A post is costed at the pay of the year it is paid in.

Rule: a proposed line on a pay spine whose first day is in a later year than the one its cost is worked out for, where
the rates of that year are held: the difference is told.
Source: seed-facts.md section 2.3-b: 46,678 at the pay of 2018/19 for a post of 2019/20, 929 short.
Change this when a line can state the year of its rates.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scenarios.compiling.unit_costs import unit_costs
from scenarios.money.pence import round_half_up
from scenarios.money.years import FinancialYear
from scenarios.proofreading.draft import At, Draft
from scenarios.proofreading.price_year import year_in
from scenarios.schema.derive_posts import size_of
from scenarios.schema.faults import Doubt
from solver.wording import pounds

CODE = "cost-of-another-year"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for each proposed post that the rates of its own year make dearer or cheaper."""
    told: set[int] = set()
    for stated in draft.given:
        units = unit_costs(stated.arrangement.scenario)
        for line in stated.new:
            first, size, unit = getattr(line.row, "from_date", None), size_of(line.row), units.get(line.role)
            base = line.row.price_base or draft.scenario.header.price_base
            year = year_in(base)
            if (
                first is None
                or year is None
                or unit is None
                or size is None
                or size.value is None
                or line.index in told
            ):
                continue
            later = FinancialYear.containing(first)
            if unit.pence_per_fte is not None or later.start_year <= year:
                continue
            then, now = unit.post_pence(size.value, year), unit.post_pence(size.value, later.start_year)
            if then is None or now is None or then == now:
                continue
            told.add(line.index)
            more, word = _pounds(now) - _pounds(then), "short" if now > then else "over"
            says = (
                f"{line.row.title!r} costs {pounds(_pounds(then) * 100)} at {base} and "
                f"{pounds(_pounds(now) * 100)} at the "
                f"rates of {later.label}, in which it starts: {pounds(abs(more) * 100)} {word}"
            )
            yield draft.doubt(
                CODE,
                At("proposed", line.index, "from"),
                says,
                todo="cost it at the year it is paid in, or print the price base",
                value=str(first),
                beside=At("grades", _grade_row(draft, line.row.grade), "grade"),
            )


def _pounds(pence: int) -> int:
    return round_half_up(Fraction(pence, 100))


def _grade_row(draft: Draft, grade: str | None) -> int:
    rows = [
        index for index, row in enumerate(draft.scenario.grades) if row.grade == grade and row.top_point is not None
    ]
    return rows[0] if rows else 0
