"""Names that formulas go by, and the shapes of total there are: all of it, or "?" while a line is not known.

Change this when formulas name something more.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.money.years import FinancialYear
from scenarios.workbooks.inputs import UNKNOWN

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
QUOTED = "report figures"

AWARD_NOTE = "award_note"
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


_NUMBER = ">-1E+15"
"""What COUNTIFS takes for any number: blanks and words are neither above nor below one."""
_AFTER_AWARD = ", after the award typed"


def asked_award(year: int, *, dated: bool) -> Award:
    """Return the award in a year, all that are typed up to then taken together."""
    return Award(_in_year("award", year, dated=dated))


def cost_name(year: int, *, dated: bool) -> str:
    """Return the name of the column of costs of 12 months in a year: cost_2015_16."""
    return _in_year("cost", year, dated=dated)


def spent_name(year: int) -> str:
    """Return the name of the column of costs in a year with the months of each line: spent_2015_16."""
    return _in_year("spent", year, dated=True)


def prices_name(year: int, *, dated: bool) -> str:
    """Return the name of the cell that says at which prices costs in a year are: prices_2015_16."""
    return _in_year("prices", year, dated=dated)


def _in_year(what: str, year: int, *, dated: bool) -> str:
    return f"{what}_{FinancialYear(year).label.replace('/', '_')}" if dated else f"{what}_full_year"


def total(values: str, conditions: tuple[Condition, ...], digits: int = 2) -> str:
    """Return the sum of some lines' figures, "?" while one is no number, as a formula without equals sign."""
    where = _where(conditions)
    added = f"ROUND(SUMIFS({values},{where}),{digits})"
    return f'IF(COUNTIFS({where},{values},"{_NUMBER}")<COUNTIFS({where}),"{UNKNOWN}",{added})'


def not_known(values: str, conditions: tuple[Condition, ...]) -> str:
    """Return how many of some lines' figures are no number, as a formula without equals sign."""
    where = _where(conditions)
    return f'COUNTIFS({where})-COUNTIFS({where},{values},"{_NUMBER}")'


def _where(conditions: tuple[Condition, ...]) -> str:
    return ",".join(f"{name},{value}" for name, value in conditions)


def summed(cells: str) -> str:
    """Return the sum of a block of cells in a column, "?" while one is no number, as a formula without equals sign."""
    return f'IF(COUNT({cells})<ROWS({cells}),"{UNKNOWN}",ROUND(SUM({cells}),2))'


def known(cells: tuple[str, ...], formula: str) -> str:
    """Return a formula that is worked out only while some cells are numbers: "?" where one is blank or a word."""
    return f'IF(COUNT({",".join(cells)})<{len(cells)},"{UNKNOWN}",{formula})'


def where_raised(awards: tuple[Award, ...], *, otherwise: str, raised: str) -> str:
    """Return a formula that says one thing while no award is typed, and another once one is.

    Args:
        awards: the awards that may be typed.
        otherwise: what it says while none is; no text of a case.
        raised: what it says then; no text of a case.
    """
    none = ",".join(f"{award.cell}=0" for award in awards)
    return f'=IF(AND({none}),"{otherwise}","{raised}")'


def headed(heading: str, awards: tuple[Award, ...]) -> str:
    """Return the heading of figures that follow awards: it says so once one is typed."""
    return where_raised(awards, otherwise=heading, raised=heading + _AFTER_AWARD)


def based(awards: tuple[Award, ...]) -> str:
    """Return the heading of price bases: an award that is typed comes on top of them."""
    return where_raised(awards, otherwise="price base", raised="price base, before the award typed")
