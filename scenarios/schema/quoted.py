"""Sheet `quoted`: what the draft report prints, carried as printed, for the proof-reader to set against the lists.

Rules: design.md sections 3 (step 3) and 8; domain-rules.md section 19 (a number carries price base, months and what it
counts). Two rows with the same `what` quote one figure in two places; rows with the same `part of` should add up to the
row of that name.
Change this when a report prints a figure of another unit or about another thing.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name, Names, Text

Measure = Literal[
    "cost",
    "saving",
    "budget",
    "severance",
    "pay protection",
    "pay scale",
    "grade",
    "posts",
    "posts deleted",
    "posts created",
    "posts filled",
    "posts vacant",
    "fte",
    "occupied fte",
    "people",
    "people at risk",
    "roles listed",
    "roles described",
    "equality finding",
]
"""What a quoted figure measures; a row without one is compared with other quotes only."""


class Quoted(Row):
    """A figure, list or word that the draft report prints, carried as printed and compared."""

    what: Annotated[Name, Column("what", Kind.NAME, about="Which figure it is; alike where it is printed twice.")]
    where: Annotated[Text | None, Column("where", Kind.TEXT, about="Where the report prints it.")] = None
    measure: Annotated[
        Measure | None,
        Column("measure", Kind.CHOICE, about="What it measures, to be set against the lists."),
    ] = None
    of: Annotated[
        Name | None,
        Column("of", Kind.NAME, about="Role, title or team it speaks of; blank: the whole option."),
    ] = None
    option: Annotated[Name | None, Column("option", Kind.NAME, to="options", about="Option it speaks of.")] = None
    branch: Annotated[Name | None, Column("branch", Kind.NAME, to="grade_branches", about="Branch it speaks of.")] = (
        None
    )
    part_of: Annotated[Name | None, Column("part of", Kind.NAME, about="The `what` of the total it is a part of.")] = (
        None
    )
    year: Annotated[int | None, Column("year", Kind.YEAR, about="Year it speaks of.")] = None
    from_date: Annotated[date | None, Column("from", Kind.DATE, about="First day it covers.")] = None
    until_date: Annotated[date | None, Column("until", Kind.DATE, about="Last day it covers.")] = None
    months: Annotated[int | None, Column("months", Kind.WHOLE, about="Months it covers, where the report says so.")] = (
        None
    )
    price_base: Annotated[Name | None, Column("price base", Kind.NAME, about="Prices it is at, where printed.")] = None
    amount_pence: Annotated[Figure | None, Column("amount", Kind.MONEY, signed=True, about="The figure, if money.")] = (
        None
    )
    milli_fte: Annotated[Figure | None, Column("fte", Kind.FTE, about="The figure, if FTE.")] = None
    count: Annotated[Figure | None, Column("count", Kind.COUNT, about="The figure, if a number.")] = None
    grade: Annotated[Name | None, Column("grade", Kind.NAME, about="Grade it names, as printed.")] = None
    spine: Annotated[Name | None, Column("spine", Kind.NAME, about="Pay spine of its points, and its version.")] = None
    bottom_point: Annotated[int | None, Column("bottom point", Kind.WHOLE, about="First point it names.")] = None
    top_point: Annotated[int | None, Column("top point", Kind.WHOLE, about="Last point it names.")] = None
    pay_low_pence: Annotated[
        Figure | None, Column("pay from", Kind.MONEY, about="Pay it names at the first point.")
    ] = None
    pay_high_pence: Annotated[Figure | None, Column("pay to", Kind.MONEY, about="Pay it names at the last point.")] = (
        None
    )
    listed: Annotated[Names, Column("listed", Kind.NAMES, about="Roles, teams or posts that the place lists.")] = ()
    says: Annotated[Text | None, Column("says", Kind.TEXT, about="The word or phrase, if it is no figure.")] = None
