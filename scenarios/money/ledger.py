"""The ledger: every cost as a line with its origin, and sums that never take unknown for nought.

A line whose pence are None is unknown: totals give the known part and list the unknown lines
beside it. A difference between two ledgers is a figure only when both are complete.
Source: design, "every penny is a ledger line" and "unknown is never zero".
Change this when a line has to carry one more thing about where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from scenarios.money.years import FinancialYear

Basis = Literal["published", "assumed", "derived"]
Kind = Literal["recurring", "one_off"]
Field = Literal[
    "what", "team", "role", "source", "basis", "price_base", "year", "kind", "funding"
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Line:
    """One cost. `pence` None: not known. `year` None: a full year of a recurring cost.

    `milli_fte` is the FTE the line pays for in thousandths, 0 where it pays for none, and `count`
    the posts or people, None where that is not said. `formula` is how the pence came about, in
    words a finance partner can follow; `price_base` the day or year whose prices are used. `sizes` are the posts that
    were priced at the unit cost of the role, as (thousandths of FTE of one, posts); empty where pence are as stated.
    `grade` is the one grade of the posts; blank where none is settled, and for what is not posts.
    """

    what: str
    pence: int | None
    source: str
    basis: Basis
    formula: str = ""
    team: str = ""
    role: str = ""
    grade: str = ""
    count: int | None = None
    milli_fte: int = 0
    price_base: str = ""
    year: FinancialYear | None = None
    kind: Kind = "recurring"
    funding: str = ""
    cost_centre: str = ""
    sizes: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Total:
    """The sum of the known lines in pence, and the lines that are not in it."""

    known_pence: int
    unknown: tuple[Line, ...] = ()

    @property
    def pence(self) -> int | None:
        """The whole sum; None when a line is unknown."""
        return None if self.unknown else self.known_pence


@dataclass(frozen=True)
class Ledger:
    """Lines in the order they were written."""

    lines: tuple[Line, ...] = ()

    def total(self) -> Total:
        """Return the sum of all lines."""
        return _total(self.lines)

    def by(self, field: Field) -> tuple[tuple[str, Total], ...]:
        """Return the total of each value of a field, in the order of the printed values.

        A year is printed like 2014/15; a blank value is the empty text. The known parts add up to
        the known part of the whole, and each unknown line is in one of them.
        """
        groups: dict[str, list[Line]] = {}
        for line in self.lines:
            groups.setdefault(_printed(line, field), []).append(line)
        return tuple((value, _total(groups[value])) for value in sorted(groups))

    def only(self, field: Field, value: str) -> Ledger:
        """Return the ledger of the lines whose field prints as this value."""
        return Ledger(tuple(line for line in self.lines if _printed(line, field) == value))

    def plus(self, lines: Iterable[Line]) -> Ledger:
        """Return this ledger with further lines at its end."""
        return Ledger((*self.lines, *lines))


@dataclass(frozen=True)
class Difference:
    """Before less after in pence (a saving is above nought); None when either is incomplete."""

    before: Total
    after: Total

    @property
    def saving_pence(self) -> int | None:
        """What is saved; None, never a part of it, while a line on either side is unknown."""
        if self.before.pence is None or self.after.pence is None:
            return None
        return self.before.pence - self.after.pence


def difference(before: Ledger, after: Ledger) -> Difference:
    """Return what going from one ledger to another saves.

    Both must hold costs of one kind and one year, so that like is set against like. Price bases
    are not compared: real reports mix them, and the doubt is raised where the case is checked.
    Raises ValueError when recurring is mixed with one-off costs, or one year with another.
    """
    require_alike(before, after)
    return Difference(before.total(), after.total())


def require_alike(before: Ledger, after: Ledger) -> None:
    """Raise ValueError unless all lines of both ledgers are of one kind and one year."""
    lines = (*before.lines, *after.lines)
    found = sorted({(line.kind, _printed(line, "year") or "full year") for line in lines})
    if len(found) > 1:
        kinds = "; ".join(f"{kind}, {year}" for kind, year in found)
        raise ValueError(f"a saving sets like against like, but the lines are: {kinds}")


def _printed(line: Line, field: Field) -> str:
    """Return a field's value as it is printed, a year not given as the empty text."""
    value = getattr(line, field)
    return "" if value is None else str(value)


def _total(lines: Iterable[Line]) -> Total:
    """Add up the known lines and keep the unknown ones beside the sum."""
    known, unknown = 0, []
    for line in lines:
        if line.pence is None:
            unknown.append(line)
        else:
            known += line.pence
    return Total(known, tuple(unknown))
