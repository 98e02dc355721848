"""What a rule is: a sentence, its standing, the rows it adds, the check of a finished structure, and how it may give.

A rule's `constrain` writes rows for the search; its `check` judges a structure by plain arithmetic on counted facts and
shares no expression with the rows. `loosen` returns a problem in which the rule asks less, for policy rules only.
Change this when rules need to say something new about themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True)
class Rule:
    """A business sentence with its two independent readings.

    `loosen(problem, by)` asks less by `by` units (`unit` names them); None for rules that never give.
    """

    name: str
    standing: Standing
    sentence: str
    constrain: Callable[[Variables], None]
    check: Callable[[Tally], list[Finding]]
    loosen: Callable[[Problem, int], Problem] | None = None
    unit: str = ""
