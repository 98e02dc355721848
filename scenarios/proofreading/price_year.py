"""The financial year that a price base names: "2018/19 pay", "2020/21 budget", "January 2014".

Rules: domain-rules.md section 14: the year is printed on each figure, in the authority's own words. A month
says which financial year it lies in: January 2014 is in 2013/14. A year alone is taken for the one that begins in it.
Change this when price bases are written in another way.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from datetime import date

from scenarios.money.years import FinancialYear

_SPAN = re.compile(r"\b((?:19|20)[0-9]{2})/([0-9]{2})\b")
_MONTHS = {name.casefold(): number for names in (month_name, month_abbr) for number, name in enumerate(names) if name}
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)}|sept)\.?[ -]+((?:19|20)[0-9]{{2}})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b((?:19|20)[0-9]{2})\b")


def year_in(price_base: str | None) -> int | None:
    """Return the first calendar year of the financial year that a price base names, or None where it names none.

    Args:
        price_base: as printed; where it names several years the first counts.
    """
    if price_base is None:
        return None
    span, month, year = (each.search(price_base) for each in (_SPAN, _MONTH, _YEAR))
    if span is None and month is not None:
        return _containing(int(month[2]), _MONTHS[month[1].casefold()[:3]])
    found = span or year
    return None if found is None else int(found[1])


def _containing(year: int, month: int) -> int | None:
    """Return the first calendar year of the financial year a month lies in, None before there is one."""
    try:
        return FinancialYear.containing(date(year, month, 1)).start_year
    except ValueError:
        return None
