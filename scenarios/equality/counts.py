"""How many people stand behind the shares of an equality table, and how the affected compare with the department.

The number of all people is the author's, where the table states it. Reports often print shares rounded to whole per
cent and nothing else: with few people only some numbers give all of those shares, and the smallest of them is taken.
Source: domain-rules.md section 17.2 (ratio of affected to comparator); seed-facts.md section 5.6 (36, 57 and 71 %: 14).
Change this when a table prints its shares in another way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from scenarios.schema.equality import EqualityCount
from scenarios.schema.figure import Figure
from scenarios.schema.sums import half_up

WHOLE_BASIS_POINTS = 10_000
MOST_PEOPLE = 20_000
"""No service that is restructured at once has more; beyond a hundred people every whole per cent fits."""


@dataclass(frozen=True)
class Comparison:
    """One value of a characteristic: people affected with it, shares in basis points, and affected over department.

    `people` and `ratio` are None where they cannot be worked out.
    """

    characteristic: str
    value: str
    people: int | None
    share_basis_points: int | None
    compared_basis_points: int | None
    ratio: Fraction | None


def fits(share_basis_points: int, people: int) -> int | None:
    """Return how many of so many people are the share, when it is printed in whole per cent; None when none are.

    Args:
        share_basis_points: the printed share.
        people: all the people, at least one.
    """
    count = half_up(Fraction(share_basis_points * people, WHOLE_BASIS_POINTS))
    per_cent = half_up(Fraction(100 * count, people))
    return count if per_cent * 100 == share_basis_points else None


def people_behind(shares: Sequence[tuple[int, int | None]]) -> int | None:
    """Return the smallest number of people that gives every share, or None when there is none or any number would.

    A share of nothing or of everybody fits every number and tells nothing, unless everybody is counted.
    Args:
        shares: shares of the same people in basis points, each printed in whole per cent, with their count if given.
    """
    telling = [(share, count) for share, count in shares if share not in (0, WHOLE_BASIS_POINTS) or (share and count)]
    if not telling:
        return None
    return next((n for n in range(1, MOST_PEOPLE + 1) if all(_fit(share, count, n) for share, count in telling)), None)


def stated_people(rows: Sequence[EqualityCount]) -> int | None:
    """Return the number of all people that a table states, None where it states none.

    Args:
        rows: the sealed equality table; rows of single staff groups are left out.
    """
    return next((n for row in rows if row.group is None and (n := _known(row.all_people)) is not None), None)


def could_be_of(rows: Sequence[EqualityCount], people: int) -> bool:
    """Say whether a table states so many people, or they give every share that it prints, with its counts.

    Args:
        rows: the sealed equality table; rows of single staff groups are left out.
        people: how many it might be of, at least one.
    """
    stated = stated_people(rows)
    if stated is not None:
        return stated == people
    shares = [(_known(row.share_basis_points), _known(row.people)) for row in rows if row.group is None]
    return all(_fit(share, count, people) for share, count in shares if share is not None)


def _fit(share_basis_points: int, count: int | None, people: int) -> bool:
    found = fits(share_basis_points, people)
    return found is not None and count in (None, found)


def compared(rows: Sequence[EqualityCount]) -> tuple[int | None, tuple[Comparison, ...]]:
    """Return the people behind a table, and each of its rows in counts and ratios, in order of names.

    Args:
        rows: the sealed equality table of one set of people; rows of single staff groups are left out.

    Returns:
        All the people: as stated, else the fewest behind the shares, None where neither tells; and the rows.
    """
    whole = [row for row in rows if row.group is None]
    shares = [(_known(row.share_basis_points), _known(row.people)) for row in whole]
    stated = stated_people(rows)
    behind = people_behind([(share, count) for share, count in shares if share is not None]) if stated is None else None
    people = behind if stated is None else stated
    found = sorted(
        (_compared(row, people, counted_of=stated) for row in whole), key=lambda c: (c.characteristic, c.value)
    )
    return people, tuple(found)


def _compared(row: EqualityCount, people: int | None, *, counted_of: int | None) -> Comparison:
    """Return one row: a missing count from its share, or a missing share from its count and the stated people."""
    share, other, count = (_known(each) for each in (row.share_basis_points, row.compared_basis_points, row.people))
    if count is None and share is not None and people is not None:
        count = fits(share, people) if people else None
    if share is None and count is not None and counted_of:
        share = 100 * half_up(Fraction(100 * count, counted_of))
    ratio = None if share is None or not other else Fraction(share, other)
    return Comparison(row.characteristic, row.value, count, share, other, ratio)


def _known(figure: Figure | None) -> int | None:
    return None if figure is None else figure.value


def rest(row: Comparison, people: int) -> Comparison:
    """Return everybody else: the people, shares and ratio of those without the value.

    Args:
        row: a value that splits all people in two.
        people: all of them.
    """
    count = None if row.people is None else people - row.people
    share = None if row.share_basis_points is None else WHOLE_BASIS_POINTS - row.share_basis_points
    other = None if row.compared_basis_points is None else WHOLE_BASIS_POINTS - row.compared_basis_points
    ratio = None if share is None or not other else Fraction(share, other)
    return Comparison(row.characteristic, f"not {row.value}", count, share, other, ratio)
