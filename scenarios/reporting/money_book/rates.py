"""Sheet `rates`: what one FTE of each role costs and where that is from; points of pay, National Insurance, pension.

Only rates that a line of the workbook rests on are listed, each with the days it holds, its source and its basis.
Change this when a cost rests on another kind of rate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain, groupby

from scenarios.compiling.unit_costs import UnitCost
from scenarios.money.pay import PrintedTotal, points_costed
from scenarios.money.rate import Rate
from scenarios.money.rate_book import SHIPPED
from scenarios.money.years import FinancialYear
from scenarios.reporting.awarded import people_of, person_cost
from scenarios.reporting.money_book.figures_of import NOT_STATED, in_workbook
from scenarios.reporting.money_book.names import RATES, known
from scenarios.reporting.worked import Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Spot, Unit
from scenarios.workbooks.inputs import COST, SHARE, SIZE

Priced = tuple[str, UnitCost]
"""A role and what it costs."""
_WIDTHS = (30, 16, 12, 14, 14, 18, 12, 44, 40)
_ALL_IN = (
    "role", "cost as stated", "for FTE", "cost of one FTE", "grade", "price base", "basis", "source", "structures",
)  # fmt: skip
_DATED = ("rate", "which", "from", "to", "value", "", "basis", "source", "mark of the source")
_MARKS: Mapping[str, str] = {
    "A": "A: statute or data kept by government",
    "B": "B: an official body",
    "C": "C: worked out from published figures",
}
_NOTES = (
    "Blue figures are typed, black ones are formulas. Change a blue one and everything that rests on it follows.",
    "A line whose total was given rests on no rate: it stands typed on the sheet 'lines' and does not follow one.",
    "A cost as stated has on-costs in it. Rates are as their sources have them: an award is added after them.",
)
_OF_SPINES = "Points of pay have no on-costs in them: those are added on the sheet 'post costs'."


@dataclass
class RateCells:
    """Where each rate stands."""

    per_fte: dict[Priced, Spot] = field(default_factory=dict)
    dated: dict[Rate, Spot] = field(default_factory=dict)
    pension: Spot | None = None

    def of(self, rate: Rate) -> str:
        """The cell of a dated rate."""
        return self.dated[rate].there


@dataclass(frozen=True)
class Person:
    """Somebody costed by a spine: the role and its cost, the hours in thousandths of FTE, the year."""

    role: str
    unit: UnitCost
    milli_fte: int
    year: int

    def points(self) -> tuple[Rate, ...]:
        """The points whose mean is the pay."""
        year = FinancialYear(self.year)
        grade, part = self.unit.grade_in(year), self.unit.convention
        points = points_costed(grade, part if part == "bottom" or part == "mid" else "top")  # noqa: PLR1714 - for mypy
        return tuple(SHIPPED.find(grade.spine, str(point), on=year.first_day) for point in points)

    def insurance(self) -> tuple[tuple[Rate, Rate, int], ...]:
        """Threshold and rate of National Insurance, and for how many months of the year they hold."""
        days = FinancialYear(self.year).month_ends()
        held = [[SHIPPED.find(f"employer_ni_{part}", "uk", on=day) for part in ("threshold", "rate")] for day in days]
        return tuple((threshold, rate, len([*same])) for (threshold, rate), same in groupby(held))


def persons(worked: Worked) -> tuple[Person, ...]:
    """Everybody whose cost a line needs, once each, in the order of the lines."""
    found: dict[Person, None] = {}
    for costed in worked.structures:
        costs = costed.answer.question.costs
        for year in worked.years:
            for line in costed.ledgers[year].lines:
                unit = costs.get(line.role)
                if unit is None or unit.pence_per_fte is not None:
                    continue
                for size in people_of(line.sizes):
                    if person_cost(unit, size, year=year) is not None:
                        found[Person(line.role, unit, size, year)] = None
    return tuple(found)


def put_rates(book: Book, worked: Worked, people: tuple[Person, ...]) -> RateCells:
    """Write the sheet.

    Args:
        book: the workbook.
        worked: the case.
        people: those who are costed by a spine.
    """
    sheet, cells = FigureSheet(book, RATES, _WIDTHS), RateCells()
    row = _put_all_in(
        sheet, sheet.head("Rates", (*_NOTES, _OF_SPINES) if people else _NOTES), worked=worked, cells=cells
    )
    rates = sorted({rate for each in people for rate in (*each.points(), *chain(*(i[:2] for i in each.insurance())))})
    if not rates:
        return cells
    sheet.heading((row, 0), "Rates with their dates")
    row = sheet.header(row + 1, _DATED)
    for rate in rates:
        cells.dated[rate] = _put_dated(sheet, row, rate)
        row += 1
    figure = worked.scenario.header.pension_basis_points
    if figure is not None:
        sheet.text((row, 0), "employer's pension rate")
        cells.pension = sheet.typed((row, 4), figure.value, unit=Unit.PERCENT, allowed=SHARE)
        sheet.text((row, 6), figure.basis)
        sheet.text((row, 7), in_workbook(figure.source or "the case"))
    return cells


def _put_dated(sheet: FigureSheet, row: int, rate: Rate) -> Spot:
    sheet.text((row, 0), rate.rule.replace("_", " "))
    sheet.text((row, 1), rate.key)
    sheet.day((row, 2), rate.valid_from)
    if rate.valid_to is None:
        sheet.text((row, 3), "further notice")
    else:
        sheet.day((row, 3), rate.valid_to)
    sheet.text((row, 6), "published")
    sheet.text((row, 7), rate.source)
    sheet.text((row, 8), _MARKS[rate.mark])
    if rate.unit == "pence":
        return sheet.typed((row, 4), rate.value, unit=Unit.MONEY, allowed=COST)
    return sheet.typed((row, 4), rate.value, unit=Unit.PERCENT, allowed=SHARE)


def _put_all_in(sheet: FigureSheet, row: int, *, worked: Worked, cells: RateCells) -> int:
    """Write what one FTE of each role costs with on-costs; return the next row."""
    used = _used(worked)
    if not used:
        return row
    sheet.heading((row, 0), "Costs with on-costs, for a full year")
    row = sheet.header(row + 1, _ALL_IN)
    for (role, unit), printed, numbers, grade in used:
        sheet.text((row, 0), role)
        total = sheet.typed((row, 1), printed.line_total_pence, unit=Unit.MONEY, allowed=COST)
        size = sheet.typed((row, 2), printed.milli_fte, unit=Unit.FTE, allowed=SIZE)
        shown = Unit.MONEY.shown(unit.pence_per_fte)
        each = known((total.here, size.here), f'IF({size.here}>0,{total.here}/{size.here},"?")')
        cells.per_fte[role, unit] = sheet.formula((row, 3), f"={each}", shown=shown, unit=Unit.MONEY)
        sheet.text((row, 4), grade)
        sheet.text((row, 5), unit.price_base or NOT_STATED)
        sheet.text((row, 6), unit.basis)
        sheet.text((row, 7), in_workbook(unit.source))
        sheet.text((row, 8), ", ".join(str(number) for number in numbers))
        row += 1
    return row + 1


def _used(worked: Worked) -> tuple[tuple[Priced, PrintedTotal, tuple[int, ...], str], ...]:
    """Roles with an all-in cost that a line is priced from: what was stated, numbers of structures, the one grade."""
    used: dict[Priced, dict[int, None]] = {}
    grades: dict[Priced, set[str]] = {}
    for costed in worked.structures:
        costs = costed.answer.question.costs
        for line in costed.ledgers[worked.years[0]].lines:
            unit = costs.get(line.role)
            if line.sizes and unit is not None and unit.printed is not None:
                used.setdefault((line.role, unit), {})[costed.number] = None
                grades.setdefault((line.role, unit), set()).add(line.grade)
    return tuple(
        (priced, priced[1].printed, tuple(numbers), grades[priced].pop() if len(grades[priced]) == 1 else "")
        for priced, numbers in sorted(used.items(), key=lambda item: (item[0][0], min(item[1])))
        if priced[1].printed is not None
    )
