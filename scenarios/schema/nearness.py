"""Which known name somebody probably meant.

Rules: design.md section 3 (a key that nearly matches is a fault); seed-facts.md 5.8-h for the slips of real reports:
"P08" for PO8, "HAY 1" for HAY1.
Change this when a real slip is not recognised, or a harmless name is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from scenarios.schema.look_alikes import plain_letters

NEAR_NAME = 75
"""Likeness (of 100) from which a known name is offered for an unknown one."""
NEAR_KEY = 80
"""Likeness (of 100) from which an unknown column is taken for a slip of the key."""

NEAR_MOVE = 95
"""Likeness (of 100) from which a new name is taken for a slip of one there is."""
SHORTEST = 4
"""Letters from which one letter wrong, missing or swapped is a slip."""
SHORTEST_WORD = 5
"""Letters, in the longer of two words, from which one letter apart is a typing slip and not another word."""

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_DIGITS = re.compile(r"[0-9]+")
_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s"})


@lru_cache(maxsize=65_536)
def bare(text: str) -> str:
    """Return a name without case, blanks, punctuation and the differences between look-alike signs."""
    return _NOT_LETTERS.sub("", plain_letters(text).casefold()).translate(_ALIKE)


def meant(text: str, known: Iterable[str], *, least: int = NEAR_NAME) -> str | None:
    """Return the known name that the text most nearly matches, or None.

    Args:
        text: the name as it stands in the data.
        known: the names there are.
        least: likeness from 0 to 100 below which nothing is offered.
    """
    names = sorted(set(known))
    same = [name for name in names if bare(name) == bare(text)]
    if same and bare(text):
        return same[0]
    slips = [name for name in names if min(len(name), len(text)) >= SHORTEST and OSA.distance(name, text) <= 1]
    if slips:
        return slips[0]
    found = process.extractOne(text.casefold(), [name.casefold() for name in names], scorer=fuzz.ratio)
    return names[found[2]] if found is not None and found[1] >= least else None


def typo_of(text: str, known: Iterable[str]) -> str | None:
    """Return the known name from which one letter of one word of a name differs, or None.

    Names of their own stay apart: what differs is no digit ("Team 1", "Team 2"), no letter or short word ("Team A",
    "Team B"), no word more ("Senior Officer"), and words such as North and South, or trainee and trainer, are not near.

    Args:
        text: the name as it stands in the data.
        known: the names there are; the text itself and names that differ in case or blanks only are passed over.
    """
    found = process.extract(
        text, sorted(set(known)), scorer=OSA.distance, processor=str.casefold, score_cutoff=1, limit=None
    )
    return next((name for name, _, _ in found if bare(name) != bare(text) and _one_word_off(text, name)), None)


def _one_word_off(text: str, name: str) -> bool:
    """Say whether two names one letter apart differ in a word that is long enough and names nothing of its own."""
    mine, theirs = text.casefold().split(), name.casefold().split()
    apart = [pair for pair in zip(mine, theirs, strict=False) if pair[0] != pair[1]]
    if len(mine) != len(theirs) or len(apart) != 1:
        return False
    one, other = apart[0]
    trains = one.endswith("ee") != other.endswith("ee") and one[:-1] == other[:-1]
    return max(len(one), len(other)) >= SHORTEST_WORD and not _DIGITS.search(one + other) and not trains


def slip_of(text: str, known: Iterable[str]) -> str | None:
    """Return the known name that a new name is surely a slip of, or None.

    Stricter than `meant`: "Team 3" beside "Team 2", and "Senior Officer" beside "Officer", are names of their own.

    Args:
        text: the new name.
        known: the names there are.
    """
    alike = [name for name in known if _DIGITS.findall(name) == _DIGITS.findall(text) or bare(name) == bare(text)]
    same = sorted(name for name in alike if bare(name) == bare(text))
    near = [name for name in sorted(alike) if fuzz.ratio(name.casefold(), text.casefold()) >= NEAR_MOVE]
    return next(iter((*same, *near)), None)
