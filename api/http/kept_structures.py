"""Structures of runs as they travel: each with what it is called and its main figures, and where its tables are.

Change this when something else is told of a structure in a list.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from api.http.addresses import run_address, structure_address
from api.http.models.runs import TABLES, StructureLine
from api.store import runs, structures
from api.store.store import Session
from api.store.structures import StoredStructure
from scenarios.reporting.structure_titles import StructureTitle, titles_of


def titles_in(session: Session, run_id: str) -> tuple[StructureTitle, ...]:
    """Return what the structures of a run's answer are called, in their order; none while there is no answer."""
    answer = runs.document(session, run_id)
    return () if answer is None else titles_of(json.loads(answer))


def lines_in(session: Session, run_id: str) -> tuple[StructureLine, ...]:
    """Return the structures of a run's answer as a list has them; none while there is no answer."""
    found = structures.of_run(session, run_id)
    return tuple(_lines(found, titles_in(session, run_id))) if found else ()


def _lines(found: Sequence[StoredStructure], titles: Sequence[StructureTitle]) -> Iterator[StructureLine]:
    for structure, title in zip(found, titles, strict=True):
        address = structure_address(structure.id)
        document: dict[str, Any] = json.loads(structure.document)
        people = document["people"] or {}
        tables = {table: f"{address}/{table}.csv" for table in TABLES}
        yield StructureLine.model_validate(
            {
                "id": structure.id,
                "position": structure.position,
                "title": title.title,
                "number": title.number,
                "shown_as": title.shown_as,
                "part": title.part,
                "option": structure.option,
                "anchor": structure.anchor,
                "branch": structure.branch,
                "status": structure.status,
                "annual_cost": document["annual_cost"],
                "fte": document["fte"],
                "displaced_at_least": people.get("displaced_at_least"),
                "displaced_at_most": people.get("displaced_at_most"),
                "links": {"self": address, **tables, "run": run_address(structure.run_id)},
            }
        )
