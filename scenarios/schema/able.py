"""Sheet `able`: which role can do which work, and how much of its time may go there.

Rules: design.md section 3, step 2. Blank means the default of scenarios/schema/derive_able.py.
Change this when ability has to be said otherwise than by role and work.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name


class Able(Row):
    """One role and the work it can do: y = 100 %, n = 0 %, a share, or not given."""

    role: Annotated[Name, Column("role", Kind.NAME, to="roles", about="Role that can do it.")]
    work_basis_points: Annotated[
        Mapping[Name, Figure],
        Column(
            "work",
            Kind.PERCENTS_BY_NAME,
            prefix="work:",
            to="work",
            about="One column for each work: y, n, or the share of its time a post may give.",
        ),
    ] = Field(default_factory=dict)
