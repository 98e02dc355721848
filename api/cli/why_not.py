"""`restructure why-not`: what a demand on a design would cost, or a structure given by hand set against it.

Change this when "why not" can be asked in another way.
"""

from typing import Annotated

import typer

from api.cli.answering import Wish
from api.cli.exploring import OptionName, Reading, explore
from api.cli.flags import CaseName
from api.cli.screen import refusal
from api.cli.why_not_words import against_parts, why_not_parts
from api.cli.wishing import with_shared_flags
from scenarios.exploring.demand_text import CAN_BE_WRITTEN
from scenarios.runs.why_not import WhyNotAsked

That = Annotated[
    str | None,
    typer.Option("--that", metavar="DEMAND", help=f"What is demanded of the structure: {CAN_BE_WRITTEN}."),
]
Against = Annotated[
    str | None,
    typer.Option("--against", metavar="OPTION", help="A structure given by hand, to be set against the design."),
]


@with_shared_flags
def why_not(case: CaseName, option: OptionName = None, *, that: That = None, other: Against = None, wish: Wish) -> None:
    """Say what a structure asked for would cost, goal by goal, or what stands in its way.

    Either a demand (--that "Team Manager >= 2") or a structure given by hand (--against "as proposed").
    """
    if (that is None) == (other is None):
        raise refusal('ask one thing: --that "Team Manager >= 2", or --against and the name of a given option')
    asked = WhyNotAsked(option=option, that=that, against=other, effort=wish.effort)
    reading = Reading("why-not", why_not_parts) if other is None else Reading("against", against_parts)
    explore(case, asked, wish, reading)
