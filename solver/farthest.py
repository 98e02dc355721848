"""The structure farthest from the nearest of some that are given, within a problem's rules and limits on its goals.

CP-SAT closes it on small problems, and the tie-break then chooses among structures equally far. HiGHS is given few
branches, since nearly all of the distance is found at the root and closing the rest takes long; where it finds nothing
there, a structure is taken that is far by a straight line between the ends of each count, and improved on the sides of
those given on which it lies.
Change this when another way finds far structures sooner (docs/decisions/0011-alternatives.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from solver.distance import Away, Counts, counts_of, distance, free_cells
from solver.engine import NO_BOUND, Answer, Engine, Settings, Status, solve
from solver.goals import GOALS
from solver.goals.tie_break import GOAL as TIE_BREAK
from solver.linear import Term
from solver.model import Model
from solver.problem import Problem
from solver.settle import Posts
from solver.totals import with_totals

EVENLY = 1_000
"""How finely the even rise of a distance is told: it only chooses where to look."""
FEW_NODES = 10
"""HiGHS's branches for one structure: fifty found nothing farther on frozen 300-post councils (the decision)."""


@dataclass(frozen=True)
class Far:
    """Posts found (None: none within the limits), how far from the nearest of those given, and how far any could be."""

    posts: Posts | None
    least: int
    bound: int | None


def model_within(problem: Problem, kept: Mapping[str, int]) -> Model:
    """The rules of a problem, and each goal named in `kept` at or below its value there."""
    model = Model(problem, pooled=True)
    for name in sorted(kept):
        goal = GOALS[name]
        model.keep(name, model.goal(goal), most=kept[name] - goal.constant(problem))
    return model


def farthest(problem: Problem, kept: Mapping[str, int], found: Sequence[Posts], settings: Settings) -> Far:
    """Find the structure farthest from the nearest of those found.

    Args: the problem; goals with what they stay at or below; the posts of one structure or more that keep both; how it
    is solved. Returns what was found, which is at least as far as said.
    """
    if settings.engine is Engine.HIGHS:
        settings = replace(settings, nodes=min(settings.nodes, FEW_NODES))
    given = [counts_of(problem, posts) for posts in found]
    model = model_within(problem, kept)
    away = Away(model.variables)
    least = _pressed(model, [away.terms(counts) for counts in given])
    answer = _solved(model, [(-1, least)], settings)
    posts = _posts(model, answer)
    if settings.engine is Engine.HIGHS and answer.status is not Status.SETTLED and answer.value >= 0:
        posts = _along_a_line(problem, kept, given, settings)
    elif answer.status is Status.SETTLED:
        model.linear.lows[least] = -answer.value
        posts = _posts(model, solve(model.linear, model.goal(TIE_BREAK), settings, answer.values)) or posts
    bound = None if answer.bound == NO_BOUND else -answer.bound
    if posts is None:
        return Far(None, 0, bound)
    return Far(posts, _nearest(problem, posts, given), bound)


def _along_a_line(
    problem: Problem, kept: Mapping[str, int], given: Sequence[Counts], settings: Settings
) -> Posts | None:
    """A far structure by sums alone, which are found sooner; None where none is within the limits.

    First every count is pressed away from the given ones, as if a distance rose evenly from one end of its room to the
    other. What that finds lies, count by count, above or below each given structure; on that side the distance is a
    sum, and the least of these sums is then made as large as can be.
    """
    model = model_within(problem, kept)
    cells = free_cells(problem)
    ends = {cell: (sum(k.least for k in kinds), sum(k.most for k in kinds)) for cell, kinds in cells.items()}
    line: list[Term] = []
    for cell, (low, high) in ends.items():
        rises = sum(high + low - 2 * counts[cell] for counts in given) * EVENLY // (high - low)
        line.extend((-rises, v) for _, v in model.variables.count(cells[cell]))
    first = _posts(model, _solved(model, line, settings))
    if first is None:
        return None
    there, one = counts_of(problem, first), model.linear.variable("one", 1, 1)
    sides: list[list[Term]] = []
    for counts in given:
        terms: list[Term] = []
        for cell, kinds in cells.items():
            low, high = ends[cell]
            more = (there[cell], high - counts[cell]) > (counts[cell], counts[cell] - low)
            sign = 1 if more else -1
            terms.extend([*((sign, v) for _, v in model.variables.count(kinds)), (-sign * counts[cell], one)])
        sides.append(terms)
    least = _pressed(model, sides)
    better = _posts(model, _solved(model, [(-1, least)], settings))
    return max((each for each in (better, first) if each is not None), key=lambda p: _nearest(problem, p, given))


def _pressed(model: Model, distances: Sequence[list[Term]]) -> int:
    """A variable at most each of some distances."""
    least = model.linear.variable("distance", 0, sum(k.most for k in model.variables.problem.kinds))
    for terms in distances:
        model.linear.row("distance", [*terms, (-1, least)], low=0)
    return least


def _solved(model: Model, objective: list[Term], settings: Settings) -> Answer:
    if settings.engine is Engine.HIGHS:
        return solve(*with_totals(model.variables, objective), settings)
    return solve(model.linear, objective, settings)


def _posts(model: Model, answer: Answer) -> Posts | None:
    if not answer.values:
        return None
    return model.variables.posts_in(answer.values)


def _nearest(problem: Problem, posts: Posts, given: Sequence[Counts]) -> int:
    there = counts_of(problem, posts)
    return min(distance(there, counts) for counts in given)
