"""Every post of a title has a manager where the others have one.

Rule: one title in several proposed rows of one option, some of which report to somebody and some to nobody.
Source: seed-facts.md section 5.8-c: four officers created, three of them under a commissioner.
Change this when posts may report to a team.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "posts-without-manager"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every proposed row without a manager whose title has one in another row."""
    told: set[int] = set()
    for stated in draft.given:
        led = {line.row.title: line for line in reversed(stated.new) if getattr(line.row, "reports_to", None)}
        for line in stated.new:
            if line.row.title in led and getattr(line.row, "reports_to", None) is None and line.index not in told:
                told.add(line.index)
                other = led[line.row.title]
                says = (
                    f"{line.row.title!r} reports to nobody here, and elsewhere to "
                    f"{getattr(other.row, 'reports_to', '')!r}"
                )
                at, beside = At("proposed", line.index, "reports to"), At("proposed", other.index, "reports to")
                yield draft.doubt(CODE, at, says, todo="say who manages it", value=line.row.title, beside=beside)
