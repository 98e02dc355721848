"""The goals, one file each. To add a goal is to add a file and name it here."""

from solver.goals import cost, displaced, job_changed, moved_down, posts_changed, uncovered
from solver.goals.goal import Goal

GOALS: dict[str, Goal] = {
    goal.name: goal
    for goal in (
        uncovered.GOAL,
        displaced.GOAL,
        cost.GOAL,
        moved_down.GOAL,
        job_changed.GOAL,
        posts_changed.GOAL,
    )
}

__all__ = ["GOALS", "Goal"]
