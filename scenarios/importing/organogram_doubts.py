"""The kinds of doubt of an organogram import, one small function each: what is odd, what was done, what to do.

Rules: what a published return (two files, senior and junior posts; XX reports to nobody) does not bear out is reported,
not dropped or guessed: orphans, several roots, references used twice, loops, eliminated and vacant posts. Unknown pay
stays unknown (design.md section 3).
Change this when something else in a return has to be said.
"""

from __future__ import annotations

from scenarios.schema.faults import kind

ORGANOGRAM_DOUBT_CODES: set[str] = set()
_doubt = kind(ORGANOGRAM_DOUBT_CODES)


# Who reports to whom.


@_doubt
def no_root() -> str:
    """Say that nobody is at the top."""
    return "no post is at the top (XX): every post reports to another one"


@_doubt
def several_roots(count: int) -> str:
    """Say that several posts are at the top."""
    return f"{count} posts that still exist are at the top (XX): which of them leads the others?"


@_doubt
def orphan() -> str:
    """Say that a post reports to a reference nobody has."""
    return "reports to a reference that no senior post has: kept as printed"


@_doubt
def reports_to_eliminated() -> str:
    """Say that a post reports to one that was eliminated."""
    return "reports to a post that was eliminated: kept as printed"


@_doubt
def reports_to_vacant() -> str:
    """Say that a post reports to a vacant one."""
    return "reports to a post that is vacant"


@_doubt
def reference_twice() -> str:
    """Say that a reference is used twice."""
    return "the reference is used more than once: posts.csv gives these posts no number, organogram.csv keeps it"


@_doubt
def no_reference() -> str:
    """Say that a senior post has no reference."""
    return "no reference: nobody can report to this post"


@_doubt
def reference_spelt() -> str:
    """Say that a reference is written in another way where it is reported to."""
    return "the reference is written in another way than in the post's own row: taken as the same"


@_doubt
def loop(posts: int) -> str:
    """Say that posts report to each other in a ring."""
    if posts == 1:
        return "the post reports to itself: kept as printed"
    return f"{posts} posts report to each other in a ring: kept as printed"


# What a post is.


@_doubt
def eliminated() -> str:
    """Say that posts are marked as eliminated."""
    return "eliminated: no post of today, so not in posts.csv; kept in organogram.csv and in the control totals"


@_doubt
def says_ended() -> str:
    """Say that a note speaks of an end where the row does not."""
    return "a note speaks of a post eliminated or finished, and the row is not marked so: kept as a post of today"


@_doubt
def vacant() -> str:
    """Say that posts are vacant."""
    return "vacant: nobody in post"


@_doubt
def holder_not_told() -> str:
    """Say that nobody knows whether somebody is in a post."""
    return "the return does not say whether somebody is in post: people is ?"


@_doubt
def people_of_junior() -> str:
    """Say that returns of junior posts give FTE only."""
    return "junior posts are given in FTE only: their number of posts and of people is not known"


# Figures.


@_doubt
def fte_unread() -> str:
    """Say that an FTE cannot be read."""
    return "this is no FTE: ? is written"


@_doubt
def fte_nought() -> str:
    """Say that an FTE is nought or blank."""
    return "no FTE, or nought: ? is written"


@_doubt
def fte_fine() -> str:
    """Say that an FTE is finer than a thousandth."""
    return "finer than thousandths of an FTE: posts.csv has it rounded, organogram.csv as printed"


@_doubt
def pay_unread() -> str:
    """Say that a pay cell holds text."""
    return "this is no amount: pay stays unknown"


@_doubt
def pay_not_given() -> str:
    """Say that pay is not given."""
    return "pay is nought, blank or not disclosed: it stays unknown"


@_doubt
def half_a_scale() -> str:
    """Say that only one end of a scale is known."""
    return "only one end of the scale is known: no cost is written, organogram.csv keeps the end"


@_doubt
def pay_upside_down() -> str:
    """Say that the minimum is above the maximum."""
    return "the pay minimum is above the maximum: both kept as printed, no cost is written"


@_doubt
def two_scales(grade: str) -> str:
    """Say that one grade has different pay."""
    return f"the grade {grade!r} has different pay in these rows: each line keeps its own"


@_doubt
def names_in_text() -> str:
    """Say that a dropped text names a person."""
    return "a person seems to be named here: the column is dropped; look at it before the return goes further"
