"""Sheet `calendar`: the steps of the change and their dates.

Rules: design.md section 3 (step 3); domain-rules.md section 18.
Change this when a step has to say something more.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.texts import Name, Names

StepKind = Literal[
    "talks",
    "paper",
    "consultation",
    "shown",
    "decision",
    "HR1",
    "evaluation",
    "appointment",
    "ring-fences",
    "notice",
    "start",
    "other",
]


class Step(Row):
    """One step: its day or days where they are known, else the step that it follows."""

    step: Annotated[Name, Column("step", Kind.NAME, about="What happens.")]
    kind: Annotated[
        StepKind,
        Column("kind", Kind.CHOICE, about="What kind of step it is; shown: papers reach staff."),
    ] = "other"
    on: Annotated[
        Names,
        Column("on", Kind.NAMES, about="What it is about: functions, structure, posts, grades, ring-fences, costs."),
    ] = ()
    from_date: Annotated[
        date | None, Column("date", Kind.DATE, about="Its day, or first day; ? where nobody has set it.")
    ] = None
    until_date: Annotated[date | None, Column("until", Kind.DATE, about="Its last day, when it lasts.")] = None
    days: Annotated[int | None, Column("days", Kind.WHOLE, about="How long it is said to last, in calendar days.")] = (
        None
    )
    after: Annotated[Name | None, Column("after", Kind.NAME, to="calendar", about="Step it follows.")] = None
