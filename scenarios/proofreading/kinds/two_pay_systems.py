"""Where two pay systems meet, a rule says which grades are alike.

Rule: the posts or grades of a case are of two pay systems or two employers, a structure is given, and no match between
them is stated.
Source: seed-facts.md section 4.3-g; domain-rules.md section 12.6: bands and grades are never equated by pay alone.
Change this when equivalence of grades has a sheet of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "two-pay-systems"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield one doubt where grades of two pay systems meet and no match is stated."""
    first: dict[str, int] = {}
    for index, row in enumerate(draft.scenario.grades):
        if row.pay_system is not None:
            first.setdefault(row.pay_system, index)
    if len(first) < 2 or draft.scenario.matches or not draft.given:
        return
    one, other, *_ = sorted(first, key=lambda name: first[name])
    says = f"grades of {one!r} and of {other!r} meet, and no rule or match says which are alike"
    at, beside = At("grades", first[other], "pay system"), At("grades", first[one], "pay system")
    yield draft.doubt(CODE, at, says, todo="state evaluated matches, job by job", value=other, beside=beside)
