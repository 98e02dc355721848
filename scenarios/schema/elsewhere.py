"""Sheet `elsewhere`: suitable vacancies outside the service, shown apart and never netted off.

Rules: design.md section 3 (step 3).
Change this when such a vacancy has to say something more.
"""

from __future__ import annotations

from typing import Annotated

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name


class Elsewhere(Row):
    """Suitable vacancies outside the service: shown apart, never netted off."""

    role: Annotated[Name, Column("role", Kind.NAME, about="Vacant role.")]
    service: Annotated[Name | None, Column("service", Kind.NAME, about="Service that has the vacancy.")] = None
    grade: Annotated[Name | None, Column("grade", Kind.NAME, to="grades", about="Grade of the vacancy.")] = None
    posts: Annotated[Figure, Column("posts", Kind.COUNT, about="Vacant posts.")]
