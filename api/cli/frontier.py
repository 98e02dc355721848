"""`restructure frontier`: the trade-offs between two or three goals of an option to design.

Change this when trade-offs can be asked for in another way.
"""

from typing import Annotated, Any

import typer

from api.cli.answering import Wish
from api.cli.exploring import OptionName, Reading, explore
from api.cli.flags import CaseName
from api.cli.frontier_words import trade_off_words
from api.cli.lazy import load
from api.cli.screen import refusal
from api.cli.wishing import with_shared_flags
from scenarios.compiling.limits import GOAL_NAMES
from scenarios.exploring.frontier import trade_offs
from scenarios.exploring.result import Explored
from scenarios.schema.nearness import meant

PICTURE = "frontier.svg"
CHART = "scenarios.reporting.trade_off_chart:trade_off_chart"
LEAST_GOALS, MOST_GOALS = 2, 3

Goals = Annotated[
    str,
    typer.Option(
        "--goals",
        metavar="GOAL,GOAL[,GOAL]",
        help=f"Two or three of: {', '.join(GOAL_NAMES.values())}. Goals before them in the case's order are held.",
    ),
]


@with_shared_flags
def frontier(case: CaseName, option: OptionName = None, *, goals: Goals = "cost,displaced", wish: Wish) -> None:
    """Show the trade-offs of an option to design: what each step costs, in posts and pounds.

    Every point that no structure within these figures betters, and where no change and the given options lie.
    """
    asked = _goals(goals)
    reading = Reading("frontier", trade_off_words, _picture, frozenset({PICTURE}))
    explore(case, option, wish, lambda held, asking: trade_offs(held, asking, asked), reading)


def _picture(found: Explored[Any]) -> dict[str, str]:
    return {PICTURE: load(CHART)(found).svg}


def _goals(text: str) -> tuple[str, ...]:
    """Read the names of goals, as results or as the case's sheet write them.

    Raises:
        typer.Exit: an unknown one, one twice, or not two or three; the goals there are were printed (exit code 2).
    """
    known = {**GOAL_NAMES, **{name: name for name in GOAL_NAMES.values()}}
    named = [" ".join(part.split()) for part in text.split(",")]
    there_are = f"The goals are: {', '.join(GOAL_NAMES.values())}"
    for name in named:
        if name not in known:
            near = meant(name, known)
            raise refusal(f"there is no goal {name!r}{f'; did you mean {near!r}?' if near else '.'} {there_are}")
    goals = tuple(known[name] for name in named)
    if not LEAST_GOALS <= len({*goals}) == len(goals) <= MOST_GOALS:
        raise refusal(f"trade-offs are between two or three different goals, not {text!r}. {there_are}")
    return goals
