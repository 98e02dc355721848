"""One option in one branch, laid over the scenario and completed: the scenario as that option sees it.

Change this when an option may change something more.
"""

from dataclasses import dataclass

from scenarios.schema.able import Able
from scenarios.schema.derive import complete, default_options
from scenarios.schema.options import Option
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import OUTSIDE

KINDS = ("no change", "given", "designed")


@dataclass(frozen=True)
class Arrangement:
    """An option, the branch its grades are in (blank: none), and the completed scenario as it sees it."""

    option: Option
    branch: str
    scenario: Scenario

    @property
    def name(self) -> str:
        """What to call it in a sentence."""
        return f"{self.option.option} ({self.branch})" if self.branch else self.option.option


def arrangements(scenario: Scenario, kinds: tuple[str, ...] = KINDS) -> tuple[Arrangement, ...]:
    """Every option in every branch it is worked out in: no change, given, designed; by name, whatever the row order.

    No change stands in no branch: today's grades are settled. Other options stand in the branches they name, or in
    every branch there is.
    """
    options = sorted(scenario.options or default_options(scenario), key=lambda o: (KINDS.index(o.kind), o.option))
    branches = tuple(sorted({row.branch for row in scenario.grade_branches}))
    found: list[Arrangement] = []
    for option in (o for o in options if o.kind in kinds):
        wanted = () if option.kind == "no change" else option.branches or branches
        found.extend(arrange(scenario, option, branch) for branch in wanted or ("",))
    return tuple(found)


def arrange(scenario: Scenario, option: Option, branch: str) -> Arrangement:
    """Lay an option over the scenario, settle grades by the branch, and complete what can be derived.

    A given option sees its own lines only; a designed one sees every proposed line, for the roles and unit costs they
    state. Demand looks at today's posts alone (scenarios/schema/derive_work.py).
    """
    mine = option.option if option.kind == "given" else None
    proposed = tuple(
        line for line in scenario.proposed if line.branch in (None, branch) and mine in (None, line.option)
    )
    overlaid = scenario.model_copy(
        update={
            "proposed": proposed,
            "roles": _graded(scenario, branch),
            "teams": _led(scenario, option),
            "work": _sited(scenario, option),
            "able": _able(scenario, option),
        }
    )
    return Arrangement(option, branch, complete(overlaid))


def _graded(scenario: Scenario, branch: str) -> tuple[Role, ...]:
    grades = {row.role: row.grade for row in scenario.grade_branches if row.branch == branch}
    given = tuple(
        role.model_copy(update={"grade": grades[role.role]}) if role.role in grades else role for role in scenario.roles
    )
    missing = set(grades) - {role.role for role in scenario.roles}
    return (*given, *(Role(role=name, grade=grades[name]) for name in sorted(missing)))


def _led(scenario: Scenario, option: Option) -> tuple[object, ...]:
    rows = []
    for team in scenario.teams:
        led_by = option.led_by.get(team.team, team.led_by)
        update: dict[str, object] = {"led_by": led_by}
        if option.absorbed_milli_fte is not None and led_by == (OUTSIDE,):
            update["absorbed_milli_fte"] = option.absorbed_milli_fte
        rows.append(team.model_copy(update=update))
    return tuple(rows)


def _sited(scenario: Scenario, option: Option) -> tuple[object, ...]:
    return tuple(
        work.model_copy(update={"teams": option.work_in_teams.get(work.work, work.teams)}) for work in scenario.work
    )


def _able(scenario: Scenario, option: Option) -> tuple[Able, ...]:
    changed = {(change.role, change.work): change.share_basis_points for change in option.able}
    rows = {row.role: dict(row.work_basis_points) for row in scenario.able}
    for (role, work), share in changed.items():
        rows.setdefault(role, {})[work] = share
    sources = {row.role: row.source for row in scenario.able}
    return tuple(
        Able(role=role, work_basis_points=shares, source=sources.get(role)) for role, shares in sorted(rows.items())
    )
