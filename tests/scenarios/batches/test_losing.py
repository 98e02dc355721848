"""Regret goal by goal, on rows made by hand so that every loss can be argued.

Change this when loss is measured in another way.
"""

from scenarios.batches.losing import Losses
from scenarios.batches.rows import Row

ORDER = (("uncovered", 0), ("displaced", 0), ("cost", 100_000), ("posts_changed", 0))


def row(
    option: str, today: tuple[int, int, int | None] | None, anew: tuple[int, int, int | None] | None, broken: str = ""
) -> Row:
    """A design whose posts of today come to these goals, and which made anew comes to those."""
    now = (None, None, None) if today is None else today
    new = (None, None, None) if anew is None else anew
    return Row(
        option=option,
        anchor="people_first",
        outcome="infeasible" if anew is None else "designed",
        feasible="no" if anew is None else "yes",
        goal_uncovered=new[0],
        goal_displaced=new[1],
        goal_cost=new[2],
        today_holds=None if today is None else not broken,
        today_rules_broken=broken,
        today_goal_uncovered=now[0],
        today_goal_displaced=now[1],
        today_goal_cost=now[2],
    )


def ranked(*futures: tuple[Row, ...]) -> list[tuple[str, int, tuple[int, ...] | None, str]]:
    """Structures in order: which, in how many futures it keeps the rules, what it loses at worst and where."""
    losses = Losses(ORDER)
    for number, rows in enumerate(futures, 1):
        losses.add(f"f{number}", rows)
    return [(key[0], each.kept, each.worst, each.worst_future) for key, each in losses.ranked()]


def test_loss_is_against_the_least_of_that_future() -> None:
    """One design anew leaves nothing undone, the other displaces nobody: the loss is against each least by itself.

    f1: a leaves 500 undone where b anew leaves 0, displaces 3 where b displaces 0, and costs what the least costs.
    """
    found = ranked((row("a", (500, 3, 9_000_000), (400, 3, 9_000_000)), row("b", (0, 5, 9_900_000), (0, 0, 9_900_000))))
    assert found == [("b", 1, (0, 5, 900_000), "f1"), ("a", 1, (500, 3, 0), "f1")]


def test_the_worst_future_is_by_the_first_goal() -> None:
    """Ten people more displaced in f1 is less than one thousandth of an FTE more undone in f2, as the goals stand."""
    first = (row("a", (0, 10, 1), (0, 0, 1)),)
    second = (row("a", (1, 0, 1), (0, 0, 1)),)
    assert ranked(first, second) == [("a", 2, (1, 0, 0), "f2")]


def test_within_the_tolerance_is_no_loss() -> None:
    """£1,000 more is none; a penny more than that is all of it. Equal structures stand in order of name."""
    rows = (
        row("c", (0, 0, 200_001), (0, 0, 100_000)),
        row("b", (0, 0, 200_000), None),
        row("a", (0, 0, 100_000), None),
    )
    assert ranked(rows) == [("a", 1, (0, 0, 0), "f1"), ("b", 1, (0, 0, 0), "f1"), ("c", 1, (0, 0, 100_001), "f1")]


def test_rules_come_before_losses() -> None:
    """What breaks a rule in one future more stands behind, however little it loses, and sets no least there."""
    good = (row("a", (900, 9, 1), (900, 9, 1)), row("b", (0, 0, 1), None))
    bad = (row("a", (900, 9, 1), (900, 9, 1)), row("b", (0, 0, 1), None, "ceiling"))
    assert ranked(good, bad) == [("a", 2, (900, 9, 0), "f1"), ("b", 1, (0, 0, 0), "f1")]


def test_what_is_not_known_is_behind_and_never_nought() -> None:
    """A cost nobody knows makes no loss, and puts a structure behind those whose losses are known."""
    found = ranked((row("a", (0, 0, None), (0, 0, None)), row("b", (5, 5, 500), (5, 5, 500))))
    assert found == [("b", 1, (5, 5, 0), "f1"), ("a", 1, None, "")]


def test_an_option_without_posts_today_is_not_compared() -> None:
    """Nothing can be left as it is where nothing is."""
    assert ranked((row("a", None, (0, 0, 1)), row("b", (0, 1, 1), None))) == [("b", 1, (0, 1, 0), "f1")]
    assert ranked((row("a", None, None),)) == []
