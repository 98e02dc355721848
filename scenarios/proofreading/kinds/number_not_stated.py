"""A consultation says about how many people it is.

Rule: a consultation is in the calendar, and the people in the posts touched are not known, or only assumed.
Source: seed-facts.md sections 4.3-h and 1.9-m: whether 30 days are enough depends on a number that is not stated; what
the law asks of which number is in the rate book, on the day the consultation starts.
Change this when a calendar can state the number.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.money.consultation import thresholds
from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from scenarios.schema.posts import Post
from scenarios.schema.steps import Step

CODE = "number-not-stated"


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield one doubt for a consultation on posts whose people the source does not count."""
    if any(draft.quotes("people", "people at risk")):
        return
    for index, step in draft.steps("consultation"):
        for stated in draft.given:
            for line in stated.shrunk:
                people = line.row.people if isinstance(line.row, Post) else None
                if people is None or people.basis in ("assumed", "unknown"):
                    says = f"{step.step!r} does not say how many may be dismissed, and nothing else does"
                    at, beside = At("calendar", index, "days"), At("posts", line.index, "people")
                    yield draft.doubt(CODE, at, says, todo=_todo(draft, step), value=step.step, beside=beside)
                    return


def _todo(draft: Draft, step: Step) -> str:
    """Say what to do, and what hangs on the number on the day of the step."""
    header = draft.scenario.header
    on = step.from_date or header.case_date or header.start_date
    duties = () if on is None else thresholds(proposed_on=on, book=draft.book)
    if not duties:
        return "state the number: the days that the law asks for go by it"
    first, *more = duties
    words = [f"{first.people} ask for {first.least_days} days"]
    words += [f"{each.people} for {each.least_days}" for each in more]
    return f"state the number: {' and '.join(words)}"
