"""A loaded case: the scenario, and beside it the sealed sheets and what to look at.

Rules: design.md sections 1 (promise 3) and 3. Nothing that designs imports this module: it is
handed the Scenario alone.
Change this when reading a case yields something more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pydantic import Field

from scenarios.schema.columns import Frozen, Row
from scenarios.schema.equality import EqualityCount
from scenarios.schema.faults import Doubt
from scenarios.schema.scenario import Scenario
from scenarios.schema.sealed import Sealed
from scenarios.schema.service import ServiceBand
from scenarios.schema.tables import Places

SEALED_SHEETS: dict[str, type[Row]] = {"service": ServiceBand, "equality": EqualityCount}
"""Sheets that no part of the designing may see."""


@dataclass(frozen=True)
class Case:
    """A loaded case: the scenario, the sealed sheets, what to look at, columns not read, and where its rows stand."""

    scenario: Scenario
    sealed: Sealed = field(default_factory=Sealed)
    doubts: tuple[Doubt, ...] = ()
    not_read: tuple[str, ...] = ()
    places: Places = field(default_factory=Places, compare=False)


class CaseDocument(Frozen):
    """The whole case as one JSON document."""

    scenario: Scenario = Field(description="What the planner states.")
    sealed: Sealed = Field(default=Sealed(), description="What only later reports may read.")


def scenario_json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a case document, with unit and meaning of every field."""
    return CaseDocument.model_json_schema()
