"""The structure whose posts by role, over all teams, differ most from a design's, about as good as it.

Structures that are far apart by team and role (distance.py) may be the same posts in other teams. This asks whether any
as good has other roles at all. Posts whose number is settled beforehand are left out, as in every distance.
Change this when posts are to be told apart over teams by something other than role.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from solver.distance import counts_of, free_cells, split
from solver.engine import NO_BOUND, Engine, Settings, Status, solve
from solver.farthest import FEW_NODES, model_within
from solver.goals.tie_break import GOAL as TIE_BREAK
from solver.judged import judged
from solver.linear import Term
from solver.model import Model
from solver.problem import PostKind, Problem
from solver.search import StageReport, Watch, engine_for
from solver.settle import Posts
from solver.structure import Structure
from solver.totals import with_totals

SEED = 0
"""Every search after the design runs with one seed, so that the same figures give the same structure."""


@dataclass(frozen=True)
class OtherRoles:
    """A structure with other posts by role and in how many it differs; None where none was found.

    `settled` without a structure: no structure as good has other posts by role.
    """

    structure: Structure | None
    apart: int
    settled: bool


def roles_of(problem: Problem, posts: Posts) -> dict[str, int]:
    """Posts by role over all teams, those whose number is settled left out."""
    found: dict[str, int] = {}
    for (_team, role), count in counts_of(problem, posts).items():
        found[role] = found.get(role, 0) + count
    return found


def apart_by_role(problem: Problem, one: Posts, other: Posts) -> int:
    """Posts by role that stand in one structure and not in the other, over all teams, counted both ways."""
    mine, theirs = roles_of(problem, one), roles_of(problem, other)
    return sum(abs(count - theirs[role]) for role, count in mine.items())


def other_roles(problem: Problem, kept: Mapping[str, int], design: Posts, watch: Watch) -> OtherRoles:
    """Find the structure that differs most by role from a design.

    Args: the problem; goals with what they stay at or below; the design's posts; how the search runs. Raises
    DesignDefectError when our own checker refuses what was found.
    """
    if watch.report is not None:
        watch.report(StageReport("other posts by role", 0, 0))
    settings = replace(watch.settings, engine=watch.engine or engine_for(problem), seed=SEED, progress=None)
    model = model_within(problem, kept)
    away = _away(model, design)
    posts, bound = _most(model, away, settings)
    apart = 0 if posts is None else apart_by_role(problem, design, posts)
    settled = bound is not None and bound <= apart
    if posts is None or not apart:
        return OtherRoles(None, 0, settled)
    return OtherRoles(judged(problem, posts, kept=kept), apart, settled)


def _away(model: Model, design: Posts) -> list[Term]:
    """What may reach how many posts by role stand in the structure searched for or in the design and not in both."""
    problem, linear = model.variables.problem, model.linear
    by_role: dict[str, list[PostKind]] = {}
    for (_team, role), kinds in free_cells(problem).items():
        by_role.setdefault(role, []).extend(kinds)
    there, one = roles_of(problem, design), linear.variable("one", 1, 1)
    away: list[Term] = []
    for role, all_kinds in by_role.items():
        low, high = (sum(ends) - there[role] for ends in zip(*((k.least, k.most) for k in all_kinds), strict=True))
        difference = [*model.variables.count(all_kinds), (-there[role], one)]
        away.extend(split(linear, difference, low=low, high=high))
    return away


def _most(model: Model, away: list[Term], settings: Settings) -> tuple[Posts | None, int | None]:
    """The posts that differ most by role, the tie-break between equals where CP-SAT answers; and how far any could."""
    objective, linear = [(-c, v) for c, v in away], model.linear
    if settings.engine is Engine.HIGHS:
        few = replace(settings, nodes=min(settings.nodes, FEW_NODES))
        answer = solve(*with_totals(model.variables, objective), few)
    else:
        answer = solve(linear, objective, settings)
        if answer.status is Status.SETTLED:
            linear.row("as far by role", away, low=-answer.value)
            chosen = solve(linear, model.goal(TIE_BREAK), settings, answer.values)
            answer = replace(answer, values=chosen.values or answer.values)
    bound = None if answer.bound == NO_BOUND else -answer.bound
    if not answer.values:
        return None, bound
    return model.variables.posts_in(answer.values), bound
