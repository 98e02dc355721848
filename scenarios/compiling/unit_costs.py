"""What one post of a role costs in a year: from a printed total, an all-in cost, or points of a spine with on-costs.

A printed or all-in cost is by FTE, at the price base it was printed at, the same in every year shown. A spine cost is
by person, because the National Insurance threshold is (domain-rules.md section 13.4). What cannot be costed is None,
never 0.
Change this when pay of a role can be stated in another way.
"""

from dataclasses import dataclass
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

    `basis`, `source` and `price_base` go on every ledger line that uses it.
    """

    basis: Basis
    source: str
    price_base: str
    pence_per_fte: Fraction | None = None
    spine: SpineGrade | None = None
    convention: Convention = "top"
    terms: EmployerTerms | None = None

    def post_pence(self, milli_fte: int, year: int) -> int | None:
        """Pence a year of one post of a size in a financial year (by its first calendar year); None: not known.

        By FTE it is rounded down: the posts that a printed total was printed for then never come to more than it, so
        they fit a ceiling of that total.
        """
        if self.pence_per_fte is not None:
            return floor(self.pence_per_fte * milli_fte / FULL_TIME)
        if self.spine is None or self.terms is None:
            return None
        financial_year = FinancialYear(year)
        whole, part = divmod(milli_fte, FULL_TIME)
        try:
            pay = annual_pay(self.spine, self.convention, on=financial_year.first_day)
            people = [PersonPay(pay, FULL_TIME)] * whole + ([PersonPay(pay, part)] if part else [])
            return sum(employer_cost(person, financial_year, terms=self.terms).pence for person in people)
        except UnknownRate:
            return None


def unit_costs(scenario: Scenario) -> dict[str, UnitCost]:
    """The unit cost of every role of a completed scenario; a role that nothing prices is not in it."""
    grades = {grade.grade: grade for grade in sorted(scenario.grades, key=lambda g: (g.grade, str(g.valid_from)))}
    costs = {}
    for role in scenario.roles:
        cost = _of_role(role, scenario.header) or _of_grade(grades.get(role.grade or ""), scenario.header)
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
    )


def _of_grade(grade: Grade | None, header: Header) -> UnitCost | None:
    if grade is None:
        return None
    printed = _printed(
        grade.all_in_cost_pence, grade.all_in_milli_fte, grade.price_base or header.price_base, f"grade {grade.grade}"
    )
    pension = header.pension_basis_points
    if printed is not None:
        return printed
    if grade.spine is None or grade.top_point is None or pension is None or pension.value is None:
        return None
    return UnitCost(
        basis="derived",
        source=f"{grade.spine} points {grade.bottom_point or grade.top_point} to {grade.top_point}, on-costs added",
        price_base=header.price_base or "",
        spine=SpineGrade(grade.spine, grade.bottom_point or grade.top_point, grade.top_point),
        convention=CONVENTIONS[header.scale_point],
        terms=EmployerTerms(pension.value),
    )
