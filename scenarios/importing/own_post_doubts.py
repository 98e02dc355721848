"""The kinds of doubt of an HR import about people with more than one post, or whose own post is another than the row's.

Rules: domain-rules.md section 7.4: the substantive post counts, acting up, cover and secondments do not. None repeats a
cell of a dropped column. Change this when somebody may stand in a post of somebody else's in another way.
"""

from __future__ import annotations

from collections.abc import Sequence

from scenarios.importing.import_doubts import IMPORT_DOUBT_CODES
from scenarios.schema.faults import kind

_doubt = kind(IMPORT_DOUBT_CODES)
_SHOWN_PEOPLE = 6


@_doubt
def in_two_posts(posts: Sequence[Sequence[str]]) -> str:
    """Say that people hold more than one post, and which.

    Args:
        posts: for each of them the number of each post, or its title where it has none.
    """
    who = "1 person holds" if len(posts) == 1 else f"{len(posts)} people hold"
    which = "; ".join(" and ".join(each) for each in posts[:_SHOWN_PEOPLE])
    more = f"; and {len(posts) - _SHOWN_PEOPLE} more" if len(posts) > _SHOWN_PEOPLE else ""
    return (
        f"{who} more than one post: counted once in each of them ({which}{more}), so numbers at risk and for section "
        "188 may count them twice"
    )


@_doubt
def covering() -> str:
    """Say that somebody who covers is counted in the own post."""
    return "cover: counted in their own post, which stands in another row, and not in this one"


@_doubt
def covering_alone() -> str:
    """Say that somebody who covers has no other row."""
    return (
        "cover, and no post of their own is in this extract: counted in this one, and so in the number at risk; "
        "written as fixed-term where nobody else holds the post and the row does not say permanent; take them out of "
        "people if they leave when the holder is back"
    )


@_doubt
def acting_up() -> str:
    """Say that somebody acting up is counted in the own post."""
    return "acting up: counted in their own post, which stands in another row, and not in this one"


@_doubt
def acting_up_alone() -> str:
    """Say that somebody acting up has no other row."""
    return "acting up, and their own post is not in this extract: counted here with ~; move them if they go back"


@_doubt
def seconded_out() -> str:
    """Say that somebody seconded elsewhere is counted here."""
    return "seconded out: counted here, where their own post is"


@_doubt
def seconded_in() -> str:
    """Say that somebody seconded in is not counted."""
    return "seconded in: not counted here, as their own post is elsewhere; nobody else is taken to hold this one"


@_doubt
def seconded_unclear() -> str:
    """Say that a secondment goes nobody knows where."""
    return "seconded, and nothing says in or out: counted here with ~; write 'seconded in' or 'seconded out'"
