"""An arrangement as a question for the solver: posts that may exist, work, people, money and limits put together.

Unknown stays unknown: where unit costs are not all known there is no cost goal, no ceiling and no payback, and the
question says so; work whose demand is not known is left out and named.
Change this when a sheet reaches the problem in a new way.
"""

from dataclasses import dataclass, replace
from datetime import date

from scenarios.compiling.allowed import Counts, direct_permille, kinds_of
from scenarios.compiling.arrangement import Arrangement
from scenarios.compiling.limits import funding_of, limits_of, order_of, other_costs, spans_of, value
from scenarios.compiling.people import People, people_of
from scenarios.compiling.post_kinds import counts_to_ceiling, given, today
from scenarios.compiling.unit_costs import UnitCost, unit_costs
from scenarios.money.years import FinancialYear
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import OUTSIDE
from solver.problem import Ability, PostKind, Problem, Role, Span, Team, Work
from solver.search import Order
from solver.settle import Posts


@dataclass(frozen=True)
class Question:
    """An arrangement as the solver is asked it, and what is needed to read the answer.

    `posts` are the counts of a structure given by hand, or today's for no change; None for a design. `unknown` names
    what the answer cannot take into account. `priced` says whether every post that may exist has a known cost.
    `changed_from` names the option that posts changed is counted from; None: from today.
    """

    arrangement: Arrangement
    problem: Problem
    order: Order
    people: People
    costs: dict[str, UnitCost]
    posts: Posts | None
    priced: bool
    unknown: tuple[str, ...]
    changed_from: str | None = None
    ceiling_from: str | None = None


@dataclass(frozen=True)
class Setting:
    """What an arrangement needs from outside: the ceiling to use, today's cost, and where change is counted from.

    `ceiling_from` is the option whose cost the ceiling is, where none is stated. `reference` are the posts of the
    option `changed_from`; both None: change is counted from today.
    """

    ceiling_pence: int | None = None
    as_is_pence: int | None = None
    reference: Counts | None = None
    changed_from: str | None = None
    ceiling_from: str | None = None


UNDATED = date(2025, 4, 1)
"""Stands for the year of a case that states no date: only spine costs depend on it, and no cost by year is shown."""


def years_of(scenario: Scenario) -> tuple[int, ...]:
    """Financial years to cost, by their first calendar year; the case's own year where none is stated."""
    day = scenario.header.start_date or scenario.header.case_date
    return tuple(sorted(scenario.header.years)) or (FinancialYear.containing(day or UNDATED).start_year,)


def question(arrangement: Arrangement, setting: Setting) -> Question:
    """Put one arrangement together as a question."""
    scenario = arrangement.scenario
    years, costs = years_of(scenario), unit_costs(scenario)
    bare = kinds_of(arrangement, setting.reference)
    free = _outside_ceiling(scenario, bare)
    kinds = [_priced(kind, costs, years=years, counts=kind.id not in free) for kind in bare]
    priced = all(kind is not None for kind in kinds)
    used = tuple(kind for kind in kinds if kind is not None) if priced else _unpriced(bare, years)
    roles = {kind.role for kind in used}
    teams = tuple(sorted({kind.team for kind in used}))
    people = people_of(arrangement, teams, roles)
    ceiling = setting.ceiling_pence if priced and arrangement.option.kind != "no change" else None
    works = _works(scenario, teams, arrangement)
    problem = Problem(
        years=years,
        roles=tuple(_role(scenario, name, arrangement) for name in sorted(roles)),
        teams=_teams(arrangement, teams),
        kinds=used,
        works=works,
        abilities=_abilities(scenario, roles, {work.id for work in works}),
        groups=people.groups,
        places=people.places,
        claims=people.claims,
        spans=_spans(arrangement, roles),
        funding=funding_of(scenario, years, tuple(sorted(roles))) if priced else (),
        limits=limits_of(arrangement, years, ceiling=ceiling, as_is=setting.as_is_pence if priced else None),
    )
    order = order_of(scenario) if priced else tuple(g for g in order_of(scenario) if g[0] != "cost")
    return Question(
        arrangement=arrangement,
        problem=problem,
        order=order,
        people=people,
        costs=costs,
        posts=_posts(arrangement),
        priced=priced,
        unknown=tuple(_unknown(arrangement, people, sorted({k.role for k in bare} - {*costs}))),
        changed_from=setting.changed_from,
        ceiling_from=setting.ceiling_from,
    )


def _priced(kind: PostKind, costs: dict[str, UnitCost], *, years: tuple[int, ...], counts: bool) -> PostKind | None:
    cost = costs.get(kind.role)
    by_year = [None if cost is None else cost.post_pence(kind.milli_fte, year) for year in years]
    known = tuple(pence for pence in by_year if pence is not None)
    if len(known) < len(by_year):
        return None
    return replace(kind, cost_pence=known[0], ceiling_pence=known if counts else (0,) * len(years))


def _unpriced(kinds: tuple[PostKind, ...], years: tuple[int, ...]) -> tuple[PostKind, ...]:
    return tuple(replace(kind, ceiling_pence=(0,) * len(years)) for kind in kinds)


