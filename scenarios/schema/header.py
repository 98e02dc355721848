"""The head of a scenario: `scenario.yaml` in a folder, `header` in JSON.

Rules: design.md section 3 and promise 4 (real councils' cases with assumptions are illustrations).
Change this when something holds for the whole case.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from scenarios.schema.columns import Column, Frozen, Kind
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name, Source, Text

ScalePoint = Literal["bottom", "mid", "top", "actual", "bottom for vacancies, actual for filled"]


class Header(Frozen):
    """What holds for the whole case."""

    name: Annotated[Name, Column("name", Kind.NAME, about="Short name of the case.")]
    title: Annotated[Text, Column("title", Kind.TEXT, about="What the case is.")]
    authority: Annotated[Name, Column("authority", Kind.NAME, about="Who reorganises: the default employer.")]
    case_date: Annotated[date | None, Column("date", Kind.DATE, about="Date of the report or of the data.")] = None
    start_date: Annotated[date | None, Column("start", Kind.DATE, about="First day of the new structure.")] = None
    price_base: Annotated[Name | None, Column("price base", Kind.NAME, about="Prices costs are at.")] = None
    years: Annotated[tuple[int, ...], Column("years", Kind.YEARS, about="Financial years to show.")] = ()
    scale_point: Annotated[
        ScalePoint, Column("scale point", Kind.CHOICE, about="Point of the scale posts cost at.")
    ] = "top"
    pension_basis_points: Annotated[
        Figure | None, Column("pension rate", Kind.PERCENT, about="Employer's pension rate.")
    ] = None
    weekly_minutes: Annotated[Figure | None, Column("weekly hours", Kind.HOURS, about="Hours of a full week.")] = None
    illustration: Annotated[
        bool,
        Column("illustration", Kind.YES_NO, about="Whether it shows the method on guesses."),
    ] = False
    note: Annotated[Text | None, Column("note", Kind.TEXT, about="What a reader must know.")] = None
    sources: Mapping[str, Source] = Field(
        default_factory=dict,
        description="Where each sheet comes from; a row's own source goes before it.",
    )
