"""The grade that a post is costed at is the grade it is recommended at.

Rule: where branches give one role two grades, the cost of each given option in one branch and in the other is told, or
that it cannot be. A quote that names a grade for a role is set against the rows of that role.
Source: seed-facts.md sections 1.9-a, 1.9-b and 6, kind 1: Band A in the cost table, Grade 5 in the recommendation.
Change this when a grade may be left open in another way.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.proofreading.stated import Stated
from scenarios.schema.faults import Doubt
from solver.wording import pounds

CODE = "branches-apart"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for each given option whose cost hangs on the branch, and for each grade quoted and not listed."""
    by_option: dict[str, list[Stated]] = {}
    for stated in draft.given:
        by_option.setdefault(stated.option, []).append(stated)
    for option in sorted(by_option):
        known = [(each.cost_pence.value, each) for each in by_option[option] if each.cost_pence.value is not None]
        if len(known) > 1 and len({cost for cost, _ in known}) > 1:
            (low, one), (high, other) = (pick(known, key=lambda pair: pair[0]) for pick in (min, max))
            says = (
                f"{option!r} costs {pounds(high)} a year with {other.branch} and {pounds(low)} with {one.branch}: "
                f"{pounds(high - low)} apart"
            )
            at, beside = _rows(draft, other.branch), _rows(draft, one.branch)
            yield draft.doubt(
                CODE, at, says, todo="cost the grade that is recommended", value=other.branch, beside=beside
            )
    yield from _quoted(draft)


def _rows(draft: Draft, branch: str) -> At:
    rows = [index for index, row in enumerate(draft.scenario.grade_branches) if row.branch == branch]
    return At("grade_branches", rows[0] if rows else 0, "grade")


def _quoted(draft: Draft) -> Iterator[Doubt]:
    for index, quote in draft.quotes("grade"):
        stated = draft.spoken_of(quote)
        for line in () if stated is None else stated.lines:
            if quote.of in (line.row.title, line.role) and line.row.grade is not None and line.row.grade != quote.grade:
                says = (
                    f"{quote.of!r} is {quote.grade!r} in {quote.where or 'the report'} and "
                    f"{line.row.grade!r} in the rows"
                )
                at, beside = At("quoted", index, "grade"), At(line.sheet, line.index, "grade")
                todo = "settle which grade is meant"
                yield draft.doubt(CODE, at, says, todo=todo, value=quote.grade or "", beside=beside)
                break
