"""Amounts as a planner reads them: pounds, FTE, ranges, goals; what is not known is a question mark.

Change this when an amount is shown in another way.
"""

from solver.goals import GOALS
from solver.goals.tie_break import GOAL as TIE_BREAK
from solver.wording import fte, pounds, some

NOT_KNOWN = "?"
NO_BOUND = -(2**60)
"""A bound below this says nothing."""

GOAL_WORDS = {
    "uncovered": "work uncovered",
    "displaced": "people displaced",
    "cost": "annual cost",
    "moved_down": "people moved down a grade",
    "job_changed": "people whose job changes",
    "posts_changed": "posts changed",
    TIE_BREAK.name: "choice among equals",
}


def pounds_text(amount: float | None) -> str:
    """An amount in pounds: "£386,500"; not known: "?"."""
    return NOT_KNOWN if amount is None else pounds(round(amount * 100))


def fte_text(amount: float | None) -> str:
    """FTE as a bare number: "1.5"; not known: "?"."""
    return NOT_KNOWN if amount is None else fte(round(amount * 1000)).removesuffix(" FTE")


def count_text(count: int | None) -> str:
    """A count: "1,250"; not known: "?"."""
    return NOT_KNOWN if count is None else f"{count:,}"


def range_text(low: int, high: int) -> str:
    """A range of counts: "11 to 16", or "11" where both ends are the same."""
    return count_text(low) if low == high else f"{low:,} to {high:,}"


def goal_amount(unit: str, value: int) -> str:
    """A goal's value in planners' units, from the unit the goal counts in."""
    match unit:
        case "pence":
            return pounds(value)
        case "weighted thousandths of FTE":
            return fte(value)
        case "people":
            return some(value, "person", "people")
        case _:
            return some(value, "post")


def stage_text(goal: str, value: int, bound: int) -> str:
    """A goal in its turn: what was found, and what no structure gets below, as far as either is known."""
    name = GOAL_WORDS.get(goal, goal)
    if goal not in GOALS or (value, bound) == (0, 0):
        return name
    unit = GOALS[goal].unit
    floor = f", no structure below {goal_amount(unit, bound)}" if bound > NO_BOUND else ""
    return f"{name}: {goal_amount(unit, value)}{floor}"
