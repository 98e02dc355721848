"""Which titles look like one title with words cut short: `Team Mgr` beside `Team Manager`.

Two titles that are one job make two staff groups, and that moves the number at risk. They are told, never merged.
Rules: none of law; how HR systems and reports shorten words. Word stands against word: as many words, in the same
order, each the same or one the other cut short. Capitals (`HR`, `SEN`) are names of their own.
Change this when a real short form passes unseen, or a word of its own is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

MOST_TITLES_ALIKE = 100
"""Titles of as many words, the same first letters and numbers, that are set against each other; a list has fewer."""
FEWEST_LETTERS = 3
LONGEST_CUT = 4
"""Letters of a word's beginning that stand for it: `Supp`, `Off`; longer ones are usual or words of their own."""
LETTERS_LEFT_OUT = 3

_USUAL: Mapping[str, tuple[str, ...]] = {
    "admin": ("administration", "administrative", "administrator"),
    "assoc": ("associate",),
    "asst": ("assistant",),
    "bus": ("business",),
    "comm": ("commissioning", "communications", "community"),
    "comms": ("communications",),
    "coord": ("coordination", "coordinator"),
    "dep": ("deputy",),
    "dept": ("department", "departmental"),
    "devt": ("development",),
    "dir": ("director",),
    "exec": ("executive",),
    "hd": ("head",),
    "info": ("information",),
    "jnr": ("junior",),
    "jr": ("junior",),
    "mgmt": ("management",),
    "mgr": ("manager",),
    "neighbourhd": ("neighbourhood",),
    "off": ("officer",),
    "op": ("operational", "operations"),
    "ops": ("operational", "operations"),
    "org": ("organisational",),
    "pract": ("practice", "practitioner"),
    "princ": ("principal",),
    "rep": ("representative",),
    "snr": ("senior",),
    "sr": ("senior",),
    "supv": ("supervisor",),
    "supvr": ("supervisor",),
    "svc": ("service", "services"),
    "svcs": ("services",),
    "tech": ("technical", "technician", "technology"),
}
"""Short forms as usual, and the words they stand for; they count in capitals too."""
_OWN_WORDS = """
all and arm art arts band bank bar bed bid book bowl cab camp car cat chef child club con cook corn
court craft cut dad dog down farm fish food foot form fund gas golf head health high hub in inn job
kin kit land law lead leg link lot man mar mark men net nor not old open out pan par park pen per
pet pest port post print prop pub road room sea self sen sign son sport start stock sub sun tax team
ten test top tour town train trip tub up visit war web wood work worth
"""
_OF_THEIR_OWN = frozenset(_OWN_WORDS.split())
"""Ordinary words that another word begins with or holds: a `Park Officer` is no `Parking Officer` cut short."""
_GROWN = re.compile(r"[a-z]?(ings?|ers?|ors?|ists?|men|man)")
_VOWELS = re.compile(r"[aeiouy]")
_JOINTS = str.maketrans({"-": "", "\u2010": "", "\u2011": "", "\u2013": "", ".": "", "'": "", "\u2019": ""})


@dataclass(frozen=True)
class Titled:
    """A title, the grades it stands at, and how much of it there is, in words."""

    title: str
    grades: frozenset[str]
    """Empty where a line of it gives no grade: it may then be at any."""
    size: str


@dataclass(frozen=True)
class CutShort:
    """Two titles that look like one: the one with words cut short, and the other."""

    short: Titled
    full: Titled


def cut_short(titles: Iterable[Titled]) -> tuple[CutShort, ...]:
    """Return titles that look like another at the same grade with words cut short, each once, in order of names.

    Args:
        titles: each title once.
    """
    alike: dict[tuple[str, ...], list[tuple[tuple[str, ...], Titled]]] = {}
    for title in sorted(titles, key=lambda each: each.title):
        words = words_of(title.title)
        alike.setdefault(tuple(map(_in_common, words)), []).append((words, title))
    found: list[CutShort] = []
    for together in alike.values():
        for words, title in together[:MOST_TITLES_ALIKE]:
            full = [
                other
                for theirs, other in together[:MOST_TITLES_ALIKE]
                if _stands_for(words, theirs) and _may_share_a_grade(title, other)
            ]
            if full:
                found.append(CutShort(title, max(full, key=lambda each: (len(each.title), each.title))))
    return tuple(sorted(found, key=lambda pair: (pair.short.title, pair.full.title)))


def _in_common(word: str) -> str:
    """Return what a word and its short forms have in common: the first letter, or all of one that holds a number."""
    return word[0].casefold() if word.isalpha() else word.casefold()


def words_of(title: str) -> tuple[str, ...]:
    """Return the words of a title; what joins parts of one is left out, capitals stay."""
    return tuple(re.findall(r"[^\W_]+", title.translate(_JOINTS).replace("&", " and ")))


def _may_share_a_grade(one: Titled, other: Titled) -> bool:
    return not one.grades or not other.grades or bool(one.grades & other.grades)


def _stands_for(words: Sequence[str], full: Sequence[str]) -> bool:
    """Say whether a title is another of as many words cut short: more of its words are than of the other's."""
    shouted = " ".join(words).isupper()
    cut = grown = 0
    for one, other in zip(words, full, strict=True):
        if one.casefold() == other.casefold():
            continue
        if abbreviates(one, other, shouted=shouted):
            cut += 1
        elif abbreviates(other, one, shouted=" ".join(full).isupper()):
            grown += 1
        else:
            return False
    return cut > grown or (cut == grown > 0 and tuple(words) < tuple(full))


def abbreviates(word: str, full: str, *, shouted: bool = False) -> bool:
    """Say whether a word is another cut short: a usual short form, its consonants, or a few letters of its beginning.

    Args:
        word: the shorter word, as it is written.
        full: the longer word.
        shouted: whether the whole title is in capitals, so that those of the word mean nothing.
    """
    short, long = word.casefold(), full.casefold()
    if long in _USUAL.get(short, ()):
        return True
    named = word.isupper() and not shouted
    if named or not (short.isalpha() and long.isalpha()) or short in _OF_THEIR_OWN or short[0] != long[0]:
        return False
    left_out = len(long) - len(short)
    if _VOWELS.search(short[1:]) is None and len(short) >= FEWEST_LETTERS:
        return left_out >= LETTERS_LEFT_OUT - (len(short) > FEWEST_LETTERS) and _is_skeleton(short, long)
    if len(short) < FEWEST_LETTERS or left_out < LETTERS_LEFT_OUT:
        return False
    ends_short = len(short) <= LONGEST_CUT and _VOWELS.match(short[-1]) is None
    return ends_short and long.startswith(short) and _GROWN.fullmatch(long[len(short) :]) is None


def _is_skeleton(short: str, long: str) -> bool:
    """Say whether a word is made of consonants of another, in their order, up to its last one or without a gap."""
    bones = long[0] + _VOWELS.sub("", long[1:])
    letters = iter(bones)
    return all(letter in letters for letter in short) and (short[-1] == bones[-1] or long.startswith(short))
