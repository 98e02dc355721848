"""Services with 200 rules in which nothing fits, for timing explanations: frozen by seed, with less money and no leave.

A service as the generator draws it, a pin for each team and role that has posts (no fewer than half of today's, no more
than today's and two) until there are 200 demands, half the money and nobody to be displaced.
Change this when explanations are to be timed on something else.
"""

from dataclasses import replace

from bench.generator import establishment
from solver.demands import demands_of
from solver.problem import Pin, Problem

RULES = 200
SEEDS = (1, 2, 3, 4, 5)


def impossible(seed: int, posts: int) -> Problem:
    """A service of so many posts with 200 demands (as many as it can have, where fewer), in which nothing fits.

    Args: seed, any whole number; posts, those of today (12 or more).
    """
    case = establishment(seed, posts)
    ceilings = tuple(None if each is None else each // 2 for each in case.limits.ceiling_pence)
    case = replace(case, limits=replace(case.limits, ceiling_pence=ceilings, displaced=0))
    pins = list(case.pins)
    for (team, role), kinds in case.kinds_at.items():
        today = sum(kind.today for kind in kinds)
        if today and len(demands_of(replace(case, pins=tuple(pins)))) < RULES:
            pins.append(Pin(id=f"{role} in {team}", teams=(team,), roles=(role,), least=today // 2, most=today + 2))
    return replace(case, pins=tuple(pins))
