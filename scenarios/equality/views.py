"""The two views of an equality table: full for the author, and without small numbers for publication.

A count below the threshold is not shown; neither is the count that would give it away (secondary suppression): the rest
of the same people, and, where one cell alone of a characteristic is hidden, the next smallest, because total less the
others would be the hidden one. Where all people together are too few, no cell is shown at all. Shares of so few people
are counts in another dress and go with them; the department's own shares stay.
Source: domain-rules.md section 17.3; the thresholds are those of scenarios/schema/small_numbers.py.
Change this when an authority hides numbers in another way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scenarios.equality.counts import Comparison, rest
from scenarios.schema.policy import Policy
from scenarios.schema.small_numbers import told_from, whole_told_from

TO_TYPE = "type the number of all people affected into the column 'all people' of the sheet equality; one row is enough"
"""What makes counts without shares, or shares of no one number of people, a table that can be shown."""


@dataclass(frozen=True)
class Cell:
    """One cell of a view: `people` and `share_basis_points` are None where hidden or not known."""

    characteristic: str
    value: str
    people: int | None
    share_basis_points: int | None
    compared_basis_points: int | None
    hidden: bool


@dataclass(frozen=True)
class View:
    """A table as somebody may see it: all people (None: hidden or not known), its cells, and why any are hidden."""

    people: int | None
    cells: tuple[Cell, ...]
    why: str
    to_type: str = ""
    """What its author has to type where nobody knows of how many people the table is."""


def full_view(people: int | None, rows: Sequence[Comparison]) -> View:
    """Return every cell and its rest, for the author alone.

    Args:
        people: all the people, None where not known.
        rows: one row a value.
    """
    cells = tuple(_cell(row, hidden=False) for row in _with_rest(people, rows))
    return View(people, cells, "", TO_TYPE if people is None else "")


def published_view(people: int | None, rows: Sequence[Comparison], policy: Policy) -> View:
    """Return the table with every cell hidden that is small or would give a small one away.

    Args:
        people: all the people, None where not known: then nothing is shown.
        rows: one row a value.
        policy: states the threshold; ours is taken where it does not.
    """
    below, fewest = told_from(policy), whole_told_from(policy)
    if people is None or people < fewest:
        none = tuple(_cell(row, hidden=True) for row in _with_rest(people, rows))
        why = _why_nothing(people, rows, fewest)
        return View(None, none, why, TO_TYPE if people is None else "")
    cells: list[Cell] = []
    for characteristic in sorted({row.characteristic for row in rows}):
        mine = _with_rest(people, [row for row in rows if row.characteristic == characteristic])
        hidden = _hidden(mine, below, people)
        cells.extend(_cell(row, hidden=row.value in hidden) for row in mine)
    why = f"counts below {below}, and those that would give them away" if any(cell.hidden for cell in cells) else ""
    return View(people, tuple(cells), why)


def _why_nothing(people: int | None, rows: Sequence[Comparison], fewest: int) -> str:
    """Say why no cell is shown: so few people, or nothing in the table that tells how many."""
    if people is not None:
        return f"fewer than {fewest} people"
    if all(row.share_basis_points is None for row in rows):
        return "not known of how many people: counts without shares do not tell"
    return "not known of how many people: no one number of people is behind the shares"


def _with_rest(people: int | None, rows: Sequence[Comparison]) -> list[Comparison]:
    """Return the rows, each characteristic completed by the rest where its values leave somebody out."""
    out: list[Comparison] = []
    for characteristic in sorted({row.characteristic for row in rows}):
        mine = [row for row in rows if row.characteristic == characteristic]
        out.extend(mine)
        counted = [row.people for row in mine if row.people is not None]
        if people is not None and len(mine) == 1:
            out.append(rest(mine[0], people))
        elif people is not None and len(counted) == len(mine) and sum(counted) < people:
            out.append(Comparison(characteristic, "all others", people - sum(counted), None, None, None))
    return out


def _hidden(rows: Sequence[Comparison], below: int, people: int) -> set[str]:
    """Return the values of one characteristic that are hidden: small ones, unknown ones, and one more where alone.

    Two hidden cells whose sum is small give each other away as well, so cells join until together they reach the
    threshold or everything is hidden.
    """
    hidden = {row.value for row in rows if row.people is None or row.people < below}
    in_order = sorted((row for row in rows if row.value not in hidden), key=lambda r: (r.people or 0, r.value))
    for row in in_order:
        known = sum(r.people or 0 for r in rows if r.value in hidden)
        if not hidden or (len(hidden) > 1 and known >= min(below, people)):
            break
        hidden.add(row.value)
    return hidden


def _cell(row: Comparison, *, hidden: bool) -> Cell:
    return Cell(
        characteristic=row.characteristic,
        value=row.value,
        people=None if hidden else row.people,
        share_basis_points=None if hidden else row.share_basis_points,
        compared_basis_points=row.compared_basis_points,
        hidden=hidden,
    )
