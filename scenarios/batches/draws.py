"""Draws: the i-th value of a figure, worked out from the seed, the number of the draw and what is drawn, and no more.

No state is carried from one draw to the next, so draw 7 is draw 7 whoever draws it and in whatever order: the counter
and the names are put through SHA-256 (a counter-based generator after Salmon and others, "Parallel random numbers: as
easy as 1, 2, 3", SC11, with a slower and better known function). Whole numbers throughout, so that every machine draws
alike.
Change this when a figure may be drawn in another shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from math import isqrt

BITS = 64
WHOLE = 1 << BITS


@dataclass(frozen=True)
class Shape:
    """A range of whole units, both ends included; with `most_likely` a triangle that is highest there, else even."""

    low: int
    high: int
    most_likely: int | None = None

    def drawn(self, seed: int, number: int, what: str) -> int:
        """Return the value of one draw.

        Args: the seed of the batch; the number of the draw, from 1; what tells this figure from others that are drawn.
        """
        if self.most_likely is None:
            return self.low + _below(self.high - self.low + 1, f"{seed}\n{number}\n{what}")
        return self._in_triangle(self.most_likely, _bits(f"{seed}\n{number}\n{what}", 0))

    def _in_triangle(self, most_likely: int, share: int) -> int:
        """The figure below which a share (of 2^64) of the triangle lies, to the nearest whole unit."""
        width, left, right = self.high - self.low, most_likely - self.low, self.high - most_likely
        if not width:
            return self.low
        if share * width < left * WHOLE:
            return self.low + _nearest_root(share * width * left)
        return self.high - _nearest_root((WHOLE - share) * width * right)


def _nearest_root(square: int) -> int:
    """The square root of a number of 2^64ths, to the nearest whole."""
    return (isqrt(4 * square // WHOLE) + 1) // 2


def _below(count: int, text: str) -> int:
    """A number from 0 to count - 1, each as likely as any other: what would favour the low ones is drawn again.

    As many 64 bits are put together as the count needs, so that at most every other number is drawn again.
    """
    words = max(1, -(-count.bit_length() // BITS))
    whole = 1 << (BITS * words)
    fair = whole - whole % count
    attempt = 0
    while (number := _number(text, attempt, words)) >= fair:
        attempt += words
    return number % count


def _number(text: str, attempt: int, words: int) -> int:
    """A number of so many times 64 bits."""
    number = 0
    for word in range(words):
        number = number << BITS | _bits(text, attempt + word)
    return number


def _bits(text: str, attempt: int) -> int:
    return int.from_bytes(sha256(f"{text}\n{attempt}".encode()).digest()[: BITS // 8])
