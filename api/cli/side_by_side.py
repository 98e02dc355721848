"""Two structures side by side: every goal in its turn with the difference.

Change this when two structures are set side by side in another way.
"""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table

from api.cli.screen import words
from scenarios.exploring.amounts import GoalDifference
from scenarios.reporting.amounts import NOT_KNOWN, count_text, fte_text, goal_words, pounds_text

NOTHING = "no difference"
DISPLACED = "displaced"


AtMost = tuple[int | None, int | None]
"""People displaced at the most in two structures; None: not known."""


def goals_table(
    goals: Sequence[GoalDifference], headings: tuple[str, str], changed_from: str | None, at_most: AtMost
) -> RenderableType:
    """Every goal in its turn for two structures, and how much more or less the second has.

    People displaced are a range: at the least, which is the goal, and at the most. Args: the goals; what to call the
    two; the option that posts changed is counted from, None: today; people displaced at the most.
    """
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    table.add_column("Goal, in its turn", overflow="fold")
    for heading in (*headings, "Difference"):
        table.add_column(heading, justify="right", no_wrap=True)
    for goal in goals:
        cells = (goal_amount_text(goal, goal.design), goal_amount_text(goal, goal.other), difference(goal) or NOTHING)
        table.add_row(words(side_words(goal.goal, changed_from)), *map(words, cells))
        if goal.goal == DISPLACED:
            table.add_row(words(f"{goal_words(DISPLACED, changed_from)}, at the most"), *map(words, _at_most(at_most)))
    return table


def side_words(goal: str, changed_from: str | None) -> str:
    """What to call a goal beside another structure's: people displaced are those at the least."""
    name = goal_words(goal, changed_from)
    return f"{name}, at the least" if goal == DISPLACED else name


def _at_most(at_most: AtMost) -> tuple[str, str, str]:
    one, other = at_most
    if one is None or other is None:
        return count_text(one), count_text(other), NOT_KNOWN
    more = f"{abs(other - one):,} {'more' if other > one else 'fewer'}" if one != other else NOTHING
    return count_text(one), count_text(other), more


def difference(goal: GoalDifference) -> str:
    """How much more or less there is of a goal: "£23,400 more"; nothing where there is no difference."""
    if not goal.more:
        return ""
    how = "more" if goal.more > 0 else "less" if _measured(goal) else "fewer"
    return f"{goal_amount_text(goal, abs(goal.more))} {how}"


def _measured(goal: GoalDifference) -> bool:
    return goal.unit in ("pounds a year", "weighted FTE")


def goal_amount_text(goal: GoalDifference, amount: float) -> str:
    """A goal's amount in its unit: "£23,400", "1.5 FTE", "3"."""
    match goal.unit:
        case "pounds a year":
            return pounds_text(amount)
        case "weighted FTE":
            return f"{fte_text(amount)} FTE"
        case _:
            return count_text(round(amount))
