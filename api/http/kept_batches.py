"""Batches read back from the store, as they are told.

Change this when something else is told of a batch.
"""

import json

from api.http.models.batches import BatchDocument
from api.http.problems import NotFound, Refused
from api.http.service import Service
from api.store import batches
from api.store.batches import StoredBatch
from scenarios.batches.recipe import recipe_of

BEING_CANCELLED = "being cancelled: it ends as soon as its server hears of it"


def batch_address(batch_id: str) -> str:
    """Return where a batch stands."""
    return f"/v1/batches/{batch_id}"


def batch_of(service: Service, batch_id: str) -> StoredBatch:
    """Return the batch of this id.

    Raises:
        Refused: NotFound.
    """
    with service.store.snapshot() as session:
        found = batches.find(session, batch_id)
    if found is None:
        raise Refused(NotFound(detail="There is no batch of this id. GET /v1/batches lists those there are."))
    return found


def told_of(batch: StoredBatch) -> BatchDocument:
    """Return a batch as it is told."""
    address = batch_address(batch.id)
    links = {"self": address, "cancel": f"{address}/cancel"}
    if batch.summary is not None:
        links |= {
            "summary": f"{address}/summary",
            "text": f"{address}/summary.txt",
            "page": f"{address}/summary.html",
            "picture": f"{address}/summary.svg",
            "rows": f"{address}/rows",
            "csv": f"{address}/rows.csv",
            "parquet": f"{address}/rows.parquet",
        }
    return BatchDocument(
        id=batch.id,
        case=batch.case,
        input_digest=batch.input_digest,
        title=batch.title,
        recipe=recipe_of(json.loads(batch.recipe), batch.title),
        build=batch.build,
        state=batch.state,
        cancel_asked=batch.cancel_asked,
        futures=batch.futures,
        done=batch.done,
        reason=_reason(batch),
        asked_at=batch.created_at,
        started_at=batch.started_at,
        ended_at=batch.ended_at,
        links=links,
    )


def _reason(batch: StoredBatch) -> str | None:
    if batch.reason is None and batch.cancel_asked and batch.ended_at is None:
        return BEING_CANCELLED
    return batch.reason


def told_bytes(batch: StoredBatch) -> bytes:
    """Return a batch as it is sent."""
    return told_of(batch).model_dump_json().encode()
