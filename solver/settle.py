"""Who does what, once the posts are known: work, placements and payments for given post counts.

Always solved the same way (CP-SAT, one worker, seed 0, models built in sorted order), so that the same posts give the
same bytes whatever found them. It serves designed posts, which can keep every rule, and given ones, which may not: what
a given structure breaks is for the checker to say.
Change this when a rule about work, placements or payments is added.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from solver.engine import Settings, Status, solve
from solver.goals import GOALS
from solver.linear import Term
from solver.model import Model
from solver.problem import Problem
from solver.rules import RULES
from solver.structure import Structure
from solver.variables import Variables

Posts = tuple[tuple[str, int], ...]
PEOPLE_AND_WORK = ("uncovered", "displaced", "moved_down", "job_changed")
POSSIBLE = ("everyone_once", "places_filled", "claims_only", "stronger_claim_first", "work_fits", "unsplit_work")
"""Rules a given structure is filled in by; it may break any other, which the checker will say."""
WISHED = (("statutory_work", "funding"), ("statutory_work",), ("funding",), ())
"""Further rules it is filled in by where its posts allow, tried in this order."""


class CannotSettleError(Exception):
    """No work, placements and payments keep the rules for these posts: the posts did not come from a settled search."""


def settle(problem: Problem, posts: Posts, *, kept: Mapping[str, int]) -> Structure:
    """Fill in a designed structure, every rule kept and each goal named in `kept` no worse than its value there.

    Raises CannotSettleError when the posts allow none.
    """
    model = _fixed(problem, posts, (rule.name for rule in RULES))
    for name in sorted(kept):
        goal = GOALS[name]
        model.keep(name, model.goal(goal), most=kept[name] - goal.constant(problem))
    return _in_turn(model, problem, posts, exact=False)


def settle_given(problem: Problem, posts: Posts) -> Structure:
    """Fill in a structure given by hand as well as its posts allow: most work covered, fewest displaced, in that order.

    Statutory work comes first and payments are worked out, each where the posts allow it at all.
    """
    there = as_given(problem, posts)
    for wished in WISHED:
        model = _fixed(there, posts, (*POSSIBLE, *wished))
        status = solve(model.linear, [], Settings()).status
        if status is Status.INFEASIBLE:
            continue
        if status is not Status.SETTLED:
            break  # a limit is not a reason to ask less of the structure
        return _in_turn(model, there, posts, exact=True)
    raise CannotSettleError("a structure given by hand could not be filled in within the default effort")


def _fixed(problem: Problem, posts: Posts, names: Iterable[str]) -> Model:
    wanted = set(names)
    model = Model(problem, [rule for rule in RULES if rule.name in wanted])
    count = dict(posts)
    for kind, v in model.variables.posts.items():
        model.linear.lows[v] = model.linear.highs[v] = count.get(kind, 0)
    return model


def as_given(problem: Problem, posts: Posts) -> Problem:
    """The problem in which posts given by hand exist, and places are reserved as far as they give them.

    That there are too many posts, or too few places, is a finding, not a reason to stop.
    """
    count = dict(posts)
    kinds = (replace(k, most=max(k.most, count.get(k.id, 0))) for k in problem.kinds)
    places = (
        replace(p, reserved=min(p.reserved, sum(k.places * count.get(k.id, 0) for k in problem.kinds_giving[p.id])))
        for p in problem.places
    )
    return replace(problem, kinds=tuple(kinds), places=tuple(places))


def _in_turn(model: Model, problem: Problem, posts: Posts, *, exact: bool) -> Structure:
    """Settle work and people goal by goal, and read the tables off the last values.

    Unless `exact`, values found but not settled will do: the goals kept already say how good they have to be.
    """
    values: tuple[int, ...] = ()
    for name in PEOPLE_AND_WORK:
        terms = model.goal(GOALS[name])
        if values and sum(c * values[v] for c, v in terms) == 0:
            model.keep(name, terms, most=0)
            continue
        answer = solve(model.linear, terms, Settings(), values)
        if not answer.values or (exact and answer.status is not Status.SETTLED):
            raise CannotSettleError(f"'{name}' ended {answer.status} for fixed posts")
        values = answer.values
        model.keep(name, terms, most=answer.value)
    if any(values[v] for v in model.variables.uncovered.values()):
        values = solve(model.linear, _in_largest_first(model, problem), Settings(), values).values or values
    return _read(problem, posts, model.variables, values)


def _in_largest_first(model: Model, problem: Problem) -> list[Term]:
    """What cannot be covered is left in the largest blocks, where the same time is the smallest part.

    Any other sharing is as good; one fixed choice makes structures comparable block by block.
    """
    largest_first = sorted(problem.works, key=lambda w: (-w.demand_milli_fte, w.id))
    return [(rank, model.variables.uncovered[w.id]) for rank, w in enumerate(largest_first, start=1)]


def _read(problem: Problem, posts: Posts, v: Variables, values: tuple[int, ...]) -> Structure:
    paid = {(f, k, problem.years[year]): m for (f, k, year), m in v.paid.items()} if problem.funding else {}
    return Structure(
        posts=tuple(sorted((kind, n) for kind, n in posts if n)),
        work=tuple(sorted((*key, values[x]) for key, x in v.done.items() if values[x])),
        placements=tuple(sorted((*key, values[y]) for key, y in v.placed.items() if values[y])),
        payments=tuple(sorted((*key, values[m]) for key, m in paid.items() if m < len(values) and values[m])),
    )
