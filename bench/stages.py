"""One goal after the other, each kept to its value plus its tolerance: the loop both plain solvers share.

Change this when the plain formulations should be solved in another order of steps.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bench.plain_rows import Rows


class StageResult(NamedTuple):
    """What a stage came to.

    `value` is that of the structure found, None where none was found; `bound` is the least value not ruled out, None
    where nothing is known; `settled` means that the two meet, or, with neither, that no structure exists.
    """

    goal: str
    value: int | None
    bound: int | None
    settled: bool


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One solve: exact values of all variables or None, a lower bound or None, whether it was closed."""

    values: list[int] | None
    bound: int | None
    closed: bool


Solve = Callable[[str], Answer]


def in_turn(
    rows: Rows, goals: Sequence[str], *, solve: Solve, tolerances: Mapping[str, int]
) -> tuple[list[StageResult], list[int] | None]:
    """Solve each goal in turn and keep it.

    Args: the rows, which get one more row a stage; goals by name; how to solve for one; tolerances by goal, in the
    goal's unit. Returns: the stages, up to the first that found no structure, and the last values found.
    """
    found: list[StageResult] = []
    last: list[int] | None = None
    for goal in goals:
        answer = solve(goal)
        if answer.values is None:
            found.append(StageResult(goal, None, answer.bound, answer.closed))
            break
        last = answer.values
        terms, constant = rows.goals[goal]
        value = rows.value(terms, last) + constant
        settled = answer.closed and not rows.broken(last)
        bound = value if settled else answer.bound
        found.append(StageResult(goal, value, bound, settled))
        rows.row(terms, high=value - constant + tolerances.get(goal, 0))
    return found, last
