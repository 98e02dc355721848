"""Post numbers keep posts apart.

Rule: a number that another begins with, or two roots of letters that hold the same letters in another order.
Source: seed-facts.md section 5.8-h: SD021 and SD021JCU; ESC02 beside ECS06 to ECS09.
Change this when an authority numbers posts by branches of one root.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "post-numbers-alike"
SHORTEST_ROOT = 3
_ROOT = re.compile(r"[A-Za-z]+")


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every post number that looks like a slip of another, or a branch of it."""
    numbers = [(index, post.post_number) for index, post in enumerate(draft.scenario.posts) if post.post_number]
    roots: dict[str, tuple[int, str]] = {}
    shortest = {number: index for index, number in numbers}
    for index, number in numbers:
        stem = next((number[:end] for end in range(SHORTEST_ROOT, len(number)) if number[:end] in shortest), None)
        if stem is not None and number[len(stem)].isalpha():
            yield _doubt(draft, index, number, (shortest[stem], stem))
        found = _ROOT.match(number)
        root = found.group().upper() if found else ""
        before = roots.setdefault("".join(sorted(root)), (index, root))
        if len(root) >= SHORTEST_ROOT and before[1] != root:
            yield _doubt(draft, index, number, (before[0], draft.scenario.posts[before[0]].post_number or ""))


def _doubt(draft: Draft, index: int, number: str, other: tuple[int, str]) -> Doubt:
    says = f"post number {number!r} looks like {other[1]!r}"
    at, beside = At("posts", index, "post number"), At("posts", other[0], "post number")
    return draft.doubt(CODE, at, says, todo="see that they are two posts", value=number, beside=beside)
