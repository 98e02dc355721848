"""A small batch for tests of how it is worked on: draws over the case of the guide on stress, and its table as bytes.

Change this when a batch under test needs something more.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from api.jobs.batch import BatchRun, answered
from api.jobs.batch_crew import Alone, Crew
from api.jobs.kept_answers import KeptAnswers
from api.store.store import Store
from scenarios.batches.files import csv_parts, frames, parquet_bytes
from scenarios.batches.plan import Plan
from scenarios.runs.build import build
from solver.engine import Stop
from tests.scenarios.batches.small import plan

FIXED = ["no change", "as proposed"]
DEMAND: dict[str, Any] = {"demand": {"low": "-10%", "high": "10%"}}


def drawn(count: int, seed: int = 1) -> Plan:
    """So many draws of demand, and as things are, for options that need no search."""
    return plan(options=FIXED, draws={"count": count, "seed": seed, "figures": DEMAND})


@contextmanager
def kept_in(path: Path) -> Iterator[KeptAnswers]:
    """Answers in a store of their own."""
    store = Store.open(f"sqlite:///{path}")
    try:
        yield KeptAnswers(store, build())
    finally:
        store.close()


class Counting(Alone):
    """This process alone, counting the futures it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.given = 0

    def give(self, number: int, futures: list[list[Any]]) -> None:
        """Count them."""
        self.given += len(futures)
        super().give(number, futures)


def run_of(whole: Plan, kept: KeptAnswers, crew: Crew, told: list[int] | None = None) -> BatchRun:
    """A batch ready to be worked on, that tells a list how far it is."""
    heard = [] if told is None else told
    return BatchRun(whole, kept, crew, heard.append, Stop())


def table(whole: Plan, kept: KeptAnswers) -> tuple[bytes, bytes]:
    """The table of a batch whose every future is answered: CSV and Parquet."""
    text = "".join(csv_parts(frames(answered(whole, kept, set()))))
    return text.encode(), parquet_bytes(answered(whole, kept, set()))
