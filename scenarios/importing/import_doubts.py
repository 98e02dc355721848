"""The kinds of doubt of an HR import, one small function each: what was recognised, how it was counted, what to do.

Rules: design.md section 3; domain-rules.md sections 7.4, 10, 11 and 15. None repeats a cell of a dropped column: each
is told by its rows. Change this when something else in an extract has to be said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.schema.faults import Words, kind

IMPORT_DOUBT_CODES: set[str] = set()
_doubt = kind(IMPORT_DOUBT_CODES)
_SHOWN_ROWS = 8


@dataclass(frozen=True)
class RowsDoubt:
    """Something usable in an extract that a planner should look at, with every row it stands in."""

    code: str
    message: str
    label: str
    column: str | None = None
    rows: tuple[int, ...] = ()

    @classmethod
    def at(cls, words: Words, label: str, *, column: str | None = None, rows: Iterable[int] = ()) -> RowsDoubt:
        """Return the doubt the words speak of, in a file, at a column and rows."""
        return cls(words.code, words.message, label, column, tuple(sorted(set(rows))))

    @property
    def place(self) -> str:
        """Where it stands, with the first rows by number."""
        return ", ".join(part for part in (self.label, rows_text(self.rows), self.column) if part)

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"

    @property
    def order(self) -> tuple[str, tuple[int, ...], str, str]:
        """A key that puts doubts in order of place, then of words."""
        return self.label, self.rows[:1], self.column or "", self.code


def rows_text(rows: tuple[int, ...]) -> str:
    """Return rows as a planner reads them: `row 4`, `rows 4, 9 and 12`, `rows 4, 9, ... and 30 more`."""
    if not rows:
        return ""
    if len(rows) == 1:
        return f"row {rows[0]}"
    if len(rows) <= _SHOWN_ROWS:
        return f"rows {', '.join(map(str, rows[:-1]))} and {rows[-1]}"
    return f"rows {', '.join(map(str, rows[:_SHOWN_ROWS]))} and {len(rows) - _SHOWN_ROWS} more"


# Who is in a post.


@_doubt
def job_share() -> str:
    """Say that posts are shared."""
    return "job share: several people hold one post and fit into it; each is counted"


@_doubt
def over_by_cover() -> str:
    """Say that a post has more people than FTE because one covers for another."""
    return "over-established by cover: one holder is away or covered for; both are counted; say who goes back to what"


@_doubt
def over_established() -> str:
    """Say that a post has more people than it has room for."""
    return "the holders come to more than the post: is one leaving, covering, or in the wrong post?"


@_doubt
def shared_size_unknown() -> str:
    """Say that the size of a post with several holders is not known."""
    return (
        "several people hold the post, together more than full time, and nothing says how large the post is: "
        "its posts and FTE are ?, so fill them in"
    )


@_doubt
def over_full_time() -> str:
    """Say that one person's posts come to more than full time."""
    return "the posts of one person come to more than full time: is one of them an old row, or acting up?"


@_doubt
def agency() -> str:
    """Say that agency workers are in posts."""
    return "agency: not employees, so in no staff group; a post held by agency only is written with contract agency"


@_doubt
def casual() -> str:
    """Say that casual workers are counted."""
    return "casual or relief: counted with the FTE given; take the line out of posts.csv if there is no such post"


@_doubt
def term_time() -> str:
    """Say that term-time contracts are there."""
    return "term-time: the FTE is taken as it stands; is it for the weeks worked, or for the whole year?"


@_doubt
def term_time_unknown() -> str:
    """Say that the FTE of term-time contracts is not known."""
    return "term-time, with hours and without FTE: the paid weeks are not known, so the occupied FTE is ?"


@_doubt
def left_already() -> str:
    """Say that people who left are not counted."""
    return "marked as left, or left by the date of the extract: not counted; a post with nobody else stands as vacant"


@_doubt
def leaving_dates() -> str:
    """Say that leaving dates are not used without a date to compare them with."""
    return "a leaving date is given: counted as in post; write 'as at' into the mapping file to leave out who has left"


@_doubt
def same_row_twice() -> str:
    """Say that a row stands twice."""
    return "the row stands twice, cell by cell: counted once"


@_doubt
def same_person_twice() -> str:
    """Say that one person has two rows in one post."""
    return "one person has several rows for the same post: one person, and the FTE of the rows added"


@_doubt
def vacant_and_held() -> str:
    """Say that a row is marked vacant and names a holder."""
    return "marked vacant and names a holder: the holder is counted; is the post vacant from a later day?"


@_doubt
def frozen() -> str:
    """Say that posts are frozen."""
    return "frozen or on hold: listed as it stands; write held into the column change if it is to be kept"


@_doubt
def unknown_word() -> str:
    """Say that a contract or status is not understood."""
    return "the word is not known and changes no count; say what it means under 'words' in the mapping file"


@_doubt
def mixed_contracts() -> str:
    """Say that the holders of one post have different contracts."""
    return "the holders have different contracts: written as permanent, without an end"


