"""Trade-offs on problems that can be argued by hand, under limits and stops, and how much is said to be open.

Change this when a frontier says something else about itself.
"""

from dataclasses import replace
from fractions import Fraction

import pytest

from solver.engine import Settings, Stop
from solver.outcome import Designed, Infeasible, Undecided
from solver.problem import Problem
from solver.search import PEOPLE_FIRST, StageReport, Watch
from solver.tradeoffs.frontier import Frontier, axes_of, frontier, held_before
from solver.tradeoffs.least import Axes, Evidence, Least, points_taken
from solver.tradeoffs.share import Box, open_share
from solver.tradeoffs.shown import NO_CHOICE
from tests.solver.build import able, claim, group, kind, packing, places, problem, staff, work

PAIR = ("cost", "displaced")


def officers(people: int = 3, **limits: int) -> Problem:
    """One FTE of calls: one full post at £30,000 does it, two posts of half the time cost £16,000 each."""
    return problem(
        kind(),
        kind(id="north officer half", milli_fte=500, cost_pence=1_600_000, most=2),
        work(),
        able(),
        *staff(people),
        **{"spare_milli_fte": 0, **limits},
    )


def complete(found: object) -> Frontier:
    """A frontier with nothing open."""
    assert isinstance(found, Frontier)
    assert found.complete
    return found


def test_a_place_more_has_its_price() -> None:
    """Two half posts place two of three people for £32,000; one full post places one for £30,000: a step of £2,000."""
    found = complete(frontier(officers(), PAIR))
    assert [dict(point.values) for point in found.points] == [
        {"cost": 3_200_000, "displaced": 1},
        {"cost": 3_000_000, "displaced": 2},
    ]
    assert found.axes == ("displaced", "cost")
    assert (found.low, found.high) == ((1, 3_000_000), (2, 3_200_000))
    assert [stage.goal for stage in found.held] == ["uncovered"]
    assert [dict(p.outcome.structure.posts) for p in found.points if p.outcome.structure] == [
        {"north officer half": 2},
        {"north officer": 1},
    ]


def test_a_step_within_the_tolerance_is_no_point() -> None:
    """Where the second place costs £1,000 it is one point with the first, and a penny more makes it two."""
    for pence, expected in ((1_550_000, 1), (1_550_001, 2)):
        case = officers()
        kinds = tuple(replace(k, cost_pence=pence) if k.milli_fte == 500 else k for k in case.kinds)
        assert len(complete(frontier(replace(case, kinds=kinds), PAIR)).points) == expected


def test_small_steps_do_not_add_up_unseen() -> None:
    """Of steps of 60 each, within a tolerance of 100, every second one is a point: none is over 100 from a point."""
    vectors = [(n, 1000 - 60 * n) for n in range(6)]
    assert points_taken(vectors, 100) == [(0, 1000), (2, 880), (4, 760)]


def test_three_goals_keep_what_any_of_them_gains() -> None:
    """One person: all work done, half of it done for £14,000 less, and no post at all are three points."""
    case = officers(1)
    found = complete(frontier(case, ("uncovered", "displaced", "cost")))
    assert [dict(point.values) for point in found.points] == [
        {"uncovered": 0, "displaced": 0, "cost": 3_000_000},
        {"uncovered": 500, "displaced": 0, "cost": 1_600_000},
        {"uncovered": 1000, "displaced": 1, "cost": 0},
    ]


def test_goals_before_the_first_are_held() -> None:
    """Cost and posts changed: work and people are settled first; what stands between two asked about is free."""
    assert [name for name, _ in held_before(("cost", "posts_changed"), PEOPLE_FIRST)] == ["uncovered", "displaced"]
    assert held_before(("cost", "uncovered"), PEOPLE_FIRST) == ()
    found = complete(frontier(officers(), ("cost", "posts_changed")))
    assert [(stage.goal, stage.value) for stage in found.held] == [("uncovered", 0), ("displaced", 1)]


@pytest.mark.parametrize(
    "goals", [("cost",), ("cost", "cost"), ("cost", "mood"), ("cost", "displaced", "uncovered", "moved_down")]
)
def test_two_or_three_different_goals_are_named(goals: tuple[str, ...]) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match="two or three different goals"):
        frontier(officers(), goals)


