"""`restructure why-not`: what a demand on a design would cost, or a structure given by hand set against it.

Change this when "why not" can be asked in another way.
"""

from typing import Annotated

import typer

from api.cli.answering import Wish, option_named, options_of
from api.cli.case_argument import read_case
from api.cli.exploring import OptionName, Reading, explore
from api.cli.flags import CaseName
from api.cli.screen import refusal
from api.cli.why_not_words import against_parts, why_not_parts
from api.cli.wishing import with_shared_flags
from scenarios.exploring.against import against
from scenarios.exploring.demand_text import CAN_BE_WRITTEN, DemandRefused
from scenarios.exploring.why_not import why_not as ask_why_not

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
    if other is not None:
        _require_given(case, other, as_json=wish.as_json)
        name = other
        explore(case, option, wish, lambda held, asking: against(held, name, asking), Reading("against", against_parts))
    demand = that or ""
    try:
        explore(
            case,
            option,
            wish,
            lambda held, asking: ask_why_not(held, demand, asking),
            Reading("why-not", why_not_parts),
        )
    except DemandRefused as refused:
        raise refusal(f"--that {refused}") from refused


def _require_given(case: str, name: str, *, as_json: bool) -> None:
    """End with words where the option named is not a structure given by hand."""
    held = read_case(case, as_json=as_json)
    if option_named(held, name).kind != "given":
        given = ", ".join(each.option for each in options_of(held) if each.kind == "given") or "none"
        raise refusal(f"{name!r} is not a structure given by hand (sheet proposed); those given are: {given}")
