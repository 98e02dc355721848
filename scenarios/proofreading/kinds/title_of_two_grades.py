"""A title names one job.

Rule: a proposed title with a stroke between two words for a rank ("Officer/Assistant") and no printed grade.
Source: seed-facts.md section 1.9-j: two jobs in one line, costed as the dearer one.
Change this when a line may hold two grades.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "title-of-two-grades"
_TWO = re.compile(r"\b(assistant|officer|manager|lead|supervisor|co-ordinator|administrator|adviser|advisor)\b", re.I)


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every line whose title names two ranks and whose grade is not printed."""
    for index, line in enumerate(draft.scenario.proposed):
        before, stroke, after = line.title.partition("/")
        graded = line.grade is not None and "grade" not in line.assumed
        if stroke and not graded and _TWO.search(before) and _TWO.search(after):
            says = f"{line.title!r} names two jobs, and neither a grade nor how many of each is printed"
            at, beside = At("proposed", index, "title"), At("proposed", index, "grade")
            yield draft.doubt(
                CODE, at, says, todo="make it two lines, each with its grade", value=line.title, beside=beside
            )
