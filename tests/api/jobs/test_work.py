"""What a worker does, on a worker that only notes what it is told to tell.

Change this when a worker needs, or hands back, something more.
"""

import time
from dataclasses import dataclass, field
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest

from api.jobs import at_work
from api.jobs.at_work import AtWork
from api.jobs.telling import Kind
from api.jobs.work import DefectAtWork, HandedBack, Job, work
from api.json_text import json_text
from scenarios.comparing.answers import Asking
from scenarios.runs.answering import answer
from scenarios.runs.asked import RUN_ASKED
from scenarios.runs.build import build
from scenarios.schema.canonical import as_json
from scenarios.schema.case import Case
from solver.search import StageReport
from tests.api.jobs.clusters import SCENARIO, until

STAGE = StageReport(goal="displaced", value=2, bound=1)


@dataclass
class Noting:
    """A worker that holds one task in a state and keeps what it is told."""

    state: str = "executing"
    address: str = "tls://worker"
    told: list[dict[str, Any]] = field(default_factory=list)
    loop: None = None

    @property
    def tasks(self) -> dict[str, SimpleNamespace]:
        """The task, as Dask keeps it."""
        return {"run-1": SimpleNamespace(state=self.state)}

    def log_event(self, topic: str, msg: dict[str, Any]) -> None:
        """Keep what is told."""
        assert topic == "ours"
        self.told.append(msg)


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Noting:
    """Return the worker that work is done on."""
    noting = Noting()
    on_dask = SimpleNamespace(
        address=noting.address, log_event=noting.log_event, scheduler=noting, state=noting, loop=None
    )
    monkeypatch.setattr(at_work, "get_worker", lambda: on_dask)
    monkeypatch.setattr(at_work, "sync", lambda _loop, tell, *, callback_timeout, **told: tell(**told))
    return noting


def job(asked: str, **other: str) -> Job:
    """Return a job about the small service."""
    how = {"build": build(), "key": "run-1", "topic": "ours", **other}
    return Job(scenario=as_json(SCENARIO).encode(), asked=asked.encode(), **how)


def test_an_answer_is_the_document_of_the_question(worker: Noting) -> None:
    """The bytes are those of the same question asked here, and each structure is the part of them it names."""
    back = HandedBack.model_validate_json(work(job('{"question":"compare"}')))
    asked = RUN_ASKED.validate_json('{"question":"compare"}')
    here = answer(Case(scenario=SCENARIO), asked, Asking()).document.model_dump(mode="json")
    assert (back.outcome, back.words) == ("finished", None)
    assert back.document == json_text(here)
    assert [each.document for each in back.structures] == [json_text(each) for each in here["structures"]]
    assert [(each.option, each.anchor, each.branch, each.status) for each in back.structures] == [
        (each["option"], each["anchor"], each["branch"], each["status"]) for each in here["structures"]
    ]
    kinds = [told["kind"] for told in worker.told]
    assert (kinds[0], {*kinds[1:-1]} - {"progress"}, kinds[-1]) == ("began", set(), "left")


def test_a_worker_of_another_build_refuses(worker: Noting) -> None:
    """It says which builds there are and what to do, and does not begin."""
    back = HandedBack.model_validate_json(work(job('{"question":"compare"}', build="newer")))
    assert back.outcome == "refused"
    assert back.words == (
        f"The worker is of another build ({build()}) than the server (newer). Install the same version on the workers "
        "of the cluster, then ask again."
    )
    assert worker.told == []


def test_what_cannot_be_asked_is_refused(worker: Noting) -> None:
    """A question about an option there is not comes back as words."""
    back = HandedBack.model_validate_json(work(job('{"question":"design","option":"nowhere"}')))
    assert back.outcome == "refused"
    assert "nowhere" in (back.words or "")


def test_work_that_nobody_waits_for_is_stopped(worker: Noting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once Dask has cancelled the task, the search is asked to stop and nothing of its answer is handed back."""
    worker.state = "cancelled"
    monkeypatch.setattr("api.jobs.work.answer", _until_stopped)
    assert HandedBack.model_validate_json(work(job('{"question":"compare"}'))) == HandedBack(outcome="stopped")


def _until_stopped(case: Case, asked: object, asking: Asking) -> SimpleNamespace:
    until(lambda: asking.watch.settings.stop.asked)
    document = answer(case, RUN_ASKED.validate_json('{"question":"compare"}'), Asking()).document
    return SimpleNamespace(document=document, state="finished")


def test_a_defect_is_told_without_what_it_quotes(worker: Noting) -> None:
    """The exception names its kind and our places, none of its words; the worker is left."""
    with pytest.raises(DefectAtWork, match=r"^ValidationError at api\.jobs\.work:\d+ > api\.jobs\.work:\d+$") as defect:
        work(job('{"question":"a secret"}'))
    assert defect.value.__suppress_context__
    assert [told["kind"] for told in worker.told] == ["began", "left"]


def test_a_job_does_not_show_the_case() -> None:
    """Dask prints what it was given to work on when that fails."""
    assert repr(job("a secret")) == f"Job(build={build()!r}, key='run-1', topic='ours')"


def test_progress_is_told_twice_a_second_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the newest is told, only when it is news, and never within half a second of the last."""
    clock, told = [0.0], []
    monkeypatch.setattr(at_work, "monotonic", lambda: clock[0])
    under_way = AtWork("run-1", lambda kind, progress: told.append((kind, progress)))
    for at, report in ((0.1, "a"), (0.4, "b"), (0.6, "c"), (0.7, "d"), (1.0, "d"), (1.2, "d"), (9.0, "d")):
        clock[0] = at
        under_way.say(report)
        under_way.tell_if_due()
    assert told == [(Kind.PROGRESS, {"answer": each, "words": each}) for each in ("c", "d")]


def test_progress_says_how_much_of_many_searches_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question of many searches tells its share in whole per cent."""
    told: list[dict[str, Any] | None] = []
    monkeypatch.setattr(at_work, "monotonic", time.time_ns)
    under_way = AtWork("run-1", lambda _, progress: told.append(progress))
    under_way.report(StageReport(goal="displaced", value=2, bound=1, done=Fraction(2, 3)))
    under_way.tell_if_due()
    assert told == [
        {
            "answer": "",
            "words": "people displaced: 2, no structure below 1",
            "goal": "displaced",
            "value": 2,
            "bound": 1,
            "done_percent": 66,
        }
    ]