def test_the_goal_with_many_values_is_measured() -> None:
    """Cost before uncovered work before what is asked last."""
    assert axes_of(("cost", "displaced"), PEOPLE_FIRST) == Axes(("displaced", "cost"), 100_000)
    assert axes_of(("uncovered", "displaced"), PEOPLE_FIRST).names == ("displaced", "uncovered")
    assert axes_of(("displaced", "posts_changed"), PEOPLE_FIRST).names == ("displaced", "posts_changed")


def test_nothing_fits() -> None:
    """No post may exist and work is statutory: infeasible, with the sum that shows it."""
    case = problem(kind(most=0), work(statutory=True), able(), *staff(1))
    found = frontier(case, PAIR)
    assert isinstance(found, Infeasible)
    assert found.reasons
    assert isinstance(frontier(case, ("uncovered", "displaced", "cost")), Infeasible)


def test_a_stop_before_anything_is_undecided() -> None:
    """Where not even the goals to be held are settled, nothing is shown and it is said at which goal."""
    stop = Stop()
    stop.ask()
    found = frontier(officers(), PAIR, watch=Watch(settings=Settings(stop=stop)))
    assert isinstance(found, Undecided)
    assert found.why == "stopped at the goal 'work left uncovered'"
    first = frontier(officers(), ("uncovered", "cost"), watch=Watch(settings=Settings(stop=stop)))
    assert isinstance(first, Undecided)


@pytest.mark.parametrize("goals", [("uncovered", "cost"), ("uncovered", "displaced", "cost")], ids=", ".join)
def test_a_limit_leaves_a_share_open(goals: tuple[str, ...]) -> None:
    """With hardly any effort points are found and not all is closed: the share says how much, and bounds hold."""
    found = frontier(packing(), goals, watch=Watch(settings=Settings(effort=0.01)))
    assert isinstance(found, Frontier)
    assert 0 < found.open_share < Fraction(1, 10)
    assert found.why == "the limit on effort was reached"
    for point in found.points:
        assert point.bound <= dict(point.values)["cost"]
        assert point.settled == (point.bound == dict(point.values)["cost"])


def ladder() -> Problem:
    """Four FTE of calls by full posts at £30,000 or two halves at £16,000 each: each pair keeps one of eight people."""
    halves = kind(id="north officer half", milli_fte=500, cost_pence=1_600_000, most=8)
    return problem(kind(most=4), halves, work(milli_fte=4000), able(), *staff(8), spare_milli_fte=0)


def test_each_pair_of_halves_is_a_step() -> None:
    """From none displaced for £128,000 to four for £120,000: five points, £2,000 apart."""
    found = complete(frontier(ladder(), PAIR))
    assert [dict(point.values) for point in found.points] == [
        {"cost": 12_800_000 - 200_000 * n, "displaced": n} for n in range(5)
    ]


@pytest.mark.parametrize("goals", [PAIR, ("cost", "uncovered"), ("displaced", "uncovered", "cost")], ids=", ".join)
@pytest.mark.parametrize("after", [1, 2, 3, 4, 6, 8, 12])
def test_a_stop_anywhere_keeps_what_was_found(goals: tuple[str, ...], after: int) -> None:
    """Stopped at any solve: nothing is called complete that is not the whole."""
    whole = complete(frontier(ladder(), goals, watch=Watch(tie_break=False)))
    known = [point.values for point in whole.points]
    stop, seen = Stop(), []

    def watched(report: StageReport) -> None:
        seen.append(report)
        if len(seen) >= after:
            stop.ask()

    found = frontier(ladder(), goals, watch=Watch(settings=Settings(stop=stop), report=watched))
    if isinstance(found, Undecided):
        assert "stop" in found.why
        return
    assert isinstance(found, Frontier)
    assert found.complete == ([point.values for point in found.points] == known)
    assert found.complete or found.why == "stopped"
    assert all(point.outcome.structure is not None for point in found.points)


def test_structures_as_found_say_so() -> None:
    """Without the tie-break a point's structure is the one that was found, judged, and no choice is claimed."""
    found = complete(frontier(officers(), PAIR, watch=Watch(tie_break=False)))
    for point in found.points:
        assert isinstance(point.outcome, Undecided)
        assert point.outcome.structure is not None
        assert point.outcome.why == NO_CHOICE


def test_ties_are_told_at_each_point() -> None:
    """Two teams alike: which of them keeps the post is a choice between equals."""
    teams = ("north", "south")
    case = problem(*(kind(team) for team in teams), work(teams=teams), able(), *staff(1, teams), spare_milli_fte=0)
    (point,) = complete(frontier(case, PAIR)).points
    assert isinstance(point.outcome, Designed)
    assert point.outcome.ties


