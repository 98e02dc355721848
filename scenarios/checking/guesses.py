"""Every figure of a case that is assumed or not known, with its range and source: what an answer will rest on.

Rules: design.md promise 4, guesses stay guesses. Names, dates and yes/no marked ~ or ? are listed beside the numbers.
Change this when a cell may be marked in another way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from scenarios.comparing.assumptions import label_of, words_of
from scenarios.reading.cells import print_cell
from scenarios.reading.marks import print_figure
from scenarios.schema.columns import Column, Kind, Row, columns_of
from scenarios.schema.figure import Figure
from scenarios.schema.options import AbleChange
from scenarios.schema.scenario import Scenario
from scenarios.schema.tables import tables_of
from scenarios.schema.work import Happens


@dataclass(frozen=True)
class Guess:
    """A figure, name, date or yes/no that is assumed or not known.

    `figure` says where it stands as what must be true calls it, `words` what it is to readers who do not know the
    sheets, `value` is written as in the cell without its source,
    `movable` says whether it has a range within which an answer is asked again.
    """

    sheet: str
    figure: str
    words: str
    value: str
    known: bool
    movable: bool
    source: str


def guesses_of(scenario: Scenario) -> tuple[Guess, ...]:
    """List what is assumed or not known, in the order of sheets, rows and columns: the header, then sheet by sheet.

    Args:
        scenario: a scenario without faults, its figures with their sources.
    """
    tables: dict[str, tuple[BaseModel, ...]] = {"header": (scenario.header,), **tables_of(scenario)}
    found: list[Guess] = []
    for sheet in ("header", *sorted(set(tables) - {"header"})):
        for row in tables[sheet]:
            found.extend(_in_row(sheet, row))
    return tuple(found)


def _in_row(sheet: str, row: BaseModel) -> Iterator[Guess]:
    for field, column in columns_of(type(row)).items():
        value = getattr(row, field)
        for name, figure, kind in _figures(value, column):
            if figure.basis in ("assumed", "unknown"):
                within = f": {name}" if column.kind is Kind.ABLE_CHANGES else ""
                change = column.kind is Kind.HAPPENS and kind is Kind.PERCENT
                yield Guess(
                    sheet=sheet,
                    figure=label_of(sheet, row, column, name) + within,
                    words=words_of(sheet, row, column, name) + within.replace(" | ", ", "),
                    value=print_figure(figure, kind, inherited=figure.source, signed=change),
                    known=figure.basis == "assumed",
                    movable=figure.may_move,
                    source=figure.source or "",
                )
        if isinstance(row, Row) and field in (*row.assumed, *row.unknown):
            known = field in row.assumed
            yield Guess(
                sheet=sheet,
                figure=label_of(sheet, row, column, ""),
                words=words_of(sheet, row, column, ""),
                value=f"~{print_cell(value, column.kind)}" if known else "?",
                known=known,
                movable=False,
                source=row.source or "",
            )


def _figures(value: Any, column: Column) -> Iterator[tuple[str, Figure, Kind]]:
    """Yield name, figure and kind of each figure in a field: one, one by name, or those within a phrase."""
    match value:
        case Figure():
            yield "", value, column.kind
        case Mapping():
            yield from ((name, value[name], Kind.PERCENT) for name in sorted(value) if isinstance(value[name], Figure))
        case Happens(change_basis_points=Figure() as change):
            yield "", change, Kind.PERCENT
        case Happens(new_milli_fte=Figure() as new):
            yield "", new, Kind.FTE
        case tuple():
            changes = (change for change in value if isinstance(change, AbleChange))
            yield from ((f"{each.role} | {each.work}", each.share_basis_points, Kind.PERCENT) for each in changes)
