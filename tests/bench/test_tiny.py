"""Tiny problems: small enough to count out, and between them every rule decides something."""

from bench.frozen import digest
from bench.plain_rows import GOALS, TOLERANCES
from bench.tiny import MOST_STRUCTURES, size, tiny
from tests.properties.enumerate import (
    breaches,
    every_placement,
    every_posts,
    every_work,
    lexicographic_optimum,
    structures,
)

RULES = {
    "absorbed_management",
    "ceiling",
    "cover",
    "displaced_limit",
    "everyone_once",
    "funding",
    "grade_mix",
    "kept_posts",
    "no_idle",
    "no_worse",
    "one_off",
    "payback",
    "pins",
    "places_filled",
    "role_limits",
    "span",
    "statutory_work",
    "stronger_claim_first",
    "team_sizes",
    "teams_open",
    "unsplit_work",
    "whole_posts",
    "work_fits",
}


def test_tiny_problems_repeat_and_differ() -> None:
    """The same seed gives the same problem and 200 seeds give 200 problems."""
    assert len({digest(tiny(seed)) for seed in range(200)}) == 200
    assert digest(tiny(11)) == digest(tiny(11))


def test_size_counts_what_is_enumerated() -> None:
    """The size that keeps a problem tiny is the number of its structures."""
    for seed in range(20):
        problem = tiny(seed)
        combinations = len(every_posts(problem)) * len(every_work(problem)) * len(every_placement(problem))
        assert size(problem) == combinations <= MOST_STRUCTURES


def test_every_rule_decides_something() -> None:
    """For each rule some structure breaks it and no other, so that a model without the rule would be found out."""
    alone: set[str] = set()
    for seed in range(400):
        if alone == RULES:
            break
        problem = tiny(seed, 600)
        alone |= {
            name
            for each in structures(problem)
            for found in [breaches(problem, each)]
            if len(found) == 1
            for name in found
        }
    assert alone == RULES


def test_tiny_problems_have_answers_refusals_and_trade_offs() -> None:
    """Of 200 tiny problems a fair part is infeasible, and of the others many change when two goals are swapped."""
    infeasible = swapped = 0
    money_first = ("uncovered", "cost", "displaced", *GOALS[3:])
    for seed in range(200):
        problem = tiny(seed)
        people = lexicographic_optimum(problem, GOALS, tolerances=TOLERANCES)
        money = lexicographic_optimum(problem, money_first, tolerances=TOLERANCES)
        if people is None or money is None:
            infeasible += 1
            assert people is money
        else:
            swapped += dict(people.values) != dict(money.values)
    assert 40 <= infeasible <= 100
    assert swapped >= 30
