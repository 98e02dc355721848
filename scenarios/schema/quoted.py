"""Sheet `quoted`: figures printed in the draft report, carried as printed and compared.

Rules: design.md sections 3 (step 3) and 8.
Change this when a report prints a figure of another unit.
"""

from __future__ import annotations

from typing import Annotated

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name, Text


class Quoted(Row):
    """A figure printed in the draft report, carried as printed and compared."""

    what: Annotated[Name, Column("what", Kind.NAME, about="Which figure it is.")]
    where: Annotated[Text | None, Column("where", Kind.TEXT, about="Where the report prints it.")] = None
    option: Annotated[Name | None, Column("option", Kind.NAME, to="options", about="Option it speaks of.")] = None
    branch: Annotated[Name | None, Column("branch", Kind.NAME, to="grade_branches", about="Branch it speaks of.")] = (
        None
    )
    year: Annotated[int | None, Column("year", Kind.YEAR, about="Year it speaks of.")] = None
    amount_pence: Annotated[Figure | None, Column("amount", Kind.MONEY, signed=True, about="The figure, if money.")] = (
        None
    )
    milli_fte: Annotated[Figure | None, Column("fte", Kind.FTE, about="The figure, if FTE.")] = None
    count: Annotated[Figure | None, Column("count", Kind.COUNT, about="The figure, if a number.")] = None
