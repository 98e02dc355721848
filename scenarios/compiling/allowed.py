"""The posts an arrangement may have: today's for no change, the given ones, or what a design may choose from.

A designed team may have standard posts of any role allowed there, part-time or shared posts only as many as are held
there today, and one make-up post of half the standard size (docs/model.md, whole_posts). Posts whose change is
settled stay.
Change this when a design may choose from other posts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from scenarios.compiling.arrangement import Arrangement
from scenarios.compiling.limits import spare_of
from scenarios.compiling.post_kinds import Cell, by_line, given, kind_of, settled, standards, today
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from solver.problem import PostKind

Counts = Mapping[Cell, int]


def open_teams(arrangement: Arrangement) -> tuple[str, ...]:
    """Teams that may have posts in a designed option, in order of name."""
    option = arrangement.option
    return tuple(
        sorted(
            team.team
            for team in arrangement.scenario.teams
            if team.team not in option.closes
            and (team.team in option.opens or team.state != "must close")
            and (team.state != "may open" or not option.opens or team.team in option.opens)
        )
    )


def kinds_of(arrangement: Arrangement, reference: Counts | None = None) -> tuple[PostKind, ...]:
    """Post kinds of an arrangement, without costs; change is counted from `reference`, else from today."""
    scenario = arrangement.scenario
    before = today(scenario)
    was = before if reference is None else reference
    match arrangement.option.kind:
        case "no change":
            bounds = {cell: (0, n) for cell, n in before.items()}
        case "given":
            kept = settled(scenario)
            bounds = {cell: (kept.get(cell, 0), n) for cell, n in given(scenario).items()}
        case "designed":
            return tuple(_designed(arrangement, before, was))
    cells, fresh = sorted({*bounds, *was}), _new_part_posts(scenario, (*bounds,), before)
    kinds = (
        kind_of(cell, least=bounds.get(cell, (0, 0))[0], most=bounds.get(cell, (0, 0))[1], was=was.get(cell, 0))
        for cell in cells
    )
    return tuple(replace(kind, places=0) if kind.id in fresh else kind for kind in kinds)


def _new_part_posts(scenario: Scenario, cells: Iterable[Cell], before: Counts) -> set[str]:
    """Names of the part posts in roles in which nobody holds a part post today, in whatever team.

    Typed by hand they give no place, as a design's make-up post gives none (docs/decisions/0004-make-up-posts.md).
    """
    standard, kept = standards(scenario), settled(scenario)
    held = {cell.role for cell in before if cell.milli_fte < standard[cell.role]}
    part = {cell for cell in cells if cell.milli_fte < standard[cell.role] and not kept.get(cell)}
    return {cell.id for cell in part if cell.role not in held}


def _designed(arrangement: Arrangement, before: Counts, was: Counts) -> list[PostKind]:
    scenario = arrangement.scenario
    kept, standard = settled(scenario), standards(scenario)
    deleted = _deleted(scenario)
    most_of = _mosts(arrangement)
    rows: dict[Cell, PostKind] = {}
    for team in open_teams(arrangement):
        for role in sorted(_roles_in(arrangement, team), key=lambda r: r.role):
            whole = Cell(team, role.role, standard[role.role])
            half = Cell(team, role.role, standard[role.role] // 2)
            if not deleted.get((team, role.role)):
                rows[whole] = kind_of(whole, least=0, most=most_of[role.role], was=was.get(whole, 0))
            if half not in before and half.milli_fte and not role.manages and whole in rows:
                rows[half] = kind_of(half, least=0, most=1, was=was.get(half, 0), make_up=True)
    in_scope = {(cell.team, cell.role) for cell in rows}
    for cell in sorted({*before, *was, *kept}):
        least = kept.get(cell, 0)
        row = rows.get(cell)
        may_stay = (cell.team, cell.role) in in_scope and not cell.held and not deleted.get((cell.team, cell.role))
        most = max(least, before.get(cell, 0) if may_stay else 0, row.most if row is not None else 0)
        make_up = row is not None and row.make_up and least == 0
        rows[cell] = kind_of(cell, least=least, most=most, was=was.get(cell, 0), make_up=make_up)
    return [rows[cell] for cell in sorted(rows)]


def _roles_in(arrangement: Arrangement, team: str) -> list[Role]:
    allowed = arrangement.option.roles_in_team.get(team)
    return [
        role
        for role in arrangement.scenario.roles
        if (allowed is None or role.role in allowed) and (not role.teams or team in role.teams)
    ]


def _deleted(scenario: Scenario) -> dict[tuple[str, str], bool]:
    """Cells in which every one of today's lines is to be deleted: a settled decision, so a design may not keep them."""
    cells: dict[tuple[str, str], bool] = {}
    for line, held in by_line(scenario):
        gone = line.change is not None and line.change.kind == "deleted"
        for cell in held:
            key = (cell.team, cell.role)
            cells[key] = cells.get(key, True) and gone
    return cells


def _mosts(arrangement: Arrangement) -> dict[str, int]:
    """The most standard posts of each role that could matter.

    A role's direct time is at most the work it is able to do plus the spare capacity, because no post is without work.
    Where idle time is not limited, and for roles without direct time, posts can also matter as places for people, or to
    manage the posts that work: at most one for each place there is today or given, and each post there is work for.
    """
    scenario, spare = arrangement.scenario, spare_of(arrangement)
    demand = {w.work: (None if w.demand_milli_fte is None else w.demand_milli_fte.value) or 0 for w in scenario.work}
    able = {row.role: [work for work, share in row.work_basis_points.items() if share.value] for row in scenario.able}
    direct = {r.role: (r.standard_milli_fte.value or 0) * direct_permille(scenario, r) // 1000 for r in scenario.roles}
    working = {
        name: -(-(sum(demand.get(work, 0) for work in able.get(name, [])) + (spare or 0)) // size)
        for name, size in direct.items()
        if size
    }
    places = sum(cell.places * n for cell, n in today(scenario).items()) + sum(given(scenario).values())
    mosts = {}
    for role in scenario.roles:
        if direct[role.role] and spare is not None:
            reach = working[role.role]
        else:
            reach = places + (working[role.role] if direct[role.role] else sum(working.values()))
        stated = None if role.most is None else role.most.value
        mosts[role.role] = reach if stated is None else min(reach, stated)
    return mosts


def direct_permille(scenario: Scenario, role: Role) -> int:
    """Thousandths of a role's time for the work listed: as stated; else all of it, or for a role that manages what its
    jobs spend on the work today.
    """
    if role.direct_basis_points is not None and role.direct_basis_points.value is not None:
        return role.direct_basis_points.value // 10
    if not role.manages:
        return 1000
    titles = {role.role, *role.job_titles}
    spent = sum(
        share.value or 0
        for work in scenario.work
        for title, share in work.share_basis_points.items()
        if title in titles
    )
    return min(1000, spent // 10)
