"""Work of a generated council, derived from what today's posts do and then reduced, and who is able to do it.

Demand never comes from a structure that is to be found: each of today's posts spends its direct time on blocks it is
able to do, and each block then loses 5 to 35 per cent. Abilities are intervals of a family's levels, so higher grades
can do lower work.
Change this when work of another shape (more teams, other abilities) should be measured.
"""

from dataclasses import dataclass, field
from random import Random

from bench.jobs import SUPPORT, Job
from bench.units import Unit
from solver.problem import Ability, PostKind, Work

SHARES_PERMILLE = (300, 500, 600, 750)


@dataclass(kw_only=True)
class Block:
    """A block of work while it is being drawn: where it may sit, the levels able to do it, the time it takes today."""

    id: str
    family: str
    lowest: int
    highest: int
    teams: list[str]
    roles: list[str] = field(default_factory=list)
    milli_fte: int = 0

    def takes(self, one: Job) -> bool:
        """Whether a job is in the family and interval of levels."""
        return one.family == self.family and self.lowest <= one.level <= self.highest


def block(draw: Random, name: str, *, family: str, top: int, teams: list[str]) -> Block:
    """One block in a run of neighbouring teams, for an interval of levels."""
    lowest = 1 + draw.randrange(max(1, top - 1))
    run = len(teams) if draw.randrange(100) < 60 else 1 + draw.randrange(len(teams))
    start = draw.randrange(len(teams) - run + 1)
    highest = top if draw.randrange(100) < 70 else lowest + 1 + draw.randrange(2)
    return Block(id=name, family=family, lowest=lowest, highest=highest, teams=teams[start : start + run])


def blocks_of(draw: Random, jobs: list[Job], units: list[Unit]) -> list[Block]:
    """About one block for seven posts of each pillar, a few of them shared with the next pillar."""
    made: list[Block] = []
    pillars = sorted({unit.pillar for unit in units})
    for pillar in pillars:
        teams = [unit.id for unit in units if unit.pillar == pillar and not unit.office]
        everywhere = [unit.id for unit in units if unit.pillar == pillar]
        beyond = [unit.id for unit in units if unit.pillar == (pillar + 1) % len(pillars)]
        posts = sum(unit.posts for unit in units if unit.pillar == pillar)
        top = max(one.level for one in jobs if one.pillar == pillar)
        for index in range(max(2, posts // 7)):
            name = f"w{pillar:02d}-{index:02d}"
            if index % 5 == 1:
                one = block(draw, name, family=SUPPORT, top=3, teams=everywhere)
            else:
                one = block(draw, name, family=f"f{pillar:02d}", top=top, teams=teams)
            if len(pillars) > 1 and (one.family == SUPPORT or index % 6 == 0):
                one.teams = [*one.teams, *beyond]
            one.roles = [each.role.id for each in jobs if one.takes(each)]
            if one.family != SUPPORT and beyond[0] in one.teams:
                near = [each for each in jobs if each.pillar == (pillar + 1) % len(pillars)]
                one.roles += [each.role.id for each in near if one.lowest <= each.level <= one.highest]
            made.append(one)
    return made


def nearest(blocks: list[Block], one: Job, unit: Unit) -> Block:
    """The block that comes closest to what a job does where none fits; it is widened to take the job and the team."""
    own = [each for each in blocks if each.id.startswith(f"w{unit.pillar:02d}-")]
    found = min(own, key=lambda each: (each.family != one.family, abs(each.lowest - one.level), each.id))
    if one.role.id not in found.roles:
        found.roles.append(one.role.id)
    if unit.id not in found.teams:
        found.teams.append(unit.id)
    return found


def spend(draw: Random, blocks: list[Block], one: Job, *, unit: Unit, milli_fte: int) -> None:
    """Spend a job's direct time today on up to three blocks it can do in its team."""
    able = [each for each in blocks if unit.id in each.teams and one.role.id in each.roles]
    able = able or [nearest(blocks, one, unit)]
    left = milli_fte
    for turn in range(3):
        part = left if turn == 2 else left * (300 + draw.randrange(400)) // 1000
        able[draw.randrange(len(able))].milli_fte += part
        left -= part


def workload(
    draw: Random, jobs: list[Job], *, units: list[Unit], kinds: list[PostKind]
) -> tuple[list[Work], list[Ability]]:
    """Blocks of work and abilities for an establishment.

    Args: the jobs, units and post kinds of the council; `today` of each kind says what is done now.
    Returns: work with demand in milli-FTE (blocks nobody spends time on are left out) and the abilities for it.
    """
    job_of = {one.role.id: one for one in jobs}
    blocks = blocks_of(draw, jobs, units)
    at = {unit.id: unit for unit in units}
    for kind in kinds:
        one = job_of[kind.role]
        direct = kind.milli_fte * one.role.direct_permille // 1000 * kind.today
        if direct:
            spend(draw, blocks, one, unit=at[kind.team], milli_fte=direct)
    works, abilities = [], []
    mildest = 50 + draw.randrange(150)
    for each in blocks:
        cut = mildest + draw.randrange(351 - mildest)
        demand = each.milli_fte * (1000 - cut) // 1000
        if demand >= 200:
            works.append(work_of(draw, each, demand))
            for role in each.roles:
                share = SHARES_PERMILLE[draw.randrange(4)] if draw.randrange(100) < 5 else 1000
                abilities.append(Ability(role=role, work=each.id, share_permille=share))
    return works, abilities


def work_of(draw: Random, each: Block, demand: int) -> Work:
    """The block as a rule sees it: some may not be split, few are statutory, some need a least number able."""
    split = demand > 4000 or len(each.teams) == 1 or draw.randrange(100) < 75
    return Work(
        id=each.id,
        demand_milli_fte=demand,
        teams=tuple(each.teams),
        split=split,
        statutory=split and draw.randrange(100) < 8,
        least_able=2 + draw.randrange(2) if demand > 2500 and draw.randrange(100) < 40 else 0,
        weight=1 + draw.randrange(3),
    )
