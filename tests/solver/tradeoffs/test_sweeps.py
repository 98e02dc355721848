"""Limits looked at in sweeps: what looks nearby may change, what a stop leaves, and where looks go first.

Change this when large problems are looked at in another way.
"""

import pickle
from dataclasses import replace

import pytest

from solver.engine import Engine, Settings, Status, Stop
from solver.model import Model
from solver.outcome import Undecided
from solver.search import StageReport, Watch
from solver.tradeoffs import sweeps
from solver.tradeoffs.frontier import Frontier, frontier
from solver.tradeoffs.least import Axes, Least
from solver.tradeoffs.tasks import Look, Task, done, nearby
from tests.solver.tradeoffs.test_frontier import PAIR, ladder

AXES = Axes(("displaced", "cost"), 100_000)


def asked(settings: Settings | None = None) -> Least:
    """The ladder of four full posts or eight halves, on HiGHS, with work held."""
    least = Least(ladder(), AXES, Watch(settings=settings or Settings(), engine=Engine.HIGHS))
    least.hold((("uncovered", 0),))
    return least


def test_nearby_keeps_kinds_and_roles_within_a_post_and_gives_all_back() -> None:
    """From two full posts and four halves: one more or fewer of each kind, and of both together."""
    model = Model(ladder(), pooled=True)
    posts = model.variables.posts
    values = [0] * len(model.linear.names)
    values[posts["north officer"]], values[posts["north officer half"]] = 2, 4
    before = pickle.dumps(model.linear)
    with nearby(model, values):
        assert [(model.linear.lows[v], model.linear.highs[v]) for v in posts.values()] == [(1, 3), (3, 5)]
        row = model.linear.rows[-1]
        assert (row.low, row.high, {v for _, v in row.terms}) == (5, 7, {*posts.values()})
    assert pickle.dumps(model.linear) == before


def test_a_look_nearby_bounds_nothing() -> None:
    """What is found close to a structure says nothing about what lies further off."""
    least = asked()
    least.together([Look(caps=(4,), nodes=100)])
    known, found = [*least.evidence], {*least.found}
    least.together([Look(caps=(8,), nodes=100, near=True)])
    assert least.evidence == known
    assert {*least.found} >= found


def test_a_task_is_the_same_in_any_process() -> None:
    """Sent and read again it gives the same answer, settled only where value and bound meet."""
    least = asked()
    tasks: list[Task] = []
    least.each = lambda do, given: [tasks.append(task) or do(task) for task in given]  # type: ignore[func-returns-value]
    least.together([Look(caps=(2,), nodes=100)])
    (task,) = tasks
    answer = done(pickle.loads(pickle.dumps(task)))  # noqa: S301 - our own bytes
    assert answer == done(task)
    assert (answer.status, answer.value, answer.bound) == (Status.SETTLED, 12_400_000, 12_400_000)


def test_a_gap_ends_a_search_early_and_keeps_its_bound() -> None:
    """What ends within the gap is found with a bound that holds, and called settled only where it meets it."""
    least = asked()
    least.together([Look(caps=(2,), nodes=100, gap=10_000_000)])
    (said,) = least.evidence
    assert said.vector is not None
    assert said.bound <= 12_400_000 <= said.vector[-1] <= said.bound + 10_000_000


@pytest.mark.parametrize("after", [1, 2, 3, 4, 5, 6])
def test_a_stop_anywhere_claims_nothing_more(after: int) -> None:
    """Stopped at any look: complete is said only of the whole, and every point has its structure."""
    whole = frontier(ladder(), PAIR, watch=Watch(engine=Engine.HIGHS))
    assert isinstance(whole, Frontier)
    assert whole.complete
    stop, seen = Stop(), list[StageReport]()

    def watched(report: StageReport) -> None:
        seen.append(report)
        if len(seen) >= after:
            stop.ask()

    found = frontier(ladder(), PAIR, watch=Watch(settings=Settings(stop=stop), engine=Engine.HIGHS, report=watched))
    if isinstance(found, Undecided):
        assert "stop" in found.why
        return
    assert isinstance(found, Frontier)
    values = [point.values for point in found.points]
    assert not found.complete or values == [point.values for point in whole.points]
    assert all(point.outcome.structure is not None for point in found.points)


def test_little_effort_leaves_a_share_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """With looks nearby alone nothing is shown to be the least: some share stays open and is told."""
    monkeypatch.setattr(sweeps, "SPREAD", 0)
    monkeypatch.setattr(sweeps, "WIDEST_NODES", 1)
    monkeypatch.setattr(Least, "together", lambda self, looks: self.evidence.clear() or self.settings.stop.ask())
    found = frontier(ladder(), PAIR, watch=Watch(engine=Engine.HIGHS))
    assert isinstance(found, Frontier)
    assert 0 < found.open_share <= 1
    assert found.why == "stopped"


def test_progress_only_grows() -> None:
    """What is done is told with every look, from nothing to no more than all."""
    told: list[StageReport] = []
    case = replace(ladder(), limits=replace(ladder().limits, displaced=6))
    frontier(case, PAIR, watch=Watch(engine=Engine.HIGHS, report=told.append))
    parts = [stage.done for stage in told if stage.done is not None]
    assert parts == sorted(parts)
    assert all(0 <= part <= 1 for part in parts)
    assert any(stage.within == (("displaced", 6),) for stage in told)
