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


# Sheets.


@_fault
def header_elsewhere(row: int) -> str:
    """Refuse a table with something above its header."""
    return f"the header stands in row {row}: it must be row 1, so take out the rows above it"


@_fault
def merged_header() -> str:
    """Refuse a header that stands over several columns."""
    return "one header is merged over several columns: unmerge it and give each column its own"


@_fault
def merged_across(cells: str) -> str:
    """Refuse a value that stands over several columns of the table."""
    return f"{cells} are merged over several columns: unmerge them and give each column its own value"


@_fault
def merged_number(cells: str) -> str:
    """Refuse a number that stands for several rows: it could be each one's or the sum."""
    return f"one number stands for {cells}, merged: unmerge them and give each row its own number, or ? where not known"


@_doubt
def merged_filled(text: str, cells: str) -> str:
    """Mention a name that is taken for every row it is merged over."""
    return f"{text!r} is merged over {cells} and was read for each of these rows"


@_doubt
def hidden_sheet() -> str:
    """Mention a hidden sheet of the case: it is not used behind anybody's back."""
    return "the sheet is hidden and was not read: unhide it to have it read, or delete it"


@_doubt
def hidden_rows(count: int, first: int) -> str:
    """Mention rows that are hidden or filtered out and count all the same."""
    rows = "a hidden row was read, row" if count == 1 else f"{count} hidden rows were read, the first is row"
    return f"{rows} {first}: unhide to look, or delete"


@_doubt
def hidden_columns(count: int, first: str) -> str:
    """Mention columns that are hidden and count all the same."""
    columns = "a hidden column was read," if count == 1 else f"{count} hidden columns were read, the first is"
    return f"{columns} {first}: unhide to look, or delete"


# Cells.


@_fault
def error_in_cell(error: str) -> str:
    """Refuse a cell that shows an error."""
    return f"the cell shows {error}: mend its formula, or type the value"


@_fault
def not_worked_out(count: int) -> str:
    """Refuse formulas that no spreadsheet has worked out yet: nobody knows their values."""
    these = "this formula has" if count == 1 else f"this formula and {count - 1} more of the sheet have"
    return f"{these} no value yet: open the workbook in a spreadsheet, save it, and try again"


@_fault
def made_a_date(text: str) -> str:
    """Refuse a date where none belongs: spreadsheets make dates of 2009/10, 11/37 and 3-4."""
    return f"the spreadsheet holds the date or time {text} here: format the cell as Text and type again what was meant"


@_doubt
def left_to_work_out(count: int) -> str:
    """Mention formulas whose values may be old."""
    return (
        f"the program that wrote the workbook left {count} formulas to be worked out anew: open it, look, and save it"
    )
