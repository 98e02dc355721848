"""The figures that an extract gives for posts: established FTE, posts, cost, the end of a fixed term.

Rules: design.md section 3: unknown is never zero, so a cost of nought is not known, and
neither is an FTE that no line or no number of posts can have. Each different cell is read once.
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
MOST_MILLI_A_POST = 2000
"""More FTE than that is no one post's, as it is no one person's in `records`."""


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

    established, posts = column(Use.FTE, _milli, import_doubts.established_unread), column(Use.POSTS, _whole, None)
    if established is not None and posts is not None:
        over = [_too_much(milli, of) for milli, of in zip(established, posts, strict=True)]
        if any(over):
            rows = [number for number, much in zip(extract.numbers, over, strict=True) if much]
            words, label = import_doubts.established_unread(), by_use[Use.FTE].label
            doubts.append(RowsDoubt.at(words, extract.label, column=label, rows=rows))
        established = [None if much else milli for milli, much in zip(established, over, strict=True)]
    figures = Figures(
        fte=established,
        posts=posts,
        cost=column(Use.COST, _positive_pence, None),
        until=column(Use.UNTIL, amounts.day, import_doubts.until_not_read),
    )
    return figures, doubts


def _milli(text: str) -> int | None:
    number = amounts.fte(text)
    return None if number is None or number > amounts.MOST_FTE else amounts.milli(number)


def _too_much(milli_fte: int | None, posts: int | None) -> bool:
    """Say whether so many posts cannot have so much FTE: hours in the column of FTE, or a point lost."""
    return milli_fte is not None and bool(posts) and milli_fte > MOST_MILLI_A_POST * (posts or 0)


def _whole(text: str) -> int | None:
    number: Fraction | None = amounts.exact(text)
    return number.numerator if number is not None and number.denominator == 1 and number >= 0 else None


def _positive_pence(text: str) -> int | None:
    amount = amounts.pence(text)
    return amount if amount is not None and amount > 0 else None
