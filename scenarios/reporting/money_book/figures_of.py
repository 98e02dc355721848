"""What formulas come to, from the ledger itself: the pence beside each formula, so that the two can be told apart.

Change this when a sheet shows another sum.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from scenarios.money.ledger import Ledger, Line
from scenarios.money.years import FinancialYear
from scenarios.reporting.worked import Costed

NOT_STATED = "not stated"
_OUTSIDE = (
    (re.compile(r"\bREADME(\.md)?\b"), "the README of the case (not in this workbook)"),
    (re.compile(r"(?<!case's )\bsheet (roles|grades|posts|proposed|teams|options|limits|work|calendar)\b"),
     r"the case's sheet \1 (not in this workbook)"),
    (re.compile(r"\bworked out from posts and proposed\b"), "worked out from the case's sheets posts and proposed"),
)  # fmt: skip
"""What a text of a case speaks of as being beside it, and how that is said where it is not."""
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


def in_workbook(text: str) -> str:
    """Return a text of a case as it is true in the workbook, where the case's own files and sheets are not."""
    for found, said in _OUTSIDE:
        text = found.sub(said, text)
    return text


def guessed_people(costed: Costed) -> tuple[str, ...]:
    """Say which numbers of people of today's posts are assumed or not given: those displaced rest on them."""
    scenario = costed.answer.question.arrangement.scenario
    if not costed.people.displaced_at_most:
        return ()
    guessed = [post for post in scenario.posts if post.people is None or post.people.basis in ("assumed", "unknown")]
    named = sorted({post.title for post in guessed})
    return (f"people in post assumed: {', '.join(named)}",) if named else ()
