"""Which row of one case is which row of the other: first those that are the same, then by name or number.

Where several rows share a name, those that differ least go together. The order of rows makes no difference.
Change this when rows are to be known again in another way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from scenarios.differing.names import KNOWN_BY, NUMBER, Fields, key_of
from scenarios.schema.canonical import as_json
from scenarios.schema.columns import Row

MOST_PAIRS = 10_000
"""Rows of one name are set against each other one by one up to so many pairs; beyond, they go together in order."""

Pair = tuple[int, int]


@dataclass(frozen=True)
class Matched:
    """Rows by their index: pairs that may differ, rows that only the first case has, and only the second."""

    pairs: tuple[Pair, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]


def matched(sheet: str, before: Sequence[Row], after: Sequence[Row]) -> Matched:
    """Return which rows of a sheet go together; rows that are the same in every field are left out.

    Args:
        sheet: name of the sheet.
        before: its rows in the first case.
        after: its rows in the second.
    """
    olds, news = _in_order(before), _in_order(after)
    _drop_same(olds, news)
    pairs: list[Pair] = []
    for fields in KNOWN_BY[sheet]:
        waiting = _by_key(news, after, fields)
        for key, mine in _by_key(olds, before, fields).items():
            theirs = waiting.get(key, [])
            together = _closest(
                [pair for pair in _candidates(mine, theirs) if _may_be_one(before, after, pair)], before, after
            )
            pairs.extend(together)
            for old, new in together:
                del olds[old], news[new]
    return Matched(tuple(pairs), tuple(olds), tuple(news))


def _in_order(rows: Sequence[Row]) -> dict[int, str]:
    """Return the JSON of each row by its index, in the order of the JSON."""
    return dict(sorted(((index, as_json(row)) for index, row in enumerate(rows)), key=lambda item: (item[1], item[0])))


def _drop_same(olds: dict[int, str], news: dict[int, str]) -> None:
    """Take out rows that are the same on both sides, as often as they are."""
    waiting: dict[str, list[int]] = {}
    for index, text in news.items():
        waiting.setdefault(text, []).append(index)
    for index, text in tuple(olds.items()):
        if waiting.get(text):
            del olds[index], news[waiting[text].pop(0)]


def _by_key(left: Iterable[int], rows: Sequence[Row], fields: Fields) -> dict[Fields, list[int]]:
    found: dict[Fields, list[int]] = {}
    for index in left:
        key = key_of(rows[index], fields)
        if key is not None:
            found.setdefault(key, []).append(index)
    return found


def _candidates(mine: Sequence[int], theirs: Sequence[int]) -> Iterable[Pair]:
    if len(mine) * len(theirs) > MOST_PAIRS:
        return zip(mine, theirs, strict=False)
    return product(mine, theirs)


def _may_be_one(before: Sequence[Row], after: Sequence[Row], pair: Pair) -> bool:
    numbers = [getattr(row, NUMBER, None) for row in (before[pair[0]], after[pair[1]])]
    return None in numbers or numbers[0] == numbers[1]


def _closest(pairs: Sequence[Pair], before: Sequence[Row], after: Sequence[Row]) -> list[Pair]:
    """Return pairs in which no row stands twice, those with the fewest fields apart first."""
    ranked = sorted(range(len(pairs)), key=lambda number: (_apart(before, after, pairs[number]), number))
    found: list[Pair] = []
    olds: set[int] = set()
    news: set[int] = set()
    for old, new in (pairs[number] for number in ranked):
        if old not in olds and new not in news:
            found.append((old, new))
            olds.add(old)
            news.add(new)
    return found


def _apart(before: Sequence[Row], after: Sequence[Row], pair: Pair) -> int:
    old, new = before[pair[0]], after[pair[1]]
    return sum(getattr(old, field) != getattr(new, field) for field in type(old).model_fields)
