"""Pillars, teams and the posts in them today, turned into the post kinds a design may choose from.

A team holds one lead, officers along its pillar's ladder and business support. Part-time posts exist only where a
part-time holder is today; every cell that does not manage may have one half post to make up its work.
Change this when the generated establishment should hold another kind of post.
"""

from dataclasses import dataclass
from random import Random

from bench.jobs import HEADS, SUPPORT, Job
from solver.problem import PostKind, Team

PART_TIME_MILLI_FTE = (400, 500, 500, 600, 600, 625, 800)
YEAR_TWO_PERMILLE = 1030


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A team with its pillar and its size today; an office holds the head of the pillar and leads nobody."""

    id: str
    pillar: int
    posts: int
    office: bool


def units(draw: Random, posts: int, pillars: int) -> list[Unit]:
    """Share `posts` out over the pillars: an office of two each, and teams of about eleven."""
    made: list[Unit] = []
    for pillar in range(pillars):
        share = posts * (pillar + 1) // pillars - posts * pillar // pillars
        made.append(Unit(id=f"t{pillar:02d}-00", pillar=pillar, posts=2, office=True))
        left = share - 2
        number = max(2, (left + 5) // 11)
        for index in range(number):
            size = left // (number - index)
            if index < number - 1 and size > 6:
                size += draw.randrange(-2, 3)
            left -= size
            made.append(Unit(id=f"t{pillar:02d}-{index + 1:02d}", pillar=pillar, posts=size, office=False))
    return made


def jobs_of(jobs: list[Job], unit: Unit) -> list[Job]:
    """The jobs that may exist in a unit."""
    if unit.office:
        return [one for one in jobs if one.family in (HEADS, SUPPORT)]
    return [one for one in jobs if one.family == SUPPORT or one.pillar == unit.pillar]


def holders(draw: Random, jobs: list[Job], unit: Unit) -> dict[tuple[str, int], int]:
    """Posts of a unit today by (role, milli-FTE)."""
    found: dict[tuple[str, int], int] = {}
    here = jobs_of(jobs, unit)
    first = next(one for one in here if one.role.manages)
    found[(first.role.id, 1000)] = 1
    support = [one for one in here if one.family == SUPPORT]
    ladder = [one for one in here if one.family != SUPPORT and not one.role.manages]
    for _ in range(unit.posts - 1):
        pool = ladder if ladder and draw.randrange(100) < 78 else support
        one = pool[min(draw.randrange(len(pool)), draw.randrange(len(pool) + 1))]
        part_time = draw.randrange(100) < 18
        size = PART_TIME_MILLI_FTE[draw.randrange(len(PART_TIME_MILLI_FTE))] if part_time else 1000
        found[(one.role.id, size)] = found.get((one.role.id, size), 0) + 1
    return found


def kind_of(unit: Unit, one: Job, size: int, *, today: int, most: int, make_up: bool = False) -> PostKind:
    """One post kind; the second year costs a pay award more than the first."""
    cost_pence = one.cost_pence * size // 1000
    return PostKind(
        id=f"{unit.id}.{one.role.id}.{'half' if make_up else size}",
        team=unit.id,
        role=one.role.id,
        milli_fte=size,
        cost_pence=cost_pence,
        ceiling_pence=(cost_pence, cost_pence * YEAR_TWO_PERMILLE // 1000),
        most=most,
        today=today,
        make_up=make_up,
    )


def kinds_in(draw: Random, jobs: list[Job], unit: Unit) -> list[PostKind]:
    """Post kinds of one unit: full posts with room to grow, today's part-time posts, a half post to make up."""
    today = holders(draw, jobs, unit)
    kinds: list[PostKind] = []
    for one in jobs_of(jobs, unit):
        full = today.get((one.role.id, 1000), 0)
        growth = draw.randrange(2) if one.role.manages else 1 + draw.randrange(3)
        most = full if one.family == HEADS else full + growth
        kinds.append(kind_of(unit, one, 1000, today=full, most=most))
        for size in sorted(size for role, size in today if role == one.role.id and size < 1000):
            count = today[(one.role.id, size)]
            kinds.append(kind_of(unit, one, size, today=count, most=count))
        if not one.role.manages and full >= 2:
            kinds.append(kind_of(unit, one, 500, today=0, most=1, make_up=True))
    return kinds


def team_of(draw: Random, unit: Unit) -> Team:
    """The team as a rule sees it: most must stay open; the rest may close or merge into a neighbour."""
    if unit.office:
        return Team(id=unit.id, must_open=True)
    must_open = draw.randrange(100) < 65
    least = min(3, unit.posts - 1) if draw.randrange(100) < 70 else 0
    absorbed = 0 if draw.randrange(100) < 80 else 50 * (1 + draw.randrange(4))
    return Team(id=unit.id, least=least, most=unit.posts + 4, must_open=must_open, absorbed_milli_fte=absorbed)
