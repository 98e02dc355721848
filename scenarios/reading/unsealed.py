"""A case without its sealed sheets, for whoever may not hold them, and word of what was left out.

Rules: design.md section 1 (promise 3): what stands in a sealed sheet, and what is said about it, goes no further.
Change this when something else of a case may not be handed on.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.schema.canonical import without_sealed_sources
from scenarios.schema.case import SEALED_SHEETS, Case


@dataclass(frozen=True)
class LeftOut:
    """A sealed sheet that was left out, and how many rows it had."""

    sheet: str
    rows: int


def without_sealed(case: Case) -> tuple[Case, tuple[LeftOut, ...]]:
    """Return a case without sealed sheets, doubts about them and where they come from, and what was left out."""
    left_out = tuple(
        LeftOut(sheet, len(rows)) for sheet in sorted(SEALED_SHEETS) if (rows := getattr(case.sealed, sheet))
    )
    labels = {case.places.labels.get(sheet, sheet) for sheet in SEALED_SHEETS}
    doubts = tuple(doubt for doubt in case.doubts if doubt.sheet not in labels)
    bare = without_sealed_sources(case.scenario)
    return Case(scenario=bare, doubts=doubts, not_read=case.not_read, places=case.places), left_out
