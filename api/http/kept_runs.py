"""Runs as the store has them, as they travel, and the tags they go by; and structures as the store has them.

Change this when something else is told of a run.
"""

from hashlib import sha256
from typing import Any

from api.http.addresses import run_address, version_address
from api.http.etags import digest_tag
from api.http.models.runs import TABLES, RunDocument
from api.http.problems import NotFound, Refused
from api.http.service import Service
from api.store import runs, structures
from api.store.states import ANSWERED, RunState
from api.store.store import Session
from api.store.stored_runs import StoredRun
from api.store.structures import StoredStructure
from scenarios.runs.asked import RUN_ASKED
from scenarios.runs.question import RunQuestion

OF_COMPARISONS = frozenset({"compare", "design"})
"""Questions whose answer is a comparison: workbooks and papers are made from it."""

WAITS = "taken up by a server; no worker has told how far it is yet: it waits for one to be free, or has just begun"


def run_in(session: Session, run_id: str) -> StoredRun:
    """Return the run of this id.

    Raises:
        Refused: NotFound.
    """
    found = runs.find(session, run_id)
    if found is None:
        raise Refused(NotFound(detail="There is no run of this id. GET /v1/runs lists those there are."))
    return found


def run_of(service: Service, run_id: str) -> StoredRun:
    """Return the run of this id, from a transaction of its own.

    Raises:
        Refused: NotFound.
    """
    with service.store.snapshot() as session:
        return run_in(session, run_id)


def structure_of(service: Service, structure_id: str) -> StoredStructure:
    """Return the structure of this id.

    Raises:
        Refused: NotFound.
    """
    with service.store.snapshot() as session:
        found = structures.find(session, structure_id)
    if found is None:
        words = f"There is no structure {structure_id}. GET /v1/runs/RUN/structures lists those of a run."
        raise Refused(NotFound(detail=words))
    return found


def asked_of(run: StoredRun) -> RunQuestion[Any]:
    """Return what a run asks."""
    asked: RunQuestion[Any] = RUN_ASKED.validate_json(run.asked)
    return asked


def progress_of(run: StoredRun) -> dict[str, Any] | None:
    """Return how far a run is: what its worker told last; None while it is queued, and once it has ended.

    A run is running from when a server has claimed it, which may be before a worker is free for it.
    """
    if run.state is not RunState.RUNNING:
        return None
    return run.progress or {"answer": "", "words": WAITS}


def told_of(run: StoredRun) -> RunDocument:
    """Return a run as it travels."""
    return RunDocument(
        id=run.id,
        case=run.case,
        input_digest=run.input_digest,
        asked=RUN_ASKED.validate_json(run.asked),
        state=run.state,
        cancel_asked=run.cancel_asked,
        progress=progress_of(run),
        reason=run.reason,
        build=run.build,
        batch=run.batch,
        mark=run.mark,
        mark_reason=run.mark_reason,
        put_at=run.put_at,
        asked_at=run.created_at,
        started_at=run.started_at,
        ended_at=run.ended_at,
        links=_links(run),
    )


def _links(run: StoredRun) -> dict[str, str]:
    address = run_address(run.id)
    links = {
        "self": address,
        "version": version_address(run.case, run.input_digest),
        "events": f"{address}/events",
        "cancel": f"{address}/cancel",
        "mark": f"{address}/mark",
    }
    if run.state in ANSWERED:
        links |= {"result": f"{address}/result", "structures": f"{address}/structures"}
        links |= {f"{table}.csv": f"{address}/{table}.csv" for table in TABLES}
        if run.question == "frontier":
            links |= {"picture": f"{address}/trade-offs.svg"}
        if run.question in OF_COMPARISONS:
            links |= {"money": f"{address}/money.xlsx", "people": f"{address}/people.xlsx"}
        if run.question == "compare":
            links |= {"paper": f"{address}/paper.docx"}
    return links


def told_bytes(run: StoredRun) -> bytes:
    """Return a run as it travels, as the bytes of its JSON document."""
    return told_of(run).model_dump_json().encode()


def run_tag(run: StoredRun) -> str:
    """Return the tag of a run as it is just now."""
    return digest_tag(sha256(told_bytes(run)).hexdigest())
