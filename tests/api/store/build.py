"""Runs, versions and structures for tests of the store, made with as few words as each test needs.

Change this when a noun of the store gains a field.
"""

import json
from dataclasses import replace
from typing import Any

from api.store import runs
from api.store.states import RunState
from api.store.store import Store
from api.store.stored_runs import Ending, NewRun, StoredRun
from api.store.structures import StructureRow

PLENTY = 1000


def new_run(number: int = 0, **other: Any) -> NewRun:
    """Return a question that differs from those of other numbers."""
    run = NewRun(
        workspace="default",
        actor="local",
        case="advice",
        input_digest="a" * 64,
        asked=json.dumps({"question": "design", "number": number}),
        question="design",
        build="0.1.0+test",
        digest=f"{number:064x}",
    )
    return replace(run, **other)


def structure(option: str = "leaner", cost: int = 7) -> StructureRow:
    """Return a structure of an answer."""
    document = json.dumps({"option": option, "annual_cost": cost}).encode()
    return StructureRow(option=option, anchor="people_first", branch=None, status="designed", document=document)


def finished(*structures: StructureRow) -> Ending:
    """Return the end of a run that has an answer with these structures."""
    return Ending(RunState.FINISHED, document=b'{"structures": []}\n', structures=structures)


def submitted(store: Store, number: int = 0, **other: Any) -> StoredRun:
    """Submit a run in a transaction of its own."""
    with store.transaction() as session:
        return runs.submit(session, new_run(number, **other), most_unfinished=PLENTY).run


def claimed(store: Store, *, server: str = "one", lease_seconds: float = 60, most: int = 1) -> list[StoredRun]:
    """Claim runs in a transaction of its own."""
    with store.transaction() as session:
        return runs.claim(session, server=server, lease_seconds=lease_seconds, most=most)


def ended(store: Store, number: int = 0, ending: Ending | None = None) -> StoredRun:
    """Submit, claim and end a run; return it as it is then."""
    run = submitted(store, number)
    (held,) = claimed(store)
    with store.transaction() as session:
        runs.end(session, run.id, claim=held.claim or "", ending=ending or finished(structure()))
    return found(store, run.id)


def found(store: Store, run_id: str) -> StoredRun:
    """Return a run that is there."""
    with store.snapshot() as session:
        run = runs.find(session, run_id)
    assert run is not None
    return run
