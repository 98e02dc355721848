"""Every stage of a search equals the enumeration of all structures, on tiny problems.

Change this when a search gets another stage; the enumeration is tests/properties/enumerate.py.
"""

import pytest

from bench.tiny import tiny
from solver.engine import Engine
from solver.outcome import Designed, Infeasible
from solver.search import PEOPLE_FIRST, Order, Watch, design, swapped
from tests.properties.enumerate import lexicographic_optimum

MONEY_FIRST = swapped(PEOPLE_FIRST, "displaced", "cost")
CHANGE_FIRST = tuple(reversed(PEOPLE_FIRST))
EXACT = tuple((goal, 0) for goal, _ in PEOPLE_FIRST)
ORDERS = {
    "people first": (PEOPLE_FIRST, 120),
    "money first": (MONEY_FIRST, 120),
    "least change first": (CHANGE_FIRST, 40),
    "to the penny": (EXACT, 40),
}


def agrees(seed: int, order: Order, engine: Engine) -> bool:
    """Check one search against the enumeration; True where there is a structure at all."""
    case = tiny(seed)
    expected = lexicographic_optimum(case, [goal for goal, _ in order], tolerances=dict(order))
    outcome = design(case, order, Watch(engine=engine))
    if expected is None:
        assert isinstance(outcome, Infeasible), outcome
        return False
    assert isinstance(outcome, Designed), outcome
    assert tuple((stage.goal, stage.value) for stage in outcome.stages) == expected.values
    assert all(stage.settled and stage.bound == stage.value for stage in outcome.stages)
    assert outcome.structure.posts in expected.posts
    assert outcome.ties == (len(expected.posts) > 1)
    return True


@pytest.mark.parametrize("name", ORDERS)
def test_every_stage_equals_the_enumeration(name: str) -> None:
    """Tiny problems: same values in every stage, posts among those left, and ties told as they are."""
    order, problems = ORDERS[name]
    answered = sum(agrees(seed, order, Engine.CP_SAT) for seed in range(problems))
    assert problems // 2 <= answered < problems


def test_highs_equals_the_enumeration() -> None:
    """Thirty of the same problems through HiGHS."""
    assert sum(agrees(seed, PEOPLE_FIRST, Engine.HIGHS) for seed in range(30)) >= 15


def test_the_problems_are_worth_asking() -> None:
    """On a good part of the problems some value of a later stage depends on the order of the goals."""
    differ = 0
    for seed in range(120):
        case = tiny(seed)
        found = [
            lexicographic_optimum(case, [goal for goal, _ in order], tolerances=dict(order))
            for order in (PEOPLE_FIRST, MONEY_FIRST)
        ]
        differ += None not in found and dict(found[0].values) != dict(found[1].values)  # type: ignore[union-attr]
    assert differ >= 12
