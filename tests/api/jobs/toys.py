"""Work that behaves as a test needs: it takes its time, listens or does not, or takes its worker with it.

What it is to do stands in the question, so that the dispatcher treats it as any other. Workers load this module by its
name. Change this when work can go wrong in another way.
"""

import ctypes
import json
import os
import signal
import time
from pathlib import Path

from api.jobs.at_work import AtWork, at_work
from api.jobs.work import HandedBack, HandedBackStructure, Job
from scenarios.runs.build import build
from solver.search import StageReport

MEGABYTE = 1_000_000
STEP_SECONDS = 0.02


def toy(job: Job) -> bytes:
    """Do what the question says: `does`, for so many `seconds`; `log` names a file that gets a line as it begins, and
    the answer ends in so many `spaces`.
    """
    asked = json.loads(job.asked)
    with at_work(job.key, job.topic) as under_way:
        if "log" in asked:
            with Path(asked["log"]).open("a") as log:
                log.write(f"{asked['number']}\n")
        DEEDS[asked.get("does", "answers")](under_way, asked.get("seconds", 0.0))
        if under_way.stop.asked:
            return HandedBack(outcome="stopped").model_dump_json().encode()
    text = json.dumps({"structures": [], "number": asked["number"]}, sort_keys=True) + " " * asked.get("spaces", 0)
    row = HandedBackStructure(option="leaner", anchor=None, branch=None, status="given", document=text)
    return HandedBack(outcome="finished", document=text, structures=(row,)).model_dump_json().encode()


def _answers(under_way: AtWork, seconds: float) -> None:
    """Work for a while, tell how far it is, and leave off when told to."""
    under_way.say("leaner")
    end = time.monotonic() + seconds
    while time.monotonic() < end and not under_way.stop.asked:
        time.sleep(STEP_SECONDS)
        under_way.report(StageReport(goal="displaced", value=2, bound=1))


def _does_not_listen(_: AtWork, seconds: float) -> None:
    time.sleep(seconds)


def _kills(_: AtWork, seconds: float) -> None:
    """Take the worker along, once the message that it began is surely under way."""
    time.sleep(seconds)
    os.kill(os.getpid(), signal.SIGKILL)


def _needs_memory(_: AtWork, seconds: float) -> None:
    """Need more than a gigabyte, then wait to be ended."""
    kept = ctypes.create_string_buffer(1100 * MEGABYTE)
    ctypes.memset(kept, 1, len(kept))
    time.sleep(seconds)


def _has_a_defect(_: AtWork, seconds: float) -> None:
    raise ZeroDivisionError(f"a figure of the case: {seconds}")


DEEDS = {
    "answers": _answers,
    "does not listen": _does_not_listen,
    "kills": _kills,
    "needs memory": _needs_memory,
    "has a defect": _has_a_defect,
}


def question(number: int, **asked: object) -> dict[str, object]:
    """Return what a run of this number asks of the toy, with the build that it is asked of."""
    return {"asked": json.dumps({"number": number, **asked}), "build": build()}
