"""Sheet `work`: what the service must do, how much of it there is, and where it may sit.

Rules: design.md section 3, step 2. Demand comes from today's posts or is stated; it never comes
from a proposed structure. domain-rules.md section 15 for the three ways of stating demand.
Change this when work has to say something more about itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from scenarios.schema.columns import Column, Frozen, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name, Names

HappensKind = Literal["kept", "ends", "changes", "new"]
WHOLE_BASIS_POINTS = 10_000


class Happens(Frozen):
    """What happens to today's amount of a piece of work.

    `change_basis_points` says it for work that exists today (kept 0, ends -10,000);
    `new_milli_fte` for work that does not.
    """

    kind: HappensKind = Field(description="kept, ends, changes or new.")
    change_basis_points: Figure | None = Field(
        default=None, description="Change of today's amount, in basis points: 0 when kept, -10,000 when it ends."
    )
    new_milli_fte: Figure | None = Field(default=None, description="FTE of new work, in thousandths.")

    @model_validator(mode="after")
    def _figure_fits(self) -> Self:
        expected = {"kept": 0, "ends": -WHOLE_BASIS_POINTS}
        if self.kind == "new":
            fits = self.new_milli_fte is not None and self.change_basis_points is None
        elif self.change_basis_points is None or self.new_milli_fte is not None:
            fits = False
        else:
            value = self.change_basis_points.value
            fits = self.kind not in expected or value == expected[self.kind]
        if not fits:
            raise ValueError("kept is 0 %, ends is -100 %, a change has a percentage, new has FTE")
        return self


class Work(Row):
    """One block of work."""

    work: Annotated[Name, Column("work", Kind.NAME, about="Name of the work.")]
    share_basis_points: Annotated[
        Mapping[Name, Figure],
        Column(
            "share",
            Kind.PERCENTS_BY_NAME,
            to="titles",
            prefix="share:",
            about="Share of the time of each of today's jobs that this work takes.",
        ),
    ] = Field(default_factory=dict)
    happens: Annotated[
        Happens | None,
        Column(
            "happens",
            Kind.HAPPENS,
            about="kept, ends, a change such as -20%, or new 1.5 FTE; blank: kept.",
        ),
    ] = None
    demand_milli_fte: Annotated[Figure | None, Column("demand fte", Kind.FTE, about="FTE of direct work needed.")] = (
        None
    )
    volume: Annotated[Figure | None, Column("volume", Kind.COUNT, about="Units of work in a year.")] = None
    minutes_each: Annotated[Figure | None, Column("hours each", Kind.HOURS, about="Working time for one unit.")] = None
    cases: Annotated[Figure | None, Column("cases", Kind.COUNT, about="Open cases at a time.")] = None
    caseload_hundredths: Annotated[
        Figure | None,
        Column("caseload", Kind.HUNDREDTHS, about="Open cases one FTE can carry."),
    ] = None
    productive_minutes: Annotated[
        Figure | None,
        Column("productive hours", Kind.HOURS, about="Hours one FTE works in a year."),
    ] = None
    statutory: Annotated[bool, Column("statutory", Kind.YES_NO, about="Whether the law requires the work.")] = False
    level: Annotated[
        Literal["strategic", "operational"] | None,
        Column("level", Kind.CHOICE, about="strategic or operational."),
    ] = None
    teams: Annotated[
        Names,
        Column("teams", Kind.NAMES, to="teams", about="Teams it may sit in; blank: any team."),
    ] = ()
    split: Annotated[bool, Column("split", Kind.YES_NO, about="Whether several teams may share the work.")] = True
    least: Annotated[Figure | None, Column("least", Kind.COUNT, about="Least number of posts able to do it.")] = None
    weight: Annotated[
        Figure | None,
        Column("weight", Kind.COUNT, about="How much an uncovered FTE of it counts; blank: 1."),
    ] = None
    from_date: Annotated[date | None, Column("from", Kind.DATE, about="First day the work exists.")] = None
    until_date: Annotated[date | None, Column("until", Kind.DATE, about="Last day the work exists.")] = None
