"""The financial year that a price base names: "2018/19 pay", "2020/21 budget", "April 2013".

Rules: domain-rules.md section 14: the year is printed on each figure, in the authority's own words.
Change this when price bases are written in another way.
"""

from __future__ import annotations

import re

_SPAN = re.compile(r"\b((?:19|20)[0-9]{2})/([0-9]{2})\b")
_YEAR = re.compile(r"\b((?:19|20)[0-9]{2})\b")


def year_in(price_base: str | None) -> int | None:
    """Return the first calendar year of the financial year that a price base names, or None where it names none.

    Args:
        price_base: as printed; where it names several years the first counts.
    """
    found = None if price_base is None else _SPAN.search(price_base) or _YEAR.search(price_base)
    return None if found is None else int(found[1])
