"""Which of the structures at a point is shown: the rest of the planner's order chooses, then the tie-break.

A point says what two or three goals come to; several structures may come to just that. Up to `SMALL` post kinds the
goals that are free are made least in their turn, and the tie-break over post counts decides what is still alike, as in
every design (search.py). Above that, where each further stage costs as much as the point itself, the structure that was
found is shown, and that no choice was made is said.
Change this when a point is to be shown by another structure.
"""

from dataclasses import dataclass

from solver.checker import DesignDefectError
from solver.engine import Settings, Status, solve
from solver.goals import GOALS, Goal
from solver.goals.tie_break import GOAL as TIE_BREAK
from solver.judged import judged
from solver.linear import Term
from solver.model import Model
from solver.outcome import Designed, Stage, Undecided
from solver.problem import Problem
from solver.rules import RULES
from solver.search import Order
from solver.settle import CannotSettleError, Posts
from solver.structure import Structure

NO_CHOICE = "no choice was made between structures that come to the same on these goals"


@dataclass(frozen=True)
class At:
    """A point to be shown: its problem, the stages it is held to, posts found there, and the goals that choose."""

    problem: Problem
    held: tuple[Stage, ...]
    posts: Posts
    rest: Order
    settings: Settings


def shown_at(at: At, *, choose: bool) -> Designed | Undecided:
    """Choose a structure at a point and fill it in, judged by the checker.

    Returns Designed where the choice is settled, Undecided with the structure found where it was not made (`choose`
    False) or a limit came first. Raises DesignDefectError when the checker refuses it or nothing fits after all.
    """
    if not choose:
        return _undecided(at, at.posts, at.held, NO_CHOICE)
    for claim_order in (False, True):
        try:
            return _chosen(at, claim_order=claim_order)
        except CannotSettleError:
            continue  # the claim order changes what can be found: once more with its rows in
    raise DesignDefectError("the posts of a point cannot be filled in with the claim order kept")


class _Choice:
    """The model at a point, one more goal held after each stage."""

    def __init__(self, at: At, *, claim_order: bool) -> None:
        self.at = at
        self.model = Model(at.problem, pooled=True)
        if claim_order or any(GOALS[stage.goal].needs_claim_order for stage in at.held):
            self.model.add(RULES)
        self.claim_order = claim_order
        for stage in at.held:
            terms, constant = self.model.goal(GOALS[stage.goal]), GOALS[stage.goal].constant(at.problem)
            self.model.keep(stage.goal, terms, most=stage.kept - constant)
        self.stages = list(at.held)
        self.posts = at.posts
        self.values: tuple[int, ...] = ()

    def least(self, goal: Goal, terms: list[Term]) -> tuple[Status, int]:
        """Make a goal as small as can be, from where the last stage ended."""
        if goal.needs_claim_order and self.claim_order:
            self.model.add(RULES)
        answer = solve(self.model.linear, terms, self.at.settings, self.values)
        if answer.status is Status.INFEASIBLE:
            raise DesignDefectError(f"nothing fits a point at the goal '{goal.name}'")
        if answer.values:
            self.values = answer.values
            self.posts = self.model.variables.posts_in(answer.values)
        return answer.status, answer.value


def _chosen(at: At, *, claim_order: bool) -> Designed | Undecided:
    choice = _Choice(at, claim_order=claim_order)
    for name, tolerance in at.rest:
        goal = GOALS[name]
        terms, constant = choice.model.goal(goal), goal.constant(at.problem)
        status, value = choice.least(goal, terms)
        if status is not Status.SETTLED:
            return _undecided(at, choice.posts, tuple(choice.stages), f"not settled at the goal '{name}'")
        choice.model.keep(name, terms, most=value + tolerance)
        shown = value + constant
        choice.stages.append(Stage(goal=name, value=shown, bound=shown, settled=True, kept=shown + tolerance))
    return _untied(at, choice)


def _untied(at: At, choice: _Choice) -> Designed | Undecided:
    """Choose between equally good post counts, and say whether there was a choice."""
    before, weights = choice.posts, choice.model.goal(TIE_BREAK)
    status, _ = choice.least(TIE_BREAK, weights)
    posts = others = choice.posts
    if status is Status.SETTLED and before != posts:
        others = before
    elif status is Status.SETTLED:
        status, _ = choice.least(TIE_BREAK, [(-c, v) for c, v in weights])
        others = choice.posts
    stages = tuple(choice.stages)
    if status is not Status.SETTLED:
        return _undecided(at, posts, stages, "not settled between equally good posts")
    if others != posts and not choice.claim_order:
        _filled(at, others, stages)  # that there is a choice has to hold with the claim order as well
    return Designed(structure=_filled(at, posts, stages), stages=stages, ties=others != posts)


def _undecided(at: At, posts: Posts, stages: tuple[Stage, ...], why: str) -> Undecided:
    return Undecided(structure=_filled(at, posts, stages), stages=stages, why=why)


def _filled(at: At, posts: Posts, stages: tuple[Stage, ...]) -> Structure:
    """Fill in who does what for these posts, and let the checker judge the whole."""
    return judged(at.problem, posts, kept={stage.goal: stage.kept for stage in stages})
