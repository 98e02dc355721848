"""Figures that cannot be: below zero, above the whole, without a size, demand said twice.

Rules: design.md section 3. The form of a number is the reader's matter (scenarios/reading/numbers.py); what it may be
is looked at here, so that it holds for every form.
Change this when a number has to keep to another bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from scenarios.schema import fault_kinds
from scenarios.schema.columns import NUMBER_KINDS, Column, Kind
from scenarios.schema.faults import Fault, Words
from scenarios.schema.figure import Figure
from scenarios.schema.scenario import Scenario
from scenarios.schema.tables import Places, Tables, cells_of, figures_in
from scenarios.schema.units import shown
from scenarios.schema.work import WHOLE_BASIS_POINTS, Work

LARGEST: dict[Kind, int] = {
    Kind.COUNT: 10**8,
    Kind.FTE: 10**8,
    Kind.MONEY: 10**13,
    Kind.PERCENT: 10**6,
    Kind.HOURS: 10**7,
    Kind.HUNDREDTHS: 10**7,
}
"""Beyond these a number is a slip: 100,000 FTE, £100,000 million, 10,000 %."""


_WITH_FIGURES = NUMBER_KINDS | {Kind.PERCENTS_BY_NAME, Kind.HAPPENS, Kind.ABLE_CHANGES}


def impossible_figures(tables: Tables, places: Places) -> Iterator[Fault]:
    """Yield a fault for every figure, its range included, outside what its field may hold."""
    for sheet, index, row, field, column in cells_of(tables, lambda column: column.kind in _WITH_FIGURES):
        for name, kind, figure in figures_in(row, field, column):
            words = _impossible(name, figure, column, kind=kind)
            if words is not None:
                text = places.text(sheet, index, name) or shown(figure, kind)
                yield Fault.at(places.spot(sheet, index, column.header), text, words)
        if isinstance(row, Work) and field == "happens" and _below_nothing(row):
            text = places.text(sheet, index, column.header) or ""
            words = fault_kinds.not_a_phrase("a cut of more than 100%", "-100% or less of a cut")
            yield Fault.at(places.spot(sheet, index, column.header), text, words)


def _impossible(name: str, figure: Figure, column: Column, *, kind: Kind) -> Words | None:
    """Return the words for a figure outside what its field may hold, or None."""
    bounds = [number for number in (figure.value, figure.low, figure.high) if number is not None]
    least, most = min(bounds, default=0), max(bounds, default=0)
    if max(-least, most) > LARGEST[kind]:
        return fault_kinds.too_large(name)
    if not column.signed and least < 0:
        return fault_kinds.negative(name)
    if _is_share(column, kind) and most > WHOLE_BASIS_POINTS:
        return fault_kinds.over_whole(name)
    return None


def _is_share(column: Column, kind: Kind) -> bool:
    return kind is Kind.PERCENT and not column.signed


def _below_nothing(work: Work) -> bool:
    change = work.happens.change_basis_points if work.happens is not None else None
    bounds = change.bounds if change is not None else None
    return bounds is not None and bounds[0] < -WHOLE_BASIS_POINTS


def shares_of_jobs(scenario: Scenario, places: Places) -> Iterator[Fault]:
    """Yield a fault for every job of which all work together takes more than its whole time."""
    taken: dict[str, int] = {}
    last: dict[str, int] = {}
    for index, work in enumerate(scenario.work):
        for job, share in work.share_basis_points.items():
            taken[job] = taken.get(job, 0) + (share.value or 0)
            last[job] = index
    under = [f"{job} has {_percent(taken[job])}" for job in sorted(taken) if taken[job] < WHOLE_BASIS_POINTS]
    for job in sorted(job for job, share in taken.items() if share > WHOLE_BASIS_POINTS):
        percent = _percent(taken[job])
        spot = places.spot("work", last[job], f"share: {job}")
        yield Fault.at(spot, percent, fault_kinds.shares_over_whole(job, percent, under))


def _percent(basis_points: int) -> str:
    return f"{Decimal(basis_points) / 100:f}%"


def sizeless_lines(scenario: Scenario, places: Places) -> Iterator[Fault]:
    """Yield a fault for every line of posts that gives neither posts nor FTE."""
    for sheet, lines in (("posts", scenario.posts), ("proposed", scenario.proposed)):
        for index, line in enumerate(lines):
            if line.posts is None and line.milli_fte is None:
                yield Fault.at(places.spot(sheet, index, "fte"), "", fault_kinds.no_size())


def unclear_demand(scenario: Scenario, places: Places) -> Iterator[Fault]:
    """Yield a fault for every work whose demand is said twice, or half said."""
    for index, work in enumerate(scenario.work):
        direct = [figure for figure in (work.demand_milli_fte, work.volume, work.cases) if figure is not None]
        if len(direct) + (work.happens is not None) > 1:
            yield Fault.at(places.spot("work", index, "happens"), work.work, fault_kinds.demand_twice())
        halves: tuple[tuple[Figure | None, Figure | None, str], ...] = (
            (work.volume, work.minutes_each, "hours each"),
            (work.volume, work.productive_minutes, "productive hours"),
            (work.minutes_each, work.volume, "volume"),
            (work.cases, work.caseload_hundredths, "caseload"),
            (work.caseload_hundredths, work.cases, "cases"),
        )
        for said, missing, header in halves:
            if said is not None and (missing is None or (missing.value == 0 and header in _DIVISORS)):
                spot = places.spot("work", index, header)
                yield Fault.at(spot, work.work, fault_kinds.demand_unfinished(header))


_DIVISORS = frozenset({"productive hours", "caseload"})
"""What demand is divided by: zero of it says nothing."""
