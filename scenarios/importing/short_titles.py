"""Titles of an extract that look like one title with words cut short, as `check` finds them, told by their rows.

Rules: scenarios/schema/abbreviated.py. They are written as they stand: which title holds is for the planner to say.
Change this when titles are found to be alike in another way.
"""

from __future__ import annotations

from collections.abc import Sequence

from scenarios.importing import import_doubts
from scenarios.importing.extract import Extract
from scenarios.importing.import_doubts import RowsDoubt
from scenarios.importing.plain_posts import UNKNOWN
from scenarios.importing.posts_file import PostCells
from scenarios.schema.abbreviated import Titled, cut_short
from scenarios.schema.doubt_names import words_of_pair
from solver.wording import some


def short_titles(
    extract: Extract, titles: Sequence[str], *, column: str, lines: Sequence[PostCells]
) -> list[RowsDoubt]:
    """Return a doubt for every title that looks like another at its grade with words cut short.

    Args:
        extract: the extract.
        titles: the title of each record, as written.
        column: the label of the column of titles.
        lines: the lines of posts.
    """
    of: dict[str, list[PostCells]] = {}
    for line in lines:
        of.setdefault(line.title, []).append(line)
    told = cut_short(Titled(title, _grades(found), _size(found)) for title, found in of.items())
    doubts = []
    for pair in told:
        rows = [number for number, title in zip(extract.numbers, titles, strict=True) if title == pair.short.title]
        words = import_doubts.title_cut_short(*words_of_pair(pair, told))
        doubts.append(RowsDoubt.at(words, extract.label, column=column, rows=rows))
    return doubts


def _grades(lines: Sequence[PostCells]) -> frozenset[str]:
    grades = frozenset(line.grade for line in lines)
    return frozenset() if "" in grades else grades


def _size(lines: Sequence[PostCells]) -> str:
    """Say how many posts lines are, or how many lines where that is not known."""
    posts = [line.posts.removeprefix("~") for line in lines]
    if UNKNOWN in posts:
        return some(len(lines), "line", "lines")
    return some(sum(map(int, posts)), "post", "posts")
