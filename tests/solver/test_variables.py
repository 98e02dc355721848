"""Decisions as numbered variables, and posts that can do the same work counted together while searching.

Change this when a decision is added to docs/model.md.
"""

from bench.tiny import tiny
from solver.engine import Settings, solve
from solver.goals import GOALS
from solver.model import FIRST_RULES, Model
from solver.variables import pools
from tests.solver.build import able, claim, group, kind, places, problem, work

BOTH = ("north", "south")


def test_names_and_bounds() -> None:
    """Each decision carries what it stands for, and cannot be more than there is of anything it needs."""
    case = problem(kind(most=2), work(milli_fte=700), able(), group(people=5), places(reserved=1), claim())
    linear = Model(case, ()).linear
    assert list(zip(linear.names, linear.lows, linear.highs, linear.whole, strict=True)) == [
        ("posts north officer", 0, 2, True),
        ("done calls in north by officer", 0, 700, False),
        ("uncovered calls", 0, 700, False),
        ("placed officers in officer", 0, 1, True),
        ("displaced officers", 0, 5, True),
    ]


def test_posts_that_can_do_the_same_are_one_pool() -> None:
    """Officers of two teams and clerks of one can do calls alike; seniors, who can do letters as well, stand alone."""
    case = problem(
        kind("north"),
        kind("south"),
        kind("north", "clerk"),
        kind("north", "senior"),
        work(teams=BOTH),
        work("letters"),
        able(),
        able("clerk"),
        able("senior"),
        able("senior", "letters"),
    )
    cells = {("north", "clerk"): (("north", "clerk"), ("north", "officer"), ("south", "officer"))}
    assert pools(case, pooled=True) == cells | {("north", "senior"): (("north", "senior"),)}
    assert all(cell == (name,) for name, cell in pools(case, pooled=False).items())


def test_shares_and_unsplit_work_are_not_pooled() -> None:
    """Whoever is held to a share, or can do work that must sit in one team, is counted alone."""
    shared = problem(kind("north"), kind("south"), work(teams=BOTH), able(share_permille=500))
    unsplit = problem(kind("north"), kind("south"), work(teams=BOTH, split=False), able())
    for case in (shared, unsplit):
        assert len(pools(case, pooled=True)) == 2


def test_pooling_changes_no_value() -> None:
    """On eighty tiny problems the least uncovered work is the same, pooled or not."""
    fewer = 0
    for seed in range(80):
        found = []
        for pooled in (True, False):
            model = Model(tiny(seed), FIRST_RULES, pooled=pooled)
            answer = solve(model.linear, model.goal(GOALS["uncovered"]), Settings())
            found.append((answer.status, answer.value))
            fewer += len(model.variables.done) * (-1 if pooled else 1)
        assert found[0] == found[1]
    assert fewer > 0
