"""How much of the box between the ideal and the nadir is neither shown empty nor attained, in whole numbers.

The box holds every whole vector between the least of each goal (ideal) and the most that a point found takes (nadir).
While points are missing the nadir may be too low; so open vectors are counted beyond it too, on the goals that are
limited, as far as any structure reaches, and set against the box: the share is never told too small, and is 1 at most.
A vector is shown empty where the last goal is below what is known to be its least under the other goals' values; it is
attained where a structure found is no higher on the other goals and at most the tolerance higher on the last. Both only
change at limits asked about and at structures found, so space is cut there and its parts are counted, not its vectors.
Change this when what counts as settled changes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, product
from math import prod

from solver.tradeoffs.least import Evidence, Vector


@dataclass(frozen=True)
class Box:
    """Two corners, both inside: the ideal and the nadir, the measured goal last."""

    low: Vector
    high: Vector

    @property
    def size(self) -> int:
        """Whole vectors in it."""
        return prod(high - low + 1 for low, high in zip(self.low, self.high, strict=True))


def open_share(
    box: Box, evidence: Sequence[Evidence], found: Iterable[Vector], *, widest: Vector, tolerance: int
) -> Fraction:
    """The vectors neither shown empty nor attained, as a share of the box's, from 0 (nothing is open) to 1.

    `widest` are limits on all goals but the last that every structure keeps.
    """
    vectors = tuple(found)
    last = box.high[-1]
    reach = Box(box.low, (*(max(pair) for pair in zip(widest, box.high, strict=False)), last))
    cuts = [
        _cuts(reach, place, (v[place] for v in vectors), (e.caps[place] + 1 for e in evidence))
        for place in range(len(box.low) - 1)
    ]
    left = 0
    for part in product(*(tuple(pairwise(each)) for each in cuts)):
        corner = tuple(start for start, _ in part)
        left += _open_above(box, corner, evidence, vectors, tolerance=tolerance) * prod(end - at for at, end in part)
    return min(Fraction(1), Fraction(left, box.size))


def _cuts(box: Box, place: int, *at: Iterable[int]) -> list[int]:
    low, end = box.low[place], box.high[place] + 1
    return sorted({low, end, *(cut for each in at for cut in each if low < cut < end)})


def _open_above(
    box: Box, corner: Vector, evidence: Sequence[Evidence], found: Sequence[Vector], *, tolerance: int
) -> int:
    """Whole values of the last goal that are open at a vector of the others."""
    empty_below = max(
        (e.bound for e in evidence if all(cap >= at for cap, at in zip(e.caps, corner, strict=True))),
        default=box.low[-1],
    )
    attained_from = min(
        (v[-1] - tolerance for v in found if all(mine <= at for mine, at in zip(v, corner, strict=False))),
        default=box.high[-1] + 1,
    )
    return max(0, min(attained_from, box.high[-1] + 1) - max(empty_below, box.low[-1]))
