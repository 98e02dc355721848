"""Sheet `grades`: rank and pay of each grade.

Rules: design.md section 3 (step 3); domain-rules.md sections 12 and 14.
Change this when pay of a grade can be stated in another way.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure, default_figure
from scenarios.schema.texts import Name


class Grade(Row):
    """One grade of one pay system from one date: its rank and what a post in it costs."""

    grade: Annotated[Name, Column("grade", Kind.NAME, about="Name of the grade.")]
    pay_system: Annotated[Name | None, Column("pay system", Kind.NAME, about="NJC, Agenda for Change or local.")] = None
    employer: Annotated[Name | None, Column("employer", Kind.NAME, about="Employer whose grade it is.")] = None
    rank: Annotated[
        int | None,
        Column("rank", Kind.WHOLE, about="Place in its pay system; a higher number pays more."),
    ] = None
    spine: Annotated[Name | None, Column("spine", Kind.NAME, about="Pay spine and its version.")] = None
    bottom_point: Annotated[int | None, Column("bottom point", Kind.WHOLE, about="First point on the spine.")] = None
    top_point: Annotated[int | None, Column("top point", Kind.WHOLE, about="Last point on the spine.")] = None
    all_in_cost_pence: Annotated[
        Figure | None,
        Column("all-in cost", Kind.MONEY, about="Yearly cost with on-costs of `all-in fte`."),
    ] = None
    all_in_milli_fte: Annotated[
        Figure,
        Column(
            "all-in fte",
            Kind.FTE,
            about="FTE the all-in cost is for, so that a printed line total stays exact.",
        ),
    ] = default_figure(1000)
    price_base: Annotated[Name | None, Column("price base", Kind.NAME, about="Prices the all-in cost is at.")] = None
    valid_from: Annotated[date | None, Column("valid from", Kind.DATE, about="First day the pay holds.")] = None
