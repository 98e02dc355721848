"""What formulas come to, from the ledger itself: the pence beside each formula, so that the two can be told apart.

Change this when a sheet shows another sum.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from scenarios.money.ledger import Ledger, Line
from scenarios.money.years import FinancialYear
from scenarios.reporting.worked import Costed

NOT_STATED = "not stated"
RATES_OF_EACH_YEAR = "rates of each year"
"""Where pay and on-costs of a line are looked up anew for every year."""


def sum_of(ledger: Ledger, wanted: Callable[[Line], bool]) -> int | None:
    """Return the sum of some lines in pence; None while one of them is not known.

    Args:
        ledger: the ledger.
        wanted: which lines.
    """
    return Ledger(tuple(line for line in ledger.lines if wanted(line))).total().pence


def less(before: int | None, after: int | None) -> int | None:
    """Return before less after in pence; None while one of them is not known."""
    return None if before is None or after is None else before - after


def basis_of(lines: Sequence[Line]) -> str:
    """Say what a sum rests on: derived from lines of these bases."""
    found = sorted({"not known" if line.pence is None else line.basis for line in lines})
    return f"derived; lines: {', '.join(found)}" if found else "derived"


def base_of(costed: Costed, line: Line) -> str:
    """Say at which prices a line is: what its cost is stated at, or the rates of each year on a pay spine."""
    unit = costed.answer.question.costs.get(line.role)
    if line.sizes and unit is not None and unit.spines:
        return RATES_OF_EACH_YEAR
    return line.price_base or NOT_STATED


def prices_of(costed: Costed, year: int) -> str:
    """Say at which prices a structure's lines are in a year, by its first calendar year."""
    found = {base_of(costed, line) for line in costed.ledgers[year].lines}
    named = sorted(found - {RATES_OF_EACH_YEAR, NOT_STATED})
    if RATES_OF_EACH_YEAR in found:
        named.append(f"rates of {FinancialYear(year).label}")
    return "; ".join(named) or NOT_STATED
