"""Posts are decided on when their grades are known.

Rule: an evaluation, or grades shown, that comes after a decision on posts, by its date or by what it follows.
Source: seed-facts.md section 5.8-g: new roles are ungraded when they are approved, so fit by grade cannot be tested.
Change this when evaluation may be indicative.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "graded-after-decision"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every evaluation that follows a decision on posts."""
    decisions = [
        (number, step)
        for number, step in draft.steps("decision")
        if {"posts", "structure"} & {name.casefold() for name in step.on}
    ]
    for index, step in draft.steps("evaluation", "shown"):
        if step.kind == "shown" and "grades" not in {name.casefold() for name in step.on}:
            continue
        for number, decision in decisions:
            later = step.from_date and decision.from_date and step.from_date > decision.from_date
            if later or step.after == decision.step:
                says = f"{step.step!r} comes after {decision.step!r}, which decides on posts without their grades"
                at = At("calendar", index, "date" if later else "after")
                todo = "evaluate first: cost and redeployment hang on the grade"
                yield draft.doubt(CODE, at, says, todo=todo, value=step.step, beside=At("calendar", number, "date"))
                break
