"""What a messy HR extract is: how its bytes are made, and what has to come out.

Change this when something else has to be said about what an extract should come to.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import xlsxwriter

from tests.scenarios.importing.extracts import HEADER, csv_bytes, held, table


@dataclass(frozen=True)
class Messy:
    """One messy extract and what has to come out."""

    name: str
    content: Callable[[], bytes]
    doubts: frozenset[str] = frozenset()
    """Kinds of doubt that must be told."""
    people: int | None = None
    occupied: int | None = None
    """Thousandths of an FTE that are known."""
    lines: int | None = None
    established: int | None = None
    faults: frozenset[str] = frozenset()
    """Kinds of fault; then nothing is written."""
    ending: str = ".csv"
    mapping: str | None = None
    standings: dict[str, int] = field(default_factory=dict)


def workbook(sheets: Sequence[tuple[str, Sequence[Sequence[str]], bool]]) -> bytes:
    """A workbook of sheets: name, rows, whether it is hidden; numbers become numbers."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"strings_to_numbers": True, "in_memory": True}) as book:
        for name, cells, hidden in sheets:
            sheet = book.add_worksheet(name)
            for number, row in enumerate(cells):
                sheet.write_row(number, 0, row)
            if hidden:
                sheet.hide()
    return file.getvalue()


def rows(*rows: dict[str, str], header: Sequence[str] = HEADER) -> Callable[[], bytes]:
    return lambda: csv_bytes(table(rows, header))


def broken(change: Callable[[list[list[str]]], None]) -> Callable[[], bytes]:
    def content() -> bytes:
        rows = table([held(number) for number in range(4)])
        change(rows)
        return csv_bytes(rows)

    return content


FOUR = [held(number) for number in range(4)]
SHORT = ("Position Number", "Job Title", "Team", "Grade", "Surname", "Contracted Hours", "Contract Type")
NO_POSTS = tuple(name for name in HEADER if name != "Position Number")
NOBODY = ("Job Title", "Grade", "FTE", "Team")
ESTABLISHED = (*HEADER, "Budgeted FTE", "Budget", "Leaving Date", "Weeks per Year")


def given(number: int, **more: str) -> dict[str, str]:
    return {**held(number), **{key.replace("_", " "): value for key, value in more.items()}}
