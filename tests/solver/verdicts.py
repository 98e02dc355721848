"""What the model and the checker say about a problem or a structure, in the form a test compares.

Change this when a structure gets another table, or a search another way to end.
"""

from collections.abc import Iterable

from solver.checker import judge
from solver.engine import Settings, Status, solve
from solver.goals import GOALS
from solver.model import Model
from solver.outcome import Designed, Infeasible
from solver.problem import Problem
from solver.rules import RULES, Rule
from solver.search import PEOPLE_FIRST, Order, design
from solver.structure import Structure

BY_NAME = {rule.name: rule for rule in RULES}


def designed(problem: Problem, order: Order = PEOPLE_FIRST) -> Structure:
    """The structure designed, which the checker has accepted; a test fails here when there is none."""
    outcome = design(problem, order)
    assert isinstance(outcome, Designed), outcome
    assert judge(problem, outcome.structure).findings == ()
    return outcome.structure


def posts(problem: Problem, order: Order = PEOPLE_FIRST) -> dict[str, int]:
    """Post counts designed."""
    return dict(designed(problem, order).posts)


def infeasible(problem: Problem) -> bool:
    """Whether the search says that nothing keeps the rules."""
    return isinstance(design(problem), Infeasible)


def posts_without(problem: Problem, *names: str, order: Order = PEOPLE_FIRST) -> dict[str, int]:
    """Post counts designed under every rule but the named ones."""
    model = Model(problem, [rule for rule in RULES if rule.name not in names])
    values: tuple[int, ...] = ()
    for name, tolerance in order:
        terms = model.goal(GOALS[name])
        answer = solve(model.linear, terms, Settings(), values)
        assert answer.status is Status.SETTLED, (name, answer.status)
        values = answer.values
        model.keep(name, terms, most=answer.value + tolerance)
    return {kind: values[v] for kind, v in sorted(model.variables.posts.items()) if values[v]}


def broken(problem: Problem, structure: Structure) -> list[tuple[str, str, int]]:
    """Every finding of the checker as (rule, place, amount)."""
    return [(f.rule, f.place, f.amount) for f in judge(problem, structure).findings]


def allows(problem: Problem, structure: Structure, rules: Iterable[Rule] = RULES) -> bool:
    """Whether the model has a point with exactly these posts, work, placements and payments."""
    model = Model(problem, rules)
    v, linear = model.variables, model.linear
    paid = {(f, k, problem.years[year]): each for (f, k, year), each in v.paid.items()} if problem.funding else {}
    wanted = {
        **{("posts", row[0]): row[-1] for row in structure.posts},
        **{("work", *row[:-1]): row[-1] for row in structure.work},
        **{("placements", *row[:-1]): row[-1] for row in structure.placements},
        **{("payments", *row[:-1]): row[-1] for row in structure.payments},
    }
    decisions = {
        **{("posts", key): each for key, each in v.posts.items()},
        **{("work", *key): each for key, each in v.done.items()},
        **{("placements", *key): each for key, each in v.placed.items()},
        **{("payments", *key): each for key, each in paid.items()},
    }
    if any(value and key not in decisions for key, value in wanted.items()):
        return False
    for key, each in decisions.items():
        value = wanted.get(key, 0)
        if not linear.lows[each] <= value <= linear.highs[each]:
            return False
        linear.lows[each] = linear.highs[each] = value
    return solve(linear, [], Settings()).status is Status.SETTLED


def both_allow(problem: Problem, structure: Structure) -> bool:
    """Whether model and checker both accept a structure; a test fails here when they differ."""
    accepted = judge(problem, structure).ok
    assert allows(problem, structure) == accepted, broken(problem, structure)
    return accepted


def loosened(problem: Problem, name: str, by: int) -> Problem:
    """The problem with every demand of a rule asking less by `by`; a test fails here when it has none."""
    rule = BY_NAME[name]
    demands = rule.demands(problem)
    assert demands, f"{name} asks nothing"
    for demand in demands:
        problem = rule.loosen(problem, demand, by)
    return problem


def gives_at(problem: Problem, name: str, by: int) -> bool:
    """Whether loosening the rule by `by` makes a problem feasible that is not so by one unit less."""
    return infeasible(loosened(problem, name, by - 1)) and not infeasible(loosened(problem, name, by))


def stage_values(problem: Problem, order: Order = PEOPLE_FIRST) -> dict[str, int]:
    """The value of every stage of a design, which are all settled."""
    outcome = design(problem, order)
    assert isinstance(outcome, Designed), outcome
    assert all(stage.settled and stage.bound == stage.value for stage in outcome.stages)
    return {stage.goal: stage.value for stage in outcome.stages}
