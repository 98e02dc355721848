"""Whether posts found under some figures still stand under others: do they fit, what do they come to, does anything better.

Used to find how far an assumption can move before the answer is another one. Fixed posts make small problems, and "does
anything better" asks for each goal in its turn whether it can be smaller with the goals before it no worse.
Change this when "the answer still stands" is to mean something else (docs/decisions/0005-break-evens.md).
"""

from collections.abc import Mapping

from solver.engine import Answer, Settings, Status, solve
from solver.goals import GOALS
from solver.linear import LinearModel
from solver.model import FIRST_RULES, Model
from solver.problem import Problem
from solver.search import Order
from solver.settle import POSSIBLE, Posts
from solver.structure import Structure
from solver.tally import Tally

MAIN_GOALS = ("uncovered", "displaced", "cost")


class UnsettledError(Exception):
    """A limit or a stop came before the question was settled."""


def values_of(problem: Problem, posts: Posts, *, rules_kept: bool = True) -> dict[str, int] | None:
    """Work uncovered, people displaced and cost of fixed posts; None where they do not fit.

    `rules_kept` False fills in a structure given by hand, which may break rules. Raises UnsettledError.
    """
    count = dict(posts)
    if not {*count} <= {*problem.kind}:
        return None
    if rules_kept and any(not k.least <= count.get(k.id, 0) <= k.most for k in problem.kinds):
        return None
    rules = [rule for rule in FIRST_RULES if rules_kept or rule.name in POSSIBLE]
    model = Model(problem, rules)
    for kind, v in model.variables.posts.items():
        model.linear.lows[v] = model.linear.highs[v] = count.get(kind, 0)
    found = {"cost": Tally(problem, Structure(posts=posts)).cost_pence}
    for name in ("uncovered", "displaced"):
        terms = model.goal(GOALS[name])
        answer = solve(model.linear, terms, Settings())
        if answer.status is Status.INFEASIBLE:
            return None
        if answer.status is not Status.SETTLED:
            raise UnsettledError(name)
        found[name] = answer.value
        model.keep(name, terms, most=answer.value)
    return found


def fits(problem: Problem, settings: Settings) -> bool:
    """Whether any structure keeps the rules. Raises UnsettledError when a limit or a stop came first."""
    status = solve(Model(problem).linear, [], settings).status
    if status is Status.UNDECIDED:
        raise UnsettledError("rules")
    return status is not Status.INFEASIBLE


def bettered(problem: Problem, values: Mapping[str, int], order: Order, settings: Settings) -> bool:
    """Whether some structure is better on one of the main goals and no worse on those before it in `order`.

    Better means by more than the goal's tolerance. Raises UnsettledError when a limit or a stop came first.
    """
    model = Model(problem)
    for name, tolerance in order:
        if name not in MAIN_GOALS:
            continue
        terms, constant = model.goal(GOALS[name]), GOALS[name].constant(problem)
        smaller = LinearModel(**vars(model.linear) | {"rows": list(model.linear.rows)})
        smaller.row(f"better {name}", terms, high=values[name] - constant - tolerance - 1)
        answer: Answer = solve(smaller, [], settings)
        if answer.status in (Status.SETTLED, Status.FOUND):
            return True
        if answer.status is not Status.INFEASIBLE:
            raise UnsettledError(name)
        model.keep(name, terms, most=values[name] - constant + tolerance)
    return False
