"""Runs: listed, how each stands, its answer, cancelled, marked.

An answer is handed out byte for byte as it was stored: the bytes that the command line prints with --json.
Change this when something else can become of a run.
"""

from typing import Annotated, Any

from fastapi import Query, Request, Response

from api.http.access import SIGNED_IN, routes_of, told
from api.http.addresses import RunId
from api.http.answers import KNOWN, document, with_answers
from api.http.etags import require_unchanged, tag_of, tagged
from api.http.kept_runs import run_in, run_of, run_tag, told_bytes, told_of
from api.http.kept_structures import lines_in
from api.http.models.runs import MarkAsked, RunDocument, RunList, RunsWanted, StructureList
from api.http.paging import next_link, page_of
from api.http.problems import ChangedMeanwhile, Conflict, NotFound, Refused
from api.http.service import Served
from api.http.settings import ACTOR
from api.store import audit, runs
from api.store.states import ANSWERED, RunState
from api.store.stored_runs import MarkRefused, StoredRun

router = routes_of("runs", prefix="/v1/runs")
READ = with_answers(told(SIGNED_IN, NotFound), KNOWN)


@router.get("", **told(SIGNED_IN))
def list_runs(wanted: Annotated[RunsWanted, Query()], request: Request, service: Served) -> RunList:
    """List the runs, the newest first; those with this state, case, batch, mark and question, where named."""
    with service.store.snapshot() as session:
        found = runs.page(
            session,
            after=wanted.after,
            limit=wanted.limit + 1,
            state=wanted.state,
            case=wanted.case,
            batch=wanted.batch,
            mark=wanted.mark,
            question=wanted.question,
        )
    shown, last = page_of(found, wanted.limit)
    return RunList(
        items=tuple(told_of(run) for run in shown), next=next_link(request, None if last is None else last.number)
    )


@router.get("/{run_id}", response_model=RunDocument, **READ)
def show_run(run_id: RunId, request: Request, service: Served) -> Response:
    """Say how the run stands, how far it is, and where its answer is."""
    told_back = told_bytes(run_of(service, run_id))
    return tagged(request, told_back, tag_of(told_back))


@router.get(
    "/{run_id}/result", response_model=dict[str, Any], **with_answers(told(SIGNED_IN, NotFound, Conflict), KNOWN)
)
def show_result(run_id: RunId, request: Request, service: Served) -> Response:
    """Give the answer, byte for byte as it was stored; 409 while there is none, or where there will be none."""
    with service.store.snapshot() as session:
        run = run_in(session, run_id)
        answer = runs.document(session, run_id)
    if answer is None:
        raise Refused(no_answer(run))
    return tagged(request, answer, tag_of(answer))


def no_answer(run: StoredRun) -> Conflict:
    """Return the problem of a run that has no answer: not yet, or not any more."""
    if not run.ended:
        return Conflict(detail=f"The run is {run.state}: there is no answer yet. Ask again, or listen to its events.")
    reason = f": {run.reason}" if run.reason else ""
    return Conflict(detail=f"The run is {run.state}{reason}. There will be no answer: ask the question again.")


@router.get("/{run_id}/structures", **told(SIGNED_IN, NotFound))
def list_structures(run_id: RunId, service: Served) -> StructureList:
    """List the structures of the run's answer, each with its title and main figures; none while there is no answer."""
    with service.store.snapshot() as session:
        run_in(session, run_id)
        return StructureList(run=run_id, items=lines_in(session, run_id))


@router.post(
    "/{run_id}/cancel",
    response_model=RunDocument,
    **with_answers(
        told(SIGNED_IN, NotFound, Conflict, writes=True),
        document(202, RunDocument, "Asked for: the run ends as soon as its worker hears of it."),
    ),
)
def cancel_run(run_id: RunId, service: Served) -> Response:
    """Cancel the run: a queued one at once (200), a running one as soon as its worker hears of it (202)."""
    with service.store.transaction() as session:
        before = run_in(session, run_id)
        if before.state in ANSWERED or before.state is RunState.FAILED:
            raise Refused(Conflict(detail=f"The run is {before.state} already: there is nothing left to cancel."))
        run = runs.ask_cancel(session, run_id) or before
        if not before.cancel_asked:
            audit.write(session, actor=ACTOR, action="run.cancel-asked", subject=run_id)
    service.dispatcher.cancel(run_id)
    told_back = told_bytes(run)
    status = 200 if run.state is RunState.CANCELLED else 202
    return Response(told_back, status_code=status, headers={"ETag": tag_of(told_back)}, media_type="application/json")


@router.post(
    "/{run_id}/mark",
    response_model=RunDocument,
    **told(SIGNED_IN, NotFound, Conflict, ChangedMeanwhile, writes=True),
)
def mark_run(run_id: RunId, asked: MarkAsked, request: Request, service: Served) -> Response:
    """Mark the run as a draft, put to consultation, or set aside with a reason in the author's words.

    What was put to consultation is never deleted by itself. With If-Match, only the run as it was read is marked.
    """
    try:
        with service.store.transaction() as session:
            before = run_in(session, run_id)
            require_unchanged(request, run_tag(before))
            run = runs.mark(session, run_id, mark=asked.mark, reason=asked.reason, actor=ACTOR) or before
    except MarkRefused as refused:
        raise Refused(Conflict(detail=f"{refused.words[:1].upper()}{refused.words[1:]}.")) from refused
    told_back = told_bytes(run)
    return Response(told_back, headers={"ETag": tag_of(told_back)}, media_type="application/json")
