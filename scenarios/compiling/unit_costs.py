"""What one post of a role costs in a year: from a printed total, an all-in cost, or points of a spine with on-costs.

A printed or all-in cost is by FTE, at the price base it was printed at, the same in every year shown. A spine cost is
by person, because the National Insurance threshold is (domain-rules.md section 13.4). What cannot be costed is None,
never 0.
Change this when pay of a role can be stated in another way.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor

from scenarios.money.ledger import Basis
from scenarios.money.oncosts import EmployerTerms, PersonPay, employer_cost
from scenarios.money.pay import Convention, PrintedTotal, SpineGrade, annual_pay, cost_per_fte
from scenarios.money.rate import UnknownRate
from scenarios.money.years import FinancialYear
from scenarios.schema.figure import Figure
from scenarios.schema.grades import Grade
from scenarios.schema.header import Header
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario

FULL_TIME = 1000
CONVENTIONS: dict[str, Convention] = {
    "bottom": "bottom",
    "mid": "mid",
    "top": "top",
    "actual": "top",
    "bottom for vacancies, actual for filled": "top",
}
"""A post not yet filled has no actual point: it is costed at the top, and the ledger says so."""


@dataclass(frozen=True)
class UnitCost:
    """How one post of a role is costed: either pence per FTE as printed, or a grade of a spine.

    `basis`, `source` and `price_base` go on every ledger line that uses it; `printed` is the stated cost behind the
    pence per FTE. `spines` are the points of the grade from a day on, earliest first: a year takes those in force on
    its first day, the earliest where none is yet.
    """

    basis: Basis
    source: str
    price_base: str
    pence_per_fte: Fraction | None = None
    printed: PrintedTotal | None = None
    spines: tuple[tuple[date, SpineGrade], ...] = ()
    convention: Convention = "top"
    terms: EmployerTerms | None = None

    def post_pence(self, milli_fte: int, year: int) -> int | None:
        """Pence a year of one post of a size in a financial year (by its first calendar year); None: not known.

        By FTE it is rounded down: the posts that a printed total was printed for then never come to more than it, so
        they fit a ceiling of that total.
        """
        if self.pence_per_fte is not None:
            return floor(self.pence_per_fte * milli_fte / FULL_TIME)
        if not self.spines or self.terms is None:
            return None
        financial_year = FinancialYear(year)
        spine = self.grade_in(financial_year)
        whole, part = divmod(milli_fte, FULL_TIME)
        try:
            pay = annual_pay(spine, self.convention, on=financial_year.first_day)
            people = [PersonPay(pay, FULL_TIME)] * whole + ([PersonPay(pay, part)] if part else [])
            return sum(employer_cost(person, financial_year, terms=self.terms).pence for person in people)
        except UnknownRate:
            return None

    def grade_in(self, year: FinancialYear) -> SpineGrade:
        """Points of the grade in a year; only for what is costed by a spine."""
        held = [grade for valid_from, grade in self.spines if valid_from <= year.first_day]
        return held[-1] if held else self.spines[0][1]


def unit_costs(scenario: Scenario) -> dict[str, UnitCost]:
    """The unit cost of every role of a completed scenario; a role that nothing prices is not in it."""
    grades: dict[str, list[Grade]] = {}
    for grade in sorted(scenario.grades, key=lambda g: (g.grade, g.valid_from or date.min)):
        grades.setdefault(grade.grade, []).append(grade)
    costs = {}
    for role in scenario.roles:
        cost = _of_role(role, scenario.header) or _of_grade(grades.get(role.grade or "", []), scenario.header)
        if cost is not None:
            costs[role.role] = cost
    return dict(sorted(costs.items()))


def _of_role(role: Role, header: Header) -> UnitCost | None:
    return _printed(role.cost_pence, role.cost_milli_fte, role.price_base or header.price_base, f"role {role.role}")


def _printed(cost: Figure | None, size: Figure, price_base: str | None, of: str) -> UnitCost | None:
    if cost is None or cost.value is None or not size.value:
        return None
    total = PrintedTotal(cost.value, size.value)
    return UnitCost(
        basis=cost.basis if cost.basis != "unknown" else "assumed",
        source=cost.source or f"unit cost of {of}",
        price_base=price_base or "",
        pence_per_fte=cost_per_fte(total),
        printed=total,
    )


def _of_grade(rows: list[Grade], header: Header) -> UnitCost | None:
    """The cost of a grade from its rows, earliest first: the latest all-in cost, else the points of every row."""
    if not rows:
        return None
    last = rows[-1]
    price_base = last.price_base or header.price_base
    printed = _printed(last.all_in_cost_pence, last.all_in_milli_fte, price_base, f"grade {last.grade}")
    if printed is not None:
        return printed
    pension = header.pension_basis_points
    spines = tuple(
        (row.valid_from or date.min, SpineGrade(row.spine, row.bottom_point or row.top_point, row.top_point))
        for row in rows
        if row.spine is not None and row.top_point is not None
    )
    if not spines or pension is None or pension.value is None:
        return None
    points = "; ".join(f"{each.spine} points {each.bottom_point} to {each.top_point}" for _, each in spines)
    return UnitCost(
        basis="derived",
        source=f"{points}, on-costs added",
        price_base=header.price_base or "",
        spines=spines,
        convention=CONVENTIONS[header.scale_point],
        terms=EmployerTerms(pension.value),
    )
