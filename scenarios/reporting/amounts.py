"""Amounts as a planner reads them: pounds, FTE, ranges, goals; what is not known is a question mark.

Change this when an amount is shown in another way.
"""

from datetime import date

from solver.goals import GOALS
from solver.goals.posts_changed import GOAL as POSTS_CHANGED
from solver.goals.tie_break import GOAL as TIE_BREAK
from solver.wording import fte, pounds

NOT_KNOWN = "?"

GOAL_WORDS = {
    "uncovered": "work uncovered",
    "displaced": "people displaced",
    "cost": "annual cost",
    "moved_down": "people moved down a grade",
    "job_changed": "people whose job changes",
    POSTS_CHANGED.name: "posts changed",
    TIE_BREAK.name: "choice among equals",
}


def day_text(day: date | None) -> str:
    """A day as papers print it: "1 April 2015"; not known: "?"."""
    return NOT_KNOWN if day is None else f"{day.day} {day:%B %Y}"


def pounds_text(amount: float | None) -> str:
    """An amount in whole pounds: "£386,500"; not known: "?". The files have the pence."""
    return NOT_KNOWN if amount is None else whole_pounds(round(amount * 100))


def whole_pounds(pence: int) -> str:
    """Pence as pounds, rounded to the nearest and away from nought at the half."""
    size = (abs(pence) + 50) // 100 * 100
    return pounds(-size if pence < 0 else size)


def fte_text(amount: float | None) -> str:
    """FTE as a bare number: "1.5"; not known: "?"."""
    return NOT_KNOWN if amount is None else fte(round(amount * 1000)).removesuffix(" FTE")


def count_text(count: int | None) -> str:
    """A count: "1,250"; not known: "?"."""
    return NOT_KNOWN if count is None else f"{count:,}"


def range_text(low: int | None, high: int) -> str:
    """A range of counts: "11 to 16", "? to 16", or "11" where both ends are the same."""
    return count_text(low) if low == high else f"{count_text(low)} to {count_text(high)}"


def goal_amount(unit: str, value: int) -> str:
    """A goal's value in planners' units, from the unit the goal counts in; people and posts are bare counts."""
    match unit:
        case "pence":
            return whole_pounds(value)
        case "weighted thousandths of FTE":
            return fte(value)
        case _:
            return count_text(value)


def goal_words(goal: str, changed_from: str | None) -> str:
    """What to call a goal in a result; posts changed says from what: today's posts, or those of a given option."""
    name = GOAL_WORDS.get(goal, goal)
    if goal != POSTS_CHANGED.name:
        return name
    return f"{name} from {'today' if changed_from is None else repr(changed_from)}"


def stage_text(goal: str, value: int, bound: int, name: str | None = None) -> str:
    """A goal in its turn: what was found, and what no structure gets below, where that says something.

    Args: the goal; its value and the bound below which none gets, in the goal's unit; what to call it, else its words.
    """
    name = GOAL_WORDS.get(goal, goal) if name is None else name
    if goal not in GOALS or (value, bound) == (0, 0):
        return name
    unit = GOALS[goal].unit
    floor = f", no structure below {goal_amount(unit, bound)}" if bound > 0 else ""
    return f"{name}: {goal_amount(unit, value)}{floor}"


def share_text(basis_points: int | None) -> str:
    """A share: "36%", "7.5%"; not known: "?"."""
    if basis_points is None:
        return NOT_KNOWN
    whole, rest = divmod(basis_points, 100)
    return f"{whole}%" if not rest else f"{whole}.{rest:02d}".rstrip("0") + "%"
