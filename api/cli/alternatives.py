"""`restructure alternatives`: other structures about as good as a design, as different from each other as can be.

Change this when alternatives can be asked for in another way.
"""

import re
from typing import Annotated

import typer

from api.cli.alternatives_words import alternatives_parts
from api.cli.answering import Wish
from api.cli.exploring import OptionName, Reading, explore
from api.cli.flags import CaseName
from api.cli.screen import refusal
from api.cli.wishing import with_shared_flags
from scenarios.exploring.alternatives import Wanted
from scenarios.exploring.alternatives import alternatives as find_alternatives

PERCENT = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?\s*%?", re.ASCII)
MOST_SLACK = 10_000
MOST = 50

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
    wanted = Wanted(count=count, slack_basis_points=_basis_points(slack))
    reading = Reading("alternatives", alternatives_parts)
    explore(case, option, wish, lambda held, asking: find_alternatives(held, wanted, asking), reading)


def _basis_points(text: str) -> int:
    """Read a share such as 2%, 2.5 or 0.25 %.

    Raises:
        typer.Exit: it is no share from 0 to 100% with at most two decimals (exit code 2).
    """
    read = PERCENT.fullmatch(text.strip())
    points = int(read[1]) * 100 + int((read[2] or "").ljust(2, "0")) if read is not None else MOST_SLACK + 1
    if points > MOST_SLACK:
        raise refusal(
            f"--slack is a share of what the design comes to, from 0% to 100%, such as 2% or 0.5%, not {text!r}"
        )
    return points
