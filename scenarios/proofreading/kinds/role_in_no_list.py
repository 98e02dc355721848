"""A role that the text names is in a list of posts.

Rule: names that a quote lists or speaks of, for an option, and that no row of that option has: neither title, role nor
team.
Source: seed-facts.md section 6, kind 8.
Change this when the report may name something that is no post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "role-in-no-list"
LISTED = ("roles listed", "roles described", "posts created", "posts deleted")
_WORDS = re.compile(r"[a-z']+")
SPOKEN_OF = ("cost", "posts", "fte", "people", "pay scale", "grade")


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every role that the report names and no row of the option has."""
    for index, quote in enumerate(draft.scenario.quoted):
        stated = draft.spoken_of(quote)
        if stated is None or quote.measure not in (*LISTED, *SPOKEN_OF):
            continue
        lines = stated.undecided if quote.measure == "posts deleted" else stated.lines
        known = {name for line in lines for name in (line.row.title, line.role, line.row.team) if name}
        known |= {team.team for team in stated.arrangement.scenario.teams}
        named = [(name, "listed") for name in quote.listed if quote.measure in LISTED]
        named += [(quote.of, "of")] if quote.of is not None and quote.measure in SPOKEN_OF else []
        for name, column in named:
            if name in known:
                continue
            close = next((line for line in (*lines, *stated.today) if _near(name, line.row.title)), None)
            offer = "" if close is None else f"; {close.row.title!r} is in a row"
            says = f"{name!r} is named in {quote.where or 'the report'} and in no row of {stated.option!r}{offer}"
            sheet, row = (lines[0].sheet, lines[0].index) if lines else ("proposed", 0)
            beside = At(sheet, row, "title") if close is None else At(close.sheet, close.index, "title")
            todo = "add the row, or name it as the rows do"
            yield draft.doubt(CODE, At("quoted", index, column), says, todo=todo, value=name, beside=beside)


def _near(name: str, title: str) -> bool:
    """Whether all the words of one are words of the other."""
    one, other = ({*_WORDS.findall(text.casefold())} - {"and", "of", "the"} for text in (name, title))
    return len(one) > 1 and len(other) > 1 and (one <= other or other <= one)
