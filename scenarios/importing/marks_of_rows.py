"""What the words of contract and status columns say about a row: vacant, agency, seconded, acting up, and the rest.

Rules: domain-rules.md sections 7.4 (the substantive post counts, acting up and secondments are ignored), 10 (vacancies)
and 11 (fixed-term, agency). A word nobody knows is never guessed at: its row is pointed out.
Change this when an HR system writes one of these in another way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from scenarios.importing.extract import header_key


class Mark(Enum):
    """What is said about the holder of a post or the post itself; the value is the planner's word for it."""

    PERMANENT = "permanent"
    FIXED = "fixed-term"
    AGENCY = "agency"
    CASUAL = "casual"
    VACANT = "vacant"
    FROZEN = "frozen"
    LEFT = "left"
    ACTING = "acting up"
    SECONDED_OUT = "seconded out"
    SECONDED_IN = "seconded in"
    SECONDED = "seconded"
    COVER = "cover"
    AWAY = "away"
    TERM_TIME = "term-time"
    JOB_SHARE = "job share"
    ORDINARY = "ordinary"

    __hash__ = object.__hash__  # one of a kind; a mark is looked up for every row, and Enum's own hash takes ten times


Marks = frozenset[Mark]

_PATTERNS: tuple[tuple[Mark, str], ...] = (
    (Mark.VACANT, r"\bvacan(t|cy)\b|\bunfilled\b|\bunoccupied\b|\bno holder\b"),
    (Mark.FROZEN, r"\bfrozen\b|\bon hold\b|\bheld\b"),
    (Mark.LEFT, r"\bleaver\b|\bleft\b|\bterminated\b|\bceased\b|\bex ?employee\b|\bresigned\b"),
    (Mark.AGENCY, r"\bagency\b|\bcontractor\b|\binterim\b|\bconsultan(t|cy)\b|\blocum\b|\boff payroll\b|\btemp\b"),
    (Mark.CASUAL, r"\bcasual\b|\brelief\b|\bbank\b|\bzero hours?\b|\bsessional\b|\bas and when\b|\bas required\b"),
    (Mark.ACTING, r"\bacting\b|\bact(s|ing)? up\b|\bhonorarium\b|\bhigher duties\b|\btemporary promotion\b"),
    (Mark.SECONDED_OUT, r"\bsecond(ed|ment) (out|to)\b|\bout(ward)? second|\bon secondment\b|\bsecondment out"),
    (Mark.SECONDED_IN, r"\bsecond(ed|ment) (in|from)\b|\bin(ward)? second|\bsecondee\b|\bsecondment in"),
    (Mark.SECONDED, r"\bsecond(ed|ment)\b"),
    (Mark.COVER, r"\bcover(ing)?\b|\bbackfill(ing)?\b|\breplacement\b"),
    (
        Mark.AWAY,
        (
            r"\b(paternity|adoption|parental|unpaid|special|sick|family) (leave|absence)\b|\b(career break|maternity|"
            r"suspended|sabbatical|long term sick|absent|on leave)\b"
        ),
    ),
    (Mark.TERM_TIME, r"\bterm ?time\b|\btto\b|\bterm only\b"),
    (Mark.JOB_SHARE, r"\bjob ?shar(e|er|ing)\b"),
    (Mark.FIXED, r"\bfixed\b|\btemporary\b|\bftc\b|\btemp contract\b|\bfixed term\b|\bf t c\b"),
    (Mark.PERMANENT, r"\bperm(anent)?\b|\bsubstantive\b|\bopen ended\b|\bindefinite\b"),
    (
        Mark.ORDINARY,
        (
            r"\b(active|full ?time|part ?time|filled|occupied|employee|current|ft|pt|in post|staff|monthly|normal|"
            r"primary|secondary|flexible|compressed|annualised|hybrid|(all|full) year|52 weeks|new starter)\b"
        ),
    ),
)
_ANY = re.compile("|".join(pattern for _, pattern in _PATTERNS))
_KNOWN = tuple((mark, re.compile(pattern)) for mark, pattern in _PATTERNS)
_YES = frozenset({"y", "yes", "true", "1", "x", "t"})
_NO = frozenset({"n", "no", "false", "0", "f", "none", "n a", "na"})
_COVER_OF_AWAY = re.compile(
    r"\b(maternity|sick\w*|leave|secondment|absence|paternity|adoption|backfill) (leave )?cover\b"
)
SPOKEN = (Mark.ACTING, Mark.SECONDED, Mark.COVER, Mark.JOB_SHARE, Mark.AGENCY, Mark.TERM_TIME, Mark.VACANT)
"""What a free text may speak of; it is pointed out and changes no count."""


def marks_of(text: str, header: str, stated: Mapping[str, Mark]) -> Marks | None:
    """Return what one cell says; an empty set when it says nothing, None when it is not understood.

    Args:
        text: the cell, blanks at its ends taken off.
        header: the column's header: a column named after a mark may hold yes and no.
        stated: marks of words that the mapping file gives, by word as `header_key` writes it.
    """
    key = header_key(text)
    if not key:
        return frozenset()
    if key in stated:
        return frozenset({stated[key]})
    if key in _YES | _NO:
        named = found_in(header_key(header))
        if not named:
            return frozenset() if key in _NO else None
        return named if key in _YES else frozenset()
    return found_in(key) or None


def found_in(key: str) -> Marks:
    """Return every mark whose words stand in a text as `header_key` writes it."""
    if _ANY.search(key) is None:
        return frozenset()
    found = {mark for mark, pattern in _KNOWN if pattern.search(key)}
    if _COVER_OF_AWAY.search(key):
        found -= {Mark.AWAY, Mark.SECONDED, Mark.SECONDED_OUT, Mark.SECONDED_IN}
    if found & {Mark.SECONDED_OUT, Mark.SECONDED_IN}:
        found.discard(Mark.SECONDED)
    if Mark.FIXED in found and re.search(r"\btemporary (promotion|cover)\b", key):
        found.discard(Mark.FIXED)
    if len(found) > 1:
        found.discard(Mark.ORDINARY)
    return frozenset(found)


def mark_named(word: str) -> Mark | None:
    """Return the mark that a planner's word in a mapping names, or None."""
    plain = " ".join(word.casefold().split())
    return next((mark for mark in Mark if mark.value == plain), None)
