"""Lexicographic search: each goal in its turn, kept within its tolerance, then the tie-break, then who does what.

Every stage ends settled (no structure within the rules and the stages before does better) or with a bound. The
structure handed out has been judged by the checker; a finding on it is a defect of ours and is raised.

The claim order is searched without at first: its rows are slow and seldom change what is found. What is found is then
filled in with the claim order kept. Where that reaches the value of every stage, no structure that keeps the claim
order does better either, since leaving a rule out only allows more; where it does not, the search is done again with
the rows in.
Change this when the order of stages or the meaning of a limit changes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction

from solver.checker import DesignDefectError
from solver.counting import reasons_nothing_fits
from solver.engine import Answer, Engine, Settings, Status, solve
from solver.goals import GOALS, Goal
from solver.goals.tie_break import GOAL as TIE_BREAK
from solver.judged import judged
from solver.linear import Term
from solver.model import CLAIM_ORDER, Model
from solver.outcome import Designed, Infeasible, Outcome, Stage, Undecided
from solver.problem import Problem
from solver.rules import RULES
from solver.settle import CannotSettleError
from solver.structure import Structure
from solver.totals import with_totals

Order = tuple[tuple[str, int], ...]
"""Goals in their turn, each with the tolerance (in its unit) that later goals may use."""

PEOPLE_FIRST: Order = (
    ("uncovered", 0),
    ("displaced", 0),
    ("cost", 100_000),
    ("moved_down", 0),
    ("job_changed", 0),
    ("posts_changed", 0),
)
"""The default order; the cost tolerance of £1,000 keeps pence from splitting posts (design.md section 4)."""

SMALL = 100
"""Post kinds up to which CP-SAT is quicker than HiGHS: docs/decisions/0002-engine.md."""


def engine_for(problem: Problem) -> Engine:
    """The engine that answers a problem of this size unless another is asked for."""
    return Engine.CP_SAT if len(problem.kinds) <= SMALL else Engine.HIGHS


def swapped(order: Order, one: str, other: str) -> Order:
    """The order with two goals changing places: money first is people first with displaced and cost swapped."""
    by_name = dict(order)
    turn = {one: other, other: one}
    return tuple((turn.get(name, name), by_name[turn.get(name, name)]) for name, _ in order)


@dataclass(frozen=True)
class StageReport:
    """What to show while a search runs: the goal in its turn, the value found and the bound, in the goal's unit.

    `within` are limits on other goals that the search keeps, in their units; `done` how far a question that takes many
    searches has come, from 0 to 1, where that is known.
    """

    goal: str
    value: int
    bound: int
    within: tuple[tuple[str, int], ...] = ()
    done: Fraction | None = None


Memo = dict[tuple[Problem, Order, bool], Answer]
"""Stages solved already: by the problem, the goals with tolerances up to theirs, and whether the claim order was in."""


@dataclass(frozen=True)
class Watch:
    """How a search is run and watched.

    `engine` None lets the size decide; `tie_break` False skips the last stages; `memo` keeps settled stages, so that
    two orders that begin alike are solved alike once.
    """

    settings: Settings = field(default_factory=Settings)
    engine: Engine | None = None
    tie_break: bool = True
    report: Callable[[StageReport], None] | None = None
    memo: Memo = field(default_factory=dict)


class _Search:
    """The state of one search: the model as it grows, the last values found, and the stages so far."""

    def __init__(self, problem: Problem, watch: Watch, *, claim_order: bool) -> None:
        self.problem = problem
        self.watch = watch
        self.model = Model(problem, pooled=True)
        self.claim_order = claim_order
        self.settings = replace(watch.settings, engine=watch.engine or engine_for(problem))
        self.values: tuple[int, ...] = ()
        self.stages: list[Stage] = []
        self.done: Order = ()

    def run(self, goal: Goal, tolerance: int) -> Status:
        """Solve one stage, record it, and keep its value from now on."""
        if goal.needs_claim_order and self.claim_order:
            self.model.add(RULES)
        terms, constant = self.model.goal(goal), goal.constant(self.problem)
        self.done = (*self.done, (goal.name, tolerance))
        key = (self.problem, self.done, CLAIM_ORDER in self.model.rules)
        answer = self.watch.memo.get(key) or self._at_floor(terms) or self.solve(goal, terms, constant)
        if answer.status is Status.SETTLED:
            self.watch.memo[key] = answer
        if not answer.values:
            return answer.status
        self.values = answer.values
        settled = answer.status is Status.SETTLED
        kept = answer.value + tolerance
        self.model.keep(goal.name, terms, most=kept)
        self.stages.append(
            Stage(
                goal=goal.name,
                value=answer.value + constant,
                bound=answer.bound + constant,
                settled=settled,
                kept=kept + constant,
            )
        )
        return answer.status

    def _at_floor(self, terms: list[Term]) -> Answer | None:
        """The last values again where they already reach the least that the variables' bounds allow."""
        lows, highs = self.model.linear.lows, self.model.linear.highs
        reached = len(self.values) == len(lows) and not self.model.linear.broken(list(self.values))
        floor = sum(c * (lows[v] if c > 0 else highs[v]) for c, v in terms)
        if not reached or sum(c * self.values[v] for c, v in terms) > floor:
            return None
        return Answer(Status.SETTLED, self.values, floor, floor)

    def solve(self, goal: Goal, terms: list[Term], constant: int) -> Answer:
        """One solve with progress reported in the goal's own unit, starting from the last values."""
        report = self.watch.report
        settings = self.settings
        if report is not None:
            report(StageReport(goal.name, 0, 0))
            shown = report
            settings = replace(
                settings,
                progress=lambda value, bound: shown(StageReport(goal.name, value + constant, bound + constant)),
            )
        if settings.engine is Engine.CP_SAT:
            return solve(self.model.linear, terms, settings, self.values)
        answer = solve(*with_totals(self.model.variables, terms), settings)
        return replace(answer, values=answer.values[: len(self.model.linear.names)])

    def posts(self, values: tuple[int, ...]) -> tuple[tuple[str, int], ...]:
        """Post counts in some values, without zeros."""
        return self.model.variables.posts_in(values)


