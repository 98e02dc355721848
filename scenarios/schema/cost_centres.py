"""Sheet `cost_centres`: the parts of the ceiling and what is taken off it.

Rules: design.md section 3 (step 3); seed-facts.md section 3.4.
Change this when a ceiling is made up in a new way.
"""

from __future__ import annotations

from typing import Annotated

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name


class CostCentre(Row):
    """One part of the budget the ceiling is made of, or one deduction from it."""

    cost_centre: Annotated[Name, Column("cost centre", Kind.NAME, about="Code of the cost centre, or a deduction.")]
    amount_pence: Annotated[Figure, Column("amount", Kind.MONEY, signed=True, about="Money in it; below zero: taken.")]
    deduction: Annotated[bool, Column("deduction", Kind.YES_NO, about="Whether the amount is taken off.")] = False
    pay_pence: Annotated[Figure | None, Column("basic pay", Kind.MONEY, about="Part of it that is basic pay.")] = None
    insurance_pence: Annotated[
        Figure | None, Column("employer ni", Kind.MONEY, about="Part of it that is the employer's National Insurance.")
    ] = None
    pension_pence: Annotated[
        Figure | None, Column("employer pension", Kind.MONEY, about="Part of it that is the employer's pension cost.")
    ] = None
    posts: Annotated[Figure | None, Column("posts", Kind.COUNT, about="Posts that go with a deduction.")] = None
