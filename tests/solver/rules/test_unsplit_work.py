"""Work that may not be split is done in one team. Change this when work may sit in a group of teams."""

from solver.rules.unsplit_work import RULE
from tests.solver.build import able, kind, problem, structure, work
from tests.solver.verdicts import both_allow, broken, gives_at, infeasible, posts, posts_without

BOTH = ("north", "south")
NORTH, SOUTH = kind("north", most=1), kind("south", most=1)


def test_holds() -> None:
    """Two FTE in teams of one post each: half is done where it sits; without the rule both teams do it."""
    case = problem(NORTH, SOUTH, work(milli_fte=2000, teams=BOTH, split=False), able())
    assert sum(posts(case).values()) == 1
    assert posts_without(case, "unsplit_work") == {"north officer": 1, "south officer": 1}


def test_forced_breach() -> None:
    """The same two FTE are statutory: nothing fits, and doing them in three teams is two teams too many."""
    case = problem(NORTH, SOUTH, work(milli_fte=2000, teams=BOTH, split=False, statutory=True), able())
    assert infeasible(case)
    three = problem(NORTH, SOUTH, kind("west"), work(milli_fte=3000, teams=(*BOTH, "west"), split=False), able())
    everywhere = structure(
        {"north officer": 1, "south officer": 1, "west officer": 1},
        {("calls", team, "officer"): 1000 for team in ("north", "south", "west")},
    )
    assert broken(three, everywhere) == [("unsplit_work", "calls", 2)]
    assert not both_allow(three, everywhere)


def test_edge() -> None:
    """One team may do it all, by several roles; a thousandth in a second team is refused."""
    case = problem(
        NORTH,
        kind("north", "clerk", most=1),
        SOUTH,
        work(milli_fte=2000, teams=BOTH, split=False),
        able(),
        able("clerk"),
        spare_milli_fte=1000,
    )
    together = {("calls", "north", "officer"): 1000, ("calls", "north", "clerk"): 999}
    assert both_allow(case, structure({"north officer": 1, "north clerk": 1}, together))
    apart = structure(
        {"north officer": 1, "north clerk": 1, "south officer": 1}, together | {("calls", "south", "officer"): 1}
    )
    assert broken(case, apart) == [("unsplit_work", "calls", 1)]
    assert not both_allow(case, apart)


def test_loosening() -> None:
    """Two statutory blocks of 1.5 FTE over three single posts: each needs two teams, so both have to be split."""
    teams = ("north", "south", "west")
    blocks = [work(name, 1500, teams, split=False, statutory=True) for name in ("calls", "letters")]
    case = problem(NORTH, SOUTH, kind("west", most=1), *blocks, able(), able(block="letters"))
    assert gives_at(case, "unsplit_work", 1)
    calls = RULE.demands(case)[0]
    assert [w.split for w in RULE.loosen(case, calls, 1).works] == [True, False]
    assert infeasible(RULE.loosen(case, calls, 1))
