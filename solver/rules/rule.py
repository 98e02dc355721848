"""What a rule is: a sentence, its standing, the rows it adds, the check of a finished structure, and what it asks.

A rule's `constrain` writes rows for the search; its `check` judges a structure by plain arithmetic on counted facts and
shares no expression with the rows. Its `demands` are the places where it asks something, and `loosen` returns a problem
in which it asks less at one of them. Only policy may give; others are loosened to see whether they stand in the way.
Change this when rules need to say something new about themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from solver.demand import Demand
from solver.problem import Problem
from solver.tally import Tally
from solver.variables import Variables


class Standing(StrEnum):
    """Whether a rule may ever give way: only policy may."""

    STRUCTURAL = "structural"
    STATUTORY = "statutory"
    POLICY = "policy"


@dataclass(frozen=True)
class Finding:
    """A breach found by the checker: which rule, where, by how much (in the rule's unit), in a sentence."""

    rule: str
    place: str
    amount: int
    message: str


def no_demands(_problem: Problem) -> tuple[Demand, ...]:
    """The demands of a rule that only says what a structure is: none."""
    return ()


def as_it_is(problem: Problem, _demand: Demand, _by: int) -> Problem:
    """The problem loosened by a rule that has no demands: the same."""
    return problem


@dataclass(frozen=True)
class Rule:
    """A business sentence with its two independent readings.

    `demands(problem)` are the places where it asks something, none for rules that only say what a structure is;
    `loosen(problem, demand, by)` asks less there by `by` of the demand's unit, and nothing any more at `demand.most`.
    """

    name: str
    standing: Standing
    sentence: str
    constrain: Callable[[Variables], None]
    check: Callable[[Tally], list[Finding]]
    demands: Callable[[Problem], tuple[Demand, ...]] = no_demands
    loosen: Callable[[Problem, Demand, int], Problem] = as_it_is
