"""Staff groups of a generated council, the places they may claim and how strong each claim is.

Own job 0, slot-in 1, ring-fence 2, redeployment at own grade 3, one grade down 4, one grade up 5. Business support is
placed pillar by pillar, every profession across the council.
Change this when claims of another pattern should be measured.
"""

from dataclasses import dataclass
from random import Random

from bench.jobs import HEADS, SUPPORT, Job
from bench.units import Unit
from solver.problem import Claim, Group, Places, PostKind

OWN, SLOT_IN, RING_FENCE, REDEPLOYED, DOWN, UP = range(6)


@dataclass(frozen=True, kw_only=True)
class Area:
    """A job with the teams in which its holders are one staff group."""

    id: str
    one: Job
    teams: tuple[str, ...]
    posts: int


def areas(jobs: list[Job], units: list[Unit], kinds: list[PostKind]) -> list[Area]:
    """Each job once, except business support: once a pillar."""
    made = []
    for one in jobs:
        by_pillar: list[int | None] = [None]
        if one.family == SUPPORT:
            by_pillar = [*sorted({unit.pillar for unit in units})]
        for pillar in by_pillar:
            teams = {unit.id for unit in units if pillar is None or unit.pillar == pillar}
            mine = [kind for kind in kinds if kind.role == one.role.id and kind.team in teams]
            name = one.role.id if pillar is None else f"{one.role.id}-p{pillar:02d}"
            sites = tuple(sorted({kind.team for kind in mine}))
            if sites:
                made.append(Area(id=name, one=one, teams=sites, posts=sum(kind.today for kind in mine)))
    return made


def strength(draw: Random, mine: Area, other: Area) -> int | None:
    """How strong a claim the holders of one job have on another, None for none."""
    a, b = mine.one, other.one
    if mine.id == other.id:
        return OWN
    if HEADS in (a.family, b.family):
        return DOWN if a.family == HEADS and b.role.manages and draw.randrange(100) < 30 else None
    if a.family == b.family:
        return inside_family(draw, a, b)
    return REDEPLOYED if a.grade == b.grade and not b.role.manages and draw.randrange(100) < 25 else None


def inside_family(draw: Random, a: Job, b: Job) -> int | None:
    """Claims between jobs of one family: the same job elsewhere, the same level, one down, sometimes one up."""
    steps = b.level - a.level
    if steps == 0:
        return RING_FENCE if a.specialist or b.specialist else SLOT_IN
    if steps == -1:
        return DOWN
    return UP if steps == 1 and not b.role.manages and draw.randrange(100) < 40 else None


def people(
    draw: Random, jobs: list[Job], *, units: list[Unit], kinds: list[PostKind]
) -> tuple[list[Group], list[Places], list[Claim]]:
    """Groups with fewer people than posts where posts are vacant, their places, and their claims.

    Args: the jobs, units and post kinds of the council.
    Returns: groups, places (a few of them reserved, as by a statutory right) and claims.
    """
    found = areas(jobs, units, kinds)
    groups, claims = [], []
    for mine in found:
        vacant = sum(1 for _ in range(mine.posts) if draw.randrange(100) < 6)
        if mine.posts - vacant:
            groups.append(Group(id=mine.id, people=mine.posts - vacant))
    for mine in found:
        for other in found:
            rank = strength(draw, mine, other)
            if rank is not None and mine.posts:
                claims.append(
                    Claim(
                        group=mine.id,
                        places=other.id,
                        strength=rank,
                        moves_down=rank == DOWN,
                        changes_job=mine.one.role.id != other.one.role.id,
                    )
                )
    held = {group.id for group in groups}
    claims = [claim for claim in claims if claim.group in held]
    places = [
        Places(id=each.id, role=each.one.role.id, teams=each.teams, reserved=reserved(draw, each)) for each in found
    ]
    return groups, places, claims


def reserved(draw: Random, each: Area) -> int:
    """One reserved place on a few of the larger jobs."""
    return 1 if each.posts >= 6 and draw.randrange(100) < 10 else 0