def _outside_ceiling(scenario: Scenario, kinds: tuple[PostKind, ...]) -> set[str]:
    """Kinds whose cost does not count to the ceiling: by the lines of their own cell, else of their team and role."""
    lines = counts_to_ceiling(scenario)
    own = {cell.id: counts for cell, counts in lines.items()}
    cells: dict[tuple[str, str], bool] = {}
    for cell, counts in lines.items():
        cells[cell.team, cell.role] = cells.get((cell.team, cell.role), False) or counts
    return {kind.id for kind in kinds if not own.get(kind.id, cells.get((kind.team, kind.role), True))}


def _posts(arrangement: Arrangement) -> Posts | None:
    match arrangement.option.kind:
        case "no change":
            counted = today(arrangement.scenario)
        case "given":
            counted = given(arrangement.scenario)
        case "designed":
            return None
    return tuple(sorted((cell.id, posts) for cell, posts in counted.items() if posts))


def _role(scenario: Scenario, name: str, arrangement: Arrangement) -> Role:
    role = next(r for r in scenario.roles if r.role == name)
    limited = arrangement.option.kind == "designed"
    return Role(
        id=name,
        grade=role.grade or "",
        direct_permille=direct_permille(scenario, role),
        manages=role.manages,
        least=(value(role.least) or 0) if limited else 0,
        most=value(role.most) if limited else None,
    )


def _teams(arrangement: Arrangement, names: tuple[str, ...]) -> tuple[Team, ...]:
    rows = {team.team: team for team in arrangement.scenario.teams}
    designed = arrangement.option.kind == "designed"
    teams = []
    for name in names:
        row = rows[name]
        outside = row.led_by == (OUTSIDE,)
        teams.append(
            Team(
                id=name,
                least=(value(row.least_posts) or 0) if designed else 0,
                most=value(row.most_posts) if designed else None,
                must_open=designed and name in arrangement.option.opens,
                absorbed_milli_fte=(value(row.absorbed_milli_fte) or 0) if outside else 0,
            )
        )
    return tuple(teams)


def _spans(arrangement: Arrangement, roles: set[str]) -> tuple[Span, ...]:
    managing = any(role.manages for role in arrangement.scenario.roles if role.role in roles)
    return () if arrangement.option.kind == "no change" else spans_of(arrangement.scenario, managing=managing)


def _works(scenario: Scenario, teams: tuple[str, ...], arrangement: Arrangement) -> tuple[Work, ...]:
    start = arrangement.option.from_date or scenario.header.start_date
    works = []
    for row in scenario.work:
        demand = value(row.demand_milli_fte)
        over = start is not None and row.until_date is not None and row.until_date < start
        if demand is None or (over and arrangement.option.kind != "no change"):
            continue
        sites = tuple(sorted({*row.teams} & {*teams})) if row.teams else teams
        works.append(
            Work(
                id=row.work,
                demand_milli_fte=demand,
                teams=sites,
                split=row.split,
                statutory=row.statutory,
                least_able=value(row.least) or 0,
                weight=value(row.weight) or 1,
            )
        )
    return tuple(works)


def _abilities(scenario: Scenario, roles: set[str], works: set[str]) -> tuple[Ability, ...]:
    return tuple(
        Ability(role=row.role, work=work, share_permille=(share.value or 0) // 10)
        for row in scenario.able
        for work, share in sorted(row.work_basis_points.items())
        if row.role in roles and work in works and (share.value or 0) >= 10
    )


def _unknown(arrangement: Arrangement, people: People, unpriced: list[str]) -> list[str]:
    lines = [f"cost of {role}" for role in unpriced]
    lines.extend(f"people in {s.group.group} (counted as one for each post)" for s in people.staff if not s.known)
    for row in arrangement.scenario.work:
        if value(row.demand_milli_fte) is None:
            lines.append(f"demand of {row.work} (left out)")
    lines.extend(f"cost of {row.what} (left out)" for row in other_costs(arrangement) if row.amount_pence.value is None)
    teams = {team.team for team in arrangement.scenario.teams}
    by_team = sorted({row.line for row in arrangement.scenario.funding if teams & {*row.may_pay_for}})
    lines.extend(f"teams that {line} may pay for (not held)" for line in by_team)
    without = sorted({row.line for row in arrangement.scenario.funding if value(row.amount_pence) is None})
    lines.extend(f"amount of {line} (so no funding line is held)" for line in without)
    if arrangement.scenario.limits.ceiling_pence is None:
        centres = [row.cost_centre for row in arrangement.scenario.cost_centres if value(row.amount_pence) is None]
        lines.extend(f"amount of {centre} (so the cost centres set no ceiling)" for centre in sorted(centres))
    limits = arrangement.scenario.limits
    if (limits.one_off_pence, limits.payback_months) != (None, None) and value(limits.exit_cost_pence) is None:
        lines.append("exit cost (limits on one-off cost and payback are not held)")
    return lines
