"""What a goal is: a wish with its unit, as terms for the search and as a count of a finished structure.

Change this when goals need to say something new about themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass

from solver.linear import Term
from solver.problem import Problem
from solver.tally import Tally
from solver.variables import Variables


def nothing(_problem: Problem) -> int:
    """The constant of goals that have none."""
    return 0


@dataclass(frozen=True)
class Goal:
    """A number to make as small as can be: `terms` plus `constant` for the search, `value` of a finished structure."""

    name: str
    unit: str
    sentence: str
    terms: Callable[[Variables], list[Term]]
    value: Callable[[Tally], int]
    constant: Callable[[Problem], int] = nothing
    needs_claim_order: bool = False
