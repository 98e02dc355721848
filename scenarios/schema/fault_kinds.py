"""The kinds of fault, one small function each: what is wrong and what to do.

Rules: design.md section 3. A function's name is the fault's code; the tests reach every one.
Change this when something else in the data has to be refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from scenarios.schema.faults import kind

FAULT_CODES: set[str] = set()
_fault = kind(FAULT_CODES)


def _mean(near: str | None) -> str:
    return f"; did you mean {near!r}?" if near is not None else ""


# Files and their form.


@_fault
def not_found(what: str) -> str:
    """Say that nothing stands where the case should be."""
    return f"there is no {what} here"


@_fault
def not_a_file() -> str:
    """Refuse links, folders and devices where a file should be."""
    return "this is not an ordinary file: put the file itself here"


@_fault
def empty_file() -> str:
    """Refuse a file without content."""
    return "the file is empty: fill it in or take it away"


@_fault
def too_big(size: int, limit: int) -> str:
    """Refuse a file before it is read; sizes in bytes."""
    return f"the file has {size:,} bytes, more than the {limit:,} that are read: leave out what is not needed"


@_fault
def too_many(what: str, limit: int) -> str:
    """Refuse more rows or columns than are read."""
    return f"there are more than {limit:,} {what}: leave out what is not needed"


@_fault
def not_utf_8() -> str:
    """Refuse a file in another encoding."""
    return "the file is not in UTF-8: save it as 'CSV UTF-8'"


@_fault
def nul_byte() -> str:
    """Refuse a file that is not text."""
    return "the file holds a NUL byte, so it is not a text: export it again"


@_fault
def not_csv(why: str) -> str:
    """Refuse text that is not a table."""
    return f"this cannot be read as CSV ({why})"


@_fault
def ragged_row(cells: int, columns: int) -> str:
    """Refuse a row that does not line up with the header."""
    counted = f"the row has {cells} {'cell' if cells == 1 else 'cells'} and the header {columns}"
    if cells < columns:
        return f"{counted}: every column needs its cell, so write a comma for each one left blank at the end"
    return f"{counted}: a text with a comma needs quotes around it"


@_fault
def not_yaml(why: str) -> str:
    """Refuse text that is not YAML."""
    return f"this cannot be read as YAML ({why})"


@_fault
def yaml_reference() -> str:
    """Refuse anchors and aliases."""
    return "anchors (&) and references (*) are not read: write the value out, in quotes if it starts with such a sign"


@_fault
def too_deep(limit: int) -> str:
    """Refuse nesting that no scenario needs."""
    return f"this is nested more than {limit} deep"


@_fault
def not_json(why: str) -> str:
    """Refuse text that is not JSON."""
    return f"this cannot be read as JSON ({why})"


@_fault
def not_an_object(expected: str) -> str:
    """Refuse another kind of value than the form has here."""
    return f"here stands another kind of value than {expected}"


@_fault
def does_not_fit(why: str) -> str:
    """Refuse a value that the schema does not allow."""
    return why[:1].lower() + why[1:]


# Headers.


@_fault
def near_key(key: str, near: str) -> str:
    """Refuse a column, file or key that is probably a slip."""
    return f"{key!r} is not known; did you mean {near!r}?"


@_fault
def person_column(key: str) -> str:
    """Refuse a column about persons."""
    return f"{key!r} is about persons: take the column out; the designer works with numbers of people only"


@_fault
def twice_in_header(key: str) -> str:
    """Refuse two columns of one name."""
    return f"{key!r} stands twice: keep one"


@_fault
def no_header() -> str:
    """Refuse a column with cells and no name."""
    return "the column has cells and no header: name it or empty it"


@_fault
def column_needed(header: str) -> str:
    """Refuse a sheet without a column it cannot do without."""
    return f"the column {header!r} is needed"


# Cells.


@_fault
def needed(header: str) -> str:
    """Refuse a blank where the row cannot do without."""
    return f"{header!r} is needed here"


@_fault
def not_a_number(text: str, example: str) -> str:
    """Refuse a cell that should be a number."""
    return f"{text!r} is not a number as written here: write it like {example}, ? when not known, blank when not given"


@_fault
def too_fine(text: str, unit: str) -> str:
    """Refuse more decimals than the unit has."""
    return f"{text!r} is finer than {unit}: round it"


@_fault
def bad_range(text: str) -> str:
    """Refuse a range that does not hold its value."""
    return f"{text!r}: a range runs from low to high and holds the value, like ~6 (4..8)"


@_fault
def not_a_date(text: str) -> str:
    """Refuse a cell that should be a date."""
    return f"{text!r} is not a date: write it like 2021-03-25 or 25/03/2021"


@_fault
def no_such_day(text: str, why: str) -> str:
    """Refuse a day or month that the calendar does not have."""
    return f"{text!r} does not exist: {why}"


@_fault
def not_a_year(text: str) -> str:
    """Refuse a cell that should be a financial year."""
    return f"{text!r} is not a financial year: write it like 2014/15"


@_fault
def not_yes_or_no(text: str) -> str:
    """Refuse a cell that should be yes or no."""
    return f"{text!r} is neither yes nor no: write y or n"


@_fault
def not_a_choice(text: str, choices: Sequence[str], near: str | None) -> str:
    """Refuse a word that is not one of those listed."""
    return f"{text!r} is not one of {', '.join(choices)}{_mean(near)}"


@_fault
def not_a_phrase(text: str, forms: str) -> str:
    """Refuse a cell that should follow a fixed form."""
    return f"{text!r} cannot be read here: write {forms}"


@_fault
def not_a_name(trouble: str) -> str:
    """Refuse a name that could not be told apart in a list."""
    return trouble


@_fault
def not_a_text(trouble: str) -> str:
    """Refuse a text that a cell cannot hold."""
    return trouble


@_fault
def person_in_cell(what: str) -> str:
    """Refuse a cell that seems to hold a person's data."""
    return f"the cell seems to hold {what}: take it out; nothing here may point at a person"


