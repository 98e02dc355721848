"""A smallest conflict: the fewest demands that no structure keeps together.

Implicit hitting sets (A. Ignatiev, A. Previti, M. Liffiton and J. Marques-Silva, "Smallest MUS extraction with minimal
hitting set dualization", 2015): whatever is left out of a structure must contain a demand of every conflict, so the
fewest demands that meet every such set found so far are no more than the smallest conflict; where nothing keeps them
together, they are one. Of conflicts alike in size, a hash of the demands' names chooses, so that neither the order of
rows nor what happened to be found first can. What comes out is proven again on the problem itself.
Change this when a conflict should be the fewest of something other than demands.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from solver.demand import Demand
from solver.engine import Settings, Status, solve
from solver.explaining.elastic import Elastic, anything_fits, exactly, only_with
from solver.explaining.weights import MOST_WEIGHT, tie_weight
from solver.linear import LinearModel
from solver.problem import Problem

EACH_EFFORT = 0.3
"""Effort to spend on leaving out little rather than anything: more of it is seldom repaid by fewer questions."""
ROUNDS = 300
"""Rounds after which a conflict is shrunk from all demands instead, and not called a smallest."""


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """Demands that cannot hold together; leaving out any one of them lets the others hold.

    `smallest` says that no conflict has fewer; `at_least` is how many any conflict has, as far as it is known.
    """

    demands: tuple[Demand, ...]
    smallest: bool
    at_least: int


@dataclass(frozen=True)
class NoConflict:
    """Some structure keeps every rule, so nothing is in conflict."""


@dataclass(frozen=True)
class Unsettled:
    """A limit or a stop came first: `why`."""

    why: str


def smallest_conflict(
    problem: Problem, settings: Settings | None = None, *, always: Iterable[Demand] = (), rounds: int = ROUNDS
) -> Conflict | NoConflict | Unsettled:
    """Find a smallest conflict among the demands of a problem.

    `always` are demands that are taken for granted: they hold throughout and are neither counted nor named, so that a
    conflict with them is only what else stands in the way (it may then be empty: they contradict each other).
    """
    return _Search(problem, settings or Settings(), frozenset(always), rounds).run()


class _Search:
    """The sets left out so far, each of which every conflict meets."""

    def __init__(self, problem: Problem, settings: Settings, always: frozenset[Demand], rounds: int) -> None:
        self.problem = problem
        self.settings = settings
        self.always = always
        self.rounds = rounds
        self.elastic = Elastic(problem, settings)
        self.free = tuple(d for d in self.elastic.demands if d not in always)
        self.met: list[frozenset[Demand]] = []
        self.at_least = 0

    def run(self) -> Conflict | NoConflict | Unsettled:
        fits, _ = self.elastic.holds(self.elastic.demands)
        if fits is Status.SETTLED:
            return NoConflict()
        if fits is not Status.INFEASIBLE:
            return self._unsettled()
        for _ in range(self.rounds):
            fewest = self._fewest_meeting()
            if fewest is None:
                break
            self.at_least = len(fewest)
            status = self._leave_out(fewest)
            if status is Status.INFEASIBLE:
                return self._again(fewest, smallest=True)
            if status is Status.UNDECIDED:
                break
        return self._shrunk()

    def _leave_out(self, held: frozenset[Demand]) -> Status:
        """Note sets that are left out with some demands held, each apart from those before, until nothing fits."""
        first = status = self._note(held)
        while status is Status.SETTLED:
            held |= self.met[-1]
            status = self._note(held)
        return first

    def _note(self, held: frozenset[Demand]) -> Status:
        """Note one set that is left out with some demands held: SETTLED; else INFEASIBLE or UNDECIDED."""
        status, out = self.elastic.few_out(held | self.always, effort=EACH_EFFORT)
        if status is Status.UNDECIDED:
            status, answer = self.elastic.holds(held | self.always)
            out = frozenset(self.elastic.gives(answer)) if status is Status.SETTLED else out
        if out:
            self.met.append(out)
            return Status.SETTLED
        return status

    def _fewest_meeting(self) -> frozenset[Demand] | None:
        """The fewest demands with one in every set left out so far; None where a limit came first."""
        linear = LinearModel()
        taken = {demand: linear.variable(f"{demand.rule} {demand.place}", 0, 1) for demand in self.free}
        for out in self.met:
            linear.row("met", [(1, taken[demand]) for demand in sorted(out)], low=1)
        cost = [((len(taken) + 1) * MOST_WEIGHT + tie_weight(demand), v) for demand, v in taken.items()]
        answer = solve(linear, cost, exactly(self.settings))
        if answer.status is not Status.SETTLED:
            return None
        return frozenset(demand for demand, v in taken.items() if answer.values[v])

    def _shrunk(self) -> Conflict | Unsettled:
        """All demands made fewer for as long as nothing keeps the rest together: in halves, quarters, one by one."""
        kept, step = list(self.free), max(1, len(self.free) // 2)
        while step:
            start = 0
            while start < len(kept):
                fewer = [*kept[:start], *kept[start + step :]]
                if self.elastic.holds({*fewer} | self.always)[0] is Status.INFEASIBLE:
                    kept = fewer
                else:
                    start += step
            step //= 2
        return self._again(frozenset(kept), smallest=False)

    def _again(self, found: frozenset[Demand], *, smallest: bool) -> Conflict | Unsettled:
        """Prove on the problem itself that nothing keeps all of them, and that without any one something does."""
        held = found | self.always
        if anything_fits(only_with(self.problem, held), self.settings) is not Status.INFEASIBLE:
            return self._unsettled()
        for demand in sorted(found):
            if anything_fits(only_with(self.problem, held - {demand}), self.settings) is not Status.SETTLED:
                return self._unsettled()
        size = len(found) if smallest else self.at_least
        return Conflict(demands=tuple(sorted(found)), smallest=smallest or size == len(found), at_least=size)

    def _unsettled(self) -> Unsettled:
        return Unsettled(self.settings.why_unsettled)
