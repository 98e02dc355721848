"""A batch worked on: within its window, nothing twice, some at a time, whatever becomes of pieces of work.

Change this when futures are handed out in another way.
"""

from asyncio import CancelledError
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from distributed import KilledWorker

from api.jobs import batch
from api.jobs.batch import AHEAD, GIVEN_UP, MOST_IN_PIECE, answered
from api.jobs.batch_crew import Alone, OnCluster, Piece, WorkersDie
from api.jobs.batch_work import OTHER_BUILD, group, share, today
from api.jobs.cluster import ClusterAway
from api.jobs.kept_answers import KeptAnswers
from api.jobs.work import DefectAtWork
from scenarios.batches.answered import base_sent
from scenarios.runs.build import build
from tests.api.jobs.batches import Counting, drawn, kept_in, run_of, table
from tests.scenarios.batches.small import plan


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[KeptAnswers]:
    """Answers in an empty store."""
    with kept_in(tmp_path / "answers.db") as opened:
        yield opened


class Wide(Counting):
    """A crew that is told to be of some size, and ends its pieces last first."""

    size = 3

    def __init__(self) -> None:
        super().__init__()
        self.most_waiting = 0
        self.sizes: list[int] = []

    def give(self, number: int, futures: list[list[Any]]) -> None:
        """Note how many wait."""
        super().give(number, futures)
        self.sizes.append(len(futures))
        self.most_waiting = max(self.most_waiting, len(self._pieces))

    def ended(self) -> list[Piece]:
        """The last piece first."""
        self._pieces.rotate(1)
        return super().ended()


class Dying(Alone):
    """A crew whose workers die under pieces that hold a future with this text."""

    def __init__(self, deadly: str, times: int) -> None:
        super().__init__()
        self.deadly, self.times = deadly, times

    def ended(self) -> list[Piece]:
        """No answer for the deadly one, as often as it is to be."""
        number, futures = self._pieces[0]
        if self.times and any(self.deadly in str(each) for each in futures):
            self._pieces.popleft()
            self.times -= 1
            return [Piece(number, None)]
        return super().ended()


def test_every_future_is_answered_within_the_window(kept: KeptAnswers, tmp_path: Path) -> None:
    """Never more than four pieces for each worker wait; the order in which they end reaches nothing."""
    whole, told, crew = drawn(30), [], Wide()
    assert run_of(whole, kept, crew, told).work()
    assert crew.most_waiting <= AHEAD * crew.size
    assert crew.given == 30
    assert told[-1] == 31
    assert told == sorted(told)
    assert crew.sizes[0] == 1
    assert max(crew.sizes) > 1
    with kept_in(tmp_path / "other.db") as other:
        assert run_of(whole, other, Alone()).work()
        assert table(whole, other) == table(whole, kept)


def test_nothing_is_worked_on_twice(kept: KeptAnswers) -> None:
    """Stopped and begun again it goes on; a longer batch over the same draws works on what is new alone."""
    first = Counting()
    run = run_of(drawn(12), kept, first)
    run.tell = lambda done: run.stop.ask() if done >= 5 else None
    assert not run.work()
    again = Counting()
    assert run_of(drawn(12), kept, again).work()
    assert 4 <= 12 - again.given < 12
    more = Counting()
    assert run_of(drawn(15), kept, more).work()
    assert more.given == 3
    none = Counting()
    assert run_of(drawn(15), kept, none).work()
    assert none.given == 0


def test_equal_futures_are_worked_on_once(kept: KeptAnswers) -> None:
    """A grid that names a value another grid names too is answered for both by one answer."""
    grid = {"demand": ["10%", "5%"]}
    whole = plan(grids=[grid, grid])
    crew = Counting()
    assert run_of(whole, kept, crew).work()
    assert (whole.count, crew.given) == (5, 2)
    rows = [rows for _, rows in answered(whole, kept, set())]
    assert rows[1] == rows[3]
    assert rows[1] != rows[2]


def test_a_stop_before_anything_keeps_nothing(kept: KeptAnswers) -> None:
    """Whoever stops at once has begun nothing."""
    run = run_of(drawn(2), kept, Alone())
    run.stop.ask()
    assert not run.work()
    assert list(kept.among([next(iter(_digests(2)))])) == []


def _digests(count: int) -> Iterator[str]:
    whole = drawn(count)
    return (future.digest(whole) for future in batch.futures(whole))


