"""The least of one goal under limits on others: solved once, remembered, and used for every tighter or wider limit.

A wider limit never makes the least larger. So a solve under some limits is a bound for all tighter ones, and where what
it found keeps to tighter limits too, it is their answer. Each solve starts from the nearest structure found that keeps
its limits, and is told the least that is known already.
Change this when limits on goals are asked about in another way.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from fractions import Fraction

from solver.engine import NO_BOUND, Answer, Engine, Settings, Status, solve
from solver.goals import GOALS
from solver.linear import Term
from solver.model import Model
from solver.outcome import Stage
from solver.problem import Problem
from solver.rules import RULES
from solver.search import Order, StageReport, Watch, engine_for
from solver.settle import Posts
from solver.structure import Structure
from solver.tally import Tally
from solver.totals import with_totals
from solver.tradeoffs.tasks import Look, Task, done, nearby

Vector = tuple[int, ...]
NOTHING = 2**62
"""The least of a goal where no structure keeps the limits."""
Each = Callable[[Callable[[Task], Answer], Iterable[Task]], Iterable[Answer]]
"""`map`, or one that does the same on several processes."""
PRICED_AT = 10
"""Looks nearby trade a unit of a limited goal for this part of the tolerance."""
COUNTED_BY_POSTS = frozenset({"cost", "posts_changed"})
"""Goals that post counts alone decide; the variables of posts changed may stand above what they count."""


class NothingFitsError(Exception):
    """No structure keeps the rules."""


class NotSettledError(Exception):
    """A limit or a stop came before anything could be said; the words say at which goal."""


@dataclass(frozen=True)
class Axes:
    """Goals as they are walked, the measured one last, with its tolerance."""

    names: tuple[str, ...]
    tolerance: int


@dataclass(frozen=True)
class Evidence:
    """What is known under limits `caps` on all goals but the last.

    No structure within them has less of the last goal than `bound` (NOTHING: there is none); `vector` is the least that
    was found, None where nothing was.
    """

    caps: Vector
    bound: int
    vector: Vector | None

    @property
    def settled(self) -> bool:
        """Whether what was found meets the bound."""
        return self.bound == NOTHING or (self.vector is not None and self.vector[-1] <= self.bound)


class Least:
    """One problem asked under many limits; `evidence` and `found` hold all that came out.

    `done` is told with progress: how far whoever asks has come, from 0 to 1; None where that is not known.
    """

    def __init__(self, problem: Problem, axes: Axes, watch: Watch, *, each: Each = map) -> None:
        self.problem = problem
        self.each = each
        self.axes = axes
        self.watch = watch
        self.settings = replace(watch.settings, engine=watch.engine or engine_for(problem))
        self.model = Model(problem, pooled=True)
        if any(GOALS[name].needs_claim_order for name in axes.names):
            self.model.add(RULES)
        self._terms: dict[str, list[Term]] = {name: self.model.goal(GOALS[name]) for name in axes.names}
        self.held: list[Stage] = []
        self.evidence: list[Evidence] = []
        self.found: dict[Vector, tuple[int, ...]] = {}
        self.ideal: Vector = ()
        self.solves = 0
        self.done: Fraction | None = None

    @property
    def widest(self) -> Vector:
        """Limits on all goals but the last that every structure keeps."""
        return tuple(self._most(name) for name in self.axes.names[:-1])

    def _most(self, name: str) -> int:
        """The most of a goal that the bounds of the variables, or a limit on people displaced, allow."""
        highs, lows = self.model.linear.highs, self.model.linear.lows
        most = sum(c * (highs[v] if c > 0 else lows[v]) for c, v in self._terms[name])
        limit = self.problem.limits.displaced if name == "displaced" else None
        return min(most, most if limit is None else limit) + GOALS[name].constant(self.problem)

    def hold(self, order: Order) -> None:
        """Settle goals in their turn and hold them at their values and tolerances from now on.

        Raises NothingFitsError, and NotSettledError where a limit came first.
        """
        for name, tolerance in order:
            if GOALS[name].needs_claim_order:
                self.model.add(RULES)
            terms, constant = self.model.goal(GOALS[name]), GOALS[name].constant(self.problem)
            answer = self._solve(name, terms, {}, None)
            if answer.status is Status.INFEASIBLE:
                raise NothingFitsError
            if answer.status is not Status.SETTLED:
                raise NotSettledError(self._why(name))
            kept = answer.value + tolerance
            self.model.keep(name, terms, most=kept)
            self.found.clear()  # found before this goal was held
            self._remember(answer)
            value = answer.value + constant
            self.held.append(Stage(goal=name, value=value, bound=value, settled=True, kept=kept + constant))

    def smallest(self, name: str, limits: Mapping[str, int]) -> tuple[int, int | None]:
        """The least of one goal under limits on others: a bound, and the least found so far (None where nothing was).

        NOTHING is the bound where no structure keeps the limits.
        """
        constant = GOALS[name].constant(self.problem)
        answer = self._solve(name, self._terms[name], limits, None)
        if answer.status is Status.INFEASIBLE:
            return NOTHING, None
        self._remember(answer)
        bound = self._floor(name) if answer.bound == NO_BOUND else answer.bound + constant
        nearest = self._nearest(name, limits)
        return bound, None if nearest is None else nearest[self.axes.names.index(name)]

    def together(self, looks: Sequence[Look]) -> None:
        """Look under several limits at once, on as many processes as there are, and remember what came out in turn.

        What one finds is of no use to another; a stop leaves out what has not come yet. HiGHS only.
        """
        name, told = self.axes.names[-1], self.watch.report
        tasks = [self._task(look) for look in looks]
        for look, answer in zip(looks, self.each(done, tasks), strict=False):
            if told is not None:
                told(StageReport(name, 0, 0, tuple(zip(self.axes.names, look.caps, strict=False)), self.done))
            self.solves += 1
            self._remember(replace(answer, values=answer.values[: len(self.model.linear.names)]))
            if not look.near:
                self.evidence.append(Evidence(look.caps, self._least_said(answer, look.caps), self.nearest(look.caps)))
            if self.settings.stop.asked:
                break

    def _task(self, look: Look) -> Task:
        """A look under limits; the rows go again."""
        terms, known = self._terms[self.axes.names[-1]], self.nearest(look.caps)
        if look.near:  # no bound is wanted, so that what costs the same may be chosen by the other goals
            price = max(1, self.axes.tolerance // PRICED_AT)
            terms = [*terms, *((price * c, v) for name in self.axes.names[:-1] for c, v in self._terms[name])]
        rows = len(self.model.linear.rows)
        with nearby(self.model, self.found[known]) if look.near and known is not None else nullcontext():
            self._limit(dict(zip(self.axes.names, look.caps, strict=False)))
            linear, objective = with_totals(self.model.variables, terms)
        del self.model.linear.rows[rows:]
        return Task(linear=linear, terms=objective, seed=self.settings.seed, look=look)

    def _least_said(self, answer: Answer, caps: Vector) -> int:
        """What an answer bounds the last goal by, or what was known before where that is more."""
        if answer.status is Status.INFEASIBLE:
            return NOTHING
        said = answer.bound + GOALS[self.axes.names[-1]].constant(self.problem)
        return self.bound(caps) if answer.bound == NO_BOUND else max(self.bound(caps), said)

    def at(self, caps: Vector) -> Evidence:
        """The least of the last goal under limits on the others, in their order; solved only where not yet known."""
        name = self.axes.names[-1]
        low, known = self.bound(caps), self.nearest(caps)
        if low != NOTHING and (known is None or known[-1] > low):
            limits = dict(zip(self.axes.names, caps, strict=False))
            answer = self._solve(name, self._terms[name], limits, low)
            self._remember(answer)
            known = self.nearest(caps)
            low = self._least_said(answer, caps)
        evidence = Evidence(caps, low, known)
        self.evidence.append(evidence)
        return evidence

    def closest(self, caps: Vector) -> Evidence:
        """The same, and with that much of the last goal the least of the others, one after the other."""
        evidence = self.at(caps)
        if evidence.vector is None or not evidence.settled:
            return evidence
        limits = {**dict(zip(self.axes.names, caps, strict=False)), self.axes.names[-1]: evidence.bound}
        outer: list[int] = []
        for place, name in enumerate(self.axes.names[:-1]):
            known = evidence.vector[place]
            # The ideal needs no solve, but only where the goals before it stay as they were when it was found.
            kept = tuple(outer) == evidence.vector[:place] and known in self.ideal[place : place + 1]
            bound, value = (known, known) if kept else self.smallest(name, limits)
            if value is None or bound < value:
                return evidence  # a limit came first: what was found stands
            limits[name] = value
            outer.append(value)
        return replace(evidence, vector=(*outer, evidence.bound))

    def show_empty(self, caps: Vector, bound: int) -> None:
        """Note that no structure within limits has less of the last goal than a bound."""
        self.evidence.append(Evidence(caps, bound, None))

    def bound(self, caps: Vector) -> int:
        """The least of the last goal that may be, by all that is known, under limits on the others."""
        wider = (e.bound for e in self.evidence if all(a >= b for a, b in zip(e.caps, caps, strict=True)))
        return max(wider, default=self._floor(self.axes.names[-1]))

    def nearest(self, caps: Vector) -> Vector | None:
        """Of what was found within limits, that with the least of the last goal and then of the others."""
        return self._nearest(self.axes.names[-1], dict(zip(self.axes.names, caps, strict=False)))

    def posts(self, vector: Vector) -> Posts:
        """Post counts of a structure that was found, without zeros."""
        return self._posts(self.found[vector])

    def _posts(self, values: tuple[int, ...]) -> Posts:
        return self.model.variables.posts_in(values)

    def _floor(self, name: str) -> int:
        """The least that the bounds of the variables allow."""
        highs, lows = self.model.linear.highs, self.model.linear.lows
        least = sum(c * (lows[v] if c > 0 else highs[v]) for c, v in self._terms[name])
        return least + GOALS[name].constant(self.problem)

    def _remember(self, answer: Answer) -> None:
        """Keep what a solve found by what its goals come to; the first structure found at a vector stays."""
        if not answer.values:
            return
        posts = Tally(self.problem, Structure(posts=self._posts(answer.values)))
        vector = tuple(
            GOALS[name].value(posts)
            if name in COUNTED_BY_POSTS
            else sum(c * answer.values[v] for c, v in self._terms[name]) + GOALS[name].constant(self.problem)
            for name in self.axes.names
        )
        self.found.setdefault(vector, answer.values)

    def _solve(self, name: str, terms: list[Term], limits: Mapping[str, int], least: int | None) -> Answer:
        """One solve under limits, started from what was found that keeps them; the rows go again."""
        linear, constant = self.model.linear, GOALS[name].constant(self.problem)
        rows = len(linear.rows)
        self._limit(limits)
        if least is not None:
            linear.row(f"least {name}", terms, low=least - constant)
        nearest = self._nearest(name, limits)
        start = () if nearest is None else self.found[nearest]
        settings = self._reporting(name, constant, limits)
        self.solves += 1
        if settings.engine is Engine.CP_SAT:
            answer = solve(linear, terms, settings, start)
        else:
            answer = solve(*with_totals(self.model.variables, terms), settings)
            answer = replace(answer, values=answer.values[: len(linear.names)])
        del linear.rows[rows:]
        return answer

    def _limit(self, limits: Mapping[str, int]) -> None:
        for goal in sorted(limits):
            self.model.keep(goal, self._terms[goal], most=limits[goal] - GOALS[goal].constant(self.problem))

    def _nearest(self, name: str, limits: Mapping[str, int]) -> Vector | None:
        """Of what was found within limits, that with the least of a goal; of the last, where it is held."""
        at = {each: n for n, each in enumerate(self.axes.names)}
        within = [v for v in self.found if all(v[at[goal]] <= most for goal, most in limits.items())]
        place = at.get(name, -1)
        return min(within, key=lambda v: (v[place], v), default=None)

    def _reporting(self, name: str, constant: int, limits: Mapping[str, int]) -> Settings:
        report = self.watch.report
        if report is None:
            return self.settings
        shown, begun = report, StageReport(name, 0, 0, tuple(sorted(limits.items())), self.done)
        shown(begun)
        return replace(
            self.settings,
            progress=lambda value, bound: shown(replace(begun, value=value + constant, bound=bound + constant)),
        )

    def _why(self, name: str) -> str:
        named = GOALS[name].sentence.partition(".")[0].partition(",")[0].lower()
        return f"{self.settings.why_unsettled} at the goal '{named}'"


def points_taken(vectors: Iterable[Vector], tolerance: int) -> list[Vector]:
    """The points among vectors: in ascending order, each that no point taken already matches within the tolerance."""
    taken: list[Vector] = []
    for vector in sorted({*vectors}):
        if not any(_matches(point, vector, tolerance) for point in taken):
            taken.append(vector)
    return taken


def _matches(point: Vector, vector: Vector, tolerance: int) -> bool:
    no_higher = all(a <= b for a, b in zip(point[:-1], vector[:-1], strict=True))
    return no_higher and point[-1] <= vector[-1] + tolerance
