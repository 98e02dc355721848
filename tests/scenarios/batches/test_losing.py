"""Regret goal by goal, on rows made by hand so that every loss can be argued.

Change this when loss is measured in another way.
"""

from scenarios.batches.losing import Losses
from scenarios.batches.rows import Row

ORDER = (("uncovered", 0), ("displaced", 0), ("cost", 100_000), ("posts_changed", 0))


def weighing(value: int | None, parts: int) -> float | None:
    """A goal's value in the unit of its column."""
    return None if value is None else value / parts


def row(
    option: str, kept: tuple[int, int, int | None] | None, anew: tuple[int, int, int | None] | None, broken: str = ""
) -> Row:
    """A design which, kept, comes to these goals, and made anew to those; each FTE undone weighs four."""
    now = (None, None, None) if kept is None else kept
    new = (None, None, None) if anew is None else anew
    return Row(
        option=option,
        anchor="people_first",
        outcome="infeasible" if anew is None else "designed",
        feasible="no" if anew is None else "yes",
        uncovered_fte=weighing(new[0], 4_000),
        uncovered_weighted_fte=weighing(new[0], 1_000),
        displaced_at_least=new[1],
        annual_cost=weighing(new[2], 100),
        kept_holds=None if kept is None else not broken,
        kept_rules_broken=broken,
        kept_uncovered_fte=weighing(now[0], 4_000),
        kept_uncovered_weighted_fte=weighing(now[0], 1_000),
        kept_displaced_at_least=now[1],
        kept_annual_cost=weighing(now[2], 100),
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


def test_an_option_without_a_structure_to_keep_is_not_compared() -> None:
    """Nothing can be left as it is where nothing is."""
    assert ranked((row("a", None, (0, 0, 1)), row("b", (0, 1, 1), None))) == [("b", 1, (0, 1, 0), "f1")]
    assert ranked((row("a", None, None),)) == []


def test_the_time_behind_a_weighted_loss_is_kept_beside() -> None:
    """800 thousandths weighing four are 0.2 FTE; the least, by the design of b, is 400, which is 0.1 FTE of time."""
    losses = Losses(ORDER)
    losses.add("f1", (row("a", (800, 0, 1), None), row("b", None, (400, 0, 1))))
    losses.add("f2", (row("a", (400, 0, 1), None), row("b", None, (400, 0, 1))))
    (standing,) = losses.standings.values()
    assert (standing.worst, standing.worst_future, standing.worst_time) == ((400, 0, 0), "f1", (0.2, 0.1))
