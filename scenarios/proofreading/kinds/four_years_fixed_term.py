"""A fixed term that has lasted four years is normally a permanent post.

Rule: posts for a fixed term since a day four years or more before their end, else before the structure starts.
Source: seed-facts.md section 2.3-j; domain-rules.md section 11 (Fixed-Term Employees Regulations 2002, regulation 8).
Change this when the regulations count another time.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.money.years import MONTHS_IN_YEAR, add_months
from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "four-years-fixed-term"
YEARS = 4


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every line of posts on successive fixed terms of four years or more."""
    for index, post in enumerate(draft.scenario.posts):
        end = post.until_date or draft.scenario.header.start_date or draft.scenario.header.case_date
        if post.contract != "fixed-term" or post.since_date is None or end is None:
            continue
        if add_months(post.since_date, YEARS * MONTHS_IN_YEAR) <= end:
            says = f"{post.title!r} has been for a fixed term since {post.since_date}, and runs to {end} at least"
            at, beside = At("posts", index, "since"), At("posts", index, "contract")
            todo = "after four years it is normally permanent in law: say what was agreed"
            yield draft.doubt(CODE, at, says, todo=todo, value=str(post.since_date), beside=beside)
