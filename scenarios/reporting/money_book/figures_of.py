"""What formulas come to, from the ledger itself: the pence beside each formula, so that the two can be told apart.

Change this when a sheet shows another sum.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from scenarios.money.ledger import Ledger, Line
from scenarios.reporting.worked import Costed


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


def prices_of(costed: Costed, year: int) -> str:
    """Say at which prices a structure's lines are."""
    found = sorted({line.price_base for line in costed.ledgers[year].lines if line.price_base})
    return "; ".join(found) or "not stated"
