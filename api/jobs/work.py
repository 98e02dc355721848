"""What a worker does with a run: bytes of a case and of a question in, bytes of an answer out.

A worker answers only for the build it was asked by, as a stored answer is used again by that build alone. It works by
itself: what a command line would do on several processes, it does one after the other, since the other processors have
runs of their own. Change this when a worker needs, or hands back, something more.
"""

from dataclasses import dataclass, field
from traceback import walk_tb
from types import TracebackType
from typing import Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict

from api.jobs.at_work import AtWork, at_work
from api.json_text import json_text
from scenarios.comparing.answers import Asking
from scenarios.reading.json_document import from_scenario_json
from scenarios.runs.answering import answer
from scenarios.runs.asked import RUN_ASKED
from scenarios.runs.build import build
from scenarios.runs.question import RunQuestion, State
from scenarios.runs.refused import RunRefused
from solver.engine import Settings
from solver.search import Watch

ROOMS: Final = frozenset({"api", "scenarios", "solver"})
MOST_PLACES: Final = 5


@dataclass(frozen=True, kw_only=True)
class Job:
    """A run as it is handed to a worker: the scenario and the question as JSON in UTF-8, and whom to tell.

    Neither is shown where Dask prints what it was working on.
    """

    scenario: bytes = field(repr=False)
    asked: bytes = field(repr=False)
    build: str
    key: str
    topic: str


class HandedBackStructure(BaseModel):
    """One structure of an answer, with its JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    option: str
    anchor: str | None
    branch: str | None
    status: str
    document: str


class HandedBack(BaseModel):
    """What a worker hands back: an answer; or that it was stopped, or refused and why, and no answer."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    outcome: State | Literal["stopped", "refused"]
    words: str | None = None
    document: str | None = None
    structures: tuple[HandedBackStructure, ...] = ()


class DefectAtWork(Exception):  # noqa: N818 - "defect" is the word
    """A defect of ours ended the work: what kind, and where. What it said is left out, as it may quote the case."""


class WithoutWords:
    """Lets an exception out as a DefectAtWork."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, trace: TracebackType | None) -> None:
        if kind is not None and issubclass(kind, Exception):
            raise DefectAtWork(f"{kind.__name__} {_place(trace)}") from None


def work(job: Job) -> bytes:
    """Answer a run, on a worker of Dask.

    Returns a HandedBack as JSON in UTF-8.

    Raises:
        DefectAtWork: we have a defect.
    """
    if build() != job.build:
        back = HandedBack(
            outcome="refused",
            words=f"The worker is of another build ({build()}) than the server ({job.build}). Install the same version "
            "on the workers of the cluster, then ask again.",
        )
    else:
        with at_work(job.key, job.topic) as under_way, WithoutWords():
            back = _answered(job, under_way)
    return back.model_dump_json().encode()


def _answered(job: Job, under_way: AtWork) -> HandedBack:
    case = from_scenario_json(job.scenario.decode())
    asked: RunQuestion[Any] = RUN_ASKED.validate_json(job.asked)
    watch = Watch(settings=Settings(stop=under_way.stop), report=under_way.report)
    try:
        found = answer(case, asked, Asking(watch=watch, say=under_way.say, each=map))
    except RunRefused as refused:
        return HandedBack(outcome="refused", words=refused.words)
    if under_way.stop.asked:
        return HandedBack(outcome="stopped")
    document: dict[str, Any] = found.document.model_dump(mode="json")
    structures = tuple(
        HandedBackStructure(
            option=each["option"],
            anchor=each["anchor"],
            branch=each["branch"],
            status=each["status"],
            document=json_text(each),
        )
        for each in document["structures"]
    )
    return HandedBack(outcome=found.state, document=json_text(document), structures=structures)


def _place(trace: TracebackType | None) -> str:
    """Return where an exception was raised, through our own modules: with no word of what was worked on."""
    frames = [(str(frame.f_globals.get("__name__", "")), line) for frame, line in walk_tb(trace)]
    ours = [f"{module}:{line}" for module, line in frames if module.partition(".")[0] in ROOMS]
    return f"at {' > '.join(ours[-MOST_PLACES:])}"
