"""Counts of the equality table that contradict the number of all people.

Rules: design.md section 3 (what is refused).
Change this when counts of people can contradict each other in a new way.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.schema import fault_kinds
from scenarios.schema.equality import EqualityCount
from scenarios.schema.faults import Fault
from scenarios.schema.tables import Places, Tables


def contradicting_counts(tables: Tables, places: Places) -> Iterator[Fault]:
    """Yield a fault for every second number of all people, and every count above it, of one staff group or of all.

    Args:
        tables: the sheets of a case.
        places: where their rows stand in the visitor's files.
    """
    rows = [(index, row) for index, row in enumerate(tables.get("equality", ())) if isinstance(row, EqualityCount)]
    totals: dict[str | None, int] = {}
    for index, row in rows:
        whole = None if row.all_people is None else row.all_people.value
        if whole is not None and totals.setdefault(row.group, whole) != whole:
            words = fault_kinds.two_totals(whole, totals[row.group])
            yield Fault.at(places.spot("equality", index, "all people"), str(whole), words)
    for index, row in rows:
        count = None if row.people is None else row.people.value
        if count is not None and count > totals.get(row.group, count):
            words = fault_kinds.count_over_total(count, totals[row.group])
            yield Fault.at(places.spot("equality", index, "people"), str(count), words)
