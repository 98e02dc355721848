"""Which demands bind where something fits, and what a unit of each is worth: by searching again, never from duals.

A demand binds where leaving it out lets a main goal be better with those before it no worse. What a unit is worth is
the difference between two searches that settle the same goals in the same order; where one unit changes nothing, twice
as much is tried until something changes, since posts come whole. Then as little is told as the structure found needs,
and less is tried until nothing changes.
Change this when "binds" is to mean something else, or when a unit is too fine or too coarse to mean anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from solver.demand import Demand
from solver.demands import demands_of, loosened, may_give, without
from solver.engine import Settings, Status
from solver.explaining.elastic import anything_fits
from solver.explaining.needed import STEPS, needed
from solver.outcome import Designed
from solver.problem import Problem
from solver.search import Order, Watch, design
from solver.standing import MAIN_GOALS, Challenge, UnsettledError

UNITS = {"pence": 100_000, "thousandths of FTE": 100, "weighted thousandths of FTE": 100}
"""How much of a demand's unit is tried first: £1,000, 0.1 FTE; one of anything else."""

Values = tuple[tuple[str, int], ...]


@dataclass(frozen=True, kw_only=True)
class Worth:
    """A demand that binds: the first main goal that would be better without it, and what giving `by` changes.

    `before` and `after` are the main goals in their order without and with it giving; `found` is the search with those
    after. `least`: with one step less (needed.py) nothing changes. `offered` says that it may give at all. `settled`
    False: a limit came before it was known, and the rest says nothing.
    """

    demand: Demand
    goal: str
    by: int
    before: Values
    after: Values
    offered: bool
    found: Designed | None = None
    least: bool = False
    settled: bool = True


def main_goals(order: Order) -> Order:
    """The goals that say whether a demand binds, in their order and without tolerances."""
    return tuple((goal, 0) for goal, _ in order if goal in MAIN_GOALS)


def binding(problem: Problem, order: Order, settings: Settings | None = None) -> Iterator[Worth]:
    """Every demand that binds, in order, with what it is worth.

    Nothing is yielded where nothing fits; a demand for which a limit came first is yielded as not settled. Raises
    UnsettledError where a limit or a stop came before the main goals of the problem itself were settled.
    """
    goals, watch = main_goals(order), Watch(settings=settings or Settings(), tie_break=False)
    found = _found(problem, goals, watch)
    if found is None:
        if anything_fits(problem, watch.settings) is Status.INFEASIBLE:
            return
        raise UnsettledError(", ".join(goal for goal, _ in goals))
    before = _values(found)
    for demand in demands_of(problem):
        challenge = Challenge(without(problem, [demand]), watch.settings)
        try:
            goal = challenge.bettered(dict(before), goals)
        except UnsettledError:
            yield _open(demand, before)
            continue
        if goal:
            yield _worth(problem, demand, goal=goal, before=before, watch=watch)


def _worth(problem: Problem, demand: Demand, *, goal: str, before: Values, watch: Watch) -> Worth:
    goals: Order = tuple((name, 0) for name, _ in before)
    by = min(UNITS.get(demand.unit, 1), demand.most)
    while True:
        found = _found(loosened(problem, {demand: by}), goals, watch)
        if found is None:
            return replace(_open(demand, before), goal=goal)
        after = _values(found)
        if after != before or by >= demand.most:
            told = Worth(demand=demand, goal=goal, by=by, before=before, after=after, offered=may_give(demand))
            return _smaller(problem, replace(told, found=found), goals, watch=watch)
        by = min(2 * by, demand.most)


def _smaller(problem: Problem, worth: Worth, goals: Order, *, watch: Watch) -> Worth:
    """As little as the structure found needs; then less, until nothing changes any more or a limit comes."""
    step = STEPS.get(worth.demand.unit, 1)
    while worth.found is not None and worth.after != worth.before:
        by = needed(problem, worth.found.structure, {worth.demand: worth.by}).get(worth.demand, worth.by)
        worth = replace(worth, by=by)
        less = _found(loosened(problem, {worth.demand: by - step}), goals, watch) if by > step else None
        if by <= step or (less is not None and _values(less) == worth.before):
            return replace(worth, least=True)
        if less is None:
            return worth
        worth = replace(worth, by=by - step, after=_values(less), found=less)
    return worth


def _open(demand: Demand, before: Values) -> Worth:
    """A demand of which it is not settled what it is worth."""
    return Worth(demand=demand, goal="", by=0, before=before, after=before, offered=may_give(demand), settled=False)


def _found(problem: Problem, goals: Order, watch: Watch) -> Designed | None:
    """The main goals settled in their order; None where a limit came first or nothing fits."""
    outcome = design(problem, goals, replace(watch, memo={}))
    return outcome if isinstance(outcome, Designed) else None


def _values(found: Designed) -> Values:
    return tuple((stage.goal, stage.value) for stage in found.stages)
