"""Dates in cells that are kept: cut out, as a date in a name of a post is somebody's, or no part of the name.

Rules: design.md section 3: nothing written may point at a person. Years (`2025/26`) and numbers stay.
Change this when a date is written in another way, or a name of something is taken for one.
"""

from __future__ import annotations

import re

from scenarios.importing import amounts

_DATE = re.compile(
    r"(?<![\w/.-])(?P<day>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})|[0-9]{1,2}[.-][0-9]{1,2}[.-][0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|"
    r"[0-9]{1,2}(?:st|nd|rd|th)?[ -][A-Za-z]{3,9}[ -][0-9]{4})(?![\w/-])"
)
_BEFORE = re.compile(
    r"[\s(,;:-]*\b(?:from|until|till|to|ends?|ended|since|on|by|dob|d\.o\.b\.?|born|review)[\s:]*$", re.I
)
_LOOSE = re.compile(r"^[\s,;:/&-]+|[\s,;:/&(\[-]+$|\(\s*\)|\[\s*\]")
_ORDINAL = re.compile(r"(?<=[0-9])(st|nd|rd|th)")
BORN_BY = 2010
"""Nobody at work was born later; no fixed term of a post of today ended before."""


def years_in(text: str) -> tuple[int, ...]:
    """Return the year of each date that stands in a text."""
    return tuple(day.year for found in _DATE.finditer(text) if (day := amounts.day(_ORDINAL.sub("", found["day"]))))


def without_dates(text: str) -> str:
    """Return a text without its dates and the words that only lead to them.

    Args:
        text: a cell of a kept column.
    """
    left = text
    while (found := next((f for f in _DATE.finditer(left) if years_in(f["day"])), None)) is not None:
        before, after = _BEFORE.sub("", left[: found.start()]), left[found.end() :]
        left = f"{before} {after.removeprefix(')') if before.count('(') < left.count('(') else after}"
    if left == text:
        return text
    for _ in range(2):
        left = _LOOSE.sub("", left)
    return " ".join(left.split())
