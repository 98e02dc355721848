"""A manager has enough people to manage, or the report says why not.

Rule: in a given structure, the posts that do not manage are fewer than five for each that does, and no published span
limit says that fewer will do.
Source: seed-facts.md section 3.6-o; domain-rules.md section 16 (five to eight, to be warned of and never imposed).
Change this when spans are looked at manager by manager.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.proofreading.stated import FROM_ROWS
from scenarios.schema.faults import Doubt
from scenarios.schema.sums import total

CODE = "span-below-usual"
USUAL = 5
"""Posts to a manager from which nothing is asked: the lower of the defaults of domain-rules.md section 16 (5 and 8)."""


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for each given structure with few posts to a manager."""
    limit = draft.scenario.limits.span_low
    if limit is not None and limit.basis == "published":
        return
    for stated in draft.given:
        managing = {role.role for role in stated.arrangement.scenario.roles if role.manages}
        leads = total((line.row.posts for line in stated.new if line.role in managing), FROM_ROWS).value
        others = total((line.row.posts for line in stated.new if line.role not in managing), FROM_ROWS).value
        first = next((line for line in stated.new if line.role in managing), None)
        if first is None or not leads or not others or others >= USUAL * leads:
            continue
        rest = next(line for line in stated.new if line.role not in managing)
        tenths = (20 * others + leads) // (2 * leads)
        says = f"{stated.option!r} has {others} posts for {leads} that manage: {tenths // 10}.{tenths % 10} to each"
        at, beside = At("proposed", first.index, "title"), At("proposed", rest.index, "title")
        todo = f"say why fewer than {USUAL} to a manager are right here"
        yield draft.doubt(CODE, at, says, todo=todo, value=first.row.title, beside=beside)
        return
