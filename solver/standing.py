"""Whether posts found under some figures still stand under others: do they fit, and does anything better?

Used to find how far an assumption can move before the answer is another one. Fixed posts make small problems, and "does
anything better" asks for each goal in its turn whether it can be smaller with the goals before it no worse.
Change this when "the answer still stands" is to mean something else (docs/decisions/0005-break-evens.md).
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from solver.engine import Settings, Status, solve
from solver.filling import filled, only_flows
from solver.goals import GOALS
from solver.model import FIRST_RULES, Model
from solver.problem import Problem
from solver.rules import Rule
from solver.search import Order
from solver.settle import POSSIBLE, Posts, as_given
from solver.structure import Structure
from solver.tally import Tally

MAIN_GOALS = ("uncovered", "displaced", "cost")


class UnsettledError(Exception):
    """A limit or a stop came before the question was settled."""


def values_of(
    problem: Problem, posts: Posts, *, rules_kept: bool = True, settings: Settings | None = None
) -> dict[str, int] | None:
    """Work uncovered, people displaced and cost of fixed posts; None where they do not fit.

    `rules_kept` False fills in a structure given by hand, which may break rules, as `settle_given` does: statutory work
    comes first where the posts can do it. Raises UnsettledError.
    """
    limits = settings or Settings()
    count = dict(posts)
    if not {*count} <= {*problem.kind}:
        return None
    if not rules_kept:
        there = as_given(problem, posts)
        statutory = _least(there, posts, {*POSSIBLE, "statutory_work"}, settings=limits)
        return statutory or _least(there, posts, {*POSSIBLE}, settings=limits)
    if any(not k.least <= count.get(k.id, 0) <= k.most for k in problem.kinds):
        return None
    return _least(problem, posts, {rule.name for rule in FIRST_RULES}, settings=limits)


def _least(problem: Problem, posts: Posts, names: set[str], *, settings: Settings) -> dict[str, int] | None:
    """The least uncovered, then the least displaced, of fixed posts under some rules; None where they do not fit.

    Two flows say so nearly always; only where work must sit in one team or posts be paid for is a search asked.
    """
    rules = [rule for rule in FIRST_RULES if rule.name in names]
    tally = Tally(problem, filled(problem, posts, statutory_first="statutory_work" in names))
    if not any(rule.check(tally) for rule in rules):
        return {name: GOALS[name].value(tally) for name in MAIN_GOALS}
    return None if only_flows(problem) else _searched(problem, posts, rules, settings=settings)


def _searched(problem: Problem, posts: Posts, rules: Sequence[Rule], *, settings: Settings) -> dict[str, int] | None:
    count = dict(posts)
    model = Model(problem, rules, pooled=True)
    for kind, v in model.variables.posts.items():
        model.linear.lows[v] = model.linear.highs[v] = count.get(kind, 0)
    found = {"cost": Tally(problem, Structure(posts=posts)).cost_pence}
    for name in ("uncovered", "displaced"):
        terms = model.goal(GOALS[name])
        answer = solve(model.linear, terms, settings)
        if answer.status is Status.INFEASIBLE:
            return None
        if answer.status is not Status.SETTLED:
            raise UnsettledError(name)
        found[name] = answer.value
        model.keep(name, terms, most=answer.value)
    return found


class Challenge:
    """Asks a problem whether any structure keeps the rules with some goals at or below limits; nothing is solved twice.

    What one answer implies for a wider or a narrower question is used: where nothing is within some limits nothing is
    within smaller ones, and where something is, it is within larger ones. `tried` are posts found under other figures,
    to which those found here are added: where such posts are within the limits here too, nothing has to be searched.
    """

    def __init__(self, problem: Problem, settings: Settings, tried: list[Posts] | None = None) -> None:
        self.problem = problem
        self.settings = settings
        self.tried = [] if tried is None else tried
        self.known: list[tuple[dict[str, int], bool]] = []
        self._values: dict[Posts, dict[str, int] | None] = {}

    def any_within(self, limits: Mapping[str, int]) -> bool:
        """Whether a structure keeps the rules with each goal named at or below its limit. Raises UnsettledError."""
        if any(most < GOALS[name].constant(self.problem) for name, most in limits.items()):
            return False  # no goal goes below its constant
        for asked, found in self.known:
            wider, narrower = (limits, asked) if found else (asked, limits)
            if all(goal in narrower and narrower[goal] <= wider[goal] for goal in wider):
                return found
        found = any(self._within(posts, limits) for posts in self.tried) or self._search(limits)
        self.known.append((dict(limits), found))
        return found

    def _within(self, posts: Posts, limits: Mapping[str, int]) -> bool:
        if posts not in self._values:
            self._values[posts] = values_of(self.problem, posts, settings=self.settings)
        values = self._values[posts]
        return values is not None and all(values[name] <= most for name, most in limits.items())

    @cached_property
    def _model(self) -> Model:
        """The rules of the problem, to which each question adds its limits for as long as it is asked."""
        return Model(self.problem, pooled=True)

    def _search(self, limits: Mapping[str, int]) -> bool:
        model = self._model
        rules = len(model.linear.rows)
        for name in sorted(limits):
            goal = GOALS[name]
            model.keep(name, model.goal(goal), most=limits[name] - goal.constant(self.problem))
        answer = solve(model.linear, [], self.settings)
        del model.linear.rows[rules:]
        if answer.status is Status.UNDECIDED:
            raise UnsettledError(", ".join(sorted(limits)) or "the rules")
        if not answer.values:
            return False
        self.tried.append(model.variables.posts_in(answer.values))
        return True

    def bettered(self, values: Mapping[str, int], order: Order) -> str:
        """The first main goal in `order` on which some structure is better, no worse on those before it; "" for none.

        Better means by more than the goal's tolerance; a goal before it may be worse by its tolerance. Raises
        UnsettledError when a limit or a stop came first.
        """
        before: dict[str, int] = {}
        for name, tolerance in order:
            if name in MAIN_GOALS:
                better = {name: values[name] - tolerance - 1}
                if self._any_at_all(before, better) and self.any_within({**before, **better}):
                    return name
                before[name] = values[name] + tolerance
        return ""

    def _any_at_all(self, before: Mapping[str, int], better: Mapping[str, int]) -> bool:
        """Whether any structure is better with no more than the first goal before it held.

        Where none is, none is with more of them held; and the answer serves every order that begins alike.
        """
        first = dict(list(before.items())[:1])
        return self.any_within({**first, **better})
