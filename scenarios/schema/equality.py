"""Sealed sheet `equality`: counts of people by characteristic.

Rules: design.md sections 1 (promise 3) and 3. Read only after a search; it is no part of a
Scenario. No names, no person.
Change this when a report made after the search needs another count.
"""

from __future__ import annotations

from typing import Annotated

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name


class EqualityCount(Row):
    """How many people of the service, and of its comparison, have one characteristic."""

    characteristic: Annotated[Name, Column("characteristic", Kind.NAME, about="Characteristic, as collected.")]
    value: Annotated[Name, Column("value", Kind.NAME, about="Which value of it.")]
    group: Annotated[Name | None, Column("group", Kind.NAME, to="groups", about="Staff group; blank: all.")] = None
    people: Annotated[Figure | None, Column("people", Kind.COUNT, about="People affected with it.")] = None
    all_people: Annotated[
        Figure | None,
        Column(
            "all people", Kind.COUNT, about="All people affected; one row is enough. Blank: worked out from shares."
        ),
    ] = None
    share_basis_points: Annotated[
        Figure | None, Column("share", Kind.PERCENT, about="Share of the people affected.")
    ] = None
    compared_basis_points: Annotated[
        Figure | None, Column("compared", Kind.PERCENT, about="Share in the department.")
    ] = None
