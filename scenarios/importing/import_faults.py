"""The kinds of fault of an import, one small function each: why nothing was written, and what to do.

Rules: design.md sections 2 and 3. Nothing here repeats what stands in a cell: it may be about a person.
Change this when an extract has to be refused for another reason.
"""

from __future__ import annotations

from scenarios.schema.faults import kind

IMPORT_FAULT_CODES: set[str] = set()
_fault = kind(IMPORT_FAULT_CODES)


@_fault
def not_text() -> str:
    """Refuse bytes that are no text."""
    return "this is no text in UTF-8, UTF-16 or Windows encoding: export it again as 'CSV UTF-8' or as .xlsx"


@_fault
def old_workbook() -> str:
    """Refuse workbooks of the old kind, and those with a password."""
    return "this is a workbook of the old kind, or has a password: save it as .xlsx without one, or as CSV"


@_fault
def no_rows() -> str:
    """Refuse an extract without a row below its header."""
    return "no row stands below the header: export it again with its rows"


@_fault
def no_header_known() -> str:
    """Refuse a table without a header: its first row may be about a person."""
    return "no row near the top holds headers that are known: put headers such as Job Title, Grade, FTE above the rows"


@_fault
def row_too_long(cells: int, columns: int) -> str:
    """Refuse a row whose cells may stand under the wrong headers: what is dropped could slip into what is kept."""
    return (
        f"the row has {cells} cells and the header {columns}, so cells may stand under the wrong header: "
        "put quotes around the text that holds the separator, or export as .xlsx"
    )


@_fault
def row_too_short(cells: int, columns: int) -> str:
    """Refuse a row that breaks off."""
    return (
        f"the row breaks off after {cells} of {columns} cells: "
        "put quotes around the text that holds a line end, or export as .xlsx"
    )


@_fault
def no_titles(known: str) -> str:
    """Refuse an extract in which no column can be the job title."""
    return f"no column looks like job titles: name it in the mapping file, as in '{known}'"


@_fault
def column_missing(header: str) -> str:
    """Refuse a mapping that speaks of a column that is not there."""
    return f"the mapping names the column {header!r}, which this extract does not have: take the line out"


@_fault
def unknown_use(word: str, known: str) -> str:
    """Refuse a mapping with a word that says nothing."""
    return f"{word!r} is no way to read a column: write one of {known}"


@_fault
def use_twice(use: str, columns: str) -> str:
    """Refuse two columns read as one thing."""
    return f"two columns are read as {use!r} ({columns}): say in the mapping file which of them to drop"


@_fault
def person_kept(header: str) -> str:
    """Refuse to keep a column about persons."""
    return f"{header!r} is about persons and cannot be kept: write 'person' for it"


@_fault
def personal_kept(header: str, what: str) -> str:
    """Refuse to keep a column in which something about a person stands; the fault is at the first such row."""
    return f"{header!r} holds {what}, here first, and cannot be kept: write 'person' for it, or 'free text'"


@_fault
def free_text_kept(header: str, use: str, rows: int) -> str:
    """Refuse to keep what is written by hand about posts or people as a name; the fault is at the first such row."""
    return (
        f"{header!r} holds free text (here first, {rows:,} rows in all), which may be about persons, and cannot be "
        f"kept as {use}: write 'free text' for it, and {use!r} for a column with names only, if there is one"
    )


@_fault
def unknown_setting(name: str, known: str) -> str:
    """Refuse a line of the mapping file that is not known."""
    return f"{name!r} is not a line of a mapping file: the lines are {known}"


@_fault
def bad_setting(name: str, example: str) -> str:
    """Refuse a setting that cannot be read."""
    return f"{name!r} cannot be read: write it like {example}"


@_fault
def too_many_posts(count: int, limit: int) -> str:
    """Refuse more posts than a case may have."""
    return f"the extract has {count:,} lines of posts and a case at most {limit:,}: import one service at a time"


@_fault
def posts_too_big(size: int, limit: int) -> str:
    """Refuse posts that `check` would not read; sizes in bytes."""
    return f"posts.csv would have {size:,} bytes and at most {limit:,} are read: import one service at a time"


@_fault
def not_an_organogram(missing: str) -> str:
    """Refuse a file that is no return of its kind."""
    return f"this is no organogram return: the column {missing!r} is missing; name the senior file first"
