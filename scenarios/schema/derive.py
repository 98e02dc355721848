"""A scenario completed: what step 1 and 2 tables say without the sheets of step 3.

Rules: design.md section 3: roles, groups, teams, grades, demand and abilities are derived when their own sheet is
left out. Overlay an option before completing, so that its changes reach the demand.
Change this when another sheet can be derived.
"""

from __future__ import annotations

from scenarios.schema.derive_grades import derive_grades
from scenarios.schema.derive_groups import derive_groups
from scenarios.schema.derive_posts import derive_roles, derive_teams, with_team
from scenarios.schema.derive_work import derive_able, derive_work
from scenarios.schema.options import DESIGNED, NO_CHANGE, Option
from scenarios.schema.scenario import Scenario


def complete(scenario: Scenario) -> Scenario:
    """Return the scenario with everything filled in that can be derived; what is given stays as it is.

    Args:
        scenario: a scenario without faults.

    Returns:
        A scenario in which every line of posts has a team; every team, role, grade and staff group named anywhere has
        its row; work has its demand and every role its abilities; and there is at least the option of no change.
        Completing it again changes nothing.
    """
    placed = with_team(scenario)
    roles = derive_roles(placed)
    return placed.model_copy(
        update={
            "teams": derive_teams(placed),
            "roles": roles,
            "grades": derive_grades(placed.model_copy(update={"roles": roles})),
            "groups": derive_groups(placed),
            "work": derive_work(placed),
            "able": derive_able(placed, roles),
            "options": placed.options or default_options(placed),
        }
    )


def default_options(scenario: Scenario) -> tuple[Option, ...]:
    """Return the options of a scenario that lists none: no change, each structure given, and one to design if it can.

    Args:
        scenario: a scenario without faults.
    """
    given = sorted({line.option for line in scenario.proposed})
    against = given[0] if len(given) == 1 else None
    designed = (Option(option=DESIGNED, kind="designed", against=against),) if scenario.work else ()
    return (
        Option(option=NO_CHANGE, kind="no change"),
        *(Option(option=name, kind="given") for name in given if name != NO_CHANGE),
        *designed,
    )
