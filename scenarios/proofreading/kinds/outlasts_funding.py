"""A post ends when the money for it does, or another line pays then.

Rule: a proposed or kept post whose last day is after the last day of its funding line; a post without a last day on a
line that has one.
Source: seed-facts.md section 2.3-l; domain-rules.md section 11 (grant-funded posts are no recurring saving).
Change this when a post may name a second funding line.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "outlasts-funding"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every post of a given structure that its funding does not reach to the end of."""
    rows = enumerate(draft.scenario.funding)
    ends = {row.line: (index, row.until_date) for index, row in rows if row.until_date is not None}
    told: set[tuple[str, int]] = set()
    for stated in draft.given:
        for line in stated.new:
            index, end = ends.get(line.row.funding or "", (0, None))
            last = line.row.until_date
            if end is None or (last is not None and last <= end) or (line.sheet, line.index) in told:
                continue
            told.add((line.sheet, line.index))
            until = "without an end" if last is None else f"to {last}"
            says = f"{line.row.title!r} runs {until}, and {line.row.funding!r} pays to {end}"
            at, beside = At(line.sheet, line.index, "until"), At("funding", index, "until")
            todo = "say who pays from then on, or end the post"
            yield draft.doubt(CODE, at, says, todo=todo, value=str(last or ""), beside=beside)
