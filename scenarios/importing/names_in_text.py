"""Persons' names in columns that are kept: found by the names the extract itself holds, and cut out.

Rules: design.md section 3: nothing written may point at a person. The names stand in memory only while an extract is
read. A word that is also an ordinary word of titles stays, and its place is pointed out; any other name is cut.
Change this when a name slips through, or an ordinary word is cut.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scenarios.importing.ordinary_words import ORDINARY_WORDS
from scenarios.importing.uses import Use
from scenarios.schema.persons import person_in

_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f'’-]*|[A-Za-z]*[0-9][A-Za-z0-9]*")
_SHORTEST_NAME = 3
_SHORTEST_NUMBER = 4
_MARKER = "\x00"
_PERSONAL = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]*\w|\b[A-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b|"
    r"(?<!\w)(\+44|0)[0-9][0-9 ]{7,11}[0-9]\b|"
    r"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Cllr)\.? +([A-Z]\.? +)*[A-Z][a-z'’-]+"
)
_BESIDE = re.compile(
    rf"(\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Cllr)\.? ?)?(\b[A-Z]\.? ?)*{_MARKER}"
    rf"(?:['’]s?\b)?([, ]*(\b[A-Z]\b\.?)*{_MARKER}(?:['’]s?\b)?)*(, ?\b[A-Z]\b\.?( ?\b[A-Z]\b\.?)*)?"
)
_NEXT_TO_A_NAME = re.compile(rf"(?:[\w'’-]+ )?(?:{_MARKER} ?)+(?:[\w'’-]+)?")
_EMPTY_BRACKETS = re.compile(r"[(\[{][\s,;:/&.-]*[)\]}]")
_LOOSE_ENDS = re.compile(r"^[\s,;:/&–-]+|[\s,;:/&(\[–-]+$|^\W+$")
_INITIALLED = re.compile(r"([A-Za-z][a-z'’-]+), ?([A-Z]\.?( ?[A-Z]\.?)?)")


@dataclass(frozen=True)
class Names:
    """The words by which persons are named in one extract; in memory only."""

    words: frozenset[str]
    """Parts of names and numbers of persons, without case and accents, ordinary words of titles left out."""
    ordinary: frozenset[str]
    """Parts of names that are ordinary words of titles as well."""
    short: frozenset[str] = frozenset()
    """Names of two letters, as written: a capital and a small one."""


@dataclass(frozen=True)
class Cut:
    """What is left of a text, and whether a name was cut out of it or may still stand in it."""

    text: str
    was_cut: bool
    may_name: bool


def names_of(columns: Iterable[tuple[Use, Sequence[str]]], not_names: frozenset[str]) -> Names:
    """Return the words by which persons are named.

    Args:
        columns: the cells of each column, and what it is read as.
        not_names: words that the planner says are no names, without case.
    """
    words: set[str] = set()
    short: set[str] = set()
    for use, column in columns:
        if use in (Use.PERSON_NAME, Use.OTHER_PERSON):
            found = _name_words(column)
            if use is Use.PERSON_NAME:
                short |= {*_SHORT.findall(_unaccented(" ".join(set(column))))}
            if use is Use.PERSON_NAME or len(found & ORDINARY_WORDS) * 3 < len(found):
                words |= found
        elif use is Use.PERSON_NUMBER:
            words |= {
                number for number in set(_plain(" ".join(set(column))).split()) if len(number) >= _SHORTEST_NUMBER
            }
    never = _NEVER_NAMES.union(map(_plain, not_names))
    words -= never
    kept_short = {word for word in short if word.casefold() not in never}
    return Names(frozenset(words - ORDINARY_WORDS), frozenset(words & ORDINARY_WORDS), frozenset(kept_short))


def named_by(words: frozenset[str]) -> Names:
    """Return how persons are named, from the words of their names, without case."""
    plain = frozenset(map(_plain, words))
    return Names(plain - ORDINARY_WORDS - _NEVER_NAMES, plain & ORDINARY_WORDS)


def _unaccented(text: str) -> str:
    """Return a text with its letters as they are written without accents: Zoë as Zoe, Øl as Ol."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(_STROKED))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


_STROKED = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae"})
"""Letters that are one sign with their stroke, so that taking accents off leaves them as they are."""


def _plain(text: str) -> str:
    """Return a text without case and accents, as names are compared."""
    return _unaccented(text).casefold()


