"""A problem as a linear model: variables, rules, goals, done.

Change this when the model is put together differently, not when a rule or a goal changes: those have their own files.
"""

from collections.abc import Iterable

from solver.demand import Demand
from solver.goals import Goal
from solver.linear import LinearModel, Term
from solver.problem import Problem
from solver.rules import RULES, Rule
from solver.variables import Variables

CLAIM_ORDER = "stronger_claim_first"
FIRST_RULES = tuple(rule for rule in RULES if rule.name != CLAIM_ORDER)
"""Every rule but the claim order, which a search can mostly leave out (docs/model.md, last paragraph)."""


def first_rules(problem: Problem) -> tuple[Rule, ...]:
    """The rules a search begins with: the claim order is among them where a staff group has a limit of its own.

    Then who has the stronger claim can change how many are displaced, so that nothing may be found without it.
    """
    return RULES if problem.group_limits else FIRST_RULES


class Model:
    """Rows for a problem under some rules (those a search begins with where none are named); more are added later.

    `pooled` counts the work of posts that can do the same together, which is enough to find post counts; who does what
    is then settled on a model that is not pooled. `elastic` are demands that may give: each has a variable
    (`variables.given`) that says by how much, with the same meaning as loosening it by that much.
    """

    def __init__(
        self,
        problem: Problem,
        rules: Iterable[Rule] | None = None,
        *,
        pooled: bool = False,
        elastic: Iterable[Demand] = (),
    ) -> None:
        self.linear = LinearModel()
        self.variables = Variables(problem, self.linear, pooled=pooled, elastic=elastic)
        self.rules: set[str] = set()
        self.add(first_rules(problem) if rules is None else rules)

    def add(self, rules: Iterable[Rule]) -> None:
        """Add rules that are not in yet."""
        for rule in rules:
            if rule.name not in self.rules:
                rule.constrain(self.variables)
                self.rules.add(rule.name)

    def goal(self, goal: Goal) -> list[Term]:
        """The goal's terms, without its constant."""
        return goal.terms(self.variables)

    def keep(self, name: str, terms: list[Term], *, most: int) -> None:
        """Hold a settled goal at or below `most` (without the goal's constant) from now on."""
        self.linear.row(f"kept {name}", terms, high=most)
