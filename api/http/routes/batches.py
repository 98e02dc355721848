"""Batches: a recipe of futures over a version of a case, how far it is, its rows, its summary and its picture.

A batch is kept before it is answered 202, and goes on after a crash of the server with what is missing. Rows are read
from the answers that are kept, some futures at a time, and are the bytes that `restructure batch` writes.
Change this when something else can become of a batch.
"""

import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Annotated

from fastapi import Body, Query, Request, Response
from fastapi.responses import StreamingResponse

from api.batch_texts import batch_page, batch_text
from api.http.access import SIGNED_IN, routes_of, told
from api.http.addresses import case_address
from api.http.answers import KNOWN, document, file, with_answers
from api.http.etags import tag_of, tagged
from api.http.file_names import saved_as
from api.http.kept_batches import batch_address, batch_of, told_bytes, told_of
from api.http.models.batches import (
    EXAMPLE,
    BatchAsked,
    BatchDocument,
    BatchId,
    BatchList,
    FutureRows,
    RowsPage,
)
from api.http.once import IdempotencyKey, done_once, key_of
from api.http.paging import USUAL, AfterNumber, Limit, next_link, page_of
from api.http.place_words import how_many
from api.http.places import places_of_case
from api.http.problems import Conflict, InvalidRequest, NotFound, Refused, TooManyUnfinished
from api.http.service import Served, Service
from api.http.settings import ACTOR, WORKSPACE
from api.jobs.batch import answered
from api.jobs.batch_asked import case_of, new_batch, plan_of
from api.jobs.kept_answers import KeptAnswers
from api.store import batches, cases
from api.store.batches import NewBatch, StoredBatch, TooManyBatches
from api.store.cases import StoredVersion
from api.store.idempotency import KeptAnswer
from api.store.states import ANSWERED, RunState
from api.store.store import Session
from scenarios.batches.files import Answered, csv_parts, frames, write_parquet
from scenarios.batches.picture import picture
from scenarios.batches.recipe import Recipe
from scenarios.batches.summary import BatchSummary
from scenarios.runs.build import build
from scenarios.schema.faults import ScenarioFaults

router = routes_of("batches", prefix="/v1/batches")
READ = with_answers(told(SIGNED_IN, NotFound), KNOWN)
RESULT = told(SIGNED_IN, NotFound, Conflict)
TEXT, PAGE, CSV, PARQUET, SVG = "text/plain", "text/html", "text/csv", "application/vnd.apache.parquet", "image/svg+xml"
MOST_UNFINISHED = 100
CHUNK_BYTES = 1 << 16
SPOOLED_BYTES = 8 << 20
AfterFuture = Annotated[
    int | None, Query(ge=0, le=2**31 - 1, description="Where the page before ended: take it from `next`.")
]
Asked = Annotated[BatchAsked, Body(openapi_examples={"six futures and draws": {"value": EXAMPLE}})]


@router.post(
    "",
    status_code=202,
    response_model=BatchDocument,
    **with_answers(
        told(SIGNED_IN, NotFound, TooManyUnfinished, writes=True),
        document(200, BatchDocument, "Answered already: the batch there is."),
    ),
)
def add_batch(asked: Asked, request: Request, service: Served, idempotency_key: IdempotencyKey = None) -> Response:
    """Keep a recipe of futures over a version of a case: 202 as soon as it is safely stored.

    Every path and every value of the recipe is looked at before (422 with all places). The same recipe over the same
    version is the batch there is, unless that failed or was cancelled; futures that another batch answered already are
    not answered again.
    """
    version = _version(service, asked)
    recipe = Recipe.model_validate(asked.model_dump(exclude={"digest"}))
    try:
        new = new_batch(recipe, case_of(version.document), version.digest, workspace=WORKSPACE, actor=ACTOR)
    except ScenarioFaults as found:
        places = places_of_case(found.faults)
        raise Refused(InvalidRequest(detail=how_many(len(places)), places=places)) from found
    try:
        answer = done_once(service, key_of(request, idempotency_key, new.digest), partial(_submitted, new))
    except TooManyBatches as many:
        words = f"{MOST_UNFINISHED} batches are not finished yet. Wait, or cancel some, then ask again."
        raise Refused(TooManyUnfinished(detail=words)) from many
    _wake(service)
    headers = {"Location": answer.location or ""}
    return Response(answer.body, status_code=answer.status, headers=headers, media_type="application/json")


