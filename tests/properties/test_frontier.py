"""Trade-offs equal the enumeration of all structures, on tiny problems, and do not depend on rows or seeds.

Change this when a frontier takes other goals.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bench.generator import middle_sized
from bench.tiny import tiny
from solver.checker import judge
from solver.engine import Answer, Engine, Settings, Status
from solver.linear import Row
from solver.outcome import Designed, Infeasible
from solver.search import PEOPLE_FIRST, Order, Watch
from solver.tradeoffs import least, sweeps, walk
from solver.tradeoffs.frontier import Frontier, axes_of, frontier
from solver.tradeoffs.least import Each
from solver.tradeoffs.tasks import Task, done
from tests.properties.frontiers import Posts, Vector, points, reached
from tests.properties.variations import shuffled

PAIR = ("displaced", "cost")
EXACT: Order = tuple((goal, 0) for goal, _ in PEOPLE_FIRST)


def agrees(seed: int, goals: tuple[str, ...], watch: Watch | None = None, *, order: Order = PEOPLE_FIRST) -> int | None:
    """Check one frontier against the enumeration; how many points it has, None where nothing fits."""
    case, axes = tiny(seed), axes_of(goals, order)
    counted = reached(case, axes.names, order)
    found = frontier(case, goals, order=order, watch=watch)
    if counted is None:
        assert isinstance(found, Infeasible), found
        return None
    assert isinstance(found, Frontier), found
    values = [dict(point.values) for point in found.points]
    vectors = [tuple(each[name] for name in axes.names) for each in values]
    assert vectors == sorted(points(sorted(counted), axes.tolerance))
    assert found.complete
    assert all(point.settled and point.bound == vector[-1] for point, vector in zip(found.points, vectors, strict=True))
    for point, vector in zip(found.points, vectors, strict=True):
        assert point.outcome.structure is not None
        assert point.outcome.structure.posts in within(counted, vector, axes.tolerance)
        assert judge(case, point.outcome.structure).ok
    return len(vectors)


def within(counted: dict[Vector, set[Posts]], vector: Vector, tolerance: int) -> set[Posts]:
    """Posts that come to a vector, or to no more of any goal but the tolerance of the last."""
    most = (*vector[:-1], vector[-1] + tolerance)
    alike = (posts for v, posts in counted.items() if all(a <= b for a, b in zip(v, most, strict=True)))
    return set().union(*alike)


def test_two_goals_equal_the_enumeration() -> None:
    """Over 200 tiny problems: the same points, closed; over a fifth fit nothing, and over 30 % have a trade-off."""
    counts = [agrees(seed, PAIR) for seed in range(220)]
    nothing = [seed for seed, count in enumerate(counts) if count is None]
    counted = [count for seed, count in enumerate(counts) if count is not None or seed in nothing[::2]]
    counted += [agrees(seed, PAIR) for seed in range(220, 260) if reached(tiny(seed), PAIR) is not None]
    assert len(counted) >= 200
    assert counted.count(None) >= len(counted) // 5
    assert sum(count is not None and count > 1 for count in counted) >= 0.3 * len(counted)


@pytest.mark.parametrize(
    "goals",
    [
        ("cost", "uncovered"),
        ("posts_changed", "cost"),
        ("uncovered", "displaced", "cost"),
        ("cost", "displaced", "posts_changed"),
        ("cost", "moved_down", "job_changed"),
    ],
    ids=", ".join,
)
def test_other_goals_equal_the_enumeration(goals: tuple[str, ...]) -> None:
    """Other pairs, and three goals, with goals before the first one held: forty problems each."""
    counts = [agrees(seed, goals, Watch(tie_break=False)) for seed in range(40)]
    assert sum(count is not None for count in counts) >= 18


@pytest.mark.parametrize("goals", [PAIR, ("uncovered", "displaced", "cost")], ids=", ".join)
def test_to_the_penny(goals: tuple[str, ...]) -> None:
    """Without a tolerance on cost every vector that nothing betters is a point."""
    counts = [agrees(seed, goals, Watch(tie_break=False), order=EXACT) for seed in range(40)]
    assert sum(count is not None and count > 1 for count in counts) >= 6


def test_climbing_equals_the_enumeration(monkeypatch: pytest.MonkeyPatch) -> None:
    """The way for goals with many values finds the same points."""
    monkeypatch.setattr(walk, "FEW", -1)
    counts = [agrees(seed, PAIR, Watch(tie_break=False)) for seed in range(80)]
    assert sum(count is not None and count > 1 for count in counts) >= 15


def test_highs_equals_the_enumeration() -> None:
    """Twenty problems through HiGHS, where structures are shown as they were found."""
    watch = Watch(engine=Engine.HIGHS)
    assert sum(agrees(seed, PAIR, watch) is not None for seed in range(20)) >= 8


def test_highs_to_the_penny() -> None:
    """Without a tolerance HiGHS says every vector that nothing betters, on forty problems."""
    watch = Watch(engine=Engine.HIGHS, tie_break=False)
    assert sum((agrees(seed, PAIR, watch, order=EXACT) or 0) > 1 for seed in range(40)) >= 6


GAP = 2_500_000


def ends_early(task: Task) -> Answer:
    """A search that ends with the dearest within a gap, where there is any dearer than the least, and says so."""
    answer, terms = done(task), tuple(task.terms)
    dearer = replace(task.linear, rows=[*task.linear.rows, Row("dearer", terms, answer.value + 1, None)])
    most = Row("within", terms, None, answer.value + GAP)
    dearer.rows.append(most)
    other = done(replace(task, linear=dearer, terms=[(-c, v) for c, v in terms]))
    return replace(answer, status=Status.FOUND, values=other.values) if other.values else answer


@pytest.mark.parametrize("first", [(), (sweeps.Sweep(1, near=True),)], ids=["whole solves", "nearby first"])
def test_what_ends_within_the_tolerance(monkeypatch: pytest.MonkeyPatch, first: tuple[sweeps.Sweep, ...]) -> None:
    """Where no limit is settled to the penny, every vector still has a point beside it, and no bound is too high."""
    monkeypatch.setattr(sweeps, "SWEEPS", first)
    monkeypatch.setattr(sweeps, "SPREAD", 0)
    monkeypatch.setattr(least, "done", ends_early)
    tolerance, unsettled = GAP, 0
    order = tuple((goal, tolerance if goal == "cost" else 0) for goal, _ in PEOPLE_FIRST)
    for seed in range(60):
        counted = reached(tiny(seed), PAIR, order)
        found = frontier(tiny(seed), PAIR, order=order, watch=Watch(engine=Engine.HIGHS, tie_break=False))
        if counted is None:
            assert isinstance(found, Infeasible)
            continue
        assert isinstance(found, Frontier)
        assert found.complete
        shown = [(dict(point.values)["displaced"], dict(point.values)["cost"], point.bound) for point in found.points]
        unsettled += sum(not point.settled for point in found.points)
        for displaced, cost in counted:
            assert any(at <= displaced and value <= cost + tolerance for at, value, _ in shown)
        for at, value, bound in shown:
            assert bound <= min(cost for displaced, cost in counted if displaced <= at) <= value
    assert unsettled


def test_other_processes_change_no_byte() -> None:
    """Looks done one by one, all before the first is read, or on threads, give the same frontier on HiGHS."""
    watch = Watch(engine=Engine.HIGHS, tie_break=False)
    with ThreadPoolExecutor(2) as pool:
        for seed in range(12):
            ways: tuple[Each, ...] = (map, lambda do, tasks: [do(task) for task in tasks], pool.map)
            found = {repr(frontier(shuffled(tiny(seed), n), PAIR, watch=watch, each=e)) for n, e in enumerate(ways)}
            assert len(found) == 1


@pytest.mark.parametrize("goals", [PAIR, ("cost", "uncovered"), ("displaced", "posts_changed", "cost")], ids=", ".join)
def test_order_and_seed_change_no_byte(goals: tuple[str, ...]) -> None:
    """Rows in other orders, under other seeds, give the same points and structures to the byte."""
    for seed in range(15):
        other = Watch(settings=Settings(seed=seed + 1))
        assert repr(frontier(shuffled(tiny(seed), seed), goals, watch=other)) == repr(frontier(tiny(seed), goals))


def test_order_and_seed_change_no_byte_of_a_service() -> None:
    """The same on a service of 20 to 40 posts."""
    case = middle_sized(20)
    found = frontier(case, PAIR)
    assert isinstance(found, Frontier)
    assert len(found.points) > 1
    assert all(isinstance(point.outcome, Designed) for point in found.points)
    assert repr(frontier(shuffled(case, 1), PAIR, watch=Watch(settings=Settings(seed=7)))) == repr(found)
