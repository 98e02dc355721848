"""Every fault of a scenario, whatever form it was read from.

Rules: design.md sections 2 and 3: all faults are collected, none hides another.
Change this when a check is added.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scenarios.schema import fault_kinds
from scenarios.schema.check_counts import contradicting_counts
from scenarios.schema.check_figures import impossible_figures, shares_of_jobs, sizeless_lines, unclear_demand
from scenarios.schema.check_names import misspelt_moves, unknown_names, unknown_sources
from scenarios.schema.check_rows import (
    backward_rows,
    contradicting_ranks,
    doubled_numbers,
    doubled_rows,
    rings_of_teams,
    too_many_branches,
)
from scenarios.schema.check_stress import unknown_variations
from scenarios.schema.columns import Kind
from scenarios.schema.faults import Fault
from scenarios.schema.persons import person_in
from scenarios.schema.scenario import Scenario
from scenarios.schema.tables import Places, Tables, cells_of

_NAMED = frozenset({Kind.NAME, Kind.NAMES, Kind.PERCENTS_BY_NAME, Kind.NAMES_BY_NAME, Kind.POST_CHANGE})
_WRITTEN = frozenset({Kind.TEXT, Kind.SOURCE})


def faults_of(scenario: Scenario, tables: Tables, places: Places) -> list[Fault]:
    """Return every fault of the rows of a case.

    Args:
        scenario: the scenario as read.
        tables: its sheets, and the sealed ones where there are any.
        places: where their rows stand in the visitor's files.
    """
    return [
        *persons_in_cells(tables, places),
        *unknown_names(tables, scenario, places),
        *misspelt_moves(scenario, places),
        *unknown_sources(scenario, (*tables, "scenario"), places),
        *impossible_figures(tables, places),
        *unknown_variations(scenario, places),
        *shares_of_jobs(scenario, places),
        *sizeless_lines(scenario, places),
        *unclear_demand(scenario, places),
        *doubled_rows(tables, places),
        *doubled_numbers(scenario, places),
        *rings_of_teams(scenario, places),
        *backward_rows(tables, places),
        *contradicting_ranks(scenario, places),
        *too_many_branches(scenario, places),
        *contradicting_counts(tables, places),
    ]


def persons_in_cells(tables: Tables, places: Places) -> Iterator[Fault]:
    """Yield a fault for every cell that seems to hold a person's data; the value itself is not repeated."""
    for sheet, index, row, field, column in cells_of(tables, lambda column: column.kind in _NAMED | _WRITTEN):
        for text in _texts(getattr(row, field), column.kind):
            if found := person_in(text, in_names=column.kind in _NAMED):
                spot = places.spot(sheet, index, column.header)
                yield Fault.at(spot, "", fault_kinds.person_in_cell(found))


def _texts(value: Any, kind: Kind) -> Iterator[str]:
    """Yield the words of a field."""
    if kind is Kind.POST_CHANGE:
        yield value.to or ""
    elif kind in _NAMED | _WRITTEN:
        yield from (value,) if isinstance(value, str) else value
