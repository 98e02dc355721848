"""Sheet `calendar`: the steps of the change and their dates.

Rules: design.md section 3 (step 3); domain-rules.md section 18.
Change this when a step has to say something more.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.texts import Name


class Step(Row):
    """One step."""

    step: Annotated[Name, Column("step", Kind.NAME, about="What happens.")]
    from_date: Annotated[date, Column("date", Kind.DATE, about="Its day, or first day.")]
    until_date: Annotated[date | None, Column("until", Kind.DATE, about="Its last day, when it lasts.")] = None
