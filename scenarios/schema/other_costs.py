"""Sheet `other_costs`: costs and income that are not posts, recurring and one-off.

Rules: design.md section 3 (step 3).
Change this when such a cost has to say something more.
"""

from __future__ import annotations

from typing import Annotated, Literal

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name, Text


class OtherCost(Row):
    """A cost or income that is not a post."""

    what: Annotated[Text, Column("what", Kind.TEXT, about="What is paid for.")]
    amount_pence: Annotated[Figure, Column("amount", Kind.MONEY, signed=True, about="Pence a year, or once.")]
    repeats: Annotated[Literal["recurring", "one-off"], Column("repeats", Kind.CHOICE, about="How often.")]
    year: Annotated[int | None, Column("year", Kind.YEAR, about="Year, or first year when recurring.")] = None
    option: Annotated[Name | None, Column("option", Kind.NAME, to="options", about="Option; blank: every one.")] = None
    funding: Annotated[Name | None, Column("funding", Kind.NAME, to="funding", about="Funding line that pays.")] = None
