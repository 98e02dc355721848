"""A staff group asked to be kept is kept. Change this when a group may be limited by more than a count."""

from dataclasses import replace

import pytest

from bench.tiny import tiny
from solver.engine import Engine
from solver.outcome import Designed, Infeasible
from solver.problem import GroupLimit, Problem
from solver.search import PEOPLE_FIRST, Watch, design, swapped
from solver.standing import values_of
from tests.properties.enumerate import breaches, lexicographic_optimum, structures
from tests.solver.build import claim, group, kind, places, problem, structure
from tests.solver.verdicts import both_allow, broken, infeasible, posts, posts_without, stage_values

FREE = {"spare_milli_fte": None}
LEADS_AFTER_OFFICERS = (
    group("leads", 1),
    group("officers", 1),
    places(),
    claim("leads", strength=1),
    claim("officers"),
)
LEADS_KEPT = GroupLimit(group="leads")


def test_holds() -> None:
    """One post would do for money and go to the officer, who claims it first; the lead kept takes a second."""
    order = (("cost", 0), ("displaced", 0))
    case = problem(kind(least=1), *LEADS_AFTER_OFFICERS, LEADS_KEPT, **FREE)
    assert posts(case, order) == {"north officer": 2}
    assert posts_without(case, "group_limits", order=order) == {"north officer": 1}


def test_forced_breach() -> None:
    """With one post at most the officer's claim comes first: the lead cannot be kept, and the checker says by one."""
    case = problem(kind(most=1), *LEADS_AFTER_OFFICERS, LEADS_KEPT, **FREE)
    assert infeasible(case)
    assert broken(case, structure({"north officer": 1}, placements={("officers", "officer"): 1})) == [
        ("group_limits", "leads", 1)
    ]
    wrong_order = structure({"north officer": 1}, placements={("leads", "officer"): 1})
    assert not both_allow(case, wrong_order)


@pytest.mark.parametrize(("limit", "fits"), [(0, False), (1, True), (2, True)])
def test_edge(limit: int, *, fits: bool) -> None:
    """Two officers and one post: a limit of one is kept, of none is not; other groups are not asked about."""
    rows = (group("officers", 2), group("clerks", 3), places(), claim())
    case = problem(kind(most=1), *rows, GroupLimit(group="officers", displaced=limit), **FREE)
    assert infeasible(case) != fits
    assert both_allow(case, structure({"north officer": 1}, placements={("officers", "officer"): 1})) == fits


MONEY_FIRST = tuple((goal, 0) for goal, _ in swapped(PEOPLE_FIRST, "displaced", "cost"))


def kept(case: Problem, seed: int) -> Problem:
    """A tiny problem in which nobody of one of its groups may be displaced."""
    return replace(case, group_limits=(GroupLimit(group=case.groups[seed % len(case.groups)].id),))


def test_every_stage_equals_counting_out() -> None:
    """On tiny problems with a group kept the search ends where counting out every structure does, on both engines."""
    changed = none = 0
    for seed in range(120):
        case, order = kept(tiny(seed, 400), seed), MONEY_FIRST if seed % 3 else PEOPLE_FIRST
        expected = lexicographic_optimum(case, [name for name, _ in order], tolerances=dict(order))
        outcome = design(case, order)
        if expected is None:
            assert isinstance(outcome, Infeasible)
            none += 1
            continue
        values = dict(expected.values)
        assert stage_values(case, order) == values
        changed += values != stage_values(replace(case, group_limits=()), order)
        if seed % 6 == 0:
            by_highs = design(case, order, Watch(engine=Engine.HIGHS))
            assert isinstance(by_highs, Designed)
            assert {stage.goal: stage.value for stage in by_highs.stages} == values
    assert changed > 10
    assert none > 20


@pytest.mark.parametrize("seed", range(0, 40, 4))
def test_model_checker_and_sentences_agree(seed: int) -> None:
    """Of structures spread over all those of a tiny problem, all three accept the same with a group kept."""
    case = replace(kept(tiny(seed, 400), seed), funding=())
    every = list(structures(case))
    for one in every[:: max(1, len(every) // 25)]:
        assert both_allow(case, one) == (not breaches(case, one))


def test_fixed_posts_are_asked_about_it_too() -> None:
    """Of fixed posts, too, a group kept is looked at: one post and two people with a claim each do not keep both."""
    rows = (kind(), group("leads"), group("officers"), places(), claim("leads"), claim("officers"))
    one = (("north officer", 1),)
    assert values_of(problem(*rows, LEADS_KEPT, **FREE), one) == {"uncovered": 0, "displaced": 1, "cost": 3_000_000}
    both = (LEADS_KEPT, GroupLimit(group="officers"))
    assert values_of(problem(*rows, *both, **FREE), one) is None
