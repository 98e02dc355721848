"""A post that is deleted and created again under nearly one title may be one post.

Rule: a row of today marked deleted and a proposed row share every word of the shorter title that names the work.
Source: seed-facts.md section 5.8-i: the same title deleted, vacant and created, and no word on slotting in.
Change this when titles state their job profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from scenarios.schema.posts import Post

CODE = "deleted-and-created"
FEWEST_WORDS = 3
_WORDS = re.compile(r"[a-z']+")
_PLAIN = frozenset({"and", "of", "the", "for"})


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every row marked deleted whose words are all in the title of a proposed one."""
    told: set[int] = set()
    for stated in draft.given:
        holding: dict[str, set[int]] = {}
        for number, new in enumerate(stated.new):
            for word in _words(new.row.title):
                holding.setdefault(word, set()).add(number)
        for line in stated.today:
            change = line.row.change if isinstance(line.row, Post) else None
            words = _words(line.row.title)
            if change is None or change.kind != "deleted" or len(words) < FEWEST_WORDS or line.index in told:
                continue
            fits = set.intersection(*sorted((holding.get(word, set()) for word in words), key=len))
            if fits:
                again = stated.new[min(fits)]
                told.add(line.index)
                says = f"{line.row.title!r} is deleted and {again.row.title!r} is created"
                at, beside = At("posts", line.index, "change"), At("proposed", again.index, "title")
                todo = "if the work is one, say whether the holder slots in; if not, say what differs"
                yield draft.doubt(CODE, at, says, todo=todo, value=line.row.title, beside=beside)


def _words(title: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(title.casefold())) - _PLAIN
