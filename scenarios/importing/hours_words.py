"""Hours that cannot be read: which cells they are, and which of them may be shown.

Rules: design.md section 3: no cell of a dropped column is repeated, but for words of numbers and hours.
Change this when hours are written in other words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial

from scenarios.importing import amounts, reading_doubts
from scenarios.importing.extract import clean
from scenarios.schema.faults import Words

_NAMES_NOBODY = frozenset(
    (
        *(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
        ),
        *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "half"),
        *("hours", "hour", "hrs", "hr", "a", "per", "week", "weekly", "full", "part", "time", "variable", "annualised"),
        *(
            "zero",
            "point",
            "casual",
            "various",
            "flexible",
            "as",
            "and",
            "required",
            "days",
            "day",
            "month",
            "year",
            "term",
        ),
    )
)


@lru_cache(maxsize=4096)
def unread_hours(cell: str) -> Callable[[], Words] | None:
    """Return the kind of doubt that a cell of hours gives rise to, the same for cells alike; None where it is read.

    Args:
        cell: what stands in the column of hours.
    """
    text = clean(cell)
    if not text or text.casefold() in amounts.NOT_KNOWN_WORDS or amounts.hours(text) is not None:
        return None
    return _kind(text if {*re.findall(r"[^\W\d_]+", text.casefold())} <= _NAMES_NOBODY and len(text) <= 40 else "")


@lru_cache(maxsize=4096)
def _kind(text: str) -> Callable[[], Words]:
    return partial(reading_doubts.hours_not_read, text)
