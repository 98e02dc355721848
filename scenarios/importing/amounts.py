"""Numbers and dates as HR systems and returns write them: thousands apart, percent signs, decimal commas, words.

Rules: design.md section 3: FTE in thousandths, money in pence, unknown is never zero; domain-rules.md section 15 (FTE
is contracted hours over full-time hours). A comma after a nought is a decimal comma, and so is one before three digits
where thousands would be more FTE or hours than there can be. Exact throughout: nothing passes through a float.
Change this when another way of writing a number is met.
"""

from __future__ import annotations

import re
from calendar import month_abbr
from datetime import date
from fractions import Fraction

_NUMBER = re.compile(
    r"([+-]?)(?:£|GBP)? ?([1-9][0-9]{0,2}(?:[, ][0-9]{3})+|[0-9]{1,12})(?:\.([0-9]{1,12}))?", re.IGNORECASE
)
_COMMA = re.compile(r"([+-]?)(?:(0),([0-9]{1,9})|([0-9]{1,9}),([0-9]{1,2}|[0-9]{4,9}))")
_THOUSANDS_OR_DECIMALS = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")
_OVER = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?) ?/ ?([0-9]{1,4}(?:\.[0-9]{1,4})?)")
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])(?::00)?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ].*)?")
_BRITISH = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})(?: .*)?")
_NAMED = re.compile(r"([0-9]{1,2})[ -]([A-Za-z]{3})[a-z]*[ -]([0-9]{4}|[0-9]{2})")
_MONTHS = {text[:3].casefold(): number for number, text in enumerate(month_abbr)}
NOT_KNOWN_WORDS = frozenset(
    {"n/d", "n/a", "na", "nd", "n.a.", "n.d.", "tbc", "tba", "unknown", "not known", "-", "--", "?", "withheld", "none"}
)
"""What is written where a figure is not known."""
MOST_FTE = 999
"""No line of an HR extract has more: `1,250` beside FTE is one and a quarter."""
MOST_HOURS = 2_500
"""Nobody's contract has more hours, be they those of a year (52 weeks of 48): `18,500` are eighteen and a half."""


def exact(text: str, *, most: int | None = None) -> Fraction | None:
    """Return the number a text holds, without unit: `1,234.5`, `£45 000`, `0,6`; None when it holds none.

    Args:
        text: the cell.
        most: above it, a comma before three digits is a decimal comma; None where any number may stand.
    """
    plain = text.strip().replace("\u2212", "-").replace("\u2013", "-")
    found = _NUMBER.fullmatch(plain)
    if found is not None:
        whole = re.sub(r"[, ]", "", found[2])
        if most is not None and int(whole) > most and _THOUSANDS_OR_DECIMALS.fullmatch(plain) is not None:
            return Fraction(plain.replace(",", "."))
        return Fraction(f"{found[1]}{whole}.{found[3] or 0}")
    comma = _COMMA.fullmatch(plain)
    return None if comma is None else Fraction(f"{comma[1]}{comma[2] or comma[4]}.{comma[3] or comma[5]}")


def fte(text: str, *, percent: bool = False, most: int | None = MOST_FTE) -> Fraction | None:
    """Return the FTE a text holds, in FTE: `0.6`, `60%`, `22.2/37`, `1.0 FTE`; None when it holds none.

    Args:
        text: the cell, not blank.
        percent: whether plain numbers of the column are percent.
        most: above it, a comma before three digits is a decimal comma; None for lines of any number of posts.
    """
    plain = re.sub(r"\s*(fte|wte)$", "", text.strip(), flags=re.IGNORECASE)
    over = _OVER.fullmatch(plain)
    if over is not None:
        return Fraction(over[1]) / Fraction(over[2]) if Fraction(over[2]) else None
    signed = plain.endswith("%")
    number = exact(plain[:-1] if signed else plain, most=most)
    if number is None or number < 0:
        return None
    return number / 100 if signed or percent else number


def hours(text: str) -> Fraction | None:
    """Return the hours a text holds: `37`, `22.2`, `18:30`, `37 hrs`; None when it holds none."""
    plain = re.sub(
        r"\s*((hours?|hrs?|h|hpw)\.?(\s*(per|a|/|p/?)\s*(week|wk|w))?|(per|p/?)\s*(week|wk|w))$",
        "",
        text.strip(),
        flags=re.IGNORECASE,
    )
    clock = _CLOCK.fullmatch(plain)
    if clock is not None:
        return int(clock[1]) + Fraction(int(clock[2]), 60)
    number = exact(plain, most=MOST_HOURS)
    return None if number is None or number < 0 else number


def milli(number: Fraction) -> int:
    """Return FTE in thousandths, rounded half up."""
    return (2000 * number.numerator + number.denominator) // (2 * number.denominator)


def pence(text: str) -> int | None:
    """Return the whole pence an amount in pounds comes to, or None when it is no amount or finer than a penny."""
    number = exact(re.sub(r"^([+-]?)\s*(?:£|GBP)\s*", r"\1", text.strip(), flags=re.IGNORECASE))
    if number is None or (100 * number).denominator != 1:
        return None
    return (100 * number).numerator


def day(text: str) -> date | None:
    """Return the date a text holds: `2025-03-31`, `31/03/2025`, `31-Mar-25`; None when it holds none."""
    iso, british, named = _ISO.fullmatch(text), _BRITISH.fullmatch(text), _NAMED.fullmatch(text)
    if iso is not None:
        parts = int(iso[1]), int(iso[2]), int(iso[3])
    elif british is not None:
        parts = _year(british[3]), int(british[2]), int(british[1])
    elif named is not None:
        parts = _year(named[3]), _MONTHS.get(named[2].casefold(), 0), int(named[1])
    else:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)