# What the rows say together.


@_fault
def negative(header: str) -> str:
    """Refuse a number below zero where there is none."""
    return f"{header!r} cannot be below zero: write 0 or more, or leave the row out"


@_fault
def too_large(header: str) -> str:
    """Refuse a number no service has."""
    return f"{header!r} is larger than any service has: is a sign missing or a key stuck?"


@_fault
def over_whole(header: str) -> str:
    """Refuse a share above 100 %."""
    return f"{header!r} is a share and cannot be above 100%: write 100% or less"


@_fault
def shares_over_whole(job: str, percent: str, under: list[str]) -> str:
    """Refuse more than all of a job's time.

    Args:
        job: the job.
        percent: what its shares come to.
        under: jobs whose shares come to less than all their time, where a share in the wrong column would be missed.
    """
    moved = f", or move one that stands in the wrong column ({', '.join(under)})" if under else ""
    return f"the shares of {job!r} over all work come to {percent}, more than its whole time: lower one of them{moved}"


@_fault
def no_size() -> str:
    """Refuse a line of posts without a number of posts or FTE."""
    return "give posts or fte (? when neither is known): a line of posts needs a size"


_DEFINED_BY_ROWS = {
    "groups": "no staff group, title or role of this case has this name",
    "roles": "no post of today or proposed has this title",
    "teams": "no post of today or proposed sits in a team of this name",
    "options": "no row of proposed has it in the column option",
}
"""What else than its own sheet defines a name."""


def _missing(sheet: str, near: str | None, *, listed: bool) -> str:
    """Say where a name was looked for, and what to do."""
    reason = _DEFINED_BY_ROWS.get(sheet)
    if reason is None:
        return f"is not in {sheet}{_mean(near) or ': write a name that is there, or add this one there'}"
    own = f"the sheet {sheet} does not list it in its column {sheet[:-1]}"
    if listed:
        reason = own if sheet in ("options", "teams") else f"{reason}, and {own}"
    return f"is not in {sheet}: {reason}{_mean(near) or f'; write a name as it stands there, or list it in {sheet}'}"


@_fault
def unknown_reference(value: str, sheet: str, near: str | None, *, listed: bool = False) -> str:
    """Refuse a name that is defined nowhere; `listed`: the sheet that lists such names is there."""
    return f"{value!r} {_missing(sheet, near, listed=listed)}"


@_fault
def option_changes_nothing(value: str, sheet: str, near: str | None, *, listed: bool = False) -> str:
    """Refuse an option that changes what does not exist; `listed`: the sheet that lists such names is there."""
    return f"the option changes {value!r}, which {_missing(sheet, near, listed=listed)}"


@_fault
def team_cycle(teams: Sequence[str]) -> str:
    """Refuse teams that belong to each other in a ring."""
    return f"the teams belong to each other in a ring: {' > '.join(teams)}"


@_fault
def duplicate_post_number(number: str, row: int) -> str:
    """Refuse a post number used twice."""
    return f"post number {number!r} stands already in row {row}: give each post its own number, or merge the rows"


@_fault
def duplicate_row(what: str, row: int) -> str:
    """Refuse two rows about the same thing."""
    return f"{what} stands already in row {row}: keep one"


@_fault
def end_before_start(start: str, end: str) -> str:
    """Refuse an end before its start."""
    return f"it ends on {end}, before it starts on {start}: correct one of the two"


@_fault
def two_totals(here: int, there: int) -> str:
    """Refuse two numbers for all people of one equality table."""
    return f"'all people' is {here} here and {there} elsewhere: give one number, in one row"


@_fault
def count_over_total(count: int, whole: int) -> str:
    """Refuse more people with a characteristic than there are."""
    return f"{count} people here, and 'all people' is {whole}: correct one of the two"


@_fault
def upside_down(low: str, high: str) -> str:
    """Refuse a least above its most."""
    return f"{low!r} is above {high!r}"


@_fault
def ranks_contradict(grade: str, other: str) -> str:
    """Refuse ranks that disagree with each other or with the pay points."""
    return f"the ranks of {grade!r} and {other!r} contradict each other or their pay points: a higher rank pays more"


@_fault
def too_many_branches(count: int, limit: int) -> str:
    """Refuse more named branches than are worked out."""
    return f"there are {count} branches and at most {limit} are worked out: settle some grades, or give a cost range"


@_fault
def demand_twice() -> str:
    """Refuse two statements of one demand."""
    return "the demand is given twice: keep one of happens, demand fte, volume x hours each, cases / caseload"


@_fault
def demand_unfinished(missing: str) -> str:
    """Refuse half a statement of demand."""
    return f"{missing!r} is needed as well to work out the demand"
