"""Names that formulas go by, and the shapes of total there are: all of it, or "?" while a line is not known.

Change this when formulas name something more.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.money.years import FinancialYear
from scenarios.workbooks.figures import UNKNOWN

CONTENTS = "contents"
SUMMARY = "summary"
LINES = "lines"
RATES = "rates"
POST_COSTS = "post costs"
CENTRES = "cost centres"
FUNDING = "funding"
SAVING = "saving"
YEARS = "by year"
ONE_OFF = "one-off"
AWARD = "pay award"
CHECK = "check"

PAY_AWARD = "pay_award"
LINE_NO = "line_no"
LINE_STAYS = "line_stays"
LINE_SOURCE = "line_source"
LINE_CENTRE = "line_centre"
LINE_FUNDING = "line_funding"
LINE_POSTS = "line_posts"
LINE_FTE = "line_fte"

Condition = tuple[str, str]
"""The name of a column of lines, and the cell or value that it is to equal."""


@dataclass(frozen=True)
class Award:
    """A pay award that costs are worked out with: the cell or name it stands in, and what it is when written."""

    cell: str
    basis_points: int = 0


ASKED_AWARD = Award(PAY_AWARD)


def cost_name(year: int, *, dated: bool) -> str:
    """Return the name of the column of costs in a year: cost_2015_16."""
    return f"cost_{FinancialYear(year).label.replace('/', '_')}" if dated else "cost_full_year"


def total(cost: str, conditions: tuple[Condition, ...]) -> str:
    """Return the sum of some lines' costs, "?" while one of them is not known, as a formula without equals sign."""
    where = ",".join(f"{name},{value}" for name, value in conditions)
    return f'IF(COUNTIFS({where},{cost},"~{UNKNOWN}")>0,"{UNKNOWN}",ROUND(SUMIFS({cost},{where}),2))'


def summed(cells: str) -> str:
    """Return the sum of a block of cells, "?" while one of them is not known, as a formula without equals sign."""
    return f'IF(COUNTIF({cells},"~{UNKNOWN}")>0,"{UNKNOWN}",ROUND(SUM({cells}),2))'


def known(cells: tuple[str, ...], formula: str) -> str:
    """Return a formula that is worked out only while none of some cells is "?"."""
    tests = [f'{cell}="{UNKNOWN}"' for cell in cells]
    test = tests[0] if len(tests) == 1 else f"OR({','.join(tests)})"
    return f'IF({test},"{UNKNOWN}",{formula})'
