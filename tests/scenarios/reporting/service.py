"""A small service whose money has everything odd in it: half pennies, income, names like patterns, posts that go away.

Change this when a workbook has to say something more.
"""

from typing import Any

from scenarios.comparing.answers import Asking
from scenarios.reporting.worked import Worked, worked_out
from scenarios.schema.case import Case
from scenarios.schema.figure import UNKNOWN, Figure
from scenarios.schema.limits import Limits
from scenarios.schema.other_costs import OtherCost
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.sealed import Sealed
from scenarios.schema.teams import Team
from tests.scenarios.claims.small_question import later, line, scenario
from tests.scenarios.comparing.small import OFFICER, OPTIONS
from tests.scenarios.compiling.services import change, head, known

STATED = OPTIONS[:2]
EXIT = Figure(value=1_000_001, low=900_000, high=1_200_000, basis="assumed", source="a guess")
HALF = Role(role="Half", cost_pence=known(10_025), cost_milli_fte=known(1000), price_base="2024/25")
INCOME = OtherCost(what="Fees", amount_pence=known(-10_025), repeats="recurring", option="as given", funding="grant")
ROOMS = OtherCost(what="Rooms", amount_pence=known(50_000), repeats="recurring", funding="Grant")
PACKING = OtherCost(what="Packing", amount_pence=Figure(value=20_000, low=0, high=40_000), repeats="one-off")
MOVING = OtherCost(what="Moving", amount_pence=known(5_000), repeats="one-off", option="as given")


def odd(**sheets: Any) -> Scenario:
    """Four officers in North, two of whom go elsewhere; half a post at £100.25; fees, rooms and things paid once."""
    posts = [
        line("Officer", "North", 4, funding="Gr*nt", cost_centre="A1"),
        line("Half", "North", 1, milli_fte=known(500), funding="Old gift"),
        line("Clerk", "North", 2, cost_pence=known(5_000_000), funding="Grant", change=change("transferred", "Away")),
    ]
    proposed = [
        later("Officer", "North", 3, funding="Gr*nt", cost_centre="a1"),
        later("Half", "North", 1, milli_fte=known(1500), funding="Gift"),
    ]
    plain: dict[str, Any] = {
        "teams": (Team(team="North"),),
        "roles": (OFFICER, HALF, Role(role="Clerk")),
        "header": head(note="A note"),
        "other_costs": (INCOME, ROOMS, PACKING, MOVING),
        "limits": Limits(exit_cost_pence=EXIT),
        "options": STATED,
    }
    return scenario(posts, proposed, **{**plain, **sheets})


def unknown(**sheets: Any) -> Scenario:
    """The same with an adviser whose cost nobody knows."""
    extra = later("Adviser", "North", 1)
    roles = (OFFICER, Role(role="Adviser"))
    other = OtherCost(what="Move", amount_pence=UNKNOWN, repeats="one-off")
    plain: dict[str, Any] = {
        "teams": (Team(team="North"),),
        "roles": roles,
        "options": STATED,
        "header": head(),
        "other_costs": (other,),
    }
    return scenario([line("Officer", "North", 4)], [later("Officer", "North", 2), extra], **{**plain, **sheets})


def worked(case: Scenario, sealed: Sealed | None = None, *options: str) -> Worked:
    """A scenario worked out."""
    return worked_out(Case(case, sealed or Sealed()), Asking(options=options, break_evens=False))
