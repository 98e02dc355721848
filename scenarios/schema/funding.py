"""Sheet `funding`: what each funding line gives, until when and for what.

Rules: design.md section 3 (step 3); domain-rules.md section 14.
Change this when a funding line may limit its use in a new way.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name, Names


class Funding(Row):
    """What one funding line gives in one year."""

    line: Annotated[Name, Column("line", Kind.NAME, about="Name of the funding line.")]
    year: Annotated[int | None, Column("year", Kind.YEAR, about="Financial year; blank: every year.")] = None
    amount_pence: Annotated[Figure | None, Column("amount", Kind.MONEY, about="Money it gives in the year.")] = None
    until_date: Annotated[date | None, Column("until", Kind.DATE, about="Last day it may be spent.")] = None
    may_pay_for: Annotated[
        Names,
        Column("may pay for", Kind.NAMES, about="Roles or teams it may pay for; blank: any."),
    ] = ()