def _wake(service: Service) -> None:
    if service.batches is not None:
        service.batches.wake()


def _version(service: Service, asked: BatchAsked) -> StoredVersion:
    """Return the version that a recipe is about: the one it names, or the newest of its case."""
    with service.store.snapshot() as session:
        if asked.digest is not None:
            found = cases.find_version(session, asked.case, asked.digest, workspace=WORKSPACE)
        else:
            newest = cases.page_versions(session, asked.case, after=None, limit=1, workspace=WORKSPACE)
            found = cases.find_by_digest(session, newest[0].digest, workspace=WORKSPACE) if newest else None
    if found is None:
        words = f"There is no such version of {asked.case!r}. GET {case_address(asked.case)} lists those there are."
        raise Refused(NotFound(detail=words))
    return found


def _submitted(new: NewBatch, session: Session) -> KeptAnswer:
    """Store the batch, and say what is answered."""
    batch, _ = batches.submit(session, new, most_unfinished=MOST_UNFINISHED)
    return KeptAnswer(200 if batch.state in ANSWERED else 202, batch_address(batch.id), told_bytes(batch))


@router.get("", **told(SIGNED_IN))
def list_batches(request: Request, service: Served, limit: Limit = USUAL, after: AfterNumber = None) -> BatchList:
    """List the batches, the newest first."""
    with service.store.snapshot() as session:
        found = batches.page(session, after=after, limit=limit + 1, workspace=WORKSPACE)
    shown, last = page_of(found, limit)
    return BatchList(items=tuple(map(told_of, shown)), next=next_link(request, None if last is None else last.number))


@router.get("/{batch_id}", response_model=BatchDocument, **READ)
def show_batch(batch_id: BatchId, request: Request, service: Served) -> Response:
    """Say how the batch stands, how many of its futures are answered, and where its rows and its summary are."""
    told_back = told_bytes(batch_of(service, batch_id))
    return tagged(request, told_back, tag_of(told_back))


@router.post(
    "/{batch_id}/cancel",
    response_model=BatchDocument,
    **with_answers(
        told(SIGNED_IN, NotFound, Conflict, writes=True),
        document(202, BatchDocument, "Asked for: the batch ends as soon as its server hears of it."),
    ),
)
def cancel_batch(batch_id: BatchId, service: Served) -> Response:
    """Cancel the batch: a queued one at once (200), a running one as soon as its server hears of it (202).

    Answers of its futures are kept, and used by whichever batch asks for the same.
    """
    before = batch_of(service, batch_id)
    if before.state in ANSWERED or before.state is RunState.FAILED:
        raise Refused(Conflict(detail=f"The batch is {before.state} already: there is nothing left to cancel."))
    with service.store.transaction() as session:
        batch = batches.ask_cancel(session, batch_id, actor=ACTOR) or before
    _wake(service)
    status = 200 if batch.state is RunState.CANCELLED else 202
    return Response(told_bytes(batch), status_code=status, media_type="application/json")


@router.get("/{batch_id}/summary", response_model=BatchSummary, **with_answers(RESULT, KNOWN))
def show_summary(batch_id: BatchId, request: Request, service: Served) -> Response:
    """Give the summary, byte for byte as it was stored; 409 while there is none."""
    text = _summary(batch_of(service, batch_id))
    return tagged(request, text, tag_of(text))


@router.get(
    "/{batch_id}/summary.svg", response_class=Response, **with_answers(RESULT, KNOWN, file(SVG, "The picture."))
)
def show_picture(batch_id: BatchId, request: Request, service: Served) -> Response:
    """Give the picture: what each option costs and displaces over all futures."""
    batch = batch_of(service, batch_id)
    drawn = picture(BatchSummary.model_validate_json(_summary(batch))).svg.encode()
    return tagged(request, drawn, tag_of(drawn), SVG, saved_as=saved_as(batch.case, "summary", ending="svg"))


@router.get("/{batch_id}/summary.txt", response_class=Response, **with_answers(RESULT, KNOWN, file(TEXT, "The text.")))
def summary_as_text(batch_id: BatchId, request: Request, service: Served) -> Response:
    """Give the summary as text, byte for byte as `restructure batch` writes it."""
    batch = batch_of(service, batch_id)
    text = batch_text(BatchSummary.model_validate_json(_summary(batch))).encode(errors="backslashreplace")
    return tagged(request, text, tag_of(text), TEXT, saved_as=saved_as(batch.case, "summary", ending="txt"))


