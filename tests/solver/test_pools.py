"""Posts that can do the same work, counted together while searching: no structure is won or lost.

Change this when what posts can do is limited in another way.
"""

from random import Random

import pytest

from bench.tiny import tiny
from solver.engine import Settings, solve
from solver.goals import GOALS
from solver.model import FIRST_RULES, Model
from solver.pools import pools_of
from solver.problem import Problem
from tests.solver.build import able, kind, problem, work

BOTH = ("north", "south")
CLERICAL = ("clerk", "officer")
POSSIBLE = tuple(rule for rule in FIRST_RULES if rule.name in ("work_fits", "unsplit_work", "whole_posts"))


def sizes(case: Problem) -> tuple[list[int], list[int]]:
    """How many cells each pool and each part has."""
    found = pools_of(case, pooled=True)
    return [len(cells) for cells in found.whole.values()], [len(cells) for cells in found.parts.values()]


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
    assert pools_of(case, pooled=True).whole == cells | {("north", "senior"): (("north", "senior"),)}
    assert all(cell == (name,) for name, cell in pools_of(case, pooled=False).whole.items())


def test_only_like_shares_of_whole_thousandths_are_pooled() -> None:
    """Half of one's time on calls is a pool of its own; where a share of a post is not whole, it is rounded alone."""
    teams = (kind("north"), kind("south"), work(teams=BOTH))
    alike = problem(*teams, able(share_permille=500))
    unlike = problem(*teams, kind("south", "clerk"), able(share_permille=500), able("clerk", share_permille=300))
    rounded = problem(*teams, kind("south", "clerk", milli_fte=625), *(able(r, share_permille=500) for r in CLERICAL))
    assert [len(sizes(case)[0]) for case in (alike, unlike, rounded)] == [1, 2, 2]


def test_unsplit_work_is_told_by_team() -> None:
    """Calls must sit in one team: officers and clerks of both teams are one pool, and each team a part of it."""
    posts = (kind("north"), kind("north", "clerk"), kind("south"))
    unsplit = problem(*posts, work(teams=BOTH, split=False), *(able(r) for r in CLERICAL))
    assert sizes(unsplit) == ([3], [2, 1])


def test_those_who_can_do_other_unsplit_work_are_a_part_of_their_own() -> None:
    """Clerks cannot do the calls that must sit in one team: they share the letters with officers, not the calls."""
    posts = (kind("north"), kind("north", "clerk"), kind("south"))
    blocks = (work(teams=BOTH, split=False), work("letters", teams=BOTH))
    case = problem(*posts, *blocks, able(), able("officer", "letters"), able("clerk", "letters"))
    assert sizes(case) == ([3], [1, 1, 1])


def test_shares_keep_those_able_to_do_unsplit_work_inside_their_team() -> None:
    """Where only half of one's time may go on the letters, what is left after calls in one team counts there alone."""
    posts = (kind("north"), kind("south"))
    blocks = (work(teams=BOTH, split=False), work("letters", teams=BOTH))
    case = problem(*posts, *blocks, able(), able("officer", "letters", share_permille=500))
    assert sizes(case) == ([1, 1], [1, 1])


@pytest.mark.parametrize("seed", range(60))
def test_pooling_changes_no_value_of_any_posts(seed: int) -> None:
    """For posts drawn at random the least uncovered work is the same, pooled or not; unsplit work is in most cases."""
    case, draw = tiny(seed), Random(seed)  # noqa: S311 - repeatable test data, no secret
    models = [Model(case, POSSIBLE, pooled=pooled) for pooled in (True, False)]
    assert len(models[0].variables.done) <= len(models[1].variables.done)
    for _ in range(6):
        posts = {each.id: draw.randint(0, min(3, each.most)) if each.most else 0 for each in case.kinds}
        values = []
        for model in models:
            for name, variable in model.variables.posts.items():
                model.linear.lows[variable] = model.linear.highs[variable] = posts[name]
            answer = solve(model.linear, model.goal(GOALS["uncovered"]), Settings())
            values.append((answer.status, answer.value))
        assert values[0] == values[1]


def test_the_drawn_problems_have_pools_over_teams_with_unsplit_work() -> None:
    """Among the problems above are some whose pools span teams that unsplit work keeps apart."""
    assert sum(sizes(tiny(seed))[0] != sizes(tiny(seed))[1] for seed in range(60)) >= 10
