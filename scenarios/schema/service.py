"""Sealed sheet `service`: age band, years of service and pay, as counts of people.

Rules: design.md sections 1 (promise 3) and 3. Read only after a search; it is no part of a
Scenario. No names, no person.
Change this when a report made after the search needs another count.
"""

from __future__ import annotations

from typing import Annotated

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name


class ServiceBand(Row):
    """People of one staff group alike in age band, years of service and pay."""

    group: Annotated[Name, Column("group", Kind.NAME, to="groups", about="Staff group.")]
    age_low: Annotated[int, Column("age from", Kind.WHOLE, about="Youngest age in the band.")]
    age_high: Annotated[int, Column("age to", Kind.WHOLE, about="Oldest age in the band.")]
    service_years: Annotated[int, Column("years", Kind.WHOLE, about="Complete years of continuous service.")]
    pay_pence: Annotated[Figure | None, Column("pay", Kind.MONEY, about="Actual yearly pay of one of them.")] = None
    people: Annotated[Figure, Column("people", Kind.COUNT, about="How many people.")]
