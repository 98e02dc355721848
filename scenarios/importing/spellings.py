"""One name in several spellings, folded into one so that everybody sees it: titles, teams, grades.

Rules: design.md section 3 (grade spellings fold visibly); seed-facts.md 5.8-h ("P08" for PO8, "HAY 1" for HAY1). What
differs in case, blanks or punctuation only is one name. A grade is one with its own abbreviation, as in `Grade 7 (G7)`;
an O and a nought are one only where both spellings stand in the same data. `SEO (London)` is a grade of its own.
Change this when spellings of one name are taken for two, or two names for one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_NOT_SIGNS = re.compile(r"[^a-z0-9()+&]+")
_ABBREVIATED = re.compile(r"(.+?)\s*\(([A-Z]{1,4}[0-9]?[A-Z]?)\)")
_NUMBERED = re.compile(r"^(grade|gr|g) ?(\d+)\b")
_ENDINGS = (("(", " ("), (")", ") "))
_WRITTEN_OUT = {
    "administrative assistant": "aa",
    "administrative officer": "ao",
    "executive officer": "eo",
    "higher executive officer": "heo",
    "senior executive officer": "seo",
    "grade six": "grade 6",
    "grade seven": "grade 7",
}
"""Grades of the civil service written out, and their abbreviations."""


@dataclass(frozen=True)
class Fold:
    """One name and the other spellings that were folded into it, each with the number of cells that hold it."""

    name: str
    cells: int
    others: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Folded:
    """What each spelling is read as, and which names had more than one."""

    name_of: Mapping[str, str]
    folds: tuple[Fold, ...]


def name_key(text: str) -> str:
    """Return what two spellings of one title or team have in common."""
    plain = text.casefold().replace("&", " and ").replace("–", "-")
    return " ".join(re.sub(r"[^\w()+]+", " ", plain).split())


def grade_key(text: str) -> str:
    """Return what two spellings of one grade have in common."""
    short = _ABBREVIATED.fullmatch(text.strip())
    if short is not None:
        words, letters = short[1].casefold(), short[2].casefold()
        if _initials(words) in (letters, re.sub(r"\d", "", letters)) or re.sub(r"\D", "", words) == letters[1:] != "":
            text = short[1]
    plain = text.casefold()
    for sign, spaced in _ENDINGS:
        plain = plain.replace(sign, spaced)
    plain = " ".join(_NOT_SIGNS.sub(" ", plain).split())
    head, bracket, place = plain.partition("(")
    head = _WRITTEN_OUT.get(head.strip(), head.strip())
    head = _NUMBERED.sub(r"grade \2", head)
    return (head.replace(" ", "") + bracket + place).replace(" ", "")


def _initials(words: str) -> str:
    return "".join(word[0] for word in re.findall(r"[a-z]+", words) if word not in ("and", "of"))


def fold(counts: Mapping[str, int], key: Callable[[str], str]) -> Folded:
    """Return the name each spelling is read as: the most frequent one of those with the same key.

    Args:
        counts: the number of cells that hold each spelling.
        key: what two spellings of one name have in common.
    """
    together: dict[str, Counter[str]] = {}
    for text, count in counts.items():
        together.setdefault(key(text), Counter())[text] += count
    for one in sorted(together):
        other = re.sub(r"(?<=[a-z])0(?=\d)", "o", one)
        if key is grade_key and other != one and other in together:
            together[other] += together.pop(one)
    name_of: dict[str, str] = {}
    folds: list[Fold] = []
    for spellings in together.values():
        ordered = sorted(spellings.items(), key=lambda item: (-item[1], item[0]))
        name, cells = ordered[0]
        name_of |= dict.fromkeys(spellings, name)
        if len(ordered) > 1:
            folds.append(Fold(name, cells, tuple(ordered[1:])))
    return Folded(name_of, tuple(sorted(folds, key=lambda fold: fold.name)))
