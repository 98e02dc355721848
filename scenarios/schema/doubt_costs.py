"""Doubts about what one FTE costs: one title, or one grade, at two costs and the same prices.

Rules: seed-facts.md section 6 (the same job at two costs in one report). Neither place is known to be the wrong one, so
both are named, with what their sizes and costs make of one FTE.
Change this when two costs for one FTE have another reason that a planner knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from scenarios.schema import doubt_kinds
from scenarios.schema.doubt_names import numbered
from scenarios.schema.faults import Doubt, Spot
from scenarios.schema.scenario import Scenario
from scenarios.schema.tables import Places


def cost_clashes(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    """Yield a doubt for every line whose title, or else grade, stood earlier at another cost for one FTE."""
    first: dict[tuple[str, ...], tuple[Fraction, Spot]] = {}
    for sheet, index, line in numbered(scenario):
        cost, fte = line.cost_pence, line.milli_fte
        if cost is None or cost.value is None or fte is None or (fte.value or 0) <= 0:
            continue
        unit, spot = Fraction(cost.value * 1000, fte.value), places.spot(sheet, index, "cost")
        keys = [("title", line.title, line.grade or "")] + [("grade", line.grade, "")] * (line.grade is not None)
        for what, name, grade in keys:
            key = (what, name or "", grade, line.price_base or "", line.employer or "")
            there, where = first.setdefault(key, (unit, spot))
            if there != unit:
                words = doubt_kinds.unit_cost_clash(repr(name), _pounds(unit), _pounds(there), str(where))
                yield Doubt.at(spot, _pounds(unit), words)
                break


def _pounds(pence: Fraction) -> str:
    pounds = Decimal(pence.numerator) / Decimal(pence.denominator) / 100
    return f"£{pounds.quantize(Decimal('0.01'), ROUND_HALF_UP):,f}"
