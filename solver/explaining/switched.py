"""A problem in which each demand can be switched off, asked again and again with some of them held.

One model serves every question: a demand that is off gives all it has. Only CP-SAT is asked, since only whole numbers
may say that nothing fits, and always with one seed, so that the same problem gives the same answer.
Change this when a demand can be left out in another way than giving all it has.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from solver.demand import Demand
from solver.demands import demands_of, without
from solver.engine import Answer, Engine, Settings, Status, solve
from solver.model import Model
from solver.problem import Problem

EACH_EFFORT = 2.0
"""Effort to spend on leaving out few demands rather than any: more of it is seldom repaid by fewer questions."""


def exactly(settings: Settings) -> Settings:
    """The settings by which proofs are made: whole numbers, one seed, nothing reported."""
    return replace(settings, engine=Engine.CP_SAT, seed=0, progress=None)


@dataclass(frozen=True)
class Left:
    """What holding some demands came to: FOUND with those left out, INFEASIBLE, or UNDECIDED."""

    status: Status
    out: frozenset[Demand] = frozenset()


class Switched:
    """A problem's rules with a switch for every demand; `asked` counts the questions."""

    def __init__(self, problem: Problem, settings: Settings) -> None:
        self.demands = demands_of(problem)
        self.settings = exactly(settings)
        self._model = Model(problem, pooled=True, elastic=self.demands)
        linear = self._model.linear
        self._off = {demand: linear.variable(f"off {demand.rule} {demand.place}", 0, 1) for demand in self.demands}
        for demand, off in self._off.items():
            given = self._model.variables.given[demand]
            linear.row("off gives all", [(1, given), (-demand.most, off)], low=0, high=0)

    def with_held(self, held: Collection[Demand]) -> Left:
        """Hold some demands, leave out as few of the others as a little effort finds."""
        few = [(1, off) for demand, off in self._off.items() if demand not in held]
        little = replace(self.settings, effort=min(EACH_EFFORT, self.settings.effort))
        left = self._ask(held, few, little)
        return self.fit(held) if left.status is Status.UNDECIDED else left

    def fit(self, held: Collection[Demand]) -> Left:
        """Hold some demands, with any of the others left out."""
        return self._ask(held, [], self.settings)

    def _ask(self, held: Collection[Demand], objective: list[tuple[int, int]], settings: Settings) -> Left:
        highs = self._model.linear.highs
        for demand, off in self._off.items():
            highs[off] = 0 if demand in held else 1
        answer = solve(self._model.linear, objective, settings)
        if answer.values:
            return Left(Status.FOUND, frozenset(d for d, off in self._off.items() if answer.values[off]))
        return Left(answer.status)


def anything_fits(problem: Problem, settings: Settings) -> Status:
    """Whether any structure keeps the rules: SETTLED, INFEASIBLE, or UNDECIDED; in whole numbers."""
    answer: Answer = solve(Model(problem, pooled=True).linear, [], exactly(settings))
    return Status.SETTLED if answer.values else answer.status


def only_with(problem: Problem, kept: Iterable[Demand]) -> Problem:
    """The problem with every demand but some asking nothing."""
    held = {*kept}
    return without(problem, (demand for demand in demands_of(problem) if demand not in held))
