"""How a sheet of figures comes out on paper: the rows before which a page should end, so that no block is cut.

The sheet is fitted to the width of its pages by the spreadsheet itself, whose columns are as wide as its fonts make
them; the scale that this comes to is estimated here, to know how many rows a page has room for.
Change this when sheets are printed on another paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

_PIXELS_IN_INCH = 96
_POINTS_IN_INCH = 72
_MARGIN_INCHES = 0.4
_FOOT_INCHES = 0.75
_SPARE = 0.9
"""Not every program makes columns as wide as the next one does."""
_LEAST_SCALE, _MOST_SCALE = 30, 100
A3, A4 = 8, 9
_SIZES = {A3: (16.54, 11.69), A4: (11.69, 8.27)}
LINE_POINTS = 15


def scale_of(widths: Sequence[float], paper: int) -> int:
    """Return the scale in per cent at which columns fit across a landscape page.

    Args:
        widths: of the columns, in digits.
        paper: A3 or A4.
    """
    inches = sum(7 * width + 5 for width in widths) / _PIXELS_IN_INCH
    fits = int(100 * _SPARE * (_SIZES[paper][0] - 2 * _MARGIN_INCHES) / inches) if inches else _MOST_SCALE
    return max(_LEAST_SCALE, min(_MOST_SCALE, fits))


def breaks(starts: Iterable[int], *, end: int, heights: Mapping[int, int], scale: int, paper: int) -> tuple[int, ...]:
    """Return the rows before which a page ends, so that no block is cut that fits on a page.

    Args:
        starts: the first row of each block, from 0.
        end: the row after the last.
        heights: lines of text in a row, where more than one.
        scale: in per cent.
        paper: A3 or A4.
    """
    room = (_SIZES[paper][1] - _MARGIN_INCHES - _FOOT_INCHES) * _POINTS_IN_INCH * 100 / scale
    room -= 3 * LINE_POINTS
    edges, found, page = [*sorted({*starts}), end], [], 0
    for first, last in pairwise([0, *edges]):
        high = sum(heights.get(row, 1) * LINE_POINTS for row in range(first, last))
        if page and page + high > room:
            found.append(first)
            page = 0
        page += high
    return tuple(found)
