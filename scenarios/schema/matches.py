"""Sheet `matches`: how far a job matches a new role, as somebody evaluated it.

Rules: design.md section 3 (step 3); domain-rules.md section 7.2. No row means not evaluated, never zero.
Change this when a match has to say something more.
"""

from __future__ import annotations

from typing import Annotated

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name


class Match(Row):
    """How far a group's or role's job matches a new role, as evaluated; no row: not evaluated."""

    group: Annotated[
        Name, Column("group", Kind.NAME, to="groups", about="Staff group or today's role that is compared.")
    ]
    role: Annotated[Name, Column("role", Kind.NAME, to="roles", about="New role.")]
    match_basis_points: Annotated[
        Figure | None, Column("match", Kind.PERCENT, about="Evaluated match; blank: not evaluated.")
    ] = None
    judged_by: Annotated[Name | None, Column("judged by", Kind.NAME, about="Office or panel that evaluated it.")] = None
