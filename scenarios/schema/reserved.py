"""Sheet `reserved`: places on a role kept by right, without reason or group.

Rules: design.md section 1 (promise 3); domain-rules.md section 9.1.
Change this when the law gives another kind of place.
"""

from __future__ import annotations

from typing import Annotated

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name


class Reserved(Row):
    """Places on a role that are kept by right, without reason or group."""

    role: Annotated[Name, Column("role", Kind.NAME, to="roles", about="Role with the places.")]
    places: Annotated[Figure, Column("places", Kind.COUNT, about="Places kept.")]
