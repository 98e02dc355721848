"""Amounts of goals as the JSON contract gives them: pounds and FTE as numbers, people and posts as counts.

Change this when a goal counts in another unit.
"""

from typing import Literal

from scenarios.comparing.result import Frozen
from solver.goals import GOALS

Unit = Literal["pounds a year", "weighted FTE", "people", "posts"]
_UNITS: dict[str, tuple[Unit, int]] = {
    "pence": ("pounds a year", 100),
    "weighted thousandths of FTE": ("weighted FTE", 1000),
    "people": ("people", 1),
    "posts": ("posts", 1),
}


class GoalDifference(Frozen):
    """One goal set side by side: `more` is how much more `other` has than `design` (below 0: less); less is better."""

    goal: str
    unit: Unit
    design: float
    other: float
    more: float


def goal_difference(goal: str, design: int, other: int) -> GoalDifference:
    """A goal's values of a design and of something set against it, each in the goal's own unit."""
    unit, size = _UNITS[GOALS[goal].unit]
    return GoalDifference(goal=goal, unit=unit, design=design / size, other=other / size, more=(other - design) / size)
