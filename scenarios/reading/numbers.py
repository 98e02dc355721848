"""Numbers in cells: read into the whole units of their kind (scenarios/schema/units.py prints them again).

Rules: design.md section 3 (cells); money in pence, FTE in thousandths, shares in basis points, hours in minutes.
Nothing is guessed: `45` is no percentage and `2.01m` is no sum of money.
Change this when a kind of number may be written in another way.
"""

from __future__ import annotations

import re
from fractions import Fraction

from scenarios.schema import fault_kinds
from scenarios.schema.columns import Kind
from scenarios.schema.faults import CellTrouble
from scenarios.schema.figure import MOST
from scenarios.schema.units import UNITS

_PLAIN = re.compile(r"([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.([0-9]{1,20}))?")
_CLOCK = re.compile(r"([+-]?)([0-9]{1,9}):([0-5][0-9])")
_OVER = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?)\s*/\s*([0-9]{1,4}(?:\.[0-9]{1,4})?)")
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-"})


def read_number(text: str, kind: Kind) -> tuple[int, bool]:
    """Return a number in the kind's whole units, and whether it had to be rounded.

    Args:
        text: one number, without mark, range or source.
        kind: a kind of NUMBER_KINDS.

    Raises:
        CellTrouble: it is no number of this kind, or finer than the unit.
    """
    unit = UNITS[kind]
    plain = text.strip().translate(_MINUS)
    if kind is Kind.FTE and (over := _OVER.fullmatch(plain)) and Fraction(over[2]):
        return _nearest(Fraction(over[1]) / Fraction(over[2]) * unit.per_one)
    if kind is Kind.HOURS and (clock := _CLOCK.fullmatch(plain)):
        minutes = int(clock[2]) * 60 + int(clock[3])
        return (-minutes if clock[1] == "-" else minutes), False
    if kind is Kind.MONEY:
        plain = re.sub(r"^([+-]?)£\s*", r"\1", plain)
    if kind is Kind.PERCENT:
        plain = plain[:-1].rstrip() if plain.endswith("%") else ""
    found = _PLAIN.fullmatch(plain)
    if found is None:
        raise CellTrouble(fault_kinds.not_a_number(text, unit.example))
    exact = Fraction(f"{found[1]}{found[2].replace(',', '')}.{found[3] or 0}") * unit.per_one
    if exact.denominator != 1:
        raise CellTrouble(fault_kinds.too_fine(text, unit.smallest))
    if abs(exact) > MOST:
        raise CellTrouble(fault_kinds.not_a_number(text, unit.example))
    return exact.numerator, False


def _nearest(exact: Fraction) -> tuple[int, bool]:
    """Round half up, saying whether anything was lost."""
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator), exact.denominator != 1
