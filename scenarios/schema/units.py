"""Numbers as a planner writes them: the units of each kind of number, and a number printed in them.

Rules: design.md section 3 (cells); money in pence, FTE in thousandths, shares in basis points, hours in minutes.
Change this when a kind of number may be written in another way.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.schema.columns import Kind
from scenarios.schema.figure import Figure


@dataclass(frozen=True)
class Unit:
    """How a kind of number is written: whole units in one, an example, and the name of the smallest unit."""

    per_one: int
    example: str
    smallest: str


UNITS: dict[Kind, Unit] = {
    Kind.COUNT: Unit(1, "15", "whole numbers"),
    Kind.FTE: Unit(1000, "15, 0.625 or 22.2/37", "thousandths of an FTE"),
    Kind.MONEY: Unit(100, "76,500, £76,500 or 76500.50", "pence"),
    Kind.PERCENT: Unit(100, "45% or -20%", "hundredths of a per cent"),
    Kind.HOURS: Unit(60, "37, 37.5 or 0:20", "minutes"),
    Kind.HUNDREDTHS: Unit(100, "1.86", "hundredths"),
}


def print_number(value: int, kind: Kind, *, signed: bool = False) -> str:
    """Return a number as it is written in a cell, from the kind's whole units; `signed` puts a plus where it rises."""
    per_one = UNITS[kind].per_one
    sign, size = ("-" if value < 0 else "+" if signed and value else ""), abs(value)
    whole, rest = divmod(size, per_one)
    if kind is Kind.HOURS:
        if rest * 100 % per_one:
            return f"{sign}{whole}:{rest:02d}"
        rest, per_one = rest * 100 // per_one, 100
    digits = len(str(per_one)) - 1
    decimals = f"{rest:0{digits}d}".rstrip("0") if rest else ""
    if kind is Kind.MONEY and decimals:
        decimals = decimals.ljust(2, "0")
    return f"{sign}{whole}{'.' if decimals else ''}{decimals}{'%' if kind is Kind.PERCENT else ''}"


def shown(figure: Figure, kind: Kind) -> str:
    """Return a figure as a fault shows it where the text of its cell is not kept; the ends of a range without a value.

    Args:
        figure: the figure, in the kind's whole units.
        kind: a kind of NUMBER_KINDS.
    """
    numbers = (figure.low, figure.high) if figure.value is None else (figure.value,)
    return "..".join(_worded(number, kind) for number in numbers if number is not None)


def _worded(number: int, kind: Kind) -> str:
    """Return a number as it is written in a cell, money with its sign and its thousands apart."""
    text = print_number(number, kind)
    if kind is not Kind.MONEY:
        return text
    whole, point, pence = text.removeprefix("-").partition(".")
    return f"{'-' if number < 0 else ''}£{int(whole):,}{point}{pence}"
