"""What a structure costs and saves, in pounds for a result: full year, by year, by source, by funding line.

A saving is set against no change at the same prices; while a cost is not known the saving is not either (null, never
0). In the year the structure starts, the months before it are costed as today (domain-rules.md section 14, part
year).
Change this when another sum is set against no change.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from scenarios.comparing.answers import Answer
from scenarios.comparing.ledgers import ledger_of, staying
from scenarios.comparing.result import SavingSource
from scenarios.compiling.problem import years_of
from scenarios.money.ledger import Ledger
from scenarios.money.part_year import months_left, part_year_pence
from scenarios.money.pence import round_half_up
from scenarios.money.saving import Saving, saving_by_funding, saving_by_source
from scenarios.money.years import MONTHS_IN_YEAR, FinancialYear
from solver.wording import pounds


@dataclass(frozen=True)
class Money:
    """Pounds; None where a cost is not known."""

    annual_cost: float | None
    price_base: str | None
    saving: float | None
    saving_pence: int | None
    by_source: tuple[SavingSource, ...]
    by_funding: tuple[SavingSource, ...]
    cost_by_year: dict[str, float | None]
    saving_by_year: dict[str, float | None]
    months_by_year: dict[str, int]


def pounds_of(pence: int | None) -> float | None:
    """Pence as a number of pounds for JSON, exact to the penny as printed."""
    return None if pence is None else round(pence / 100, 2)


def money_of(answer: Answer, as_is: Answer) -> Money:
    """The money of a structure that has a ledger."""
    before, after = _without_transfers(answer, as_is), answer.ledger or Ledger()
    sources = _families(as_is) | _families(answer)
    saving = saving_by_source(before, after, sources=sources)
    cost = after.total().pence
    by_year = _by_year(answer, as_is)
    bases = sorted({line.price_base for line in after.lines if line.price_base})
    return Money(
        annual_cost=pounds_of(cost),
        price_base="; ".join(bases) or None,
        saving=pounds_of(saving.pence),
        saving_pence=saving.pence,
        by_source=_parts(saving),
        by_funding=() if answer.anchor is not None else _parts(saving_by_funding(before, after)),
        cost_by_year={label: pounds_of(now) for label, (_was, now, _months) in by_year.items()},
        saving_by_year={label: pounds_of(_less(was, now)) for label, (was, now, _months) in by_year.items()},
        months_by_year={label: months for label, (_was, _now, months) in by_year.items()},
    )


def _without_transfers(answer: Answer, as_is: Answer, first: int | None = None) -> Ledger:
    """Today's ledger, like for like: what moves out with a post transferred elsewhere is spent there and not saved."""
    if as_is.structure is None:
        return Ledger()
    if answer.question.arrangement.option.kind == "no change":
        return ledger_of(as_is.question, as_is.structure, first)
    return ledger_of(replace(as_is.question, arrangement=staying(as_is.question.arrangement)), as_is.structure, first)


def transferred_words(answer: Answer, as_is: Answer) -> tuple[str, ...]:
    """A sentence on today's cost that leaves with transferred posts, so that cost and saving can be added up."""
    before = None if as_is.ledger is None else as_is.ledger.total().pence
    staying = _without_transfers(answer, as_is).total().pence
    if before is None or staying is None or before == staying:
        return ()
    return (f"{pounds(before - staying)} of today's cost goes elsewhere with transferred posts; it is not a saving.",)


def _less(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else before - after


def _families(answer: Answer) -> dict[str, str]:
    """Roles by their family, so that a role and the one that follows it are one source of saving."""
    return {role.role: role.family or role.role for role in answer.question.arrangement.scenario.roles}


def _parts(saving: Saving) -> tuple[SavingSource, ...]:
    return tuple(
        SavingSource(source=part.source, effect=part.effect, pounds=pounds_of(part.pence)) for part in saving.parts
    )


def _by_year(answer: Answer, as_is: Answer) -> dict[str, tuple[int | None, int | None, int]]:
    """Pence by financial year without and with the change, and its whole months: as today until it starts."""
    arrangement = answer.question.arrangement
    start = arrangement.option.from_date or arrangement.scenario.header.start_date
    costs: dict[str, tuple[int | None, int | None, int]] = {}
    header = arrangement.scenario.header
    dated = header.years or header.start_date or header.case_date
    for first in years_of(arrangement.scenario) if dated else ():
        year = FinancialYear(first)
        months = MONTHS_IN_YEAR if start is None or start <= year.first_day else 0
        if start is not None and year.first_day < start <= year.last_day:
            months = months_left(start)
        old = _without_transfers(answer, as_is, first).total().pence
        new = None if answer.structure is None else ledger_of(answer.question, answer.structure, first).total().pence
        costs[year.label] = (old, _mixed(old, new, months), months)
    return costs


def _mixed(old: int | None, new: int | None, months: int) -> int | None:
    """So many months at the new cost and the rest of the year at the old; None where one that counts is not known."""
    parts = [(old, MONTHS_IN_YEAR - months), (new, months)]
    if any(pence is None and n for pence, n in parts):
        return None
    return round_half_up(sum((part_year_pence(pence or 0, n) for pence, n in parts), Fraction(0)))