@router.get("/{batch_id}/summary.html", response_class=Response, **with_answers(RESULT, KNOWN, file(PAGE, "The page.")))
def summary_as_page(batch_id: BatchId, request: Request, service: Served) -> Response:
    """Give the summary with its picture as one page to save, byte for byte as `restructure batch` writes it."""
    batch = batch_of(service, batch_id)
    text = batch_page(BatchSummary.model_validate_json(_summary(batch))).encode(errors="backslashreplace")
    return tagged(request, text, tag_of(text), PAGE, saved_as=saved_as(batch.case, "summary", ending="html"))


@router.get("/{batch_id}/rows", **RESULT)
def list_rows(
    batch_id: BatchId, request: Request, service: Served, limit: Limit = USUAL, after: AfterFuture = None
) -> RowsPage:
    """List the futures in their order, each with its rows; 409 while the batch is not finished."""
    coming = _answered(service, batch_of(service, batch_id), first=0 if after is None else after + 1)
    shown, last = page_of(list(islice(coming, limit + 1)), limit)
    items = tuple(
        FutureRows(future=future.number, kind=future.kind, name=future.name, changes=future.told, rows=rows)
        for future, rows in shown
    )
    return RowsPage(batch=batch_id, items=items, next=next_link(request, None if last is None else last[0].number))


@router.get("/{batch_id}/rows.csv", response_class=Response, **with_answers(RESULT, file(CSV, "All rows.")))
def rows_as_csv(batch_id: BatchId, service: Served) -> StreamingResponse:
    """Give all rows as CSV; 409 while the batch is not finished."""
    batch = batch_of(service, batch_id)
    parts = (part.encode() for part in csv_parts(frames(_answered(service, batch))))
    return StreamingResponse(parts, headers=_saved_as(batch, "csv"), media_type=CSV)


@router.get("/{batch_id}/rows.parquet", response_class=Response, **with_answers(RESULT, file(PARQUET, "All rows.")))
def rows_as_parquet(batch_id: BatchId, service: Served) -> StreamingResponse:
    """Give all rows as Parquet; 409 while the batch is not finished."""
    batch = batch_of(service, batch_id)
    return StreamingResponse(
        _parquet(_answered(service, batch)), headers=_saved_as(batch, "parquet"), media_type=PARQUET
    )


def _saved_as(batch: StoredBatch, ending: str) -> dict[str, str]:
    return {"Content-Disposition": saved_as(batch.case, "rows", ending=ending)}


def _parquet(found: Iterator[Answered]) -> Iterator[bytes]:
    """Yield a Parquet file, written whole before any of it is sent, as its end is what readers begin with."""
    with tempfile.SpooledTemporaryFile(max_size=SPOOLED_BYTES) as file:
        write_parquet(found, file)
        file.seek(0)
        while part := file.read(CHUNK_BYTES):
            yield part


def _summary(batch: StoredBatch) -> bytes:
    if batch.summary is None:
        raise Refused(_not_there(batch))
    return batch.summary


def _not_there(batch: StoredBatch) -> Conflict:
    """Return the problem of a batch without rows: not yet, or never."""
    if batch.ended_at is None:
        return Conflict(detail=f"The batch is {batch.state}, {batch.done} of {batch.futures} futures: ask again later.")
    reason = f": {batch.reason}" if batch.reason else ""
    return Conflict(detail=f"The batch is {batch.state}{reason}. There will be no rows: send the recipe again.")


def _answered(service: Service, batch: StoredBatch, *, first: int = 0) -> Iterator[Answered]:
    """The futures of a finished batch with their rows, from one on.

    Raises:
        Refused: it is not finished, or another build than this one answered it.
    """
    _summary(batch)
    if batch.build != build():
        words = f"The rows are of another build ({batch.build}): send the recipe again."
        raise Refused(Conflict(detail=words))
    with service.store.snapshot() as session:
        version = cases.find_version(session, batch.case, batch.input_digest, workspace=WORKSPACE)
    if version is None:
        raise Refused(Conflict(detail="The version of its case is gone: there are no rows any more."))
    plan = plan_of(batch, version.document)
    return answered(plan, KeptAnswers(service.store, batch.build, workspace=WORKSPACE), None, first=first)
