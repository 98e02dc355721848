"""The sealed sheets together: what only the reports made after a search may read.

Rules: design.md sections 1 (promise 3) and 3. They are no part of a Scenario, so nothing that
designs can be handed them by mistake.
Change this when a sealed sheet is added.
"""

from __future__ import annotations

from pydantic import Field

from scenarios.schema.columns import Frozen
from scenarios.schema.equality import EqualityCount
from scenarios.schema.service import ServiceBand


class Sealed(Frozen):
    """What only the reports made after a search may read."""

    service: tuple[ServiceBand, ...] = Field(default=(), description="Age, service and pay, as counts.")
    equality: tuple[EqualityCount, ...] = Field(default=(), description="Counts by characteristic.")
