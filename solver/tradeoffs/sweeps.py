"""Two goals on a problem so large that one solve takes long: every limit a little, then again with more effort.

First looks bound every limit and find something; then looks near what neighbouring limits have; then more branches, and
so on, always where most is open. Early looks ask for the very least, so that whatever is easily settled is settled;
later ones stop where nothing can be missing by more than the tolerance, and what is known then is the bound.

Looks go in rounds of a fixed size, each chosen by what the rounds before found, so that several processes change
nothing but the time.
Change this when fewer or other looks would do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from solver.tradeoffs.least import Least, Vector, points_taken
from solver.tradeoffs.tasks import Look

ROUND = 8
"""Looks that are chosen together: enough for several processes, few enough to learn from each other."""
WIDEST_NODES = 20_000
"""Branches for the least of the measured goal with no limit on the other, which bounds all that lies beyond."""
SPREAD = 20
"""First looks that go with that one."""


@dataclass(frozen=True)
class Sweep:
    """How limits are looked at once: its branches, whether only nearby, whether for the very least.

    `all`: every limit at which anything is open, and not only where at least half as much is as on average.
    """

    nodes: int
    near: bool = False
    exact: bool = False
    all: bool = False


SWEEPS = (
    Sweep(1, near=True),
    Sweep(1_000, exact=True, all=True),
    Sweep(100, near=True),
    Sweep(6_000),
    Sweep(100, near=True),
)
"""What comes before whole solves; measured in docs/decisions/0009-trade-offs.md."""
FIRST = Sweep(1, exact=True)


def sweep(least: Least, start: int) -> None:
    """Look at every limit from the least upwards until no point can be missing.

    Args: what is asked; the least of the limited goal, a structure with which was found.
    """
    whole = least.settings.nodes
    least.together([Look(caps=(start,), nodes=min(whole, WIDEST_NODES)), Look(caps=least.widest, nodes=1)])
    least.together([Look(caps=least.widest, nodes=1, near=True)])
    _first(least, start, whole)
    _last(least)
    done = {least.widest[0]: min(whole, WIDEST_NODES), start: min(whole, WIDEST_NODES)}
    for each in (*(one for one in SWEEPS if one.nodes < whole), Sweep(whole, all=True)):
        asked = set() if each.near else {at for at, nodes in done.items() if nodes >= each.nodes}
        while not least.settings.stop.asked:
            limits = _chosen(least, start, asked, each)
            if not limits:
                break
            asked |= {*limits}
            done |= {} if each.near else dict.fromkeys(limits, each.nodes)
            gap = 0 if each.exact else least.axes.tolerance
            least.together([Look(caps=(at,), nodes=each.nodes, gap=gap, near=each.near) for at in limits])
            least.done = _known_part(least, start)


def _first(least: Least, start: int, whole: int) -> None:
    """The end without a limit, with a spread of first looks beside it."""
    if not _open_at(least, least.widest[0], _taken(least), exact=True):
        return
    asked: set[int] = {least.widest[0]}
    spread = _chosen(least, start, asked, FIRST, most=SPREAD)
    end = Look(caps=least.widest, nodes=min(whole, WIDEST_NODES), gap=least.axes.tolerance)
    least.together([end, *(Look(caps=(at,), nodes=1) for at in spread)])


def _last(least: Least) -> None:
    """The least of the limited goal at the least found of the other: beyond it no limit is worth asking about."""
    nearest, (limited, measured) = least.nearest(least.widest), least.axes.names
    if nearest is not None:
        least.smallest(limited, {measured: nearest[-1]})


def _chosen(least: Least, start: int, asked: set[int], each: Sweep, *, most: int = ROUND) -> list[int]:
    """The limits not asked yet where most may be gained: what is open there, times how far others asked are away.

    None of them where no point can be missing. That is said of all that is found so far, so that the order of asking
    does not matter.
    """
    taken = _taken(least)
    top = taken[-1][0]
    limits = [*range(start, top + 1), *(() if top == least.widest[0] else least.widest)]
    open_at = {at: _open_at(least, at, taken, exact=each.exact) for at in limits}
    much = 0 if each.all else sum(open_at.values()) // (2 * len(open_at))
    size = {at: open_at[at] for at in limits if at not in asked and open_at[at] >= much}
    known, chosen = {start - 1, top + 1, *asked}, list[int]()
    while len(chosen) < most:
        gains = [(size[at] * _away(at, known, top), -at) for at in size if at not in chosen and size[at]]
        if not gains:
            break
        chosen.append(-max(gains)[1])
        known.add(chosen[-1])
    return chosen


def _away(at: int, known: set[int], top: int) -> int:
    """How far the nearest limit asked is; beyond the last point, how many limits there are."""
    return at - top if at > top else min(abs(at - other) for other in known)


def _taken(least: Least) -> list[Vector]:
    return points_taken(least.found, least.axes.tolerance)


def _open_at(least: Least, at: int, taken: Sequence[Vector], *, exact: bool) -> int:
    """How many whole values of the measured goal are open at a limit; 0 where nothing there can be a point.

    A point taken leaves nothing open where it is near enough to the bound: within the tolerance or, where it is the
    point of this very limit and the least is asked for, at it.
    """
    bound, found = least.bound((at,)), least.nearest((at,))
    tolerance = least.axes.tolerance
    if found is None or any(v[-1] - bound <= (0 if exact and v[0] == at else tolerance) for v in taken if v[0] <= at):
        return 0
    return found[-1] - bound


def _known_part(least: Least, start: int) -> Fraction:
    """The part of the limits at which no point can be missing any more, never told smaller than before."""
    taken = _taken(least)
    top = taken[-1][0]
    known = sum(not _open_at(least, at, taken, exact=False) for at in range(start, top + 1))
    return max(least.done or Fraction(0), Fraction(known, top + 1 - start))
