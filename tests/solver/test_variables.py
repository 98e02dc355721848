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
CLERICAL = ("clerk", "officer")


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


def test_only_like_shares_of_whole_thousandths_are_pooled() -> None:
    """Half of one's time on calls is a pool of its own; where a share of a post is not whole, it is rounded alone."""
    teams = (kind("north"), kind("south"), work(teams=BOTH))
    alike = problem(*teams, able(share_permille=500))
    unlike = problem(*teams, kind("south", "clerk"), able(share_permille=500), able("clerk", share_permille=300))
    rounded = problem(*teams, kind("south", "clerk", milli_fte=625), *(able(r, share_permille=500) for r in CLERICAL))
    assert [len(pools(case, pooled=True)) for case in (alike, unlike, rounded)] == [1, 2, 2]


def test_those_able_to_do_unsplit_work_are_pooled_inside_their_team() -> None:
    """Calls that must sit in one team keep the teams apart; officers and clerks of one team still count together."""
    posts = (kind("north"), kind("north", "clerk"), kind("south"))
    unsplit = problem(*posts, work(teams=BOTH, split=False), *(able(r) for r in CLERICAL))
    assert [len(cells) for cells in pools(unsplit, pooled=True).values()] == [2, 1]


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
