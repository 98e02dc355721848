"""A figure that the report prints is what its own lists come to.

Rule: a quote that says what it measures is set against the rows of its option and branch; a sum counts as alike where
it is within a pound, or where the quote lies in the range of what is assumed. Savings of one year are looked at with
their months (part_year.py).
Source: seed-facts.md section 6, kinds 2 and 11.
Change this when a quote can measure something more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scenarios.proofreading.draft import At, Draft
from scenarios.proofreading.stated import FROM_ROWS, Stated
from scenarios.schema.derive_posts import size_of
from scenarios.schema.faults import Doubt
from scenarios.schema.figure import Figure
from scenarios.schema.quoted import Measure, Quoted
from scenarios.schema.sums import total, worked_out
from solver.wording import fte, pounds

CODE = "quoted-figure"
POUND = 100
COUNTED: tuple[Measure, ...] = (
    "posts",
    "posts deleted",
    "posts created",
    "posts filled",
    "posts vacant",
    "people",
    "people at risk",
)
PRICED: tuple[Measure, ...] = ("cost", "saving")


def doubts(draft: Draft) -> Iterator[Doubt]:
    """Yield a doubt for every quoted figure that the lists do not come to."""
    for index, quote in draft.quotes(*COUNTED, "fte", *PRICED):
        stated = draft.spoken_of(quote)
        if stated is None or (quote.of is not None and not stated.names(quote.of)):
            continue
        sides: tuple[tuple[str, Figure | None, Figure | None, Callable[[int], str], int], ...] = (
            ("amount", quote.amount_pence, _money(draft, quote, stated), pounds, POUND),
            ("fte", quote.milli_fte, _size(quote, stated), fte, 0),
            ("count", quote.count, _count(quote, stated), _number, 0),
        )
        for column, printed, added, written, within in sides:
            if printed is None or printed.value is None or added is None or added.bounds is None:
                continue
            low, high = added.bounds
            if not low - within < printed.value < high + within and not low <= printed.value <= high:
                says = (
                    f"{quote.what!r} is printed as {written(printed.value)}, and the rows "
                    f"come to {_span(added, written)}"
                )
                yield draft.doubt(
                    CODE,
                    At("quoted", index, column),
                    says,
                    todo="mend the figure or the rows, or say what else is in it",
                    value=written(printed.value),
                    beside=_beside(quote, stated),
                )


def _number(count: int) -> str:
    return f"{count:,}"


def _span(added: Figure, written: Callable[[int], str]) -> str:
    low, high = added.bounds or (0, 0)
    return written(low) if low == high else f"{written(low)} to {written(high)}"


def _beside(quote: Quoted, stated: Stated) -> At | None:
    """The first row that the quote speaks of."""
    gone = quote.measure == "posts deleted"
    found = next(iter(stated.undecided if gone else stated.about(quote.of)), None)
    return None if found is None else At(found.sheet, found.index, "title")


def _money(draft: Draft, quote: Quoted, stated: Stated) -> Figure | None:
    if quote.measure == "cost":
        return stated.cost_of(quote.of)
    if quote.measure != "saving" or quote.year is not None or quote.of is not None or draft.today is None:
        return None
    before, after = draft.today.cost_pence, stated.cost_pence
    return worked_out((before, after), lambda one, other: one - other, FROM_ROWS)


def _size(quote: Quoted, stated: Stated) -> Figure | None:
    match quote.measure:
        case "fte":
            return stated.size(quote.of)
        case "posts deleted":
            return stated.gone(size_of)
        case "posts created":
            return stated.come(size_of)
        case _:
            return None


def _count(quote: Quoted, stated: Stated) -> Figure | None:
    match quote.measure:
        case "posts":
            return stated.count(quote.of)
        case "posts deleted":
            return stated.gone()
        case "posts created":
            return stated.come()
        case "people at risk":
            return stated.people
        case "people" | "posts filled" | "posts vacant":
            return _people(quote, stated)
        case _:
            return None


def _people(quote: Quoted, stated: Stated) -> Figure | None:
    """People in the rows it speaks of, or the posts there that nobody is in."""
    rows = [line.row for line in stated.about(quote.of)]
    people = total((getattr(row, "people", None) for row in rows), FROM_ROWS)
    if quote.measure != "posts vacant":
        return people
    posts = total((row.posts for row in rows), FROM_ROWS)
    return worked_out((posts, people), lambda all_posts, filled: all_posts - filled, FROM_ROWS)
