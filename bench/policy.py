"""Policy of a generated council: spans, grade mix, role limits, money, and limits on the whole option.

Every kind of rule that the solver knows is in force on most establishments; a few (funding lines, pins) on some.
Change this when a rule is added that the generated establishments do not yet carry.
"""

from dataclasses import replace
from random import Random

from bench.jobs import HEADS, Job
from bench.units import YEAR_TWO_PERMILLE, Unit
from solver.problem import FundingLine, GradeMix, Limits, Pin, PostKind, Role, Span, Team

EXIT_PENCE = 1_800_000
SPARE_MILLI_FTE = 500


def spans(draw: Random, units: list[Unit]) -> list[Span]:
    """One led-by group a pillar, or two where it has six teams or more; offices lead nobody."""
    made = []
    for pillar in sorted({unit.pillar for unit in units}):
        teams = [unit.id for unit in units if unit.pillar == pillar and not unit.office]
        halves = [teams[:3], teams[3:]] if len(teams) >= 6 else [teams]
        for index, led in enumerate(halves):
            span = Span(
                id=f"span{pillar:02d}-{index}",
                teams=tuple(led),
                least=3 + draw.randrange(2),
                most=12 + draw.randrange(3),
            )
            made.append(span)
    return made


def mixes(draw: Random, jobs: list[Job], *, pillars: int) -> list[GradeMix]:
    """Managers, and posts in the highest officer grades, as parts of all posts; one pillar alone has more managers."""
    managers = tuple(one.role.id for one in jobs if one.role.manages)
    senior = tuple(one.role.id for one in jobs if one.grade >= 6 and not one.role.manages)
    found = [
        GradeMix(id="managers", roles=managers, most_permille=110 + draw.randrange(20) + (80 if pillars == 1 else 0))
    ]
    if senior:
        found.append(GradeMix(id="senior", roles=senior, most_permille=380 + draw.randrange(80)))
    return found


def limited_roles(draw: Random, jobs: list[Job], kinds: list[PostKind]) -> list[Role]:
    """Roles with least and most posts: heads all but one kept, some specialists capped at today's number."""
    roles = []
    for one in jobs:
        today = sum(kind.today for kind in kinds if kind.role == one.role.id)
        role = one.role
        if one.family == HEADS:
            role = replace(role, least=max(1, today - 1), most=today)
        elif one.specialist and draw.randrange(100) < 60:
            role = replace(role, most=max(1, today))
        elif today >= 8 and draw.randrange(100) < 15:
            role = replace(role, least=today // 3)
        roles.append(role)
    return roles


def held_and_protected(draw: Random, kinds: list[PostKind]) -> list[PostKind]:
    """A few kinds protected at part of today's number, and a few posts held vacant, which give no place and no work."""
    found: list[PostKind] = []
    for kind in kinds:
        if kind.today >= 2 and draw.randrange(100) < 5:
            found.append(replace(kind, least=1))
        else:
            found.append(kind)
        if kind.milli_fte == 1000 and kind.today >= 2 and draw.randrange(100) < 4:
            name = f"{kind.team}.{kind.role}.held"
            found.append(replace(kind, id=name, places=0, works=False, least=1, most=1, today=1))
        if kind.milli_fte == 1000 and kind.today >= 3 and draw.randrange(100) < 4:
            name = f"{kind.team}.{kind.role}.shared"
            found.append(replace(kind, id=name, places=2, least=0, most=1, today=0))
    return found


def funding(draw: Random, jobs: list[Job], *, kinds: list[PostKind]) -> list[FundingLine]:
    """None on most establishments; on the others a general line and a grant for one family that falls in year two."""
    if draw.randrange(100) >= 40:
        return []
    today = sum(kind.cost_pence * kind.today for kind in kinds)
    family = sorted({one.family for one in jobs if one.pillar is not None})[0]
    granted = tuple(one.role.id for one in jobs if one.family == family)
    grant = sum(kind.cost_pence * kind.today for kind in kinds if kind.role in granted) // 2
    everyone = tuple(one.role.id for one in jobs)
    general = today * (880 + draw.randrange(60)) // 1000
    return [
        FundingLine(id="general", roles=everyone, pence_by_year=(general, general * 102 // 100)),
        FundingLine(id="grant", roles=granted, pence_by_year=(grant, grant // 3)),
    ]


def pins(draw: Random, units: list[Unit], *, teams: list[Team], jobs: list[Job]) -> list[Pin]:
    """A lead for each team that must stay open and, on half of the establishments, one post asked for in one pillar."""
    leads = tuple(one.role.id for one in jobs if one.role.manages)
    found = [
        Pin(id=f"lead.{team.id}", teams=(team.id,), roles=leads, least=1)
        for team in teams
        if team.must_open and not team.id.endswith("-00")
    ]
    if draw.randrange(2):
        pillar = units[draw.randrange(len(units))].pillar
        sites = tuple(unit.id for unit in units if unit.pillar == pillar and not unit.office)
        ladder = [one for one in jobs if one.pillar == pillar and not one.role.manages]
        one = ladder[draw.randrange(len(ladder))]
        found.append(Pin(id="asked", teams=sites, roles=(one.role.id,), least=1))
    return found


def limits(draw: Random, units: list[Unit], *, kinds: list[PostKind], people: int) -> Limits:
    """A ceiling below today's cost in both years; loose limits on people displaced and on one-off cost."""
    today = sum(kind.cost_pence * kind.today for kind in kinds)
    ceiling = today * (800 + draw.randrange(130)) // 1000
    teams = sum(1 for unit in units if not unit.office)
    offices = len(units) - teams
    pillars = len({unit.pillar for unit in units})
    return Limits(
        spare_milli_fte=SPARE_MILLI_FTE * pillars,
        ceiling_pence=(ceiling, ceiling * YEAR_TWO_PERMILLE // 1000 - 100 * draw.randrange(50_000)),
        other_pence=today // 200,
        least_teams_open=offices + teams // 2,
        most_teams_open=offices + teams - (1 if teams > 4 and draw.randrange(2) else 0),
        absorbed_milli_fte=300 + 20 * teams,
        displaced=people * 6 // 10,
        exit_pence=EXIT_PENCE,
        one_off_fixed_pence=today // 400,
        one_off_pence=today // 400 + EXIT_PENCE * (people * 55 // 100),
        payback_months=48,
        as_is_pence=today,
    )