@_doubt
def title_cut_short(short: str, full: str, row: str) -> str:
    """Say that one title looks like another with words cut short.

    Args:
        short: the shorter title and its size.
        full: the other and its size.
        row: the row of the sheet roles that makes them one, in words.
    """
    return (
        f"{short} looks like {full} cut short, at the same grade: counted as two jobs; if they are one, "
        f"type a row into roles.csv with {row}"
    )


# How much of a post.


@_doubt
def fte_not_read() -> str:
    """Say that an FTE cannot be read."""
    return "this cannot be read as FTE: the occupied FTE of the post is ?"


@_doubt
def fte_missing() -> str:
    """Say that a holder has no FTE."""
    return "a holder without FTE (blank or nought): the occupied FTE of the post is ?"


@_doubt
def fte_large() -> str:
    """Say that a person is more than full time."""
    return "one person at more than full time: are these hours, or two contracts?"


@_doubt
def fte_rounded() -> str:
    """Say that FTE is finer than a thousandth."""
    return "finer than thousandths of an FTE: rounded to the nearest"


@_doubt
def fte_in_percent() -> str:
    """Say that FTE is written as percent."""
    return "the numbers are read as percent of full time"


@_doubt
def fte_against_hours() -> str:
    """Say that FTE and hours disagree."""
    return "FTE and hours over full-time hours disagree: the FTE is taken"


@_doubt
def no_full_time_hours() -> str:
    """Say that hours alone are no FTE."""
    return "hours without full-time hours: write 'full time hours' into the mapping file; occupied FTE is ? until then"


@_doubt
def established_from_holders() -> str:
    """Say that established FTE is taken from the holders."""
    return (
        "no column gives the established FTE: taken from the FTE of holders and vacancies, marked ~; "
        "name the column in the mapping file, or put the figures in"
    )


@_doubt
def established_unread() -> str:
    """Say that an established FTE cannot be read."""
    return "this cannot be read as established FTE, or is more than so many posts can have: ? is written"


@_doubt
def differ(what: str) -> str:
    """Say that the rows of one post disagree."""
    return f"the rows of one post give different {what}: the one in most rows is taken; put it right at the source"


@_doubt
def differ_unknown(what: str) -> str:
    """Say that the rows of one post give different figures."""
    return f"the rows of one post give different figures for {what}: ? is written; put it right at the source"


@_doubt
def vacant_size_unknown() -> str:
    """Say that nobody knows how large a vacant post is."""
    return "vacant, and nothing says how large the post is: its FTE is ?, so fill it in"


@_doubt
def number_of_posts_unknown() -> str:
    """Say that one post number stands for more than one post."""
    return "one post number with more than one FTE: how many posts it is cannot be told, so posts is ?"


@_doubt
def no_post_number() -> str:
    """Say that rows without a post number are put together."""
    return "no post number: rows alike in title, team, grade and budget are one line, a post for each holder or vacancy"


@_doubt
def nobody_told_apart() -> str:
    """Say that persons cannot be told apart."""
    return "no column tells persons apart: each row is counted as one person, and nobody is seen to hold two posts"


@_doubt
def until_not_read() -> str:
    """Say that an end date cannot be read."""
    return "this cannot be read as a date: no end is written"


# What a post costs.


@_doubt
def cost_not_known() -> str:
    """Say that a cost is missing or nought."""
    return "no cost, nought, or no amount: the cost is ?"


@_doubt
def cost_once() -> str:
    """Say that one cost in several rows of a post is taken once."""
    return "the rows of one post give the same cost: taken once for the post"


# What a cell holds.


@_doubt
def name_cut() -> str:
    """Say that a person's name was cut out of a cell that is kept."""
    return "a person seems to be named here: the name was cut out"


@_doubt
def withheld() -> str:
    """Say that nothing but a person's name stood in a cell that is kept."""
    return "nothing but a person's name seems to stand here: withheld; put the title or name of the unit in"


@_doubt
def may_name() -> str:
    """Say that a word of a cell that is kept is also somebody's name."""
    return "a word here is also somebody's name in this extract: it stays; look that it names nobody"


@_doubt
def names_in_free_text() -> str:
    """Say that persons are named in a free text."""
    return "a person seems to be named here: the column is dropped; look at it before the extract goes further"


@_doubt
def free_text_speaks(of: str) -> str:
    """Say that a free text speaks of something that would change a count."""
    return f"a free text speaks of {of}: it changes no count; put it into a status column if it holds"


@_doubt
def title_missing() -> str:
    """Say that a title is missing."""
    return "no title: written as untitled; put it in"


@_doubt
def sign_changed() -> str:
    """Say that a name held a sign that separates names."""
    return "a sign that no name can hold here was changed to a dash or left out"


@_doubt
def damaged() -> str:
    """Say that an export has damaged a text."""
    return "a sign was lost in an earlier export and stands as a replacement mark: put it right"


@_doubt
def left_out(what: str) -> str:
    """Say which rows are no records."""
    return f"not read: {what}"


@_doubt
def sheet_not_read(*, hidden: bool) -> str:
    """Say that another sheet of the workbook is not read."""
    return f"{'a hidden' if hidden else 'another'} sheet of the workbook: not read"
