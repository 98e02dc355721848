"""Posts about which nothing has to be decided: one holder, or nobody, and an FTE of no more than one.

Rules: design.md section 3. In a large extract nearly all posts are such; they are made into lines in one go, as
scenarios/importing/establishment.py would make them one by one.
Change this when a post with one row needs a decision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

from scenarios.importing.marks_of_rows import Mark
from scenarios.importing.post_figures import Figures
from scenarios.importing.posts_file import PostCells
from scenarios.importing.records import FULL_TIME, Records, Standing
from scenarios.importing.uses import Use
from scenarios.schema.columns import Kind
from scenarios.schema.units import print_number

UNKNOWN = "?"
WordsByUse = Mapping[Use, Sequence[str]]
FIELDS = (
    (Use.POST_NUMBER, "post_number"),
    (Use.TITLE, "title"),
    (Use.TEAM, "team"),
    (Use.GRADE, "grade"),
    (Use.FUNDING, "funding"),
    (Use.COST_CENTRE, "cost_centre"),
    (Use.EMPLOYER, "employer"),
)
"""The words of a line, and the cells they go to."""
_NOTHING_TO_DECIDE = frozenset({Mark.PERMANENT, Mark.ORDINARY, Mark.TERM_TIME, Mark.VACANT, Mark.FROZEN})


@dataclass(frozen=True)
class PlainLines:
    """Lines of plain posts, and what they come to."""

    lines: tuple[PostCells, ...]
    people: int
    occupied_milli_fte: int
    established_milli_fte: int
    cost_pence: int


def apart(records: Records, words: WordsByUse, figures: Figures) -> tuple[list[int], list[int]]:
    """Return the indexes of the records of plain posts, and of the others.

    Args:
        records: what each record says.
        words: the kept columns of words, record by record.
        figures: the figures that columns give for posts.
    """
    nothing = (None,) * len(records.person)
    numbers = words.get(Use.POST_NUMBER, ("",) * len(nothing))
    lonely = {number for number, count in Counter(numbers).items() if number and count == 1}
    ordinary = {marks for marks in set(records.marks) if marks <= _NOTHING_TO_DECIDE}
    plain_ways = {(way, marks) for way in (Standing.HOLDER, Standing.VACANT) for marks in ordinary}
    plain_ways |= {(Standing.HOLDER, marks | {Mark.FIXED}) for marks in ordinary}
    sizes = {size for size in set(figures.fte or records.milli_fte) if size and size <= FULL_TIME}
    shares = {milli for milli in set(records.milli_fte) if milli}
    one = {None} if figures.posts is None else {1}
    priced = {None} if figures.cost is None else {pence for pence in set(figures.cost) if pence}
    rows = zip(
        *(numbers, zip(records.standing, records.marks, strict=True), records.milli_fte),
        *(figures.fte or records.milli_fte, figures.posts or nothing, figures.cost or nothing),
        strict=True,
    )
    plain = [
        way in plain_ways
        and number in lonely
        and milli in shares
        and size in sizes
        and posts in one
        and pence in priced
        for number, way, milli, size, posts, pence in rows
    ]
    every = range(len(nothing))
    return [*compress(every, plain)], [index for index in every if not plain[index]]


def plain_lines(plain: Sequence[int], records: Records, words: WordsByUse, figures: Figures) -> PlainLines:
    """Return the lines of plain records.

    Args:
        plain: their indexes.
        records: what each record says.
        words: the kept columns of words, record by record.
        figures: the figures that columns give for posts.
    """
    blank = ("",) * len(records.person)
    columns = [words.get(use, blank) for use, _ in FIELDS]
    established = figures.fte or records.milli_fte
    costs = figures.cost or (None,) * len(blank)
    ends = figures.until or (None,) * len(blank)
    terms = {marks: Mark.FIXED in marks for marks in set(records.marks)}
    text = {milli: milli_cell(milli, guessed=False) for milli in {*records.milli_fte, *established}}
    cost_text = {pence: print_number(pence, Kind.MONEY) if pence else "" for pence in {*costs}}
    guess = "~" * (figures.fte is None)
    said = (records.standing, records.milli_fte, records.marks, established, costs, ends)
    lines = []
    for number, title, team, grade, funding, centre, employer, standing, milli, marks, whole, pence, last in zip(
        *([column[index] for index in plain] for column in (*columns, *said)), strict=True
    ):
        size = text[whole]
        held_fte = (f"{guess}{size}", "1", text[milli]) if standing is Standing.HOLDER else (size, "0", "0")
        end, contract = "", ""
        if terms[marks]:
            end, contract = "" if last is None else last.isoformat(), "fixed-term"
        money = (cost_text[pence], funding, centre, employer, end, contract)
        lines.append(PostCells._make((number, title, team, grade, "1", *held_fte, *money)))
    held = [index for index in plain if records.standing[index] is Standing.HOLDER]
    return PlainLines(
        lines=tuple(lines),
        people=len(held),
        occupied_milli_fte=sum(records.milli_fte[index] or 0 for index in held),
        established_milli_fte=sum(established[index] or 0 for index in plain),
        cost_pence=sum(costs[index] or 0 for index in plain),
    )


@lru_cache(maxsize=4096)
def milli_cell(value: int | None, *, guessed: bool) -> str:
    """Return FTE in thousandths as a cell: `?` when not known, marked ~ when it is a guess."""
    return UNKNOWN if value is None else f"{'~' * guessed}{print_number(value, Kind.FTE)}"
