"""The figures that an extract gives for posts: established FTE, posts, cost, the end of a fixed term.

Rules: design.md section 3: unknown is never zero, so a cost of nought is not known. Each different cell is read once.
Change this when a column gives another figure of a post.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeVar

from scenarios.importing import amounts, import_doubts
from scenarios.importing.extract import Extract, clean
from scenarios.importing.guess import Guess
from scenarios.importing.import_doubts import RowsDoubt
from scenarios.importing.uses import Use
from scenarios.schema.faults import Words

Value = TypeVar("Value")


@dataclass(frozen=True)
class Figures:
    """The figures that columns give for posts, record by record; None where blank or not read."""

    fte: Sequence[int | None] | None = None
    posts: Sequence[int | None] | None = None
    cost: Sequence[int | None] | None = None
    until: Sequence[date | None] | None = None


_NOT_GIVEN = frozenset({"", *amounts.NOT_KNOWN_WORDS})


def read_figures(extract: Extract, by_use: Mapping[Use, Guess]) -> tuple[Figures, list[RowsDoubt]]:
    """Return the figures that columns give for posts, and doubts about those that cannot be read.

    Args:
        extract: the extract.
        by_use: the column of each single use.
    """
    doubts: list[RowsDoubt] = []

    def column(
        use: Use, read: Callable[[str], Value | None], odd: Callable[[], Words] | None
    ) -> list[Value | None] | None:
        guess = by_use.get(use)
        if guess is None:
            return None
        cells = extract.columns[guess.index]
        value = {cell: read(text) if (text := clean(cell)) else None for cell in set(cells)}
        unread = {c for c, v in value.items() if v is None and clean(c).casefold() not in _NOT_GIVEN}
        if unread and odd is not None:
            rows = [number for number, cell in zip(extract.numbers, cells, strict=True) if cell in unread]
            doubts.append(RowsDoubt.at(odd(), extract.label, column=guess.label, rows=rows))
        return [value[cell] for cell in cells]

    figures = Figures(
        fte=column(Use.FTE, _milli, import_doubts.established_unread),
        posts=column(Use.POSTS, _whole, None),
        cost=column(Use.COST, _positive_pence, None),
        until=column(Use.UNTIL, amounts.day, import_doubts.until_not_read),
    )
    return figures, doubts


def _milli(text: str) -> int | None:
    number = amounts.fte(text)
    return None if number is None else amounts.milli(number)


def _whole(text: str) -> int | None:
    number: Fraction | None = amounts.exact(text)
    return number.numerator if number is not None and number.denominator == 1 and number >= 0 else None


def _positive_pence(text: str) -> int | None:
    amount = amounts.pence(text)
    return amount if amount is not None and amount > 0 else None
