"""Sheet `post costs`: what one person on a pay spine costs in a year, from the points of the grade and the on-costs.

Pay is the mean of the points costed; National Insurance is charged on the person's own pay, month by month at the rates
of its last day; pension on pay; the sum is rounded once (scenarios/money/oncosts.py, whose arithmetic this is).
Change this when an on-cost is charged on another footing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from scenarios.reporting.awarded import person_cost
from scenarios.reporting.money_book.names import POST_COSTS, Award, asked_award, known
from scenarios.reporting.money_book.rates import Person, RateCells
from scenarios.reporting.worked import Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Unit

_WIDTHS = (30, 10, 8, 10, 16, 16, 18, 16, 18, 12, 40)
_HEADINGS = (
    "role", "year", "FTE", "pay award", "full-time pay a year", "pay for these hours", "National Insurance", "pension",
    "cost a year", "basis", "source",
)  # fmt: skip
_NOTES = (
    "One person for a full year. Pay and on-costs are added up and rounded once, to the penny.",
    "A pay award raises each point and is rounded to the pound, as awards are.",
)


@dataclass
class PersonCells:
    """Where the cost of each person stands, by the cell of the award it is worked out with."""

    cells: dict[tuple[Person, str], str] = field(default_factory=dict)

    def of(self, person: Person, award: Award) -> str:
        """The cell of somebody's cost with an award."""
        return self.cells[person, award.cell]


def put_post_costs(
    book: Book, worked: Worked, *, people: tuple[Person, ...], rates: RateCells, steps: tuple[Award, ...]
) -> PersonCells:
    """Write the sheet, where anybody is costed by a spine: all years as asked for, the first at each step.

    Args:
        book: the workbook.
        worked: the case.
        people: those who are costed by a spine.
        rates: where the rates stand.
        steps: the awards that structures are shown at, beside the one typed.
    """
    found = PersonCells()
    if not people:
        return found
    sheet = FigureSheet(book, POST_COSTS, _WIDTHS)
    row = sheet.header(sheet.head("What one person costs", _NOTES), _HEADINGS, frozen=1)
    asked = [(person, asked_award(person.year, dated=worked.dated)) for person in people]
    first = [(person, award) for award in steps for person in people if person.year == worked.years[0]]
    for person, award in (*asked, *first):
        sheet.text((row, 1), worked.label(person.year))
        found.cells[person, award.cell] = _put_person(sheet, row, person=person, rates=rates, award=award)
        row += 1
    return found


def _put_person(sheet: FigureSheet, row: int, *, person: Person, rates: RateCells, award: Award) -> str:
    cost = person_cost(person.unit, person.milli_fte, year=person.year, basis_points=award.basis_points)
    if cost is None or rates.pension is None:
        raise ValueError(f"no cost is known of {person.role} in {person.year}")
    sheet.text((row, 0), person.role)
    size = sheet.fixed((row, 2), person.milli_fte, unit=Unit.FTE)
    given = sheet.formula((row, 3), f"={award.cell}", shown=award.basis_points / 10_000, unit=Unit.PERCENT)
    used = tuple(rates.of(rate) for rate in person.points())
    points = ",".join(f"ROUND({cell}*(1+{given.here}),0)" for cell in used)
    full = cost.pay_pence * 1000 / person.milli_fte
    pay = sheet.formula(
        (row, 4), f"={known((*used, given.here), f'AVERAGE({points})')}", shown=Unit.MONEY.shown(full), unit=Unit.MONEY
    )
    earned = _put(sheet, (row, 5), known((pay.here, size.here), f"{pay.here}*{size.here}"), cost.pay_pence)
    months = "+".join(
        f"{months}*{rates.of(rate)}*MAX(0,{earned}-{rates.of(threshold)})"
        for threshold, rate, months in person.insurance()
    )
    charged = tuple(rates.of(rate) for each in person.insurance() for rate in each[:2])
    insurance = _put(sheet, (row, 6), known((earned, *charged), f"({months})/12"), cost.ni_pence)
    paid = known((earned, rates.pension.there), f"{earned}*{rates.pension.there}")
    pension = _put(sheet, (row, 7), paid, cost.pension_pence)
    shown = Unit.MONEY.shown(cost.pence)
    added = known((earned, insurance, pension), f"ROUND({earned}+{insurance}+{pension},2)")
    whole = sheet.formula((row, 8), f"={added}", shown=shown, unit=Unit.MONEY)
    sheet.text((row, 9), "derived")
    sheet.text((row, 10), person.unit.source)
    return whole.there


def _put(sheet: FigureSheet, at: tuple[int, int], formula: str, pence: Fraction) -> str:
    return sheet.formula(at, f"={formula}", shown=Unit.MONEY.shown(pence), unit=Unit.MONEY).here
