"""A seeded council: the same seed and size give the same problem, on every machine and Python version.

Everything is drawn from one `random.Random(seed)` by whole numbers, in a fixed order, never over a set.
Change this when the parts of an establishment are put together differently; the frozen digests then change too.
"""

from random import Random

from bench.jobs import all_jobs
from bench.people import people
from bench.policy import funding, held_and_protected, limited_roles, limits, mixes, pins, spans
from bench.units import kinds_in, team_of, units
from bench.workload import workload
from solver.problem import Problem

POSTS_A_PILLAR = 50


def establishment(seed: int, posts: int) -> Problem:
    """A council with a number of posts today and everything a restructure has to keep to.

    Args: seed, any whole number; posts, those of the establishment (12 or more; held posts come on top).
    Returns: the problem; nothing says that it has a structure.
    """
    draw = Random(seed)  # noqa: S311 - repeatable test data, no secret
    pillars = max(1, posts // POSTS_A_PILLAR)
    jobs = all_jobs(draw, pillars)
    sites = units(draw, posts, pillars)
    kinds = [kind for unit in sites for kind in kinds_in(draw, jobs, unit)]
    works, abilities = workload(draw, jobs, units=sites, kinds=kinds)
    groups, places, claims = people(draw, jobs, units=sites, kinds=kinds)
    kinds = held_and_protected(draw, kinds)
    teams = [team_of(draw, unit) for unit in sites]
    return Problem(
        years=(2025, 2026),
        roles=tuple(limited_roles(draw, jobs, kinds)),
        teams=tuple(teams),
        kinds=tuple(kinds),
        works=tuple(works),
        abilities=tuple(abilities),
        groups=tuple(groups),
        places=tuple(places),
        claims=tuple(claims),
        spans=tuple(spans(draw, sites)),
        mixes=tuple(mixes(draw, jobs, pillars=pillars)),
        funding=tuple(funding(draw, jobs, kinds=kinds)),
        pins=tuple(pins(draw, sites, teams=teams, jobs=jobs)),
        limits=limits(draw, sites, kinds=kinds, people=sum(group.people for group in groups)),
    )


def middle_sized(seed: int) -> Problem:
    """A service of 20 to 40 posts: large enough to be worth solving, small enough for the plain formulations."""
    return establishment(seed, 20 + Random(seed).randrange(21))  # noqa: S311 - repeatable test data, no secret