def design(problem: Problem, order: Order = PEOPLE_FIRST, watch: Watch | None = None) -> Outcome:
    """Design a structure: the goals in `order`, each settled or bounded, within every rule.

    Returns Designed when every stage is settled; Infeasible when nothing keeps the rules, with counting arguments where
    they suffice; Undecided when a limit or a stop came first, with the structure found so far, if any.
    Raises DesignDefectError when our own checker refuses the structure or a later stage loses what an earlier one
    found, KeyError for an unknown goal, and ValueError for an order without goals.
    """
    if not order:
        raise ValueError("an order names at least one goal")
    watch = watch or Watch()
    if _may_leave_claim_order(order):
        try:
            return _in_turn(_Search(problem, watch, claim_order=False), order)
        except CannotSettleError:
            pass  # the claim order changes what can be found: once more with its rows in
    return _in_turn(_Search(problem, watch, claim_order=True), order)


def _may_leave_claim_order(order: Order) -> bool:
    """Whether filling in shows every stage value reached: no tolerance from the first goal the claim order can change.

    Within a tolerance a structure may keep the goal and yet not reach the value that was found without the claim order.
    """
    needing = [GOALS[name].needs_claim_order for name, _ in order]
    from_there = order[needing.index(True) :] if any(needing) else ()
    return all(tolerance == 0 for _, tolerance in from_there)


def _in_turn(search: _Search, order: Order) -> Outcome:
    """Every goal in its turn, then the tie-break.

    Raises CannotSettleError when what was found without the claim order cannot be filled in with it.
    """
    for name, tolerance in order:
        status = search.run(GOALS[name], tolerance)
        if status is Status.INFEASIBLE:
            if search.stages:
                raise DesignDefectError(
                    f"stage '{name}' finds nothing after {search.stages[-1].goal!r} found something"
                )
            return Infeasible(reasons=tuple(reasons_nothing_fits(search.problem)))
        if status is not Status.SETTLED:
            return _undecided(search, name)
    return _untied(search)


def _undecided(search: _Search, goal: str) -> Undecided:
    structure = _finished(search, search.posts(search.values)) if search.values else None
    named = {**GOALS, TIE_BREAK.name: TIE_BREAK}[goal].sentence.partition(".")[0].partition(",")[0]
    return Undecided(
        structure=structure,
        stages=tuple(search.stages),
        why=f"{search.settings.why_unsettled} at the goal '{named.lower()}'",
    )


def _untied(search: _Search) -> Outcome:
    """Choose between equally good post counts, and say whether there was a choice."""
    if not search.watch.tie_break:
        structure = _finished(search, search.posts(search.values))
        return Designed(structure=structure, stages=tuple(search.stages), ties=False)
    if search.claim_order:
        search.model.add(RULES)
    terms = search.model.goal(TIE_BREAK)
    others = search.posts(search.values)
    least = search.solve(TIE_BREAK, terms, 0)
    if least.status is not Status.SETTLED:
        search.values = least.values or search.values
        return _undecided(search, TIE_BREAK.name)
    search.values = least.values
    posts = search.posts(least.values)
    if others == posts:  # the last stage ended where the tie-break did: look as far away as can be for another
        most = search.solve(TIE_BREAK, [(-c, v) for c, v in terms], 0)
        if most.status is not Status.SETTLED:
            return _undecided(search, TIE_BREAK.name)
        others = search.posts(most.values)
    if posts != others and not search.claim_order:
        _finished(search, others)  # that there is a choice has to hold with the claim order as well
    return Designed(structure=_finished(search, posts), stages=tuple(search.stages), ties=posts != others)


def _finished(search: _Search, posts: tuple[tuple[str, int], ...]) -> Structure:
    """Fill in who does what for these posts, and let the checker judge the whole."""
    return judged(search.problem, posts, kept={stage.goal: stage.kept for stage in search.stages})
