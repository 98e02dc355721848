"""One way of answering futures, in a process of its own: `python -m bench.batches WAY COUNT` prints JSON.

- bare: every option of each future searched for in this process, one future after the other, and no more.
- ours: the same futures as a batch on workers of this machine, answers kept, tables and summary written.
- replayed: a batch whose answers are there at once, to see what the process that hands futures out needs for them.

Change this when a batch does something more for each future.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from distributed.system import MEMORY_LIMIT

from api.cli.batch_files import write_folder
from api.jobs.batch import BatchRun, answered
from api.jobs.batch_crew import Alone, Crew, OnCluster, Piece
from api.jobs.batch_work import LINE
from api.jobs.cluster import LocalSize, open_local
from api.jobs.kept_answers import KeptAnswers
from api.store.store import Store
from scenarios.batches.answered import answer_today
from scenarios.batches.applied import applied
from scenarios.batches.futures import futures
from scenarios.batches.plan import Plan, planned
from scenarios.batches.recipe import recipe_of
from scenarios.batches.summary import Summing
from scenarios.comparing.answers import answers
from scenarios.library import path_of
from scenarios.reading.load import load_case
from scenarios.runs.build import build
from solver.engine import Stop

CASE = "nottinghamshire-2014"
WORKERS = 2
FIGURES = {
    'posts["Service Organiser"].people': {"low": "11", "high": "15"},
    'work["Brokerage of care packages"].share["Service Organiser"]': {"low": "40%", "high": "50%"},
    "limits.ceiling": {"low": "300,000", "high": "349,000"},
}
"""What is drawn: values of the case alone, so that a bare search is all there is to compare with."""


def plan_of(count: int) -> Plan:
    """So many futures, as things are among them."""
    recipe = recipe_of({"case": CASE, "draws": {"count": count - 1, "seed": 2014, "figures": FIGURES}}, "bench")
    return planned(recipe, load_case(path_of(CASE)), "bench")


def bare(plan: Plan) -> dict[str, Any]:
    """Processor seconds of the searches alone."""
    began = time.process_time()
    for future in futures(plan):
        answers(applied(plan.scenario, future.changes).scenario)
    return {"seconds": time.process_time() - began}


def ours(plan: Plan) -> dict[str, Any]:
    """Seconds of the clock until the workers stood, and from there until everything was written.

    `workers` are processor seconds of the workers, `handing` those of this process, both from then on.
    """
    began = time.perf_counter()
    cluster = open_local(LocalSize(workers=WORKERS, memory_bytes=MEMORY_LIMIT // WORKERS, nice=0))
    cluster.client().run(_loaded)
    loading = sum(cluster.client().run(time.process_time).values())
    stood, before = time.perf_counter(), time.process_time()
    worked = _worked(plan, OnCluster(cluster))
    ended, handing = time.perf_counter(), time.process_time() - before
    spent = sum(cluster.client().run(time.process_time).values()) - loading
    cluster.close()
    return {
        "start": stood - began,
        "seconds": ended - stood,
        "workers": spent,
        "handing": handing,
        **worked,
    }


def replayed(plan: Plan) -> dict[str, Any]:
    """Seconds of the clock and megabytes, where every future has the answer of the first."""
    began = time.perf_counter()
    return {**_worked(plan, Replayed()), "seconds": time.perf_counter() - began}


class Replayed(Alone):
    """A crew of many workers who know the answer: that of the case as things are."""

    size = 64

    def __init__(self) -> None:
        super().__init__()
        self._rows = b""

    def today(self, sent: bytes) -> bytes | None:
        """Work it out once."""
        self._rows, posts = answer_today(sent)
        return self._rows + LINE + json.dumps(posts).encode()

    def ended(self) -> list[Piece]:
        """The same rows for every future."""
        number, given = self._pieces.popleft()
        return [Piece(number, LINE.join([b"1", *[self._rows] * len(given)]))]


def _worked(plan: Plan, crew: Crew) -> dict[str, Any]:
    """Work on a batch and write its folder."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(f"sqlite:///{folder}/batch.db")
        kept = KeptAnswers(store, build())
        run = BatchRun(plan, kept, crew, lambda _: None, Stop())
        if not run.work():
            raise RuntimeError("the batch stopped")
        summary = write_folder(answered(plan, kept, run.given_up), Summing(plan), Path(folder))
        store.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"futures": summary.futures, "rows": summary.rows, "peak_mb": peak}


def _loaded() -> str:
    """What a worker loads before its first piece."""
    return build()


WAYS: dict[str, Callable[[Plan], dict[str, Any]]] = {"bare": bare, "ours": ours, "replayed": replayed}


def main(arguments: Sequence[str]) -> None:
    """Print what one way took."""
    way, count = arguments
    print(json.dumps(WAYS[way](plan_of(int(count)))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
