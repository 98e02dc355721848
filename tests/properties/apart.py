"""Sets of structures furthest apart by counting: every structure of a tiny problem within limits on its goals.

Shares nothing with the search: posts whose number is settled are left out by reading the problem's rows once more.
Change this when solver/distance.py is to tell posts apart by something else.
"""

from collections.abc import Mapping
from itertools import combinations

from solver.problem import Problem
from tests.properties.enumerate import feasible_values

Chosen = tuple[tuple[tuple[str, str], int], ...]
"""Posts by team and role, where the search has a choice."""


def chosen(problem: Problem, posts: Mapping[str, int]) -> Chosen:
    """Posts by team and role, without kinds whose number is settled."""
    counted: dict[tuple[str, str], int] = {}
    for kind in problem.kinds:
        if kind.least < kind.most:
            cell = (kind.team, kind.role)
            counted[cell] = counted.get(cell, 0) + posts.get(kind.id, 0)
    return tuple(sorted(counted.items()))


def apart(one: Chosen, other: Chosen) -> int:
    """Posts that stand in one and not in the other."""
    return sum(abs(n - m) for (_, n), (_, m) in zip(one, other, strict=True))


def within(problem: Problem, kept: Mapping[str, int]) -> set[Chosen]:
    """What every structure within the limits has, each once."""
    return {
        chosen(problem, dict(posts))
        for posts, values in feasible_values(problem)
        if all(values[goal] <= most for goal, most in kept.items())
    }


def furthest_apart(there: set[Chosen], first: Chosen, count: int) -> tuple[int, int]:
    """How many of `count` structures there are, the first among them, and the least distance in the set furthest apart.

    Where there are fewer, the set is all of them; a set of one has no distance, and 0 stands for it.
    """
    others = sorted(there - {first})
    number = min(count, len(others) + 1)
    if number == 1:
        return 1, 0
    sets = ((first, *rest) for rest in combinations(others, number - 1))
    return number, max(min(apart(one, other) for one, other in combinations(each, 2)) for each in sets)
