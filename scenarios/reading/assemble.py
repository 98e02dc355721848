"""From the rows of all sheets to one case, or to all its faults at once.

Rules: design.md section 2: faults are collected over every sheet before any is raised. Every form of scenario ends
here, so that a workbook, a folder and a JSON document are judged alike.
Change this when a form yields something more than sheets.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from scenarios.reading.grid import Notes, Rows
from scenarios.schema.canonical import sourced, with_sources
from scenarios.schema.case import SEALED_SHEETS, Case
from scenarios.schema.cell_places import CellPlaces
from scenarios.schema.checks import faults_of
from scenarios.schema.columns import Row
from scenarios.schema.doubts import doubts_beside, doubts_of
from scenarios.schema.faults import ScenarioFaults
from scenarios.schema.header import Header
from scenarios.schema.scenario import CARDS, SHEETS, Scenario
from scenarios.schema.sealed import Sealed
from scenarios.schema.tables import Places, tables_of

_STAND_IN = Header(name="case", title="case", authority="authority")
"""Stands for a head that could not be read, so that the sheets are still looked at."""


@dataclass
class Parts:
    """What was read of each sheet: the head, sheets with rows, and sheets that are one object."""

    header: Header | None = None
    header_label: str = "header"
    rows: dict[str, Rows] = field(default_factory=dict)
    cards: dict[str, Row] = field(default_factory=dict)
    card_labels: dict[str, str] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    """Sheets that stand there and could not be read."""
    cells: CellPlaces = field(default_factory=CellPlaces)
    """For a workbook: the addresses of its cells."""


def assemble(parts: Parts, notes: Notes) -> Case:
    """Return the case that the parts make.

    Args:
        parts: what was read of each sheet.
        notes: faults and doubts of reading; receives those of the rows as well.

    Raises:
        ScenarioFaults: something is wrong; carries every fault found, and the doubts about rows without one.
    """
    sheets = {sheet: parts.rows[sheet].objects for sheet in SHEETS if sheet in parts.rows}
    header = parts.header or _STAND_IN
    scenario = Scenario.model_construct(
        **{
            **{name: info.get_default(call_default_factory=True) for name, info in Scenario.model_fields.items()},
            **sheets,
            **{sheet: parts.cards[sheet] for sheet in CARDS if sheet in parts.cards},
            "header": header,
        }
    )
    sealed = {sheet: parts.rows[sheet].objects for sheet in SEALED_SHEETS if sheet in parts.rows}
    places = Places(
        {"header": parts.header_label, **parts.card_labels, **{s: rows.label for s, rows in parts.rows.items()}},
        {sheet: rows.numbers for sheet, rows in parts.rows.items()},
        frozenset(parts.unread),
        {sheet: rows.typed for sheet, rows in parts.rows.items()},
        parts.cells,
    )
    every = {sheet: sealed.get(sheet, ()) for sheet in SEALED_SHEETS} | tables_of(scenario)
    notes.faults += faults_of(scenario, every, places)
    if notes.faults:
        notes.doubts += doubts_beside(notes.faults, scenario, places)
        raise ScenarioFaults(parts.cells.told(notes.faults), parts.cells.told(notes.doubts))
    notes.doubts += doubts_of(scenario, places)
    stated = header.sources
    return Case(
        scenario=with_sources(scenario),
        sealed=Sealed.model_validate(
            {s: tuple(sourced(row, row.source or stated.get(s)) for row in rows) for s, rows in sealed.items()}
        ),
        doubts=tuple(sorted(parts.cells.told(notes.doubts), key=lambda doubt: doubt.order)),
        not_read=tuple(sorted(notes.not_read)),
        places=places,
    )
