"""The risks of a paper as placeholders: what must be true for what is recommended first, then for the rest.

A recommended structure that no assumption changes has a row that says so, with the work it leaves undone: readers look
for it. Change this when risks are told in another order.
"""

from scenarios.reporting.amounts import fte_text
from scenarios.reporting.paper.rests_on import must_be_true
from scenarios.reporting.paper.told import Row, Told
from scenarios.reporting.same_posts import Shown

NONE = "no assumption with a range"
NOT_ASKED = "not asked"
UNASKED = "nobody asked what other figures would change here"
WHOLE = "none was found whose range, taken alone, changes this answer"


def risks(told: Told) -> list[Row]:
    """Return what must be true, with a row for every recommended structure before all others."""
    rows = must_be_true(told)
    recommended = {str(each.number): each for each in told.recommended}
    first: list[Row] = []
    for number, shown in recommended.items():
        found = [row for row in rows if row["number"] == number]
        first.extend(found or [_unmoved(shown)])
    return [*first, *(row for row in rows if row["number"] not in recommended)]


def not_asked(told: Told) -> list[str]:
    """Return the structures whose assumptions were not all moved, in the order of the comparison."""
    return [f"{shown.number}. {shown.title}" for shown in told.shown if not _asked(shown)]


def _asked(shown: Shown) -> bool:
    """Whether every assumption was moved for all the answers that are shown together."""
    return all(answer.depends_on_asked for answer in shown.answers)


def _unmoved(shown: Shown) -> Row:
    answer = shown.first
    undone = f"; {fte_text(answer.uncovered_fte)} FTE is left undone as the figures stand" if answer.coverage else ""
    return {
        "structure": f"{shown.number}. {shown.title}",
        "number": str(shown.number),
        "assumption": NONE if _asked(shown) else NOT_ASKED,
        "words": NONE if _asked(shown) else NOT_ASKED,
        "value": "",
        "range": "",
        "breaks": f"{WHOLE if _asked(shown) else UNASKED}{undone}",
    }
