"""Runs whose time is over go by themselves while the server runs; a store that is away only delays it."""

import asyncio
import io
from pathlib import Path

import pytest

from api.http import keeping
from api.http.keeping import keep_tidy, tell_end, tidy_all
from api.store.store import Store
from api.store.unavailable import GONE, StoreUnavailable
from tests.api.http.client import client_of, service_in


def test_all_that_is_due_goes_a_hundred_at_a_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Transactions follow each other until one deletes fewer than it could."""
    due = [100, 100, 7]
    monkeypatch.setattr(keeping, "tidy", lambda *_, **__: range(due.pop(0)))
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    assert tidy_all(store, 30) == 207
    assert due == []
    store.close()


def test_a_store_that_is_away_is_told_and_asked_again(
    monkeypatch: pytest.MonkeyPatch, log: io.StringIO, tmp_path: Path
) -> None:
    """What could not be deleted is tried in the next round, and the log says why."""
    answers: list[int | None] = [100, None, 3, 0]
    done = asyncio.Event()

    def tidy(*_: object, **__: object) -> range:
        answer = answers.pop(0)
        if not answers:
            done.set()
        if answer is None:
            raise StoreUnavailable(GONE)
        return range(answer)

    monkeypatch.setattr(keeping, "tidy", tidy)
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")

    async def some_rounds() -> None:
        task = asyncio.create_task(keep_tidy(store, 30, seconds_between=0.001))
        task.add_done_callback(tell_end)
        while answers:
            await asyncio.sleep(0.001)
        task.cancel()
        await asyncio.wait([task])

    asyncio.run(some_rounds())
    store.close()
    assert GONE in log.getvalue()
    assert log.getvalue().count("runs deleted") == 2
    assert "no longer" not in log.getvalue()


def test_a_defect_while_deleting_is_told(monkeypatch: pytest.MonkeyPatch, log: io.StringIO, tmp_path: Path) -> None:
    """The server goes on, and its log says that nothing is deleted any more."""

    def tidy(*_: object, **__: object) -> range:
        raise RuntimeError("of ours")

    monkeypatch.setattr(keeping, "tidy", tidy)
    with client_of(service_in(tmp_path, keep_days=30)) as client:
        for _ in range(200):
            assert client.get("/healthz").status_code == 200
            if "no longer deleted" in log.getvalue():
                break
    assert "no longer deleted" in log.getvalue()
    assert "of ours" not in log.getvalue()
