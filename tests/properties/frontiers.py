"""Trade-offs by counting: every structure of a tiny problem, and which of what they come to are points.

The definition is that of solver/tradeoffs/frontier.py, said once more as a recursion over what may match a vector.
Change this when a point is to mean something else.
"""

from collections.abc import Sequence
from functools import cache

from solver.problem import Problem
from solver.search import PEOPLE_FIRST, Order
from tests.properties.enumerate import feasible_values

Vector = tuple[int, ...]
Posts = tuple[tuple[str, int], ...]


def reached(problem: Problem, goals: Sequence[str], order: Order = PEOPLE_FIRST) -> dict[Vector, set[Posts]] | None:
    """What the goals come to, with the posts that come to it, where goals before them are held; None: nothing fits."""
    left = list(feasible_values(problem))
    if not left:
        return None
    for goal, tolerance in order:
        if goal in goals:
            break
        least = min(values[goal] for _, values in left)
        left = [(posts, values) for posts, values in left if values[goal] <= least + tolerance]
    found: dict[Vector, set[Posts]] = {}
    for posts, values in left:
        found.setdefault(tuple(values[goal] for goal in goals), set()).add(posts)
    return found


def points(vectors: Sequence[Vector], tolerance: int) -> set[Vector]:
    """The vectors (measured goal last) that nothing betters and that no point beside them matches in its stead."""
    left = [v for v in vectors if not any(w != v and all(a <= b for a, b in zip(w, v, strict=True)) for w in vectors)]

    @cache
    def is_point(vector: Vector) -> bool:
        beside = (v for v in left if v != vector and all(a <= b for a, b in zip(v[:-1], vector[:-1], strict=True)))
        return not any(v[-1] <= vector[-1] + tolerance and is_point(v) for v in beside)

    return {vector for vector in left if is_point(vector)}