def test_pieces_grow_where_futures_are_quick(kept: KeptAnswers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Quick futures are sent together, never more than fifty; slow ones one by one."""
    sizes = {}
    for microseconds in (1, 10**9):
        crew = Wide()
        monkeypatch.setattr(batch, "PIECE_MICROSECONDS", 10**9 // microseconds)
        assert run_of(drawn(70, seed=microseconds), kept, crew).work()
        sizes[microseconds] = max(crew.sizes)
    assert sizes[1] > 1
    assert sizes[1] <= MOST_IN_PIECE
    assert sizes[10**9] == 1


def test_a_piece_whose_worker_died_is_tried_again_one_by_one(kept: KeptAnswers) -> None:
    """One death: every future is answered in the end."""
    whole = drawn(6)
    text = list(batch.futures(whole))[4].changes[0].text
    run = run_of(whole, kept, Dying(text, times=1))
    assert run.work()
    assert run.given_up == set()


def test_what_always_kills_is_given_up_and_told(kept: KeptAnswers) -> None:
    """The future that kills every worker has a row that says so and no answer that is kept; the others are answered."""
    whole = drawn(6)
    future = list(batch.futures(whole))[4]
    run = run_of(whole, kept, Dying(future.changes[0].text, times=99))
    assert run.work()
    assert run.given_up == {future.digest(whole)}
    rows = {each.number: found for each, found in answered(whole, kept, run.given_up)}
    assert (rows[4][0].outcome, rows[4][0].feasible, rows[4][0].why) == ("fault", "not settled", GIVEN_UP)
    assert {row.outcome for number, found in rows.items() if number != 4 for row in found}.isdisjoint({"fault"})
    with pytest.raises(LookupError, match="draw 4"):
        list(answered(whole, kept, set()))


class Killed:
    """Work that Dask gave up on, or that went with its scheduler."""

    def __init__(self, trouble: BaseException) -> None:
        self.trouble = trouble

    def add_done_callback(self, told: Any) -> None:
        """At once."""
        told(self)

    def result(self, timeout: float) -> bytes:
        """Raise what became of it."""
        assert timeout > 0
        raise self.trouble


class Client:
    """A connection whose work ends in some trouble, or that is gone itself."""

    def __init__(self, trouble: BaseException, *, gone: bool = False) -> None:
        self.trouble, self.gone = trouble, gone

    def submit(self, *_: object, **__: object) -> Killed:
        """Work that ends so."""
        if self.gone:
            raise self.trouble
        return Killed(self.trouble)


def crew_of(trouble: BaseException, *, gone: bool = False) -> OnCluster:
    """A crew on a cluster whose work ends in some trouble."""
    client = Client(trouble, gone=gone)
    return OnCluster(SimpleNamespace(client=lambda: client, address="tls://x:1"))  # type: ignore[arg-type]


KILLED = KilledWorker("x", SimpleNamespace(address="tls://x:2"), 3)


def test_a_crew_tells_deaths_from_a_scheduler_that_went(kept: KeptAnswers) -> None:
    """A piece under which workers died has no answer; the first one says so; with its scheduler all of it is away."""
    crew = crew_of(KILLED)
    crew.give(1, [])
    assert crew.ended() == [Piece(1, None)]
    assert crew.ended() == []
    with pytest.raises(WorkersDie, match="give workers more memory"):
        run_of(drawn(2), kept, crew_of(KILLED)).work()
    for trouble in (CancelledError(), TimeoutError(), OSError()):
        with pytest.raises(ClusterAway, match="tls://x:1 went away"):
            run_of(drawn(2), kept, crew_of(trouble)).work()
    with pytest.raises(ClusterAway):
        crew_of(OSError(), gone=True).give(1, [])


def test_a_defect_leaves_a_worker_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What went wrong may quote the case: its kind and place are told."""
    monkeypatch.setattr("api.jobs.batch_work.answer_futures", lambda *_: 1 / 0)
    with pytest.raises(DefectAtWork, match="ZeroDivisionError at "):
        group(b"", [], build())


def test_work_of_another_build_is_refused() -> None:
    """A worker that was installed otherwise says which build it is, and answers nothing."""
    sent = base_sent(drawn(1))
    assert today(sent, "another").startswith(OTHER_BUILD)
    assert group(sent, [], "another") == OTHER_BUILD + build().encode()
    assert share(sent) == sent
