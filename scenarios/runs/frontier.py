"""The question `frontier`: the trade-offs between two or three goals of an option to design.

Change this when trade-offs can be asked for in another way.
"""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from scenarios.comparing.answers import Asking
from scenarios.compiling.limits import GOAL_NAMES
from scenarios.exploring.frontier import trade_offs
from scenarios.exploring.frontier_result import TradeOffs
from scenarios.exploring.result import Explored
from scenarios.runs.question import Exploring
from scenarios.runs.refused import RunRefused
from scenarios.schema.case import Case
from scenarios.schema.nearness import meant

GOALS = "goals"
LEAST_GOALS, MOST_GOALS = 2, 3


def goals_named(names: Sequence[str]) -> tuple[str, ...]:
    """Return two or three different goals as results name them, from names as results or as the case's sheet write.

    Raises:
        RunRefused: an unknown one, one twice, or not two or three; says which there are.
    """
    known = {**GOAL_NAMES, **{name: name for name in GOAL_NAMES.values()}}
    there_are = f"The goals are: {', '.join(GOAL_NAMES.values())}"
    named = [" ".join(name.split()) for name in names]
    for name in named:
        if name not in known:
            near = meant(name, known)
            raise RunRefused(
                GOALS, f"there is no goal {name!r}{f'; did you mean {near!r}?' if near else '.'} {there_are}"
            )
    goals = tuple(known[name] for name in named)
    if not LEAST_GOALS <= len({*goals}) == len(goals) <= MOST_GOALS:
        asked = ",".join(names)
        raise RunRefused(GOALS, f"trade-offs are between two or three different goals, not {asked!r}. {there_are}")
    return goals


class FrontierAsked(Exploring[Explored[TradeOffs]]):
    """Work out every point that no structure within these figures betters on two or three goals."""

    question: Literal["frontier"] = "frontier"
    goals: Annotated[tuple[str, ...], AfterValidator(goals_named)] = Field(
        default=("cost", "displaced"),
        description=f"Two or three of: {', '.join(GOAL_NAMES.values())}; goals before them in the order are held.",
    )

    def ask(self, case: Case, asking: Asking) -> Explored[TradeOffs]:
        """Work out the trade-offs."""
        return trade_offs(case, asking, self.goals)
