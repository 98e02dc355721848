"""`restructure alternatives`: other structures about as good as a design, as different from each other as can be.

Change this when alternatives can be asked for in another way.
"""

from typing import Annotated

import typer

from api.cli.alternatives_words import alternatives_parts
from api.cli.answering import Wish
from api.cli.exploring import OptionName, Reading, explore
from api.cli.flags import CaseName
from api.cli.screen import refusal
from api.cli.wishing import with_shared_flags
from scenarios.runs.alternatives import MOST, AlternativesAsked, slack_basis_points
from scenarios.runs.refused import RunRefused

Count = Annotated[
    int,
    typer.Option("--count", metavar="N", min=2, max=MOST, help="How many structures, the design among them."),
]
Slack = Annotated[
    str,
    typer.Option(
        "--slack",
        metavar="PERCENT",
        help="How much worse than the design each may be on work uncovered, people displaced and cost, as 2% or 0.5%.",
    ),
]


@with_shared_flags
def alternatives(
    case: CaseName, option: OptionName = None, *, count: Count = 3, slack: Slack = "2%", wish: Wish
) -> None:
    """Find other structures about as good as a design, as different in their posts as can be.

    Each is set against the design: what it gains and loses, goal by goal, and which posts it has more or fewer of.
    """
    asked = AlternativesAsked(option=option, count=count, slack=_slack(slack), effort=wish.effort)
    explore(case, asked, wish, Reading("alternatives", alternatives_parts))


def _slack(text: str) -> str:
    """Return a share such as 2%, 2.5 or 0.25 % as it was typed.

    Raises:
        typer.Exit: it is no share from 0 to 100% with at most two decimals (exit code 2).
    """
    try:
        slack_basis_points(text)
    except RunRefused as refused:
        raise refusal(f"--{refused.words}") from refused
    return text
