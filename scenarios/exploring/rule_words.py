"""What planners call the rules that may give, in the sheet `limits`, and the solver's names for them.

Change this when a rule of policy can be reached from a case.
"""

from scenarios.schema.limits import RuleName

SOLVER_NAMES: dict[RuleName, str] = {
    "spare capacity": "no_idle",
    "span": "span",
    "team sizes": "team_sizes",
    "work in one team": "unsplit_work",
    "absorbed management": "absorbed_management",
    "cover": "cover",
    "role limits": "role_limits",
    "payback": "payback",
    "one-off limit": "one_off",
    "ceiling": "ceiling",
    "displaced": "displaced_limit",
}


def rules_named(names: tuple[RuleName, ...]) -> tuple[str, ...]:
    """The solver's names of rules, in the order given."""
    return tuple(SOLVER_NAMES[name] for name in names)
