"""Two structures side by side: every goal in its turn with the difference, and where they have other posts.

Change this when two structures are set side by side in another way.
"""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table

from api.cli.screen import words
from scenarios.comparing.result import StructureResult
from scenarios.exploring.amounts import GoalDifference
from scenarios.reporting.amounts import count_text, fte_text, goal_words, pounds_text
from solver.wording import some

NOTHING = "no difference"


def goals_table(goals: Sequence[GoalDifference], headings: tuple[str, str], changed_from: str | None) -> RenderableType:
    """Every goal in its turn for two structures, and how much more or less the second has.

    Args: the goals; what to call the two; the option that posts changed is counted from, None: today.
    """
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    table.add_column("Goal, in its turn", overflow="fold")
    for heading in (*headings, "Difference"):
        table.add_column(heading, justify="right", no_wrap=True)
    for goal in goals:
        cells = (goal_amount_text(goal, goal.design), goal_amount_text(goal, goal.other), difference(goal) or NOTHING)
        table.add_row(words(goal_words(goal.goal, changed_from)), *map(words, cells))
    return table


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


def other_posts(one: StructureResult, other: StructureResult) -> Iterator[str]:
    """Yield how many posts more or fewer the second has, for every team and role in which the two differ."""
    before, after = _posts(one), _posts(other)
    for team, role in sorted({*before, *after}):
        more = after.get((team, role), 0) - before.get((team, role), 0)
        if more:
            yield f"{role} in {team}: {some(abs(more), 'post')} {'more' if more > 0 else 'fewer'}"


def _posts(structure: StructureResult) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for line in structure.lines:
        found[line.team, line.role] = found.get((line.team, line.role), 0) + line.posts
    return found
