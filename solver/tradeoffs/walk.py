"""The order in which limits on goals are asked about, until every point is known or a limit on effort is reached.

Where most is open comes first, so that a limit leaves little open. Sources: frontier.py.
Change this when fewer questions would do.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from solver.engine import Engine
from solver.tradeoffs.least import NOTHING, Least, NothingFitsError, NotSettledError, Vector, points_taken
from solver.tradeoffs.sweeps import sweep

FEW = 256
"""Values of the limited goal up to which its limits are halved; with more, each point is climbed to in two solves."""


def two_goals(least: Least) -> Vector:
    """Find every point of two goals; returns the ideal: the least of each.

    Raises NothingFitsError, and NotSettledError where no structure was found.
    """
    limited, measured = least.axes.names
    low, start = _end(least, limited)
    if low > 0:
        least.show_empty((low - 1,), NOTHING)
    if least.settings.engine is Engine.HIGHS and least.widest[0] - start <= FEW:
        sweep(least, start)
        return low, least.bound(least.widest)
    least.at((start,))
    cheapest, value = least.smallest(measured, {})
    least.show_empty(least.widest, cheapest)
    _, top = least.smallest(limited, {measured: _end_value(value, measured)})
    top = _end_value(top, limited)
    least.at((top,))
    if top - start <= FEW:
        _halve(least, start, top)
    else:
        _climb(least, (start, top), cheapest)
    return low, cheapest


def _end(least: Least, name: str) -> tuple[int, int]:
    """The least of a goal: its bound, and the value found."""
    bound, value = least.smallest(name, {})
    if bound == NOTHING:
        raise NothingFitsError
    return bound, _end_value(value, name)


def _end_value(value: int | None, name: str) -> int:
    if value is None:
        raise NotSettledError(f"the limit on effort was reached, or a stop came, before '{name}' had any structure")
    return value


def _halve(least: Least, start: int, top: int) -> None:
    """Ask for limits between two whose answers are known, where most is open, until no point can be missing."""
    asked = {start, top}
    while not least.settings.stop.asked:
        at = _most_open(least, asked)
        if at is None:
            break
        asked.add(at)
        least.done = _known_part(least, start, top)
        least.at((at,))


def _most_open(least: Least, asked: set[int]) -> int | None:
    """The limit not asked yet where most may be gained: what is open there, times how far others asked are away.

    None where no point can be missing: at every limit, what may be found is matched by a point taken below. That is
    said of all that is found so far, and so the order of asking does not matter.
    """
    known = sorted(asked)
    taken = points_taken(least.found, least.axes.tolerance)
    scores = []
    for below, above in pairwise(known):
        for at in range(below + 1, above):
            size = _open_at(least, at, taken)
            scores.append((size * min(at - below, above - at), -at))
    gain, at = max(scores, default=(0, 0))
    return -at if gain else None


def _known_part(least: Least, start: int, top: int) -> Fraction:
    """The part of the limits between two at which no point can be missing any more."""
    taken = points_taken(least.found, least.axes.tolerance)
    known = sum(not _open_at(least, at, taken) for at in range(start, top + 1))
    return Fraction(known, top + 1 - start)


def _open_at(least: Least, at: int, taken: Sequence[Vector]) -> int:
    """How many whole values of the measured goal are open at a limit; 0 where nothing there can be a point."""
    bound, found = least.bound((at,)), least.nearest((at,))
    if found is None or any(_closes(v, at, bound, least.axes.tolerance) for v in taken):
        return 0
    return found[-1] - bound


def _closes(taken: Vector, at: int, bound: int, tolerance: int) -> bool:
    """Whether a point taken leaves nothing open at a limit: itself there it is the least, below it is near enough."""
    return taken[1] <= bound if taken[0] == at else taken[0] < at and taken[1] - bound <= tolerance


def _climb(least: Least, ends: tuple[int, int], cheapest: int) -> None:
    """From each point to the next: the lowest limit under which enough less is possible, then the least there."""
    limited, measured = least.axes.names
    here, (start, top) = ends[0], ends
    while not least.settings.stop.asked:
        known = least.nearest((here,))
        most = _end_value(None if known is None else known[-1], measured) - least.axes.tolerance - 1
        if most < cheapest:
            return
        bound, value = least.smallest(limited, {measured: most})
        if bound == NOTHING:
            least.show_empty(least.widest, most + 1)
            return
        least.show_empty((bound - 1,), most + 1)
        if value is None or bound < value:
            return
        least.done = Fraction(value - start, top - start)
        here = value
        least.at((here,))


def three_goals(least: Least) -> Vector:
    """Find every point of three goals; returns the ideal: the least of each.

    Raises NothingFitsError, and NotSettledError where no structure was found.
    """
    names = least.axes.names
    ideal = tuple(_end(least, name)[0] for name in names)
    least.ideal = ideal
    least.show_empty(least.widest, ideal[-1])
    for place in (0, 1):
        if ideal[place] > 0:
            wide = list(least.widest)
            wide[place] = ideal[place] - 1
            least.show_empty((wide[0], wide[1]), NOTHING)
    least.done = Fraction(0)
    _columns(least, ideal[:2], least.widest, part=Fraction(1))
    return ideal


def _columns(least: Least, low: Vector, high: Vector, *, part: Fraction) -> None:
    """Find every point with the first goal from low[0] to high[0] and the second from low[1] to high[1].

    All lower values of the first goal are done. The part beside a point taken there, where nothing costs enough less,
    is cut off; what is left is asked about at its upper corner. What is found empties the part above it, and two parts
    are left: lower values of the first goal, then the same or higher ones with lower values of the second. `part` is
    what these limits are of all, told with progress as it is done.
    """
    size = _limits(low, high)
    whole, done = (part / size if size else part), least.done or Fraction(0)
    while low[0] <= high[0] and low[1] <= high[1] and not least.settings.stop.asked:
        least.done = done + part - whole * _limits(low, high)
        before = points_taken((v for v in least.found if v[0] < low[0]), least.axes.tolerance)
        limit = least.bound(high) + least.axes.tolerance
        cut = min((v[1] - 1 for v in before if v[-1] <= limit), default=high[1])
        if cut < high[1]:
            high = (high[0], cut)
            continue
        found = least.closest(high)
        if found.vector is None:
            break
        if any(v[1] <= high[1] and v[-1] <= found.bound + least.axes.tolerance for v in before):
            continue  # now that more is known, a part beside a point is cut off
        first, second = found.vector[:2]
        left = _limits(low, (first - 1, high[1]))
        later = _limits((max(low[0], first), low[1]), (high[0], second - 1))
        least.done = done + part - whole * (left + later)
        _columns(least, low, (first - 1, high[1]), part=whole * left)
        low, high = (max(low[0], first), low[1]), (high[0], second - 1)
    least.done = done + part


def _limits(low: Vector, high: Vector) -> int:
    """How many pairs of limits there are from one corner to the other."""
    return max(0, high[0] - low[0] + 1) * max(0, high[1] - low[1] + 1)
