"""Control totals of an organogram: rows, FTE, and pay at the minimum and maximum of the scales, exact.

Rules: design.md section 3: they survive exactly, so they are counted from the rows that were read and again from the
files that were written. Pay is FTE times the scale's end, added up over the rows that give both; nothing is rounded.
Change this when a return has another total that must survive.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from scenarios.importing.returns import ReturnRow
from scenarios.reading.marks import read_figure
from scenarios.schema.columns import Kind
from scenarios.schema.figure import Figure


@dataclass(frozen=True)
class ControlTotals:
    """What rows come to; pay in pence a year."""

    rows: int
    fte: Fraction
    fte_unknown: int
    low_pence: Fraction
    low_unknown: int
    high_pence: Fraction
    high_unknown: int
    low_column_pence: int
    """The column of minima added up as printed, whatever the FTE."""
    high_column_pence: int


def totals_of(rows: Iterable[ReturnRow]) -> ControlTotals:
    """Return the totals of rows as they were read."""
    return _sum((row.fte, row.low_pence, row.high_pence) for row in rows)


def totals_written(text: str, where: Mapping[str, str]) -> ControlTotals:
    """Return the totals of an organogram.csv as it was written, read again from its text.

    Args:
        text: the file.
        where: what the rows to be counted hold, by column.
    """
    rows = csv.DictReader(io.StringIO(text, newline=""))
    chosen = (row for row in rows if all(row[column] == value for column, value in where.items()))
    return _sum((_number(row["fte"]), _pence(row["pay minimum"]), _pence(row["pay maximum"])) for row in chosen)


@dataclass(frozen=True)
class PostsTotals:
    """What the lines of a posts.csv come to: FTE in thousandths and the ends of the costs in pence."""

    lines: int
    milli_fte: int
    low_pence: int
    high_pence: int


def posts_totals(text: str) -> PostsTotals:
    """Return the totals of a posts.csv as it was written, read again from its text."""
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    sizes = [_figure(row["fte"], Kind.FTE).value or 0 for row in rows]
    costs = [bounds for row in rows if (bounds := _figure(row.get("cost") or "?", Kind.MONEY).bounds) is not None]
    return PostsTotals(len(rows), sum(sizes), sum(low for low, _ in costs), sum(high for _, high in costs))


def _figure(text: str, kind: Kind) -> Figure:
    figure = read_figure(text, kind).value
    return figure if isinstance(figure, Figure) else Figure(basis="unknown")


def _number(text: str) -> Fraction | None:
    return None if text == "?" else Fraction(text)


def _pence(text: str) -> int | None:
    return None if text == "?" else (Fraction(text) * 100).numerator


def _sum(figures: Iterable[tuple[Fraction | None, int | None, int | None]]) -> ControlTotals:
    every = list(figures)
    lows = [fte * low for fte, low, _ in every if fte is not None and low is not None]
    highs = [fte * high for fte, _, high in every if fte is not None and high is not None]
    return ControlTotals(
        rows=len(every),
        fte=sum((fte for fte, _, _ in every if fte is not None), Fraction(0)),
        fte_unknown=sum(fte is None for fte, _, _ in every),
        low_pence=sum(lows, Fraction(0)),
        low_unknown=len(every) - len(lows),
        high_pence=sum(highs, Fraction(0)),
        high_unknown=len(every) - len(highs),
        low_column_pence=sum(low for _, low, _ in every if low is not None),
        high_column_pence=sum(high for _, _, high in every if high is not None),
    )


def decimal_text(number: Fraction) -> str:
    """Return a number as decimals, exactly where it has an end within nine, as HR systems and returns write it."""
    if (10**9 * number).denominator != 1:
        return f"{number.numerator}/{number.denominator}"
    sign, size = ("-" if number < 0 else ""), abs(number)
    whole, rest = divmod((size * 10**9).numerator, 10**9)
    return f"{sign}{whole}" + (f".{rest:09d}".rstrip("0") if rest else "")
