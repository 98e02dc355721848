"""Where a saving comes from: posts, what a post costs, and the rest, by role and by funding.

The saving on a set of roles is split in two: the FTE no longer paid for, at what an FTE cost
before, and the FTE still paid for, at the change in what one costs. The first is rounded to the
penny and the second is the remainder, so the parts always add up to the whole saving.
Source: arithmetic; it reproduces 386,500 = 25,500 + 269,400 - 38,400 + 130,000 of a real report.
Change this when a saving has to be split a third way, as by month.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scenarios.money.ledger import Ledger, Line, difference, require_alike
from scenarios.money.pence import round_half_up

Effect = Literal["posts", "unit_cost", "whole"]


@dataclass(frozen=True)
class SavingPart:
    """One part of a saving in pence (a dearer structure is below nought); None: not known.

    `source` is the set of roles or the funding; `effect` "posts" for more or fewer FTE,
    "unit_cost" for a dearer or cheaper FTE, "whole" for what is not split.
    """

    source: str
    effect: Effect
    pence: int | None


@dataclass(frozen=True)
class Saving:
    """The parts of a saving, and the lines that leave some of them unknown."""

    parts: tuple[SavingPart, ...]
    unknown: tuple[Line, ...] = ()

    @property
    def pence(self) -> int | None:
        """The whole saving; None when a part is not known."""
        known = [part.pence for part in self.parts if part.pence is not None]
        return sum(known) if len(known) == len(self.parts) else None


def saving_by_source(before: Ledger, after: Ledger, *, sources: Mapping[str, str] | None = None) -> Saving:
    """Split a saving by source: for each set of roles, posts and what a post costs.

    `sources` names the set a role belongs to, on either side ("Service Organiser" and the officer
    who follows: "officers"); a role not in it is a set of its own, a line without a role is named
    after what it pays for. A part of nought is left out. A set with an unknown line on either
    side has one part without pence.
    Raises ValueError when the ledgers mix kinds or years.
    """
    require_alike(before, after)
    names = sources or {}

    def source(line: Line) -> str:
        named = line.role or line.what
        return names.get(named, named)

    was, now = _grouped(before.lines, source), _grouped(after.lines, source)
    parts: list[SavingPart] = []
    for name in sorted({*was, *now}):
        parts.extend(_split(name, was.get(name, Ledger()), now.get(name, Ledger())))
    return Saving(tuple(parts), _unknown(before, after))


def saving_by_funding(before: Ledger, after: Ledger) -> Saving:
    """Split a saving by the funding that pays: one part a funding, those of nought included.

    A part is None when a line it pays for is unknown on either side.
    Raises ValueError when the ledgers mix kinds or years.
    """
    require_alike(before, after)
    was = _grouped(before.lines, lambda line: line.funding)
    now = _grouped(after.lines, lambda line: line.funding)
    parts = []
    for name in sorted({*was, *now}):
        totals = difference(was.get(name, Ledger()), now.get(name, Ledger()))
        parts.append(SavingPart(name, "whole", totals.saving_pence))
    return Saving(tuple(parts), _unknown(before, after))


def _grouped(lines: Iterable[Line], key: Callable[[Line], str]) -> dict[str, Ledger]:
    """Put lines together by a printed key."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return {name: Ledger(tuple(held)) for name, held in groups.items()}


def _unknown(before: Ledger, after: Ledger) -> tuple[Line, ...]:
    """List the lines of both sides without pence."""
    return (*before.total().unknown, *after.total().unknown)


def _split(name: str, was: Ledger, now: Ledger) -> list[SavingPart]:
    """Split the saving on one set of roles; a set that cannot be split is one whole part.

    Where one side has FTE and the other neither FTE nor cost, all of it is posts come or gone.
    """
    totals = difference(was, now)
    saved = totals.saving_pence
    if saved is None:
        return [SavingPart(name, "whole", None)]
    was_pence, now_pence = totals.before.known_pence, totals.after.known_pence
    was_fte, now_fte = (sum(line.milli_fte for line in side.lines) for side in (was, now))
    posts = unit_cost = whole = 0
    if was_fte and now_fte:
        posts = round_half_up(Fraction(was_pence * (was_fte - now_fte), was_fte))
        unit_cost = saved - posts
    elif (was_fte and now_pence == 0) or (now_fte and was_pence == 0):
        posts = saved
    else:
        whole = saved
    parts = (
        SavingPart(name, "posts", posts),
        SavingPart(name, "unit_cost", unit_cost),
        SavingPart(name, "whole", whole),
    )
    return [part for part in parts if part.pence != 0]
