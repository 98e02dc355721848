"""A server of batches without a cluster, and a case and a batch for it to work on.

Run as a program, it works on the batches of the store named on the command line until it is killed.
Change this when a server of batches needs something more to be started.
"""

import sys
import time
from collections.abc import Mapping
from typing import Any

from api.jobs.batch_asked import new_batch
from api.jobs.batch_crew import Alone, Crew, Piece
from api.jobs.batch_server import BatchServer
from api.jobs.limits import Limits
from api.store import batches, cases
from api.store.batches import StoredBatch
from api.store.store import Store
from scenarios.batches.recipe import recipe_of
from scenarios.schema.canonical import as_json, canonical, digest
from scenarios.schema.case import Case
from tests.api.jobs.batches import DEMAND, FIXED
from tests.scenarios.batches.small import advice

QUICK = Limits(lease_seconds=1.0, look_seconds=0.05)
PAUSE_SECONDS = 0.05


class Slow(Alone):
    """This process alone, one future after another with a pause between, so that there is time to be killed."""

    def ended(self) -> list[Piece]:
        """Rest before each piece."""
        time.sleep(PAUSE_SECONDS)
        return super().ended()


class ServerAlone(BatchServer):
    """A server that works on batches itself, slowly where it is asked to."""

    def __init__(self, store: Store, limits: Limits = QUICK, crew: type[Alone] = Alone) -> None:
        super().__init__(store, None, limits)  # type: ignore[arg-type]
        self.crew = crew

    def _crew(self) -> Crew:
        return self.crew()


def keep_case(store: Store) -> Case:
    """Keep the small case as a version."""
    scenario = canonical(advice().scenario)
    document = as_json(scenario).encode()
    name = scenario.header.name
    with store.transaction() as session:
        cases.add_version(
            session, cases.NewVersion("default", "local", name, scenario.header.title, digest(scenario), document)
        )
    return Case(scenario=scenario)


def submitted(store: Store, count: int = 5, figures: Mapping[str, Any] = DEMAND) -> StoredBatch:
    """Keep the case and a batch of so many draws."""
    case = keep_case(store)
    asked = {"options": FIXED, "draws": {"count": count, "seed": 1, "figures": dict(figures)}}
    recipe = recipe_of({"case": case.scenario.header.name, **asked}, "recipe")
    new = new_batch(recipe, case, digest(case.scenario), workspace="default", actor="local")
    with store.transaction() as session:
        return batches.submit(session, new, most_unfinished=9)[0]


def found(store: Store, batch: StoredBatch) -> StoredBatch:
    """A batch as it stands."""
    with store.snapshot() as session:
        there = batches.find(session, batch.id)
    assert there is not None
    return there


if __name__ == "__main__":
    ServerAlone(Store.open(sys.argv[1]), crew=Slow).start()
    time.sleep(600)