_SHORT = re.compile(r"\b[A-Z][a-z]\b")
_NEVER_NAMES = frozenset(
    (
        *("vacant", "vacancy", "tbc", "tba", "post", "agency", "unfilled", "and", "the", "von", "van", "den", "der"),
        *("bin", "mr", "ms", "mx", "dr", "de", "la", "le", "du", "da", "di", "st", "of"),
        *("to", "in", "on", "or", "at", "as", "by", "it", "is", "no", "mrs", "miss", "prof"),
        *("sir", "dame", "cllr", "rev", "jnr", "snr", "nee", "aka", "known", "temp"),
    )
)


def _name_words(cells: Iterable[str]) -> set[str]:
    """Return the words of names, without case."""
    words = set(_plain(" ".join(cells)).translate(_PARTING).split())
    return {word for word in words if len(word) >= _SHORTEST_NAME and word[0].isalpha()}


_PARTING = str.maketrans(dict.fromkeys(',;:.()[]{}/\\|"&+<>*_\x00', " "))


def cut_names(text: str, names: Names) -> Cut:
    """Return a text of a kept column without the names of persons.

    Args:
        text: the cell, blanks at its ends taken off.
        names: how persons of the extract are named.
    """
    may_name = False

    def marked(found: re.Match[str]) -> str:
        nonlocal may_name
        parts = _parts(found[0], names)
        may_name = may_name or bool(parts & names.ordinary)
        return _MARKER if parts & names.words or _unaccented(found[0]) in names.short else found[0]

    left = _PERSONAL.sub(_MARKER, _WORD.sub(marked, text))
    left = _NEXT_TO_A_NAME.sub(lambda found: _also(found, names), left)
    if _MARKER not in left:
        return Cut(text, was_cut=False, may_name=may_name)
    left = _BESIDE.sub(" ", left).replace(_MARKER, " ")
    for _ in range(3):
        left = _LOOSE_ENDS.sub("", _EMPTY_BRACKETS.sub(" ", left))
    return Cut(" ".join(left.split()), was_cut=True, may_name=may_name)


def _parts(word: str, names: Names) -> set[str]:
    """Return a word as names are compared, what its dashes part, and the names that are run together in it."""
    plain = re.sub(r"['’]s?$", "", _plain(word))
    parts = {plain, *plain.split("-")}
    for end in range(_SHORTEST_NAME, len(plain) - _SHORTEST_NAME + 1):
        first, rest = plain[:end], plain[end:]
        if (first in names.words or first in names.ordinary) and (rest in names.words or rest in names.ordinary):
            parts |= {first, rest}
    return parts


def _also(found: re.Match[str], names: Names) -> str:
    """Return the words around a name that was cut without those that are names themselves, ordinary though they are."""
    words = (_MARKER if _plain(word) in names.ordinary else word for word in found[0].split(" "))
    return " ".join(words)


def fit_for_a_case(text: str) -> str:
    """Return a text that `check` takes for no name of a person: `Manager, IT` is written with a dash; else blank.

    Args:
        text: what is left of a cell of a kept column.
    """
    if person_in(text, in_names=True) is None:
        return text
    found = _INITIALLED.fullmatch(text)
    if found is not None and found[1].casefold() in ORDINARY_WORDS:
        return f"{found[1]} - {found[2]}"
    return ""


def rows_that_name(cells: Sequence[str], names: Names, *, by_look: bool) -> list[int]:
    """Return the indexes of the cells of a free text in which a person seems to be named.

    Args:
        cells: the cells of the column.
        names: how persons of the extract are named.
        by_look: whether a word with a capital within a sentence counts, where it is no ordinary word of titles.
    """
    verdicts: dict[str, bool] = {"": False}
    found = []
    for index, cell in enumerate(cells):
        if cell not in verdicts:
            verdicts[cell] = _names_somebody(cell, names, by_look=by_look)
        if verdicts[cell]:
            found.append(index)
    return found


_WITHIN = re.compile(r"(?<=[^.!?:;\n•-] )[A-Z][a-z'’-]{2,}\b")
_CALENDAR = frozenset(word.casefold() for word in (*month_name, *month_abbr, *day_name, *day_abbr) if word)
_KNOWN_CAPITALS = ORDINARY_WORDS | _CALENDAR


def _names_somebody(text: str, names: Names, *, by_look: bool) -> bool:
    """Say whether a text seems to name a person."""
    if _PERSONAL.search(text) is not None:
        return True
    if any(_parts(word, names) & names.words or _unaccented(word) in names.short for word in _WORD.findall(text)):
        return True
    looks = _WITHIN.findall(text) if by_look else []
    return any(word.casefold() not in _KNOWN_CAPITALS for word in looks)
