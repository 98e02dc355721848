"""What is paid once stands beside the saving of the first year.

Rule: a severance is quoted without its year, the saving of the first year is less, and no figure is what is left of it.
Source: seed-facts.md section 5.8-p: 50,000 saved and 120,000 paid in one year, and the net is not stated.
Change this when a quote may say that it is net.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from solver.wording import pounds

CODE = "one-off-outside-saving"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt where the first year's saving is less than what is paid once in it, and the two stand apart."""
    for index, once in draft.quotes("severance"):
        paid = None if once.amount_pence is None else once.amount_pence.value
        savings = [
            (quote.year, number, quote.amount_pence.value)
            for number, quote in draft.quotes("saving")
            if quote.option == once.option
            and quote.year is not None
            and quote.amount_pence
            and quote.amount_pence.value
        ]
        if not paid or not savings or once.year is not None:
            continue
        _, number, saved = min(savings)
        net = saved - paid
        if net >= 0:
            continue
        says = (
            f"{pounds(paid)} may be paid once and {pounds(saved)} is saved in the "
            f"first year: {pounds(net)} net, not stated"
        )
        at, beside = At("quoted", index, "amount"), At("quoted", number, "amount")
        yield draft.doubt(
            CODE, at, says, todo="state the year it falls in, and the net", value=pounds(paid), beside=beside
        )
