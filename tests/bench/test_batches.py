"""The rows on batches: what is set beside what, bars met and missed, and measurements that failed.

Change this when a batch is measured in another way.
"""

import json

import pytest

from bench import batches
from bench.batches import main, plan_of
from bench.compared import batch
from bench.compared.asked import Asked
from bench.measured import Measured
from bench.scales import EVERYTHING, QUICK
from bench.table import cells
from scenarios.batches.futures import futures


def told(**numbers: float) -> Measured:
    """A measurement that told these."""
    return Measured(told=numbers)


def test_a_batch_is_set_beside_its_searches_shared_out() -> None:
    """100 s of searches over two workers are 50 s: 55 s are 1.10 of it, 70 s miss the bar by 0.15."""
    bare = told(seconds=100.0)
    good = batch.against_bare(60, bare, told(seconds=55.0, start=3.0, workers=101.0, handing=4.0))
    assert good.came_to == "1.10 of bare by the clock, 1.05 by the processors; workers stood after 3 s"
    assert (good.seconds, good.other_seconds, good.bars[0].short) == (55.0, 50.0, "")
    late = batch.against_bare(60, bare, told(seconds=70.0, start=3.0, workers=101.0, handing=4.0))
    assert cells(late)[-2:] == ("1.25 of bare", "short by 0.15")
    failed = batch.against_bare(60, Measured(ended="failed: no memory"), told(seconds=1.0))
    assert (failed.settled, failed.came_to) == (False, "failed: no memory")


def test_draws_handed_out_are_held_to_a_gigabyte() -> None:
    """What is above is told; a measurement that ended says how."""
    assert batch.handed_out(10_000, told(seconds=9.0, rows=210_000, peak_mb=400.0)).bars[0].short == ""
    assert batch.handed_out(10_000, told(seconds=9.0, rows=210_000, peak_mb=1_200.0)).bars[0].short == "by 200 MB"
    assert batch.handed_out(10_000, Measured(ended="ended after 5 s")).came_to == "ended after 5 s"


def test_rows_ask_for_each_way_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bare, ours and replayed, each in its own process, as many as the scale says."""
    asked: list[tuple[str, str]] = []

    def noted(command: list[str], *, seconds: float) -> Measured:
        asked.append((command[-2], command[-1]))
        return Measured(ended="not run")

    monkeypatch.setattr(batch, "measured", noted)
    found = list(batch.rows(Asked(scale=QUICK, python="none")))
    assert [row.came_to for row in found] == ["not run", "not run"]
    assert asked == [("bare", "20"), ("ours", "20"), ("replayed", "1000")]
    assert (EVERYTHING.futures, EVERYTHING.draws) == (1_000, 10_000)


def test_a_way_prints_what_it_took(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Replayed: so many futures with the rows of the case as things are."""
    monkeypatch.setattr(batches, "answers", lambda _: None)
    main(["bare", "3"])
    assert json.loads(capsys.readouterr().out)["seconds"] < 5
    main(["replayed", "3"])
    found = json.loads(capsys.readouterr().out)
    assert (found["futures"], found["rows"]) == (3, 63)
    assert [future.kind for future in futures(plan_of(3))] == ["as things are", "draw", "draw"]
