"""The kinds of doubt of an HR import about how columns and cells were read: paths, hours, ends, dates, blank grades.

Rules: design.md section 3. None repeats a cell of a dropped column, but for words of numbers and hours.
Change this when something else about the reading of a column has to be said.
"""

from __future__ import annotations

from scenarios.importing.import_doubts import IMPORT_DOUBT_CODES
from scenarios.schema.faults import kind
from solver.wording import some

_doubt = kind(IMPORT_DOUBT_CODES)


@_doubt
def team_paths(sign: str, teams: int) -> str:
    """Say that teams are written as paths, and which level was taken.

    Args:
        sign: what parts the levels.
        teams: how many teams came of it.
    """
    return (
        f"paths, their levels parted by {sign!r}: the last level is taken as the team ({some(teams, 'team', 'teams')}"
        "), with the one above before it where a name stands twice; the levels above are the parents in teams.csv; "
        "to keep whole paths, write 'team path: whole' into the mapping file"
    )


@_doubt
def dropped_column(looks: str, use: str) -> str:
    """Say that a column was dropped that may be needed.

    Args:
        looks: what its cells look like.
        use: the word for it in the mapping file.
    """
    return (
        f"the column is dropped and its cells look like {looks}: if they are, write '{use}' for it in the mapping file"
    )


@_doubt
def end_not_used() -> str:
    """Say that an end stands at a post that is not held for a fixed term."""
    return (
        "an end date at somebody not marked as fixed-term: no end is written; say fixed-term in the contract, or write "
        "'leaving date' for the column in the mapping file if it is when people leave"
    )


@_doubt
def hours_not_read(text: str) -> str:
    """Say that hours cannot be read.

    Args:
        text: the cell where it holds words of numbers and hours only, else blank.
    """
    what = f"hours {text!r}" if text else "these hours"
    return (
        f"{what} cannot be read: the occupied FTE of the post is ?; write a number, such as 30 or 18:30, at the source"
    )


@_doubt
def date_cut() -> str:
    """Say that a date was cut out of a cell that is kept."""
    return "a date stands here: the date was cut out; the end of a post belongs into a column of its own"


@_doubt
def grade_blank(title: str, grades: str) -> str:
    """Say that a post has no grade beside others of its title that have one.

    Args:
        title: the title, as written.
        grades: the grades of the others, in words.
    """
    return f"no grade, and other posts of {title!r} are {grades}: left blank; put the grade in at the source"
