"""Derived demand and abilities: how much of each work there is, and who can do it.

Rules: design.md section 3, step 2. Demand comes from today's posts or a direct statement, never from `proposed`.
Who does a work today can do it; so can the same or a higher grade of the same family.
Change this when demand may be stated in another way, or the default of ability is agreed anew.
"""

from __future__ import annotations

from fractions import Fraction

from scenarios.schema.able import Able
from scenarios.schema.derive_posts import FROM_POSTS, derive_teams, goes_out, role_of_titles, size_of
from scenarios.schema.figure import Figure
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.sums import derived, total, worked_out
from scenarios.schema.work import WHOLE_BASIS_POINTS, Work

FROM_ABLE = "default: who does it today can, and the same or a higher grade of the family"
FROM_VOLUME = "worked out from volume and hours each"
FROM_CASES = "worked out from cases and caseload"


def demand_of(work: Work, scenario: Scenario) -> Figure | None:
    """Return the FTE of direct work needed, in thousandths; None when nothing says how much.

    Posts transferred to a team that is not one of the case take their work along, so they are left out.

    Args:
        work: the work.
        scenario: gives today's posts; the proposed ones are not looked at.
    """
    if work.demand_milli_fte is not None:
        return work.demand_milli_fte
    if work.happens is not None and work.happens.new_milli_fte is not None:
        return work.happens.new_milli_fte
    if work.volume is not None:
        return worked_out(
            (work.volume, work.minutes_each, work.productive_minutes),
            lambda volume, minutes, productive: Fraction(volume * minutes * 1000, max(productive, 1)),
            FROM_VOLUME,
        )
    if work.cases is not None:
        return worked_out(
            (work.cases, work.caseload_hundredths),
            lambda cases, caseload: Fraction(cases * 100 * 1000, max(caseload, 1)),
            FROM_CASES,
        )
    return _from_today(work, scenario) if work.share_basis_points else None


def time_today(work: Work, scenario: Scenario) -> Figure | None:
    """Return the FTE of today's posts that goes to the work, in thousandths; None where no shares are stated.

    Args:
        work: the work; what happens to it is not looked at.
        scenario: gives today's posts.
    """
    return _from_today(work.model_copy(update={"happens": None}), scenario) if work.share_basis_points else None


def _from_today(work: Work, scenario: Scenario) -> Figure:
    """Return today's time on the work, changed by what happens to it; only the end is rounded."""
    change = work.happens.change_basis_points if work.happens is not None else None
    factor = change if change is not None else Figure(value=0)
    teams = {team.team for team in derive_teams(scenario)}
    sizes: dict[str, list[Figure | None]] = {title: [] for title in sorted(work.share_basis_points)}
    for post in scenario.posts:
        if post.title in sizes and not goes_out(post, teams):
            sizes[post.title].append(size_of(post))
    parts = [(total(sizes[title], FROM_POSTS), work.share_basis_points[title]) for title in sizes]
    times = [worked_out(part, lambda size, share: Fraction(size * share), FROM_POSTS) for part in parts]
    return worked_out(
        (total(times, FROM_POSTS), factor),
        lambda time, change: Fraction(time * (WHOLE_BASIS_POINTS + change), WHOLE_BASIS_POINTS**2),
        FROM_POSTS,
    )


def derive_work(scenario: Scenario) -> tuple[Work, ...]:
    """Return the work with its demand filled in where it can be worked out."""
    return tuple(work.model_copy(update={"demand_milli_fte": demand_of(work, scenario)}) for work in scenario.work)


def derive_able(scenario: Scenario, roles: tuple[Role, ...]) -> tuple[Able, ...]:
    """Return one row for every role, with its share for every work: as given, or by the default.

    Args:
        scenario: gives work, today's shares and ranks of grades.
        roles: all roles, as derive_roles returns them.
    """
    given = {(row.role, work): share for row in scenario.able for work, share in row.work_basis_points.items()}
    sources = {row.role: row.source for row in scenario.able}
    titles, ranks = role_of_titles(scenario), _ranks(scenario)
    named = {role.role: role for role in roles}
    doers: dict[str, list[Role]] = {}
    for work in scenario.work:
        active = {titles.get(job, job) for job, share in work.share_basis_points.items() if share.bounds != (0, 0)}
        doers[work.work] = [named[role] for role in sorted(active & named.keys())]
    rows = []
    for role in sorted(roles, key=lambda role: role.role):
        shares = {work: given.get((role.role, work), _default(role, doers[work], ranks)) for work in sorted(doers)}
        rows.append(Able(role=role.role, work_basis_points=shares, source=sources.get(role.role)))
    return tuple(rows)


def _ranks(scenario: Scenario) -> dict[str, tuple[str, int]]:
    """Return pay system and rank of the grades that have one."""
    return {grade.grade: (grade.pay_system or "", grade.rank) for grade in scenario.grades if grade.rank is not None}


def _default(role: Role, doers: list[Role], ranks: dict[str, tuple[str, int]]) -> Figure:
    """Return all of a role's time where the default says it can do the work, else none."""
    can = any(doer.role == role.role or _follows(role, doer, ranks) for doer in doers)
    return derived(WHOLE_BASIS_POINTS if can else 0, None, FROM_ABLE)


def _follows(role: Role, doer: Role, ranks: dict[str, tuple[str, int]]) -> bool:
    """Say whether a role is of the doer's family and of the same or a higher grade."""
    if role.family is None or role.family != doer.family or role.grade is None or doer.grade is None:
        return False
    if role.grade == doer.grade:
        return True
    mine, theirs = ranks.get(role.grade), ranks.get(doer.grade)
    return mine is not None and theirs is not None and mine[0] == theirs[0] and mine[1] >= theirs[1]
