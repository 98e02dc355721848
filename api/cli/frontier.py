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
from scenarios.exploring.result import Explored
from scenarios.runs.frontier import FrontierAsked, goals_named
from scenarios.runs.refused import RunRefused

PICTURE = "frontier.svg"
CHART = "scenarios.reporting.trade_off_chart:trade_off_chart"

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
    asked = FrontierAsked(option=option, goals=_goals(goals), effort=wish.effort)
    reading = Reading("frontier", trade_off_words, _picture, frozenset({PICTURE}))
    explore(case, asked, wish, reading)


def _picture(found: Explored[Any]) -> dict[str, str]:
    return {PICTURE: load(CHART)(found).svg}


def _goals(text: str) -> tuple[str, ...]:
    """Read the names of goals, as results or as the case's sheet write them.

    Raises:
        typer.Exit: they cannot be asked about; the goals there are were printed (exit code 2).
    """
    try:
        return goals_named(text.split(","))
    except RunRefused as refused:
        raise refusal(refused.words) from refused
