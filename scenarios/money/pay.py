"""What a grade pays and what a post costs: scale points, scales, all-in costs, printed totals.

A grade is given in one of four ways: points of a pay spine (with the spine's version, because
point 24 of one is not point 24 of the next), a scale in pence, an all-in cost per FTE, or a line
total as a report prints it. Grade tables are always the authority's own; only the spines ship.
Which point of the scale is costed is a convention the authority names.
Sources: `rates/njc_2019.csv`, `rates/njc_2009.csv`; the five real reports cost the top.
Change this when grades come in a fifth form or a sixth convention is met.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Literal

from scenarios.money.pence import round_half_up
from scenarios.money.rate_book import SHIPPED, RateBook

Convention = Literal["bottom", "mid", "top", "actual", "bottom_for_vacancies"]
MILLI: Final = 1_000


@dataclass(frozen=True)
class SpineGrade:
    """A grade as points of a spine, both ends included: "njc-2019" or "njc-2009"."""

    spine: str
    bottom_point: int
    top_point: int

    def __post_init__(self) -> None:
        if not 0 < self.bottom_point <= self.top_point:
            raise ValueError(f"points {self.bottom_point} to {self.top_point} do not run from bottom to top")


@dataclass(frozen=True)
class PayScale:
    """A grade as full-time pay in pence a year, bottom and top."""

    bottom_pence: int
    top_pence: int

    def __post_init__(self) -> None:
        if not 0 < self.bottom_pence <= self.top_pence:
            raise ValueError("a scale runs from its bottom to its top")


@dataclass(frozen=True)
class AllInCost:
    """A grade as what one FTE costs a year, on-costs included, in pence."""

    pence_per_fte: int

    def __post_init__(self) -> None:
        if self.pence_per_fte < 0:
            raise ValueError("a cost per FTE cannot be below nought")


@dataclass(frozen=True)
class PrintedTotal:
    """A line as printed: its total in pence for so many thousandths of FTE, on-costs included."""

    line_total_pence: int
    milli_fte: int

    def __post_init__(self) -> None:
        if self.line_total_pence < 0 or self.milli_fte <= 0:
            raise ValueError("a printed line needs a total and an FTE above nought")


@dataclass(frozen=True)
class Holder:
    """Who sits in the post: filled or vacant, and the actual point or pay where it is known."""

    filled: bool
    point: int | None = None
    pay_pence: int | None = None


class UnknownActualPay(LookupError):  # noqa: N818 - reads as what it says
    """The convention asks for the holder's own pay and it is not given."""


def annual_pay(
    grade: SpineGrade | PayScale,
    convention: Convention,
    *,
    on: date,
    holder: Holder | None = None,
    book: RateBook = SHIPPED,
) -> Fraction:
    """Return the full-time pay a year that a post of a grade is costed at, in exact pence.

    `on` is the day whose prices are used; print it beside the figure. "bottom_for_vacancies" is
    the bottom for a vacant post and the holder's own pay for a filled one.
    Raises UnknownRate when a point's pay on that day is not held, UnknownActualPay when the
    holder's own pay is wanted and missing, ValueError when the holder's point is off the grade.
    """
    vacant = holder is not None and not holder.filled
    if convention == "bottom_for_vacancies":
        convention = "bottom" if vacant else "actual"
    if convention == "actual":
        return _actual_pay(grade, on=on, holder=holder, book=book)
    pence = _scale_pence(grade, convention, on=on, book=book)
    return Fraction(sum(pence), len(pence))


def cost_per_fte(cost: AllInCost | PrintedTotal) -> Fraction:
    """Return the exact pence a year that one FTE costs, on-costs included."""
    if isinstance(cost, AllInCost):
        return Fraction(cost.pence_per_fte)
    return Fraction(cost.line_total_pence * MILLI, cost.milli_fte)


def post_cost_pence(pence_per_fte: Fraction | int, milli_fte: int) -> int:
    """Return what so many thousandths of FTE cost a year, to the nearest penny, halves up.

    Cost a whole line at once where the line's total must come out: fifteen rounded posts need
    not add up to the printed total of the fifteen.
    """
    return round_half_up(Fraction(pence_per_fte) * milli_fte / MILLI)


def points_costed(grade: SpineGrade, part: Literal["bottom", "mid", "top"]) -> tuple[int, ...]:
    """Return the points of a grade whose mean pay is a part of its scale: two where the middle is between points."""
    low, high = grade.bottom_point, grade.top_point
    middle = ((low + high) // 2, (low + high + 1) // 2)
    return {"bottom": (low,), "top": (high,), "mid": middle}[part]


def _actual_pay(grade: SpineGrade | PayScale, *, on: date, holder: Holder | None, book: RateBook) -> Fraction:
    """Return the holder's own pay: the pence given, or the pay of the point given."""
    if holder is None or not holder.filled:
        raise UnknownActualPay("The post has no holder; cost it at the bottom, middle or top.")
    if holder.pay_pence is not None:
        return Fraction(holder.pay_pence)
    if holder.point is None or isinstance(grade, PayScale):
        raise UnknownActualPay("Give the holder's own pay, or cost the post at the top.")
    if not grade.bottom_point <= holder.point <= grade.top_point:
        raise ValueError(
            f"point {holder.point} is not on the grade, {grade.bottom_point} to {grade.top_point} of {grade.spine}"
        )
    return Fraction(book.find(grade.spine, str(holder.point), on=on).value)


def _scale_pence(
    grade: SpineGrade | PayScale,
    part: Literal["bottom", "mid", "top"],
    *,
    on: date,
    book: RateBook,
) -> tuple[int, ...]:
    """Return the pay whose mean is the part of the scale.

    The middle of a scale in pence is half way; of a spine the middle point, or the two middle
    ones where their number is even.
    """
    if isinstance(grade, PayScale):
        ends = {"bottom": (grade.bottom_pence,), "top": (grade.top_pence,)}
        return ends.get(part, (grade.bottom_pence, grade.top_pence))
    return tuple(book.find(grade.spine, str(point), on=on).value for point in points_costed(grade, part))
