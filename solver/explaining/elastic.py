"""A problem in which every demand may give, asked again and again how little some of them can give.

One model serves every question. Only CP-SAT is asked, since only whole numbers may say that nothing fits, and always
with one seed, so that the same problem gives the same answer. "Can these hold?" is also asked as "how little can they
give?": a bound above nothing is often there in a second where the plain question takes a minute, and sometimes the
other way round (docs/decisions/0007-explaining.md).
Change this when a question about demands needs something else of the model.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from solver.demand import Demand
from solver.demands import demands_of, without
from solver.engine import Answer, Engine, Settings, Status, solve
from solver.linear import Term
from solver.model import Model
from solver.problem import Problem

LITTLE = (0.1, 1.0)
"""Efforts to spend on either way of asking before all of it is."""


def exactly(settings: Settings) -> Settings:
    """The settings by which proofs are made: whole numbers, one seed, nothing reported."""
    return replace(settings, engine=Engine.CP_SAT, seed=0, progress=None)


class Elastic:
    """The model of a problem with a variable for what each of its demands gives."""

    def __init__(self, problem: Problem, settings: Settings) -> None:
        self.problem = problem
        self.demands = demands_of(problem)
        self.settings = exactly(settings)
        self.model = Model(problem, pooled=True, elastic=self.demands)
        self.given = self.model.variables.given

    def least(
        self, weights: Mapping[Demand, int], most: Mapping[Demand, int], *, effort: float | None = None
    ) -> Answer:
        """Make what some demands give, each unit by its weight, as little as can be.

        Args: a weight for each that is to give little; the most that each may give, 0 for those not named; and effort,
        where it is to be less than the settings allow.
        """
        for demand, v in self.given.items():
            self.model.linear.highs[v] = most.get(demand, 0)
        spent = self.settings.effort if effort is None else min(effort, self.settings.effort)
        terms = [(weight, self.given[demand]) for demand, weight in weights.items()]
        return solve(self.model.linear, terms, replace(self.settings, effort=spent))

    @cached_property
    def _out(self) -> dict[Demand, int]:
        """A 0/1 variable for each demand: 1 where it gives anything."""
        linear = self.model.linear
        made = {demand: linear.variable(f"out {demand.rule} {demand.place}", 0, 1) for demand in self.demands}
        for demand, out in made.items():
            linear.row("out lets give", [(1, self.given[demand]), (-demand.most, out)], high=0)
        return made

    def few_out(self, held: Collection[Demand], *, effort: float) -> tuple[Status, frozenset[Demand]]:
        """Hold some demands and leave out few of the others, as few as some effort finds."""
        few = [(1, out) for demand, out in self._out.items() if demand not in held]
        for demand, v in self.given.items():
            self.model.linear.highs[v] = 0 if demand in held else demand.most
        answer = solve(self.model.linear, few, replace(self.settings, effort=min(effort, self.settings.effort)))
        return answer.status, frozenset(self.gives(answer)) if answer.values else frozenset()

    def gives(self, answer: Answer) -> dict[Demand, int]:
        """What gives in an answer, by how much."""
        return {demand: answer.values[v] for demand, v in self.given.items() if answer.values[v]}

    def holds(
        self, held: Collection[Demand], efforts: Iterable[float | None] = (*LITTLE, None)
    ) -> tuple[Status, Answer]:
        """Whether something fits with some demands held and all others free: SETTLED, INFEASIBLE or UNDECIDED.

        Asked both ways in turn, each time with as much effort as `efforts` say (None: all there is).
        """
        every = {demand: demand.most for demand in self.demands}
        free = {demand: most for demand, most in every.items() if demand not in held}
        weights = {demand: shares(demand) for demand in sorted(held)}
        answer = Answer(Status.UNDECIDED)
        for effort in efforts:
            answer = self.least(weights, every, effort=effort)
            if answer.values and answer.value == 0:
                return Status.SETTLED, answer
            if answer.values and answer.bound > 0:
                return Status.INFEASIBLE, answer
            answer = self.least({}, free, effort=effort)
            if answer.status is not Status.UNDECIDED:
                return answer.status, answer
        return Status.UNDECIDED, answer

    def row(self, name: str, terms: Iterable[Term], most: int) -> int:
        """Add a row that holds until `cut` is called with the number returned."""
        rows = len(self.model.linear.rows)
        self.model.linear.row(name, terms, high=most)
        return rows

    def cut(self, rows: int) -> None:
        """Take off the rows added since there were so many."""
        del self.model.linear.rows[rows:]


def shares(demand: Demand) -> int:
    """A weight by which giving everything counts about the same for every demand, whatever its unit."""
    return max(1, 2**30 // demand.most)


def anything_fits(problem: Problem, settings: Settings) -> Status:
    """Whether any structure keeps the rules: SETTLED, INFEASIBLE, or UNDECIDED; in whole numbers."""
    elastic = Elastic(problem, settings)
    return elastic.holds(elastic.demands)[0]


def only_with(problem: Problem, kept: Iterable[Demand]) -> Problem:
    """The problem with every demand but some asking nothing."""
    held = {*kept}
    return without(problem, (demand for demand in demands_of(problem) if demand not in held))
