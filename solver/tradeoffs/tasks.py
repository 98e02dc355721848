"""Searches under limits as tasks of their own, each whole in itself, so that any process can do it.

A task is either the least of the measured goal under limits, which gives a bound, or a look near posts that are known,
which gives none: every kind and every role within one post of them. Near a structure found under a neighbouring limit
there mostly is one almost as good as any, found in seconds where the whole search takes minutes (measured in
docs/decisions/0009-trade-offs.md).
Change this when a search is handed to other processes in another way.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from solver.engine import Answer, Engine, Settings, solve
from solver.linear import LinearModel, Term
from solver.model import Model

STEP = 1
"""Posts of each kind, and of each role, by which a look nearby may differ."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """One search under limits: its branches, and how far apart value and bound may stay.

    `near` looks only close to what is known within the limits.
    """

    caps: tuple[int, ...]
    nodes: int
    gap: int = 0
    near: bool = False


@dataclass(frozen=True, kw_only=True)
class Task:
    """Everything one search of HiGHS needs, in values that any process can be sent."""

    linear: LinearModel
    terms: list[Term]
    seed: int
    look: Look


def done(task: Task) -> Answer:
    """Search: the same answer in whatever process."""
    look = task.look
    settings = Settings(Engine.HIGHS, seed=task.seed, nodes=look.nodes, gap=look.gap)
    return solve(task.linear, task.terms, settings)


@contextmanager
def nearby(model: Model, values: Sequence[int]) -> Iterator[None]:
    """Keep every kind and every role within a step of the posts in some values, until the end of the block."""
    linear, posts = model.linear, model.variables.posts
    lows, highs, rows = [*linear.lows], [*linear.highs], len(linear.rows)
    by_role: dict[str, list[int]] = {}
    for kind in model.variables.problem.kinds:
        v = posts[kind.id]
        linear.lows[v] = max(lows[v], values[v] - STEP)
        linear.highs[v] = min(highs[v], values[v] + STEP)
        by_role.setdefault(kind.role, []).append(v)
    for alike in by_role.values():
        total = sum(values[v] for v in alike)
        linear.row("near", [(1, v) for v in alike], low=total - STEP, high=total + STEP)
    try:
        yield
    finally:
        linear.lows[:], linear.highs[:] = lows, highs
        del linear.rows[rows:]
