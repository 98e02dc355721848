"""Random restarts, which alternatives are set beside: structures found one search after the other, each on its own.

They have the same rules, the same limits on the first goals, and the same engine with the same branches; of all that
they find, the farthest are chosen, one after the other from the design on.

- "other seeds": any structure within the limits, by HiGHS under seed after seed.
- "random objectives": the least of a random sum over posts, weights from -1,000 to 1,000.

Change this when alternatives are to be set beside something else.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from solver.distance import Counts, counts_of, distance
from solver.engine import Engine, Settings, solve
from solver.farthest import FEW_NODES, model_within
from solver.linear import Term
from solver.problem import Problem

SETTINGS = Settings(engine=Engine.HIGHS, nodes=FEW_NODES)
WEIGHT = 1_000


def restarts(problem: Problem, kept: dict[str, int], seconds: float, objective: Callable[[int], int]) -> list[Counts]:
    """Structures found by one search after the other, each with its own seed, until the seconds are over.

    Args: the problem; the most of each first goal; processor seconds; the weight of a post, asked kind by kind.
    """
    ends, seed, found = time.process_time() + seconds, 0, list[Counts]()
    model = model_within(problem, kept)
    posts = sorted(model.variables.posts.items())
    while time.process_time() < ends:
        seed += 1
        terms: list[Term] = [(weight, v) for _, v in posts if (weight := objective(seed))]
        answer = solve(model.linear, terms, replace(SETTINGS, seed=seed))
        if answer.values and time.process_time() < ends:
            found.append(counts_of(problem, tuple((kind, answer.values[v]) for kind, v in posts)))
    return found


def farthest_of(first: Counts, found: Sequence[Counts], count: int) -> list[Counts]:
    """As many as can be had, each the farthest of what was found from the nearest of those before it."""
    chosen, left = [first], list(found)
    while left and len(chosen) < count:
        chosen.append(max(left, key=lambda one: min(distance(one, other) for other in chosen)))
        left = [one for one in left if one != chosen[-1]]
    return chosen


def least(counts: Sequence[Counts]) -> int:
    """The least distance between any two."""
    return min((distance(a, b) for n, a in enumerate(counts) for b in counts[:n]), default=0)


def weights(kind: str) -> Callable[[int], int]:
    """The weight of a post in the objective of a restart, asked seed by seed and post by post."""
    draw = Random(0)  # noqa: S311 - repeatable measurements, no secret
    drawn: dict[str, Callable[[int], int]] = {
        "other seeds": lambda _: 0,
        "random objectives": lambda _: draw.randrange(-WEIGHT, WEIGHT + 1),
    }
    return drawn[kind]
