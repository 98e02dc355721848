"""What the report says twice it says alike.

Rule: rows of `quoted` with one `what` about one option and year say one thing: figure, words, grade, dates and list. A
figure that one place gives and another leaves out (`?`) is a doubt as well.
Source: seed-facts.md section 6, kind 11: names of committees, numbers and references that disagree.
Change this when a quote can say something more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.schema.faults import Doubt
from scenarios.schema.figure import Figure
from scenarios.schema.quoted import Quoted
from solver.wording import fte, pounds

CODE = "quoted-twice"
SAID: tuple[tuple[str, str], ...] = (
    ("amount_pence", "amount"),
    ("milli_fte", "fte"),
    ("count", "count"),
    ("grade", "grade"),
    ("from_date", "from"),
    ("until_date", "until"),
    ("months", "months"),
    ("listed", "listed"),
    ("says", "says"),
)


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every quote that differs from the first of the same name."""
    first: dict[tuple[object, ...], tuple[int, Quoted]] = {}
    for index, quote in enumerate(draft.scenario.quoted):
        key = (quote.what, quote.option, quote.branch, quote.year, quote.of)
        before, other = first.setdefault(key, (index, quote))
        if before == index:
            continue
        for field, column in SAID:
            one, two = _said(other, field), _said(quote, field)
            if one != two and (one or two):
                says = (
                    f"{quote.what!r} is {two or 'not said'} here and {one or 'not said'} in "
                    f"{other.where or 'another row'}"
                )
                yield draft.doubt(
                    CODE,
                    At("quoted", index, column),
                    says,
                    todo="say it alike in both places",
                    value=two,
                    beside=At("quoted", before, column),
                )


def _said(quote: Quoted, field: str) -> str:
    value = getattr(quote, field)
    writers: dict[str, Callable[[int], str]] = {"amount_pence": pounds, "milli_fte": fte, "count": str}
    if isinstance(value, Figure):
        return "not given" if value.value is None else writers[field](value.value)
    if isinstance(value, tuple):
        return "; ".join(sorted(value))
    return "" if value is None else str(value)
