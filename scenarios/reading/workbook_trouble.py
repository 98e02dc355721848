"""The kinds of fault and doubt that only a workbook can have, one small function each.

Rules: design.md section 3 (forms). Kinds that a folder has as well stand in scenarios/schema/fault_kinds.py.
Change this when something else in a workbook has to be refused, or looked at.
"""

from __future__ import annotations

from scenarios.schema.faults import kind

WORKBOOK_FAULTS: set[str] = set()
WORKBOOK_DOUBTS: set[str] = set()
_fault = kind(WORKBOOK_FAULTS)
_doubt = kind(WORKBOOK_DOUBTS)


# The file.


@_fault
def not_a_workbook() -> str:
    """Refuse a file that is no workbook, whatever its name says."""
    return "this is not an Excel workbook: open it in a spreadsheet and save it as .xlsx"


@_fault
def other_workbook(form: str) -> str:
    """Refuse forms of workbook in which error cells and formulas cannot be told from blanks."""
    return f"this is a workbook in the form {form}, which is not read: open it in a spreadsheet and save it as .xlsx"


@_fault
def with_password() -> str:
    """Refuse an encrypted workbook."""
    return "the workbook is protected with a password: save a copy without one"


@_fault
def too_much_inside(what: str) -> str:
    """Refuse a workbook that unpacks to more than is read."""
    return f"unpacked, the workbook holds {what}: copy the sheets of the case into a new workbook"


@_fault
def odd_part(part: str, why: str) -> str:
    """Refuse a part of a workbook that no spreadsheet writes."""
    return f"the part {part!r} of the workbook {why}: open it in a spreadsheet and save it as a new .xlsx"


@_fault
def damaged(why: str) -> str:
    """Refuse a workbook that cannot be unpacked or parsed."""
    return f"the workbook is damaged ({why}): open it in a spreadsheet, let it be repaired and save it as a new .xlsx"


@_fault
def far_cell(cell: str) -> str:
    """Refuse a cell far outside any table."""
    return f"a cell is filled at {cell}, far outside the table: clear it, or delete the columns and rows around it"
