"""The textbook epsilon-constraint loop on plain HiGHS: cost against people displaced, from the cheapest end.

Work uncovered is settled and held. Then, for each point: the least cost under the limit on people displaced, and the
fewest displaced at that cost; the limit goes one below. That is two solves a point, each from nothing.
Change this when the comparison should walk in another way.
"""

import time
from dataclasses import dataclass

from bench.plain_highs import solve
from bench.plain_rows import Rows, formulate
from bench.stages import Answer
from solver.problem import Problem

HELD, LIMITED, MEASURED = "uncovered", "displaced", "cost"


@dataclass(frozen=True, kw_only=True)
class Walked:
    """The non-dominated (displaced, cost) that were closed, and whether there can be no others."""

    points: list[tuple[int, int]]
    closed: bool


def held_rows(problem: Problem, *, seconds: float) -> Rows | None:
    """The rows with work uncovered held at its least; None where it was not closed in time."""
    rows = formulate(problem).rows
    answer = solve(rows, HELD, seconds=seconds)
    if answer.values is None or not answer.closed:
        return None
    terms, _ = rows.goals[HELD]
    rows.row(terms, high=rows.value(terms, answer.values))
    return rows


def walk(problem: Problem, *, seconds: float) -> Walked:
    """Every point, until none is left or the seconds of the clock are over."""
    ends = time.perf_counter() + seconds
    rows = held_rows(problem, seconds=seconds)
    points: list[tuple[int, int]] = []
    while rows is not None:
        kept = len(rows.rows)
        cheapest = _within(rows, MEASURED, ends)
        if cheapest.closed and cheapest.values is None:
            return Walked(points=points, closed=True)
        cost = _reached(rows, MEASURED, cheapest)
        if cost is None:
            break
        rows.row(rows.goals[MEASURED][0], high=cost)
        displaced = _reached(rows, LIMITED, _within(rows, LIMITED, ends))
        del rows.rows[kept:]
        if displaced is None:
            break
        points.append((displaced + rows.goals[LIMITED][1], cost + rows.goals[MEASURED][1]))
        rows.row(rows.goals[LIMITED][0], high=displaced - 1)
    return Walked(points=points, closed=False)


def _within(rows: Rows, goal: str, ends: float) -> Answer:
    left = ends - time.perf_counter()
    return solve(rows, goal, seconds=left) if left > 0 else Answer(values=None, bound=None, closed=False)


def _reached(rows: Rows, goal: str, answer: Answer) -> int | None:
    """The value of a closed solve, without its constant; None where it was not closed, or does not hold exactly."""
    if answer.values is None or not answer.closed or rows.broken(answer.values):
        return None
    return rows.value(rows.goals[goal][0], answer.values)
