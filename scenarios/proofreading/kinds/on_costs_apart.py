"""On-costs are alike in cost centres of one employer, and their parts come to the total.

Rule: the parts of a cost centre (basic pay, National Insurance, pension) come to its amount; the pension as a share of
basic pay is within half of one per cent in all of them.
Source: seed-facts.md sections 3.4 and 3.6-r: 20.5 % in one cost centre and 21.3 % in the other.
Change this when cost centres state their employer.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.cost_centres import CostCentre
from scenarios.schema.faults import Doubt
from solver.wording import pounds

CODE = "on-costs-apart"
HALF_PER_CENT = Fraction(1, 200)


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt where parts do not come to an amount, or where pension shares differ."""
    first: tuple[int, Fraction] | None = None
    for index, row in enumerate(draft.scenario.cost_centres):
        parts = _parts(row)
        if parts is None:
            continue
        amount = row.amount_pence.value
        if amount is not None and sum(parts) != amount:
            says = f"the parts of {row.cost_centre!r} come to {pounds(sum(parts))}, and {pounds(amount)} is stated"
            at, beside = At("cost_centres", index, "amount"), At("cost_centres", index, "basic pay")
            yield draft.doubt(CODE, at, says, todo="mend the total or a part", value=pounds(amount), beside=beside)
        if not parts[0]:
            continue
        share = Fraction(parts[2], parts[0])
        if first is not None and abs(share - first[1]) > HALF_PER_CENT:
            says = f"pension is {_per_cent(share)} of basic pay here and {_per_cent(first[1])} in another cost centre"
            at, beside = At("cost_centres", index, "employer pension"), At("cost_centres", first[0], "employer pension")
            todo = "cost posts at the rate of their own cost centre, not at one rate for all"
            yield draft.doubt(CODE, at, says, todo=todo, value=_per_cent(share), beside=beside)
        first = first or (index, share)


def _parts(row: CostCentre) -> tuple[int, int, int] | None:
    pay, insurance, pension = row.pay_pence, row.insurance_pence, row.pension_pence
    if pay is None or insurance is None or pension is None:
        return None
    if pay.value is None or insurance.value is None or pension.value is None:
        return None
    return pay.value, insurance.value, pension.value


def _per_cent(share: Fraction) -> str:
    tenths = (share.numerator * 2000 + share.denominator) // (2 * share.denominator)
    return f"{tenths // 10}.{tenths % 10}%"