def test_no_limit_is_asked_about_twice() -> None:
    """A limit that is known, or between two that agree, costs no solve."""
    least = Least(officers(), Axes(("displaced", "cost"), 0), Watch())
    first = least.at((3,))
    solved = least.solves
    assert least.at((3,)).vector == first.vector
    assert first.vector is not None
    assert least.at(first.vector[:1]).vector == first.vector
    assert least.solves == solved


def test_the_share_counts_whole_vectors() -> None:
    """A box of 3 by 10: below 4 is empty up to 1, from 8 attained from 1 on, and at 2 below 2 is empty."""
    box = Box((0, 0), (2, 9))
    evidence = [Evidence((1,), 4, None), Evidence((2,), 2, None)]
    # At 0: 4 to 9 open, 6; at 1: 4 to 7, 4; at 2: 2 to 7, 6.
    assert open_share(box, evidence, [(1, 8)], widest=(2,), tolerance=0) == Fraction(16, 30)
    assert open_share(box, evidence, [(1, 8)], widest=(2,), tolerance=2) == Fraction(6 + 2 + 4, 30)


def test_the_share_counts_boxes_of_three_goals() -> None:
    """A box of 2 by 2 by 4, attained from (1, 0, 2) on, nothing else known but the ideal: 8 at 0, then 2 and 2."""
    box = Box((0, 0, 0), (1, 1, 3))
    assert open_share(box, [], [(1, 0, 2)], widest=(1, 1), tolerance=0) == Fraction(12, 16)


def test_what_is_open_beyond_the_points_found_counts() -> None:
    """One point at (1, 8) in a box of 2 by 9: 0 to 7 is open at 1 and at each limit above, and all of it at 0."""
    box = Box((0, 0), (1, 8))
    assert open_share(box, [Evidence((9,), 0, None)], [(1, 8)], widest=(1,), tolerance=0) == Fraction(9 + 8, 18)
    assert open_share(box, [Evidence((9,), 0, None)], [(1, 8)], widest=(4,), tolerance=0) == 1


def test_three_goals_are_each_the_least_that_the_ones_before_them_allow() -> None:
    """Two officers today, three people, one FTE of calls: a third post places all, today's two displace one.

    The least of posts changed was once taken over from a structure that left calls uncovered, and a point was lost.
    """
    case = problem(kind(today=2), work(), able(), *staff(3), spare_milli_fte=3000)
    found = complete(frontier(case, ("uncovered", "displaced", "posts_changed")))
    assert [tuple(dict(point.values).values()) for point in found.points] == [(0, 0, 1), (0, 1, 0)]
    assert all(point.settled for point in found.points)


def test_every_point_of_a_complete_frontier_is_the_least_there() -> None:
    """A point within the tolerance of what a wider limit allows was once left as it was first found.

    Today two managers at £700.01 with two places each and two at £350, of whom one may stay; two clerks at £280.
    """
    case = problem(
        kind("north", "boss", id="a", cost_pence=70_001, most=2, today=2, places=2),
        kind("north", "boss", id="b", cost_pence=35_000, most=1, today=2),
        kind("north", "officer", id="c", cost_pence=28_000, most=2, milli_fte=925),
        work(milli_fte=1500),
        able(),
        group(people=2),
        places("boss"),
        places("officer"),
        claim(at="boss", strength=1),
        claim(at="officer", strength=2),
        spare_milli_fte=None,
    )
    found = complete(frontier(case, ("posts_changed", "cost")))
    assert all(point.settled for point in found.points)


@pytest.mark.parametrize("goals", [("cost", "uncovered"), ("uncovered", "displaced", "cost")])
def test_progress_says_how_far_it_is(goals: tuple[str, ...]) -> None:
    """What is done only grows, never beyond all; the limits of each search and the points shown are told."""
    told: list[StageReport] = []
    found = complete(frontier(ladder(), goals, watch=Watch(report=told.append)))
    done = [stage.done for stage in told if stage.done is not None]
    assert done == sorted(done)
    assert 0 <= done[0] < done[-1] <= 1
    assert {goal for stage in told for goal, _ in stage.within} <= {*goals}
    assert any(stage.within for stage in told)
    points = [stage.goal for stage in told if "point" in stage.goal]
    assert points == [f"structure of point {n + 1} of {len(found.points)}" for n in range(len(points))]
    assert len(points) == len(found.points)
