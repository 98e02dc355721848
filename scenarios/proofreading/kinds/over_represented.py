"""A finding that no group is touched more than others fits the figures.

Rule: a report states an equality finding, and a value, or everybody without it, is at least a quarter more frequent
among the affected than in the department. Few people prove nothing either way; the doubt says that too.
Source: seed-facts.md section 5.8-k; domain-rules.md section 17.2 (ratio of affected to comparator).
Change this when another measure than the ratio is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scenarios.equality.counts import Comparison, compared, rest
from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt

CODE = "over-represented"
A_QUARTER_MORE = Fraction(5, 4)


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every characteristic of which the affected have notably more than the department."""
    finding = next(draft.quotes("equality finding"), None)
    if finding is None:
        return
    people, rows = compared(draft.sealed.equality)
    for row in rows:
        for each in (row, rest(row, people or 0)):
            if each.ratio is not None and each.ratio >= A_QUARTER_MORE:
                index, quote = finding
                says = (
                    f"{each.characteristic}: {each.value} is {_tenths(each.ratio)} times as frequent "
                    "among those affected as in "
                    f"the department, and the report says {quote.says or quote.what!r}"
                )
                at, beside = At("equality", _row(draft, row), "share"), At("quoted", index, "says")
                todo = "look at it again; so few people prove nothing either way"
                yield draft.doubt(CODE, at, says, todo=todo, value=each.value, beside=beside)


def _tenths(ratio: Fraction) -> str:
    tenths = (ratio.numerator * 10 + ratio.denominator // 2) // ratio.denominator
    return f"{tenths // 10}.{tenths % 10}"


def _row(draft: Draft, row: Comparison) -> int:
    named = ((n, each) for n, each in enumerate(draft.sealed.equality) if each.group is None)
    return next(n for n, each in named if (each.characteristic, each.value) == (row.characteristic, row.value))
