"""Job families of a generated council: ladders of grades, specialists, team leads, heads, and what a post costs.

Levels count from 1 inside a family; grades are one ladder for the whole council, so that a grade in one family can be
compared with the same grade in another. Costs are invented but lie where local pay lies, in pence.
Change this when a kind of job that real establishments have is missing from the generated ones.
"""

from dataclasses import dataclass, replace
from random import Random

from solver.problem import Role

SUPPORT = "support"
HEADS = "heads"
GRADE_POUNDS = (22_737, 25_119, 27_803, 31_364, 35_745, 39_880, 44_428, 49_764, 55_571, 61_890, 78_025)


@dataclass(frozen=True, kw_only=True)
class Job:
    """A role with its place in a family; `grade` is the rank on the council's one ladder, `cost_pence` a full year."""

    role: Role
    family: str
    level: int
    grade: int
    cost_pence: int
    pillar: int | None
    specialist: bool = False


def job(name: str, *, family: str, pillar: int | None, level: int, grade: int) -> Job:
    """One ordinary job; its cost follows its grade, as a scale point convention makes it."""
    role = Role(id=name, grade=f"g{grade:02d}")
    return Job(role=role, family=family, level=level, grade=grade, cost_pence=100 * GRADE_POUNDS[grade], pillar=pillar)


def leading(base: Job, direct_permille: int) -> Job:
    """The same job as a managing one, with a small part of its time left for work."""
    role = Role(id=base.role.id, grade=base.role.grade, direct_permille=direct_permille, manages=True)
    return replace(base, role=role)


def profession(draw: Random, pillar: int) -> list[Job]:
    """The professional family of one pillar: a ladder of three or four grades, perhaps a specialist, and a lead."""
    family, rungs, lowest = f"f{pillar:02d}", 3 + draw.randrange(2), 2 + draw.randrange(2)
    jobs = []
    for level in range(1, rungs + 1):
        name = f"{family}-{level}"
        jobs.append(job(name, family=family, pillar=pillar, level=level, grade=lowest + level))
    if draw.randrange(100) < 60:
        base = job(f"{family}-s", family=family, pillar=pillar, level=rungs, grade=lowest + rungs)
        jobs.append(replace(base, specialist=True))
    lead = job(f"{family}-lead", family=family, pillar=pillar, level=rungs + 1, grade=lowest + rungs + 1)
    jobs.append(leading(lead, 100 * (1 + draw.randrange(3))))
    return jobs


def all_jobs(draw: Random, pillars: int) -> list[Job]:
    """Every job of the council: business support in all pillars, one profession a pillar, and heads of pillars."""
    jobs = [job(f"{SUPPORT}-{level}", family=SUPPORT, pillar=None, level=level, grade=level) for level in range(1, 4)]
    for pillar in range(pillars):
        jobs.extend(profession(draw, pillar))
    head = job("head", family=HEADS, pillar=None, level=1, grade=10)
    return [*jobs, leading(head, 0)]
