"""What the sheets of the HR workbook share: their names, the marked blank, and which structures they are about.

Change this when a sheet is added, or what only the authority can say is marked in another way.
"""

from __future__ import annotations

from scenarios.reporting.worked import Costed, Worked
from scenarios.workbooks.figures import FigureSheet

CONTENTS = "contents"
PARTICULARS = "section 188"
GROUPS = "groups"
RING_FENCES = "ring-fences"
SLOT_INS = "slot-ins"
EVALUATION = "evaluation"
TIMETABLE = "timetable"


def to_write(what: str) -> str:
    """Return the marked blank for what the case does not state: [to be written: the reasons]."""
    return f"[to be written: {what}]"


def proposals(worked: Worked) -> tuple[Costed, ...]:
    """Return the structures that would change something and are not set aside."""
    return tuple(
        costed
        for costed in worked.structures
        if not costed.is_today and costed.answer.question.arrangement.option.standing != "set aside"
    )


def put_name(sheet: FigureSheet, row: int, costed: Costed) -> None:
    """Write the number and title of a structure in the first two columns."""
    sheet.number((row, 0), costed.number)
    sheet.text((row, 1), costed.title)
